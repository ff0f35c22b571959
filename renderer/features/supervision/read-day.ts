import { ok, type Result } from '../../../shared/base/result';
import { fromLocal, toLocalDay, type LocalDay } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Procedure } from '../../../shared/domain/procedure';
import type { Unit } from '../../../shared/domain/unit';
import { buildReference } from '../../../shared/domain/reference';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { IpcError } from '../../../shared/ipc/messages';
import { getUnitDays, readDossierStates, type ReadFailure } from '../../records/dossier-queries';
import { selectDossierIds, type SearchFailure } from '../../records/projection-queries';
import { findFrozenProcedure } from '../../records/reference';
import { type IssuedAddendum, listIssued } from './addendum';
import { buildClosingText, type DayClosing, type DayFacts, findClosing, type ProcedureNames } from './day-register';
import { readStatesAsOf } from './read-as-of';
import { sha256Hex } from './sha256';

/** Why a day could not be read. */
export type DayFailure = ReadFailure | SearchFailure | IpcError;

/** Which day of which unit, as seen from which PC. `knownIds`: dossiers of the day a live list has shown. */
export interface DayQuestion {
  readonly desktop: DesktopBridge;
  readonly unit: Unit;
  readonly day: LocalDay;
  readonly practice: boolean;
  readonly knownIds: readonly string[];
}

/** A day as it is now, and as it was closed. */
export interface ReadDay {
  readonly now: DayFacts;
  readonly closing: DayClosing | null;
  /** The rows as of the closing; null when the day is open, or when this PC cannot make them out again. */
  readonly closed: DayFacts | null;
  /** Addenda to the closing, by number. */
  readonly addenda: readonly IssuedAddendum[];
}

const DAY_MS = 86_400_000;
/** As many as a register may hold. */
const DAY_LIMIT = 20_000;

/** Ids of the dossiers received on a day (legal time), in order of reception. */
export async function readDayIds({
  day,
  knownIds,
}: Pick<DayQuestion, 'day' | 'knownIds'>): Promise<Result<readonly string[], SearchFailure>> {
  const from = fromLocal(day, '00:00');
  const ids = await selectDossierIds({ received: { from, before: from + DAY_MS } }, 'receivedAt', DAY_LIMIT);
  // The live list also holds dossiers of which only the acceptance has come: their slips are out, so they are in the register.
  return ids.ok ? ok([...new Set([...ids.value, ...knownIds])]) : ids;
}

/** The unit as the rules of that day name it: a later name must not change an older register. */
async function readUnitOf(question: DayQuestion): Promise<Unit> {
  const packages = await question.desktop.reference.current();
  const reference = packages.ok ? buildReference(packages.value, question.day) : undefined;
  return (reference?.ok ? reference.value.units.get(question.unit.id) : undefined) ?? question.unit;
}

function latestVersions(states: readonly DossierState[]): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const { procedureCode, versions: frozen } of states) {
    if (procedureCode === null || frozen === null) continue;
    const known = versions.get(procedureCode);
    if (known === undefined || known < frozen.procedures) versions.set(procedureCode, frozen.procedures);
  }
  return versions;
}

/** Names of the procedures under the versions the dossiers were received with; today's where that version is not here. */
async function readProcedureNames(question: DayQuestion, states: readonly DossierState[]): Promise<ProcedureNames> {
  const packages = await question.desktop.reference.current();
  const reference = packages.ok ? buildReference(packages.value, question.day) : undefined;
  const names = new Map<string, { name: string; fieldName: string }>();
  for (const [code, version] of latestVersions(states)) {
    const frozen: Procedure | undefined = await findFrozenProcedure({ version, code, day: question.day });
    const procedure = frozen ?? (reference?.ok ? reference.value.procedures.get(code) : undefined);
    if (procedure) names.set(code, { name: procedure.name, fieldName: procedure.field.name });
  }
  return names;
}

/** What a register of these states is made from. */
export async function completeFacts(question: DayQuestion, states: readonly DossierState[]): Promise<DayFacts> {
  const [unit, procedures] = await Promise.all([readUnitOf(question), readProcedureNames(question, states)]);
  const { day, practice } = question;
  return {
    unit,
    day,
    states: states.filter(({ receivedAt }) => receivedAt !== null && toLocalDay(receivedAt) === day),
    procedures,
    practice,
  };
}

async function reproduce(
  question: DayQuestion,
  ids: readonly string[],
  closing: DayClosing,
): Promise<Result<DayFacts | null, IpcError>> {
  const { record, counterId } = closing;
  const states = await readStatesAsOf(question.desktop.records.tail, ids, record.asOfLine);
  if (!states.ok) return states;
  const facts = await completeFacts(question, states.value);
  const text = buildClosingText(facts, { counterId, closedAt: record.closedAt, officerId: record.officerId });
  // The hash decides: a line number means something in the journal it was counted in only.
  return ok((await sha256Hex(text)) === record.registerHash ? facts : null);
}

/** Reads a day: as it is now, and, once closed, as it was closed. */
export async function readDay(question: DayQuestion): Promise<Result<ReadDay, DayFailure>> {
  const ids = await readDayIds(question);
  if (!ids.ok) return ids;
  const states = await readDossierStates(ids.value);
  if (!states.ok) return states;
  const days = await getUnitDays(question.unit.id, question.day);
  if (!days.ok) return days;
  const now = await completeFacts(question, states.value);
  const closing = findClosing(days.value);
  if (closing === null) return ok({ now, closing, closed: null, addenda: [] });
  const addenda = listIssued(days.value, closing.record.actionId);
  const closed = await reproduce(question, ids.value, closing);
  return closed.ok ? ok({ now, closing, closed: closed.value, addenda }) : closed;
}
