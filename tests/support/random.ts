/** A seeded source of randomness (mulberry32): the same seed gives the same data on every machine. */
export interface SeededRandom {
  /** Integer from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly digits: (count: number) => string;
  readonly bytes: (count: number) => Uint8Array;
}

export function createRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    digits: (count) => Array.from({ length: count }, () => String(int(0, 9))).join(''),
    bytes: (count) => Uint8Array.from({ length: count }, () => int(0, 255)),
  };
}
