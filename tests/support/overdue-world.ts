import type { Instant } from '../../shared/base/time';
import type { Action, KnownKind, PayloadOf } from '../../shared/domain/actions/action';
import { decideAppointment } from '../../shared/domain/appointment';
import type { Appointment } from '../../shared/domain/appointment-schema';
import type { CalendarRows } from '../../shared/domain/calendar-rows';
import { workingTimeBetween } from '../../shared/domain/deadline-clock';
import type { DeadlineRules } from '../../shared/domain/deadline-rules';
import type { PauseMode } from '../../shared/domain/pause-rule';
import type { TimeLimit } from '../../shared/domain/procedure-limit';
import { runWorkingTime } from '../../shared/domain/time-limit';
import type { Session } from '../../shared/domain/unit';
import type { Receipt, Verdict } from '../../shared/domain/verdict';
import { buildWorkingCalendar, findWorkingStart, type WorkingCalendar } from '../../shared/domain/working-calendar';
import { createBuilders, type ActionParts, type Builders } from './builders';
import { at, buildDeadlineRules, eightHours, officialDays, pauseRules } from './deadline-kit';

/** Names by which the simulated unit goes. */
export const OWN_UNITS = [
  'Trung tâm Phục vụ hành chính công',
  'UBND xã Hoa Sơn',
  'Bộ phận hộ tịch',
  'Bộ phận địa chính',
];
export const COUNTER_OFFICER = 'demo-intakeOfficer';
export const SECOND_MS = 1_000;
export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export const VERSIONS = { procedures: '2026.03.01', calendar: '2026.01.15', units: '2026.01.15', rules: 'embedded' };
type Versions = typeof VERSIONS;

const sessions: readonly [readonly Session[], ...(readonly Session[])[]] = [
  eightHours,
  [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:30' },
  ],
  [
    { from: '07:00', to: '11:00' },
    { from: '13:00', to: '17:00' },
  ],
];

/** Days before Tết, a swapped Saturday, the turn of the year: where deadlines go wrong. */
const hardDays = [
  '2024-02-05',
  '2024-04-24',
  '2024-08-28',
  '2024-12-30',
  '2025-01-22',
  '2025-04-23',
  '2025-08-27',
  '2026-02-11',
  '2026-04-22',
  '2026-08-19',
  '2026-12-29',
  '2027-02-02',
] as const;

/** How an act is done; what is left out is ordinary. */
export interface ActOptions<K extends KnownKind> {
  /** True time. */
  readonly at: Instant;
  /** What the device's clock showed; `at` unless the clock was wrong. */
  readonly shown?: Instant;
  readonly parts?: ActionParts;
  readonly payload?: Partial<PayloadOf<K>>;
  /** When the province got it; null: not yet. Left out: after a little while. */
  readonly arrival?: Instant | null;
  readonly verdict?: Verdict;
  /** Done at another place and not here. */
  readonly elsewhere?: boolean;
}

interface Happening {
  readonly action: Action;
  readonly trueAt: Instant;
  readonly arrival: Instant | null;
  readonly verdict: Verdict | undefined;
  readonly elsewhere: boolean;
}

/** A small world around one dossier: an office with its hours, a procedure, a line to the province. */
export interface World {
  readonly make: Builders;
  readonly dossierId: string;
  readonly calendar: WorkingCalendar;
  readonly rows: CalendarRows;
  readonly hours: readonly Session[];
  readonly limit: TimeLimit;
  readonly mode: PauseMode;
  readonly rules: DeadlineRules;
  readonly versions: Versions;
  /** A moment of office hours to begin with. */
  readonly start: Instant;
  readonly chance: (percent: number) => boolean;
  /** A share between two bounds in percent. */
  readonly share: (from: number, to: number) => number;
  /** So much working time later. */
  readonly later: (from: Instant, ms: number) => Instant;
  readonly between: (from: Instant, to: Instant) => number;
  readonly appoint: (receivedAt: Instant, changes?: { limit?: TimeLimit; calendar?: WorkingCalendar }) => Appointment;
  readonly act: <K extends KnownKind>(kind: K, options: ActOptions<K>) => Action;
  readonly close: () => { readonly actions: readonly Action[]; readonly receipts: ReadonlyMap<string, Receipt> };
}

function pickLimit({ random }: Builders): TimeLimit {
  return random.pick([
    { unit: 'workingDays', amount: random.int(3, 20) },
    { unit: 'workingDays', amount: random.int(5, 15) },
    { unit: 'workingHours', amount: random.int(3, 12) * 8 },
    { unit: 'calendarDays', amount: random.int(12, 30) },
  ] as const);
}

function pickStart({ random }: Builders, calendar: WorkingCalendar): Instant {
  const day = random.pick([random.pick(hardDays), null] as const);
  const any = at('2024-01-03T00:00') + random.int(0, 1_150) * 24 * HOUR_MS;
  const morning = day === null ? any : at(`${day}T00:00`);
  return findWorkingStart(calendar, morning + random.int(7 * 60, 16 * 60) * MINUTE_MS).at;
}

function buildReceipts(make: Builders, happenings: readonly Happening[]) {
  const told = happenings
    .filter((one): one is Happening & { arrival: Instant } => one.arrival !== null)
    .sort((a, b) => a.arrival - b.arrival);
  const placed = told.filter((one) => one.verdict?.type !== 'quarantined');
  const baseOf = (one: Happening): number => placed.filter((other) => other.arrival <= one.trueAt).length;
  const actions = happenings.filter((one) => !one.elsewhere).map((one) => ({ ...one.action, base: baseOf(one) }));
  const receipts = new Map<string, Receipt>();
  for (const one of told.filter((told) => !told.elsewhere)) {
    const action = actions.find(({ id }) => id === one.action.id) ?? one.action;
    const pos = placed.findIndex((other) => other === one) + 1;
    const verdict = one.verdict ?? { type: 'accepted' };
    receipts.set(action.id, make.receipt(action, { pos, verdict, at: one.arrival }));
  }
  return { actions, receipts };
}

/** Builds the world of a seed. `changes` fixes what a story needs. */
export function createWorld(seed: number, changes: { limit?: TimeLimit; rules?: Partial<DeadlineRules> } = {}): World {
  const make = createBuilders(seed);
  const { random } = make;
  const hours = random.pick(sessions);
  const calendar = buildWorkingCalendar(officialDays, hours, hours);
  const limit = changes.limit ?? pickLimit(make);
  const mode = random.pick(['restart', 'addWorkingTime'] as const);
  const withoutPosting = pauseRules(mode).filter((rule) => rule.kind !== 'publicPosting');
  const rules = buildDeadlineRules({ limit, calendar, pauses: withoutPosting, ...changes.rules });
  const dossierId = make.id();
  const happenings: Happening[] = [];
  const later: World['later'] = (from, ms) =>
    runWorkingTime({ startsAt: findWorkingStart(calendar, from).at, calendar }, ms).due;
  return {
    make,
    dossierId,
    calendar,
    rows: officialDays,
    hours,
    limit,
    mode,
    rules,
    versions: VERSIONS,
    start: pickStart(make, calendar),
    chance: (percent) => random.int(1, 100) <= percent,
    share: (from, to) => random.int(from, to) / 100,
    later,
    between: (from, to) => workingTimeBetween(calendar, from, to),
    appoint: (receivedAt, other = {}) => decideAppointment({ limit, calendar, receivedAt, rules, ...other }),
    act: (kind, options) => {
      const shown = options.shown ?? options.at;
      const parts = { subject: { type: 'dossier', id: dossierId } as const, at: shown, happenedAt: shown };
      const action = make.action(kind, { ...parts, ...options.parts }, options.payload);
      // Seconds or minutes; now and then a line that is down for hours, so that acts arrive out of order.
      const usual = random.int(2, random.int(1, 100) <= 8 ? 9_000 : 600) * SECOND_MS;
      const arrival = options.arrival === undefined ? options.at + usual : options.arrival;
      const elsewhere = options.elsewhere ?? false;
      happenings.push({ action, trueAt: options.at, arrival, verdict: options.verdict, elsewhere });
      return action;
    },
    close: () => buildReceipts(make, happenings),
  };
}
