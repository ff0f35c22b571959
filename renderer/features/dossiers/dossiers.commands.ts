import { ok, type Result } from '../../../shared/base/result';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Proposal, TalkKind } from '../../../shared/domain/proposal';
import type { PaperLayout } from '../../../shared/forms/form-wish';
import { withCopyNo, type DossierPaper } from '../../../shared/forms/list-dossier-forms';
import type { FormOutcome, IpcError, PaperPreview, PrintError, PrintOutcome } from '../../../shared/ipc/messages';
import { getDesktop } from '../../desktop';
import { proposeActs, type ActError, type RecordedActs } from '../../records/propose';
import type { BackEntry } from './acts/back-entry';

export type { ActError, RecordedActs } from '../../records/propose';

/** An act on a dossier as a form of the panel gives it. */
export interface DossierAct {
  readonly kind: string;
  readonly payload: { readonly v: 1 };
  readonly backEntry: BackEntry | null;
}

async function proposeOne(
  state: DossierState,
  act: Proposal['act'],
  backEntry: BackEntry | null,
): Promise<Result<RecordedActs, ActError>> {
  const subject = { type: 'dossier', id: state.dossierId } as const;
  return proposeActs([{ subject, base: state.pos, ...backEntry, act }]);
}

/** Records one act on a dossier. */
export function recordAct(state: DossierState, act: DossierAct): Promise<Result<RecordedActs, ActError>> {
  return proposeOne(state, { kind: 'plain', plainKind: act.kind, payload: { ...act.payload } }, act.backEntry);
}

/** Accepts a submission of the portal; code, slip number and promise are added by the door. */
export function acceptSubmission(
  state: DossierState,
  backEntry: BackEntry | null,
): Promise<Result<RecordedActs, ActError>> {
  return proposeOne(state, { kind: 'OnlineSubmissionAccepted' }, backEntry);
}

/** Records a talk that ended without a reception; the number of the paper given is added by the door. */
export function recordTalk(
  state: DossierState,
  act: Extract<Proposal['act'], { readonly kind: TalkKind }>,
  backEntry: BackEntry | null,
): Promise<Result<RecordedActs, ActError>> {
  return proposeOne(state, act, backEntry);
}

/** How a paper is rendered and printed. `printer` null: the PDF is only kept. `reason` only for a reprint. */
export interface PaperOrder {
  readonly paper: DossierPaper;
  /** The number it goes out under. */
  readonly copyNo: number;
  readonly layout?: PaperLayout;
  readonly printer: string | null;
  readonly copies: number;
  readonly reason: string | null;
}

/** A paper that went out. `recorded` tells whether the print itself is on record. */
export interface PrintedPaper {
  readonly outcome: PrintOutcome;
  readonly recorded: Result<RecordedActs, ActError>;
}

function wishOf(state: DossierState, { paper, copyNo, layout }: Pick<PaperOrder, 'paper' | 'copyNo' | 'layout'>) {
  const content = withCopyNo(paper, copyNo);
  const how = layout === undefined ? {} : { layout };
  if (content.kind === 'receipt') return { kind: 'receipt', wish: { slip: content.slip, ...how } } as const;
  const about = paper.about === undefined ? {} : { about: paper.about };
  return { kind: 'form', wish: { fill: content.fill, dossierId: state.dossierId, ...about, ...how } } as const;
}

/** Has a paper rendered to look at. Nothing is recorded: nothing leaves. */
export function previewPaper(
  state: DossierState,
  order: Pick<PaperOrder, 'paper' | 'copyNo' | 'layout'>,
): Promise<Result<PaperPreview, PrintError | IpcError>> {
  const asked = wishOf(state, order);
  const { print } = getDesktop();
  return asked.kind === 'receipt' ? print.previewReceipt(asked.wish) : print.previewForm(asked.wish);
}

async function sendPaper(state: DossierState, order: PaperOrder): Promise<Result<FormOutcome, PrintError | IpcError>> {
  const asked = wishOf(state, order);
  const { printer, copies, copyNo } = order;
  const { print } = getDesktop();
  if (asked.kind === 'form') return print.printForm({ ...asked.wish, printer, copies });
  const printed = await print.printReceipt({ ...asked.wish, printer, copies });
  return printed.ok ? ok({ ...printed.value, copyNo }) : printed;
}

/** Prints a paper of a dossier, then records that it was printed: paper that left is a fact, whatever comes after. */
export async function printPaper(
  state: DossierState,
  order: PaperOrder,
): Promise<Result<PrintedPaper, PrintError | IpcError>> {
  const printed = await sendPaper(state, order);
  if (!printed.ok) return printed;
  const { paper, reason } = order;
  const outcome = printed.value;
  const { content, about, promisedAt } = paper;
  const payload = {
    v: 1 as const,
    form: paper.form,
    formSet: content.kind === 'receipt' ? content.slip.formSet : content.fill.formSet,
    copies: outcome.copies,
    printer: outcome.printer ?? '',
    reprint: outcome.copyNo > 1 && order.copyNo === paper.copyNo,
    ...(reason === null ? {} : { reason }),
    sha256: outcome.sha256,
    ...(about === undefined ? {} : { about }),
    ...(promisedAt === undefined ? {} : { promisedAt }),
  };
  const recorded = await recordAct(state, { kind: 'FormPrinted', payload, backEntry: null });
  return ok({ outcome, recorded });
}

/** Puts on record that somebody looked at a dossier, or uncovered a number in it. */
export function noteDossierAccess(dossierId: string, what: 'viewed' | 'revealed'): void {
  void getDesktop().records.noteAccess({ what, subjectKey: `dossier:${dossierId}` });
}
