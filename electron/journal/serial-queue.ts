/** Runs tasks one after the other in the order they were handed in. A failed task does not stop the next one. */
export interface SerialQueue {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Resolves when everything handed in so far has ended. */
  readonly idle: () => Promise<void>;
}

/** Makes an empty queue. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    run: (task) => {
      const result = last.then(task);
      // The outcome belongs to the caller; the queue only waits for the end.
      last = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    idle: () => last,
  };
}
