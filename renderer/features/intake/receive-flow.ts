import { sayVi } from '../../../shared/text/message';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { forgetDraft, makeDraft } from './draft-keeper';
import { describeCause, describeFileOnly, describeNotSaved, describePrintError } from './intake-failures';
import type { IntakeSurroundings, IntakeView } from './intake-form';
import {
  printSlip,
  receiveDossier,
  recordPrint,
  type PrintedSlip,
  type ReceiveError,
  type SlipError,
} from './intake.commands';
import { RECEIVE } from './field-order';
import {
  focusOn,
  noteLeftPrint,
  setIntake,
  showDraft,
  useIntake,
  type PrintStep,
  type SavedDossier,
} from './intake.store';
import type { Message } from '../../../shared/text/message';

/** What receiving and printing need besides the draft. */
export interface Desktop {
  readonly desktop: DesktopBridge;
  readonly practice: boolean;
  readonly now: () => number;
}

function describeSlipError(error: SlipError): Message {
  return error.kind === 'incomplete' ? { key: 'intake.print.failed.incomplete' } : describePrintError(error);
}

/** What the officer has to know of a print even after going on; a slip that came out and is recorded needs no word. */
function findTrouble(print: PrintStep): Message | undefined {
  if (print.kind === 'failed') return print.message;
  if (print.kind !== 'printed') return undefined;
  return print.unrecorded ?? (print.printer === null ? describeFileOnly(print.file) : undefined);
}

function showPrint({ dossierId, state }: SavedDossier, print: PrintStep): void {
  if (useIntake.getState().saved?.dossierId === dossierId) {
    setIntake({ print });
    return;
  }
  // The officer has gone on: the next dossier's screen is left alone, but trouble is told above it.
  const trouble = findTrouble(print);
  if (!trouble) return;
  const values = { code: state.code ?? state.temporaryCode ?? '', what: sayVi(trouble) };
  noteLeftPrint({ dossierId, message: { key: 'intake.print.leftBehind', values } });
}

/** Prints the slip of the dossier just saved and records the print. The save stands whatever happens here. */
export async function printSaved(
  around: IntakeSurroundings,
  { desktop, practice, now }: Desktop,
  reason: string | null,
): Promise<void> {
  const { saved, print } = useIntake.getState();
  if (saved === null || print.kind === 'working') return;
  const { state } = saved;
  const { reference, officer, unit } = around;
  const procedure = reference.procedures.get(state.procedureCode ?? '');
  const receivingUnit = reference.units.get(state.receivingUnitId ?? '') ?? unit;
  showPrint(saved, { kind: 'working' });
  const slip = procedure
    ? await printSlip({ desktop, state, unit: receivingUnit, procedure, officerName: officer.name, practice })
    : ({ ok: false, error: { kind: 'incomplete' } } as const);
  if (!slip.ok) {
    showPrint(saved, { kind: 'failed', message: describeSlipError(slip.error) });
    return;
  }
  const { printer, file } = slip.value;
  const printed = { kind: 'printed', at: now(), printer, file } as const;
  showPrint(saved, { ...printed, unrecorded: null });
  const unrecorded = await noteRecorded(saved, slip.value, reason);
  if (unrecorded) showPrint(saved, { ...printed, unrecorded });
}

/** Records the print, whatever the screen shows by now, and keeps the new state; why it could not be recorded otherwise. */
async function noteRecorded(
  { dossierId, state }: SavedDossier,
  slip: PrintedSlip,
  reason: string | null,
): Promise<Message | undefined> {
  const { saved } = useIntake.getState();
  const current = saved?.dossierId === dossierId ? saved.state : state;
  const recorded = await recordPrint(current, { slip, reason });
  if (!recorded.ok) {
    const why = sayVi(describeCause(recorded.error));
    return { key: 'intake.print.notRecorded', values: { why } };
  }
  const latest = useIntake.getState().saved;
  if (latest?.dossierId === dossierId) setIntake({ saved: { ...latest, state: recorded.value } });
  return undefined;
}

/** Shows what is wrong and takes the officer to the first of it. */
function showProblems(view: IntakeView): void {
  const [first] = view.problems;
  const isInPerson = view.problems.some(({ field }) => field.startsWith('submitter.'));
  const isInMore = view.problems.some(({ field }) => field === 'summary' || field.startsWith('backEntry'));
  setIntake({
    wasAsked: true,
    ...(isInPerson ? { isPersonOpen: true } : {}),
    ...(isInMore ? { isMoreOpen: true } : {}),
  });
  if (first) focusOn(first.field);
}

/** Not saved, and why. A draft whose dossier is in the journal already gives way: its slip may be with the citizen. */
async function showRefusal(draftId: string, error: ReceiveError, { now }: Desktop): Promise<void> {
  if (error.kind === 'notAllowed' && error.reason.kind === 'alreadyDone') {
    await forgetDraft(draftId);
    showDraft(makeDraft(now()), { alreadySaved: draftId });
    return;
  }
  setIntake({ stage: 'typing', failure: describeNotSaved(error) });
  focusOn(RECEIVE);
}

/**
 * "Tiếp nhận và in". The answer of the door is the save: it is shown before anything is printed, and a print that fails
 * cannot hide it.
 */
export async function receiveAndPrint(view: IntakeView, around: IntakeSurroundings, desk: Desktop): Promise<void> {
  const { draft, stage } = useIntake.getState();
  if (draft === null || stage !== 'typing') return;
  const { intake, legalTime, fee } = view;
  if (!intake || !legalTime) {
    showProblems(view);
    return;
  }
  setIntake({ stage: 'receiving', failure: null, alreadySaved: null });
  const payment = fee?.payment ?? 'later';
  const received = await receiveDossier({ dossierId: draft.id, intake, legalTime, payment });
  if (!received.ok) {
    await showRefusal(draft.id, received.error, desk);
    return;
  }
  const saved = { dossierId: draft.id, ...received.value };
  setIntake({ stage: 'saved', saved, print: { kind: 'idle' }, isScanOpen: false, card: null, restoredFrom: null });
  // Not waited for: a draft that stays behind is known by its id and never received again.
  void forgetDraft(draft.id);
  await printSaved(around, desk, null);
}
