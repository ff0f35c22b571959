import type { Instant } from '../../../shared/base/time';
import { MORNING } from '../../support/builders';

/** Time of an imagined province: every look at it is a millisecond later, and a test moves it on. */
export interface OfficeClock {
  readonly now: () => Instant;
  readonly pass: (milliseconds: number) => void;
}

/** Starts on the working morning of the builders. */
export function createOfficeClock(start: Instant = MORNING): OfficeClock {
  let at = start;
  return {
    now: () => (at += 1),
    pass: (milliseconds) => {
      at += milliseconds;
    },
  };
}
