/** First waiting time after a failure. */
const FIRST_MS = 1_000;
/** Longest waiting time: an office that is back on line is noticed within a minute. */
const LONGEST_MS = 60_000;

/** Doubling, capped, jittered (±25 %) waiting times, so that two hundred counters do not come back in one second. */
export function createBackoff(random: () => number): {
  readonly nextDelayMs: () => number;
  readonly reset: () => void;
} {
  let failures = 0;
  return {
    nextDelayMs: () => {
      const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
      failures = Math.min(failures + 1, 16);
      return Math.round(base * (0.75 + random() / 2));
    },
    reset: () => {
      failures = 0;
    },
  };
}

/** Resolves after `ms` or when the signal aborts, whichever is first. Never rejects. */
export function waitUntil(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
