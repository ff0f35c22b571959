import type { Instant } from '../../shared/base/time';

/** Disagreement between wall clock and trusted time from which acts are marked. */
export const DOUBT_MS = 10 * 60_000;

/** Time as the door sees it: `now` is the PC's wall clock, `trusted` what it ought to show. */
export interface Clock {
  readonly now: () => Instant;
  readonly trusted: () => { readonly at: Instant; readonly doubt: boolean };
}

/** A clock that knows when the PC's clock jumped. */
export interface TrustedClock extends Clock {
  /** The province told its time: from now on that counts, carried on by the monotonic clock. */
  readonly noteServerTime: (serverTime: Instant) => void;
  /** After a suspend the monotonic clock may have stood still: start over from the wall clock. */
  readonly restart: () => void;
}

/** Where trusted time was last known. `fromServer`: not merely believed of the wall clock at the start. */
interface Anchor {
  readonly trusted: Instant;
  readonly monotonic: number;
  readonly fromServer: boolean;
}

/**
 * Makes the clock. Without word from the province the wall clock at the start is believed, unless it runs before
 * `lastKnownTime`, the last time the journal tells; then there is doubt until the province speaks. Within the process a
 * jump of the wall clock against the monotonic clock by more than 10 minutes is doubt as well.
 */
export function createTrustedClock(options: {
  readonly wall: () => Instant;
  /** Milliseconds of a clock nobody can set. */
  readonly monotonic: () => number;
  readonly lastKnownTime: () => Instant | null;
}): TrustedClock {
  const { wall, monotonic } = options;
  const anchorAtWall = (): Anchor => ({ trusted: wall(), monotonic: monotonic(), fromServer: false });
  let anchor = anchorAtWall();

  return {
    now: wall,
    trusted: () => {
      const carried = Math.round(anchor.trusted + (monotonic() - anchor.monotonic));
      const jumped = Math.abs(wall() - carried) > DOUBT_MS;
      if (anchor.fromServer) return { at: carried, doubt: jumped };
      const lastKnown = options.lastKnownTime() ?? 0;
      return { at: Math.max(carried, lastKnown), doubt: jumped || wall() < lastKnown };
    },
    noteServerTime: (serverTime) => {
      anchor = { trusted: serverTime, monotonic: monotonic(), fromServer: true };
    },
    restart: () => {
      anchor = anchorAtWall();
    },
  };
}
