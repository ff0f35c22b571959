import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import { decideAcceptanceDue } from './acceptance-clock';
import { channelSchema, type Channel } from './channel';
import { shownCode } from './dossier-codes';
import { isAnswered } from './overdue-acceptance';
import { buildHandlingCase, type OverdueInput } from './overdue-case';
import type { LateFinding, OverdueCause } from './overdue-causes';
import { decideOverdueCause } from './overdue-cause';

/** Days of a report, both included. */
export interface LatePeriod {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** A dossier that is late to accept or late to process. Times are legal times; minutes of working time. */
export interface LateRow {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string | null;
  readonly channel: Channel | null;
  readonly receivingUnitId: string | null;
  readonly due: Instant;
  /** Null while it is still open. */
  readonly doneAt: Instant | null;
  readonly workingMinutes: number;
  /** `recordOnly`: in time by law, late only in the province's books or in the national count. */
  readonly lateness: LateFinding['lateness'];
  readonly main: OverdueCause;
  /** Its due day lies in the period. */
  readonly inPeriod: boolean;
}

/** Late dossiers beside all that were due. */
export interface LateFigure {
  /** Late by law. */
  readonly late: number;
  /** Of these, not done yet. */
  readonly open: number;
  /** In time by law, late only in the books. */
  readonly recordOnly: number;
  /** All whose due day lies in the span and has come, or that were done before it. */
  readonly of: number;
}

/** Both readings of a figure: of dossiers due in the period, and of all ever due up to the day, as the portal counts. */
export interface LateReadings {
  readonly inPeriod: LateFigure;
  readonly cumulative: LateFigure;
}

/** One of the two lists, with its figures. */
export interface LateList extends LateReadings {
  /** Open ones first, then by due time. Cumulative; those of the period are marked. */
  readonly rows: readonly LateRow[];
  readonly byChannel: Readonly<Record<Channel, LateReadings>>;
}

/** Chậm tiếp nhận and chậm giải quyết apart (counter reality §2c, seed 001). */
export interface LateLists {
  readonly toAccept: LateList;
  readonly toProcess: LateList;
}

interface Counted {
  readonly channel: Channel | null;
  readonly due: Instant;
  readonly row: LateRow | null;
}

function buildRow({ state }: OverdueInput, finding: LateFinding, at: { due: Instant; inPeriod: boolean }): LateRow {
  const { dossierId, procedureCode, channel, receivingUnitId } = state;
  const { doneAt, workingMinutes, lateness, main } = finding;
  return {
    ...{ dossierId, code: shownCode(state), procedureCode, channel, receivingUnitId },
    ...{ doneAt, workingMinutes, lateness, main, ...at },
  };
}

/** A dossier counts once its date has come, or once it was done. */
function count(
  input: OverdueInput,
  due: Instant | null,
  about: { finding: LateFinding | null; done: boolean; period: LatePeriod },
) {
  if (due === null || (due > input.asOf && !about.done && about.finding === null)) return [];
  const day = toLocalDay(due);
  const inPeriod = day >= about.period.from && day <= about.period.to;
  const row = about.finding && buildRow(input, about.finding, { due, inPeriod });
  return [{ channel: input.state.channel, due, row, inPeriod }];
}

function countFigure(counted: readonly Counted[]): LateFigure {
  const rows = counted.flatMap(({ row }) => (row ? [row] : []));
  const late = rows.filter((row) => row.lateness === 'legal');
  return {
    late: late.length,
    open: late.filter((row) => row.doneAt === null).length,
    recordOnly: rows.length - late.length,
    of: counted.length,
  };
}

type Placed = Counted & { readonly inPeriod: boolean };

function readBoth(counted: readonly Placed[]): LateReadings {
  return { inPeriod: countFigure(counted.filter((one) => one.inPeriod)), cumulative: countFigure(counted) };
}

function byUrgency(a: LateRow, b: LateRow): number {
  const open = Number(a.doneAt !== null) - Number(b.doneAt !== null);
  return open || a.due - b.due || (a.dossierId < b.dossierId ? -1 : 1);
}

function buildList(counted: readonly Placed[]): LateList {
  const channelOf = (channel: Channel) => readBoth(counted.filter((one) => one.channel === channel));
  const [counter, online, post] = channelSchema.options.map(channelOf) as [LateReadings, LateReadings, LateReadings];
  const rows = counted.flatMap(({ row }) => (row ? [row] : []));
  return { ...readBoth(counted), rows: rows.sort(byUrgency), byChannel: { counter, online, post } };
}

/** The two lists over all dossiers handed in, as they stood at each input's `asOf`. */
export function buildLateLists(dossiers: readonly OverdueInput[], period: LatePeriod): LateLists {
  const toAccept: Placed[] = [];
  const toProcess: Placed[] = [];
  for (const input of dossiers) {
    const { state, rules, acceptance } = input;
    const { acceptance: accepting, handling } = decideOverdueCause(input);
    const { submission } = state;
    if (submission !== null) {
      const { due } = decideAcceptanceDue(submission.submittedAt, rules.calendar, acceptance);
      toAccept.push(...count(input, due, { finding: accepting, done: isAnswered(input), period }));
    }
    const received = buildHandlingCase(input);
    if (received === null) continue;
    const done = received.history.end !== null;
    const due = received.dates.legalDue ?? (handling === null ? null : received.receivedAt);
    toProcess.push(...count(input, due, { finding: handling, done, period }));
  }
  return { toAccept: buildList(toAccept), toProcess: buildList(toProcess) };
}

/** Share of late dossiers, 0 to 1; null where nothing was due: no figure is not a zero (domain notes §1.4). */
export function lateRate(figure: LateFigure): number | null {
  return figure.of === 0 ? null : figure.late / figure.of;
}
