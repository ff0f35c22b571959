import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Message } from '../../../shared/text/message';
import { describeRecordError } from '../../../shared/text/record-error-sentences';
import { labelPrinter, usePrinters } from '../../printers.store';
import { describeFileOnly, describePrintError, describeWaiting } from './intake-failures';
import type { IntakeSurroundings } from './intake-form';
import { printSlip, recordPrint, type PrintedSlip, type SlipError } from './intake.commands';
import {
  dismissLeftPrint,
  noteLeftPrint,
  setIntake,
  useIntake,
  type PrintStep,
  type SavedDossier,
} from './intake.store';
import { hearJobs } from './print-news';

/** What receiving and printing need besides the draft. */
export interface Desktop {
  readonly desktop: DesktopBridge;
  readonly practice: boolean;
  readonly counter: { readonly name: string; readonly book: string };
  readonly now: () => number;
}

function label(name: string): string {
  return labelPrinter(usePrinters.getState().printers ?? [], name);
}

function describeSlipError(error: SlipError): Message {
  if (error.kind === 'incomplete') return { key: 'intake.print.failed.incomplete' };
  return describePrintError('name' in error ? { ...error, name: label(error.name) } : error);
}

/** What the officer has to know of a print even after going on; a slip that came out and is recorded needs no word. */
function findTrouble(print: PrintStep): Message | undefined {
  if (print.kind === 'failed') return print.message;
  if (print.kind !== 'printed') return undefined;
  const fileOnly = print.printer === null && !print.isFileChosen ? describeFileOnly(print.file, false) : undefined;
  return print.unrecorded ?? print.waiting ?? fileOnly;
}

function showPrint({ dossierId, state }: SavedDossier, print: PrintStep): void {
  if (useIntake.getState().saved?.dossierId === dossierId) {
    setIntake({ print });
    return;
  }
  // The officer has gone on: the next dossier's screen is left alone, but trouble is told above it.
  const trouble = findTrouble(print);
  if (!trouble) {
    dismissLeftPrint(dossierId);
    return;
  }
  const values = { code: state.code ?? state.temporaryCode ?? '', what: trouble };
  noteLeftPrint({ dossierId, message: { key: 'intake.print.leftBehind', values } });
}

/** `isSameCopy`: the last copy did not come out ("chưa in được"); it is no reprint. */
export interface PrintWish {
  readonly reason: string | null;
  readonly isSameCopy: boolean;
  /** The dossier as the lists show it by now, when they know more than the answer of the door. */
  readonly state?: DossierState;
}

/** The first copy, printed together with the reception. */
export const firstPrint: PrintWish = { reason: null, isSameCopy: false };

/** Prints the slip of the dossier just saved and records the print. The save stands whatever happens here. */
export async function printSaved(around: IntakeSurroundings, desk: Desktop, wish: PrintWish): Promise<void> {
  const { saved: held, print } = useIntake.getState();
  if (held === null || print.kind === 'working') return;
  const saved = { ...held, state: wish.state ?? held.state };
  showPrint(saved, { kind: 'working' });
  const jobs = hearJobs(desk.desktop);
  const slip = await orderSlip(around, desk, { saved, wish });
  if (!slip.ok) {
    jobs.stop();
    showPrint(saved, { kind: 'failed', message: describeSlipError(slip.error) });
    return;
  }
  const { printer, file, isFileChosen } = slip.value;
  const printed = { kind: 'printed', at: desk.now(), printer, file, isFileChosen } as const;
  const said: { unrecorded: Message | null; waiting: Message | null } = { unrecorded: null, waiting: null };
  showPrint(saved, { ...printed, ...said });
  jobs.follow(slip.value.jobId, (news) => {
    said.waiting = news.end === 'stuck' ? describeWaiting({ ...news, printer: label(news.printer) }) : null;
    showPrint(saved, { ...printed, ...said });
  });
  said.unrecorded = (await noteRecorded(saved, slip.value, wish.reason)) ?? null;
  if (said.unrecorded) showPrint(saved, { ...printed, ...said });
}

async function orderSlip(
  { reference, officer, unit }: IntakeSurroundings,
  { desktop, practice }: Desktop,
  { saved, wish }: { readonly saved: SavedDossier; readonly wish: PrintWish },
): ReturnType<typeof printSlip> {
  const { state } = saved;
  const { isSameCopy } = wish;
  const procedure = reference.procedures.get(state.procedureCode ?? '');
  const receivingUnit = reference.units.get(state.receivingUnitId ?? '') ?? unit;
  if (!procedure) return { ok: false, error: { kind: 'incomplete' } };
  const officerName = officer.name;
  return printSlip({ desktop, state, unit: receivingUnit, procedure, officerName, practice, isSameCopy });
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
    const why = describeRecordError(recorded.error);
    return { key: 'intake.print.notRecorded', values: { why } };
  }
  const latest = useIntake.getState().saved;
  if (latest?.dossierId === dossierId) setIntake({ saved: { ...latest, state: recorded.value } });
  return undefined;
}
