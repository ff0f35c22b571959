import type { Instant } from '../../shared/base/time';
import { finish, inTime, toDesk, type Started } from './overdue-stories';
import { createWorld, HOUR_MS, type World } from './overdue-world';

/** What went wrong in the simulated world. */
export const injectedCauses = [
  'acceptedLate',
  'waitingCitizen',
  'waitingTax',
  'waitingOtherUnit',
  'syncLate',
  'syncRefused',
  'catalogue',
  'clock',
  'backEntry',
  'secondSupplement',
  'staff',
  'unknown',
] as const;
export type InjectedCause = (typeof injectedCauses)[number];

/** How a story ends: when somebody asks, and whether only the portal's list brought it up. */
export interface Told {
  readonly asOf: Instant;
  readonly listed?: boolean;
}
/** One story and what goes wrong in it. `world`: where it needs a world of its own. */
export interface Story {
  readonly injected: InjectedCause;
  readonly name: string;
  readonly world?: (seed: number) => World;
  readonly tell: (world: World) => Told;
}

export const DAY = 8 * HOUR_MS;
export const muchLater = (world: World, from: Instant): Told => ({
  asOf: world.later(from, world.share(300, 1_500) * DAY),
});
/** More working time than is left until the due time. */
export const beyond = (world: World, from: Instant, due: Instant): Instant =>
  world.later(due, world.share(40, 160) * Math.max(DAY, world.between(from, due)));
export const noTaxPause = (seed: number): World => {
  const plain = createWorld(seed);
  const pauses = plain.rules.pauses.filter((rule) => rule.kind === 'supplement');
  return createWorld(seed, { rules: { pauses } });
};

/** Ready in time, without a story of its own: what comes before it is in `started`. */
export function readyInTime(world: World, started: Started): Instant {
  return inTime(world, toDesk(world, started), started.due);
}

export function finishLate(world: World, from: Instant, due: Instant): Told {
  const at = beyond(world, from, due);
  if (world.chance(30)) return { asOf: at };
  finish(world, { at });
  return muchLater(world, at);
}
