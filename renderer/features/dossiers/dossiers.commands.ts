import { err, ok, type Result } from '../../../shared/base/result';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Proposal } from '../../../shared/domain/proposal';
import { buildReceiptSlipData, type SlipSurroundings } from '../../../shared/forms/receipt-slip-from-dossier';
import type { IpcError, PrintError, PrintOutcome } from '../../../shared/ipc/messages';
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

/** What to print. `printer` null: the PDF is only kept. `reason` only for a reprint. */
export interface ReceiptOrder {
  readonly around: SlipSurroundings;
  readonly printer: string | null;
  readonly copies: number;
  readonly reason: string | null;
}

/** A slip that went out. `recorded` tells whether the print itself is on record. */
export interface PrintedReceipt {
  readonly outcome: PrintOutcome;
  readonly recorded: Result<RecordedActs, ActError>;
}

/** Prints the receipt of a dossier, then records that it was printed: paper that left is a fact, whatever comes after. */
export async function printReceipt(
  state: DossierState,
  order: ReceiptOrder,
): Promise<Result<PrintedReceipt, PrintError | IpcError | { readonly kind: 'incomplete' }>> {
  const slip = buildReceiptSlipData(state, order.around);
  if (slip === undefined) return err({ kind: 'incomplete' });
  const printed = await getDesktop().print.printReceipt({ slip, printer: order.printer, copies: order.copies });
  if (!printed.ok) return printed;
  const outcome = printed.value;
  const payload = {
    v: 1 as const,
    form: 'receipt',
    formSet: slip.formSet,
    copies: outcome.copies,
    printer: outcome.printer ?? '',
    reprint: slip.copyNo > 1 && order.around.isSameCopy !== true,
    ...(order.reason === null ? {} : { reason: order.reason }),
    sha256: outcome.sha256,
  };
  const recorded = await recordAct(state, { kind: 'FormPrinted', payload, backEntry: null });
  return ok({ outcome, recorded });
}

/** Puts on record that somebody looked at a dossier, or uncovered a number in it. */
export function noteDossierAccess(dossierId: string, what: 'viewed' | 'revealed'): void {
  void getDesktop().records.noteAccess({ what, subjectKey: `dossier:${dossierId}` });
}
