/** Says whether one more restart is worth a try: at most `limit` within `windowMs`. */
export function createRestartBudget(options: {
  readonly limit: number;
  readonly windowMs: number;
  readonly now: () => number;
}): () => boolean {
  let recent: readonly number[] = [];
  return () => {
    const now = options.now();
    recent = recent.filter((at) => now - at < options.windowMs);
    if (recent.length >= options.limit) return false;
    recent = [...recent, now];
    return true;
  };
}
