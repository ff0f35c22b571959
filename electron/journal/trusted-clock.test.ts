import { describe, expect, it } from 'vitest';
import { createTrustedClock, DOUBT_MS } from './trusted-clock';

const START = Date.parse('2026-11-20T01:00:00Z');

function createPc(lastKnown: number | null = null) {
  const pc = { wall: START, monotonic: 5, lastKnown };
  const clock = createTrustedClock({
    wall: () => pc.wall,
    monotonic: () => pc.monotonic,
    lastKnownTime: () => pc.lastKnown,
  });
  const pass = (ms: number): void => {
    pc.wall += ms;
    pc.monotonic += ms;
  };
  return { pc, clock, pass };
}

describe('trusted clock', () => {
  it('believes the wall clock without word from the province', () => {
    const { clock, pass } = createPc();
    pass(3_600_000);
    expect(clock.trusted()).toEqual({ at: START + 3_600_000, doubt: false });
    expect(clock.now()).toBe(START + 3_600_000);
  });

  it('doubts a wall clock that jumped by more than ten minutes, either way, and believes it again when set right', () => {
    for (const sign of [1, -1]) {
      const { pc, clock } = createPc();
      pc.wall += sign * DOUBT_MS;
      expect(clock.trusted().doubt).toBe(false);
      pc.wall += sign;
      expect(clock.trusted()).toEqual({ at: START, doubt: true });
      pc.wall = START;
      expect(clock.trusted().doubt).toBe(false);
    }
  });

  it('doubts a start before the last time the journal tells, until the province speaks', () => {
    const { pc, clock, pass } = createPc(START + 1);
    expect(clock.trusted()).toEqual({ at: START + 1, doubt: true });
    clock.noteServerTime(START - 60_000);
    expect(clock.trusted()).toEqual({ at: START - 60_000, doubt: false });
    pass(30_000);
    expect(clock.trusted().at).toBe(START - 30_000);
    pc.lastKnown = START + 86_400_000;
    expect(clock.trusted().doubt).toBe(false);
  });

  it('measures the wall clock against the province when it told its time', () => {
    const { pc, clock } = createPc();
    clock.noteServerTime(START + DOUBT_MS + 1);
    expect(clock.trusted().doubt).toBe(true);
    pc.wall += 1;
    expect(clock.trusted()).toEqual({ at: START + DOUBT_MS + 1, doubt: false });
  });

  it('does not take a suspend for a jump when restarted afterwards', () => {
    const { pc, clock } = createPc();
    pc.wall += 8 * 3_600_000;
    expect(clock.trusted().doubt).toBe(true);
    clock.restart();
    expect(clock.trusted()).toEqual({ at: pc.wall, doubt: false });
  });
});
