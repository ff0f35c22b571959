import { toLocalDay, type Instant } from '../../shared/base/time';
import type { Action } from '../../shared/domain/actions/action';
import type { DeadlineRules } from '../../shared/domain/deadline-rules';
import type { Receipt } from '../../shared/domain/verdict';
import { buildWorkingCalendar, nextWorkingDay } from '../../shared/domain/working-calendar';
import { officeStories } from './overdue-office-stories';
import type { InjectedCause, Story } from './overdue-plot';
import { recordStories } from './overdue-record-stories';
import { createWorld, OWN_UNITS, type World } from './overdue-world';

/** A whole history of one dossier, with the cause that was put into it. */
export interface SimulatedDossier {
  readonly injected: InjectedCause;
  readonly story: string;
  readonly dossierId: string;
  readonly actions: readonly Action[];
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly rules: DeadlineRules;
  readonly versions: World['versions'];
  readonly ownUnits: readonly string[];
  readonly asOf: Instant;
  readonly listed: boolean;
}

/** The calendar in force: two days off more than the one the slip was made under. */
function addDaysOff(world: World, rules: DeadlineRules): DeadlineRules {
  const first = nextWorkingDay(world.calendar, toLocalDay(world.start));
  const second = nextWorkingDay(world.calendar, first);
  const off = (day: string) => ({ day, type: 'off' as const, name: 'Nghỉ tránh bão', provisional: false });
  const rows = { ...world.rows, entries: [...world.rows.entries, off(first), off(second)] };
  return { ...rules, calendar: buildWorkingCalendar(rows, world.hours, world.hours) };
}

const stories: readonly Story[] = [...officeStories, ...recordStories];

/** Stories in turn, each in a world of its own: another place in the calendar, other hours, limit and noise. */
export function simulateOverdue(seed: number): SimulatedDossier {
  const story = stories[seed % stories.length] as Story;
  const world = story.world ? story.world(seed) : createWorld(seed);
  const changed = story.name === 'days off decided after the slip';
  const { asOf, listed = false } = story.tell(world);
  return {
    ...world.close(),
    injected: story.injected,
    story: story.name,
    dossierId: world.dossierId,
    rules: changed ? addDaysOff(world, world.rules) : world.rules,
    versions: changed ? { ...world.versions, calendar: '2026.06.01' } : world.versions,
    ownUnits: OWN_UNITS,
    asOf,
    listed,
  };
}
