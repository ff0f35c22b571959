/** Lets long polls sleep until something new lies in their unit's feed. */
export interface WakeUp {
  /** Resolves at the next {@link WakeUp.ring} of the unit, after `timeoutMs`, on abort, or when the server stops. */
  readonly wait: (unitId: string, timeoutMs: number, aborted: AbortSignal) => Promise<void>;
  readonly ring: (unitIds: Iterable<string>) => void;
  /** Ends all waits, now and later. */
  readonly stop: () => void;
}

/** Waiters live in this process: a commit of another server process on the same database is seen at the next poll. */
export function createWakeUp(): WakeUp {
  const waiting = new Map<string, Set<() => void>>();
  let stopped = false;
  return {
    wait: (unitId, timeoutMs, aborted) =>
      new Promise((resolve) => {
        if (stopped || aborted.aborted) {
          resolve();
          return;
        }
        const ofUnit = waiting.get(unitId) ?? new Set();
        waiting.set(unitId, ofUnit);
        const finish = (): void => {
          clearTimeout(timer);
          aborted.removeEventListener('abort', finish);
          ofUnit.delete(finish);
          if (ofUnit.size === 0 && waiting.get(unitId) === ofUnit) waiting.delete(unitId);
          resolve();
        };
        const timer = setTimeout(finish, timeoutMs);
        aborted.addEventListener('abort', finish, { once: true });
        ofUnit.add(finish);
      }),
    ring: (unitIds) => {
      for (const unitId of unitIds) for (const finish of [...(waiting.get(unitId) ?? [])]) finish();
    },
    stop: () => {
      stopped = true;
      for (const ofUnit of [...waiting.values()]) for (const finish of [...ofUnit]) finish();
    },
  };
}
