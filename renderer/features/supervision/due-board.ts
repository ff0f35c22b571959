import { fromLocal, formatInstant, toLocalDay, type Instant } from '../../../shared/base/time';
import { remainingWorkMinutes } from '../../../shared/domain/deadline-clock';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import { spellAgency } from '../../../shared/text/agency-name';
import { statusText } from '../../../shared/text/domain-sentences';
import type { Message } from '../../../shared/text/message';
import { describeDeadline, type TonedMessage } from '../../../shared/text/worklist-sentences';
import type { DossierRow } from '../../records/dossier-row';
import type { FactFilter } from '../../records/fact-table';

/** Views of the due board, in the order of their chips. */
export const dueLists = ['all', 'overdue', 'today', 'soon', 'paused'] as const;
/** See {@link dueLists}. */
export type DueList = (typeof dueLists)[number];

/** More rows than this are not shown at once; the counts are always of all. */
export const BOARD_LIMIT = 500;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** "Soon": within one working day, as time limits are converted nationally. */
const SOON_MINUTES = 480;
/** No holiday is longer: Tết with its weekends is about ten days. */
const LOOK_AHEAD_MS = 40 * DAY_MS;

/** The last minute that lies within one working day of `now`. */
export function findSoonBound(calendar: WorkingCalendar, now: Instant): Instant {
  let low = 0;
  let high = LOOK_AHEAD_MS / MINUTE_MS;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (remainingWorkMinutes(calendar, now, now + middle * MINUTE_MS) <= SOON_MINUTES) low = middle;
    else high = middle - 1;
  }
  return now + low * MINUTE_MS;
}

/** Which dossiers each view holds. Running limits only, but for the paused; "soon" begins after today. */
export function buildDueFilters(calendar: WorkingCalendar, now: Instant): Readonly<Record<DueList, FactFilter>> {
  const tomorrow = fromLocal(toLocalDay(now), '00:00') + DAY_MS;
  const all: FactFilter = { statuses: [2, 4, 5, 6] };
  // By the rules and not by the status: the tax authority's time pauses a dossier that is being handled.
  const running: FactFilter = { ...all, isPaused: false };
  return {
    all,
    // Bounded below: a dossier without a limit has no due time.
    overdue: { ...running, due: { from: 1, before: now } },
    today: { ...running, due: { from: now, before: tomorrow } },
    soon: { ...running, due: { from: tomorrow, before: findSoonBound(calendar, now) + MINUTE_MS } },
    paused: { ...all, isPaused: true },
  };
}

/** A row of the board, ready to be shown. */
export interface DueRow {
  readonly id: string;
  readonly left: TonedMessage;
  readonly due: string;
  readonly dueAt: number;
  readonly code: string;
  readonly person: string;
  readonly procedure: string;
  readonly status: Message;
  readonly handlingUnit: string;
  readonly counter: string;
}

/** What the words of a row depend on besides the dossier. `counterName` knows a counter by its slip book. */
export interface BoardSurroundings {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly procedureName: (code: string) => string;
  readonly counterName: (book: string) => string;
}

function buildDueRow(row: DossierRow, around: BoardSurroundings): DueRow {
  return {
    id: row.dossierId,
    left: describeDeadline(row, around.calendar, around.now),
    // While a pause lasts the date before it is nobody's.
    due: row.legalDue === null || row.pausedSince !== null ? '' : formatInstant(row.legalDue),
    dueAt: row.legalDue ?? Number.MAX_SAFE_INTEGER,
    code: row.code,
    person: row.applicantName,
    procedure: row.procedureCode === null ? '' : around.procedureName(row.procedureCode),
    status: statusText(row.status),
    handlingUnit: spellAgency(row.handlingUnit),
    counter: around.counterName(row.counterId),
  };
}

/** Least working time left first. Paused dossiers lose none, so they come last; those without a limit behind them. */
export function buildDueRows(rows: readonly DossierRow[], around: BoardSurroundings): readonly DueRow[] {
  const rank = (row: DossierRow): number => Number(row.pausedSince !== null) + 2 * Number(row.legalDue === null);
  return [...rows]
    .sort((a, b) => rank(a) - rank(b) || (a.legalDue ?? 0) - (b.legalDue ?? 0))
    .map((row) => buildDueRow(row, around));
}
