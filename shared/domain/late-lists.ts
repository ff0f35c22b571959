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

/** A dossier's place in one of the lists, whatever the period. `row` null: it was due, and it was not late. */
export interface LatePlace {
  readonly channel: Channel | null;
  readonly due: Instant;
  readonly row: Omit<LateRow, 'inPeriod'> | null;
}

/** A dossier's places in both lists as it stood then; null where it does not count yet. */
export interface LatePlaces {
  readonly toAccept: LatePlace | null;
  readonly toProcess: LatePlace | null;
}

function buildRow({ state }: OverdueInput, finding: LateFinding, due: Instant): LatePlace['row'] {
  const { dossierId, procedureCode, channel, receivingUnitId } = state;
  const { doneAt, workingMinutes, lateness, main } = finding;
  return {
    ...{ dossierId, code: shownCode(state), procedureCode, channel, receivingUnitId },
    ...{ doneAt, workingMinutes, lateness, main, due },
  };
}

/** A dossier counts once its date has come, or once it was done. */
function place(
  input: OverdueInput,
  due: Instant | null,
  about: { finding: LateFinding | null; done: boolean },
): LatePlace | null {
  if (due === null || (due > input.asOf && !about.done && about.finding === null)) return null;
  return { channel: input.state.channel, due, row: about.finding && buildRow(input, about.finding, due) };
}

/** Places of one dossier in the two lists, as it stood at the input's `asOf`. */
export function placeLate(input: OverdueInput): LatePlaces {
  const { state, rules, acceptance } = input;
  const { acceptance: accepting, handling } = decideOverdueCause(input);
  const { submission } = state;
  const acceptDue = submission && decideAcceptanceDue(submission.submittedAt, rules.calendar, acceptance).due;
  const toAccept = place(input, acceptDue, { finding: accepting, done: isAnswered(input) });
  const received = buildHandlingCase(input);
  if (received === null) return { toAccept, toProcess: null };
  const done = received.history.end !== null;
  const due = received.dates.legalDue ?? (handling === null ? null : received.receivedAt);
  return { toAccept, toProcess: place(input, due, { finding: handling, done }) };
}

interface Placed extends LatePlace {
  readonly inPeriod: boolean;
}

function countFigure(counted: readonly Placed[]): LateFigure {
  const rows = counted.flatMap(({ row }) => (row ? [row] : []));
  const late = rows.filter((row) => row.lateness === 'legal');
  return {
    late: late.length,
    open: late.filter((row) => row.doneAt === null).length,
    recordOnly: rows.length - late.length,
    of: counted.length,
  };
}

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
  const rows = counted.flatMap(({ row, inPeriod }) => (row ? [{ ...row, inPeriod }] : []));
  return { ...readBoth(counted), rows: rows.sort(byUrgency), byChannel: { counter, online, post } };
}

function putInPeriod(places: readonly (LatePlace | null)[], { from, to }: LatePeriod): readonly Placed[] {
  return places.flatMap((one): Placed[] => {
    if (one === null) return [];
    const day = toLocalDay(one.due);
    return [{ ...one, inPeriod: day >= from && day <= to }];
  });
}

/** The two lists out of the places of all dossiers. */
export function joinLateLists(places: readonly LatePlaces[], period: LatePeriod): LateLists {
  const listOf = (name: keyof LatePlaces) =>
    buildList(
      putInPeriod(
        places.map((one) => one[name]),
        period,
      ),
    );
  return { toAccept: listOf('toAccept'), toProcess: listOf('toProcess') };
}

/** The two lists over all dossiers handed in, as they stood at each input's `asOf`. */
export function buildLateLists(dossiers: readonly OverdueInput[], period: LatePeriod): LateLists {
  return joinLateLists(dossiers.map(placeLate), period);
}

/** Share of late dossiers, 0 to 1; null where nothing was due: no figure is not a zero (domain notes §1.4). */
export function lateRate(figure: LateFigure): number | null {
  return figure.of === 0 ? null : figure.late / figure.of;
}
