import { err, ok, type Result } from '../../../shared/base/result';
import type { Instant } from '../../../shared/base/time';
import type { Action, PayloadOf } from '../../../shared/domain/actions/action';
import type { Intake } from '../../../shared/domain/actions/intake-payload';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import type { FormSet } from '../../../shared/domain/form-set';
import type { Procedure } from '../../../shared/domain/procedure';
import type { Unit } from '../../../shared/domain/unit';
import type { Proposal } from '../../../shared/domain/proposal';
import { buildReceiptSlipData } from '../../../shared/forms/receipt-slip-from-dossier';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { IpcError, PrintError, PrintOutcome } from '../../../shared/ipc/messages';
import { usePreferences } from '../../preferences.store';
import { choosePrinter, FILE_ONLY, refreshPrinters } from '../../printers.store';
import { proposeActs, type ActError } from '../../records/propose';
import { useRecordsStatus } from '../../records/records-status.store';
import type { LegalTime } from './back-entry';
import type { IntakeDraft } from './intake-draft';

/** A reception as it lies in the journal. */
export interface ReceivedDossier {
  readonly savedAt: Instant;
  readonly state: DossierState;
  readonly shown: boolean;
}

/** What is to be received. `now` is the instant of the command; only a back entry names another legal time. */
export interface Reception {
  readonly dossierId: string;
  readonly intake: Intake;
  readonly legalTime: LegalTime;
  readonly payment: IntakeDraft['payment'];
  /** Papers taken over from earlier dossiers, in the same command. */
  readonly reuses: readonly PayloadOf<'PaperReused'>[];
  /** The post only takes the papers in: number of its slip and where. */
  readonly consignment: { readonly consignmentNo: string; readonly place: string } | null;
}

/** Why a reception was not recorded. */
export type ReceiveError = ActError;

function buildOpening({ intake, consignment }: Reception): Proposal['act'] {
  if (consignment === null) return { kind: 'DossierReceived', intake };
  return { kind: 'plain', plainKind: 'CollectedByPost', payload: { v: 1, intake, ...consignment } };
}

function buildProposals(wish: Reception): Proposal[] {
  const { dossierId, intake, legalTime, payment, consignment } = wish;
  const subject = { type: 'dossier', id: dossierId } as const;
  const time = legalTime.backEntry === undefined ? {} : { happenedAt: legalTime.at, backEntry: legalTime.backEntry };
  const toProposal = (act: Proposal['act']): Proposal => ({ subject, base: 0, ...time, act });
  // A paper is taken over where the dossier is received: a consignment only carries papers to the centre.
  const reuses = consignment === null ? wish.reuses : [];
  const fees = payment === 'later' || intake.fees.length === 0 ? [] : [{ v: 1, lines: intake.fees, method: payment }];
  return [
    buildOpening(wish),
    ...reuses.map((payload) => ({ kind: 'plain' as const, plainKind: 'PaperReused', payload })),
    ...fees.map((payload) => ({ kind: 'plain' as const, plainKind: 'FeeCollected', payload })),
  ].map(toProposal);
}

/** Folded from the answer alone: the notice must not wait for, or fail with, the store. */
function readAnswer(
  dossierId: string,
  { actions, shown }: { readonly actions: readonly Action[]; readonly shown: boolean },
  otherwise: Instant,
): ReceivedDossier {
  const state = foldDossier({ dossierId, actions, receipts: new Map() });
  return { savedAt: actions[0]?.at ?? otherwise, state, shown };
}

/** Receives a dossier, and in the same command papers taken over and the money that was taken: all or nothing. */
export async function receiveDossier(reception: Reception): Promise<Result<ReceivedDossier, ActError>> {
  const recorded = await proposeActs(buildProposals(reception));
  if (!recorded.ok) return recorded;
  return ok(readAnswer(reception.dossierId, recorded.value, reception.legalTime.at));
}

/** A talk before any reception, as it is proposed: the door adds the number of the paper. */
export type TalkAct = Extract<
  Proposal['act'],
  { readonly kind: 'GuidanceIssued' | 'RefusalProposed' | 'IntakeRefused' }
>;

/** Records that somebody was guided or refused. The paper given carries a number of the counter's yearly series. */
export async function recordTalk(order: {
  readonly dossierId: string;
  readonly act: TalkAct;
  readonly now: Instant;
}): Promise<Result<ReceivedDossier, ActError>> {
  const { dossierId, act, now } = order;
  const recorded = await proposeActs([{ subject: { type: 'dossier', id: dossierId }, base: 0, act }]);
  return recorded.ok ? ok(readAnswer(dossierId, recorded.value, now)) : recorded;
}

/** Why no slip was printed. */
export type SlipError = PrintError | IpcError | { readonly kind: 'incomplete' };

/** What a slip needs beside the dossier. */
export interface SlipOrder {
  readonly desktop: DesktopBridge;
  readonly state: DossierState;
  readonly unit: Unit;
  readonly procedure: Procedure;
  readonly officerName: string;
  readonly practice: boolean;
  /** The last copy did not come out. */
  readonly isSameCopy: boolean;
}

/** A slip that left, and the form it followed. */
export interface PrintedSlip extends PrintOutcome {
  readonly formSet: FormSet;
  readonly isReprint: boolean;
  /** No printer because the officer chose the file. */
  readonly isFileChosen: boolean;
}

/** Prints the slip (both parts are one document). Nothing is recorded yet. */
export async function printSlip(order: SlipOrder): Promise<Result<PrintedSlip, SlipError>> {
  const { desktop, state, ...around } = order;
  const slip = buildReceiptSlipData(state, around);
  if (!slip) return err({ kind: 'incomplete' });
  const printers = await refreshPrinters(desktop);
  if (!printers.ok) return printers;
  const { printer: chosen } = usePreferences.getState();
  const printer = choosePrinter(printers.value, chosen);
  const printed = await desktop.print.printReceipt({
    slip,
    printer: printer === FILE_ONLY ? null : printer,
    copies: 1,
  });
  if (!printed.ok) return printed;
  const isReprint = slip.copyNo > 1 && !order.isSameCopy;
  return ok({ ...printed.value, formSet: slip.formSet, isReprint, isFileChosen: chosen === FILE_ONLY });
}

const STORE_PATIENCE_MS = 30_000;

/** A print is an act on a dossier the store must know; right after the start it may still be catching up. */
function waitForStore(): Promise<void> {
  const isReady = (): boolean => useRecordsStatus.getState().phase === 'ready';
  if (isReady()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, STORE_PATIENCE_MS);
    const stop = useRecordsStatus.subscribe(() => {
      if (isReady()) finish();
    });
  });
}

/** Records that a slip left for the printer; the state with the print in it. A file alone is no print. */
export async function recordPrint(
  state: DossierState,
  print: { readonly slip: PrintedSlip; readonly reason: string | null },
): Promise<Result<DossierState, ActError>> {
  const { slip, reason } = print;
  if (slip.printer === null) return ok(state);
  const payload = {
    v: 1,
    form: 'receipt',
    formSet: slip.formSet,
    copies: slip.copies,
    printer: slip.printer,
    reprint: slip.isReprint,
    ...(reason === null ? {} : { reason }),
    sha256: slip.sha256,
  };
  await waitForStore();
  const recorded = await proposeActs([
    {
      subject: { type: 'dossier', id: state.dossierId },
      base: state.pos,
      act: { kind: 'plain', plainKind: 'FormPrinted', payload },
    },
  ]);
  if (!recorded.ok) return recorded;
  const known = state.timeline.map(({ action }) => action);
  const receipts = new Map(
    state.timeline.flatMap(({ action, receipt }) => (receipt ? [[action.id, receipt] as const] : [])),
  );
  const actions = [...known, ...recorded.value.actions];
  return ok(
    recorded.value.states.get(state.dossierId) ?? foldDossier({ dossierId: state.dossierId, actions, receipts }),
  );
}
