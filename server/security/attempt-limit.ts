import type { Instant } from '../../shared/base/time';

/** Counts failures per source and blocks a source that fails too often. */
export interface AttemptLimit {
  readonly isBlocked: (source: string) => boolean;
  readonly noteFailure: (source: string) => void;
}

/** Blocks after `most` failures within `windowMs`. Sources are forgotten when their window has passed. */
export function createAttemptLimit(
  rule: { readonly most: number; readonly windowMs: number },
  now: () => Instant,
): AttemptLimit {
  const failures = new Map<string, { count: number; readonly since: Instant }>();
  const findCurrent = (source: string): { count: number; readonly since: Instant } | undefined => {
    const entry = failures.get(source);
    if (entry && now() - entry.since < rule.windowMs) return entry;
    failures.delete(source);
    return undefined;
  };
  return {
    isBlocked: (source) => (findCurrent(source)?.count ?? 0) >= rule.most,
    noteFailure: (source) => {
      const entry = findCurrent(source);
      if (entry) entry.count += 1;
      else failures.set(source, { count: 1, since: now() });
    },
  };
}
