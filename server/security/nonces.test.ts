import { describe, expect, it } from 'vitest';
import { createNonces, NONCE_LIFE_MS } from './nonces';
import { createReplayGuard } from './replay-guard';
import { createAttemptLimit } from './attempt-limit';

const start = 1_790_000_000_000;

describe('createNonces', () => {
  const clock = { now: start };
  const nonces = createNonces(Buffer.alloc(32, 1), () => clock.now);

  it('knows its own nonces during their life only', () => {
    clock.now = start;
    const nonce = nonces.issue();
    expect(nonces.isValid(nonce)).toBe(true);
    clock.now = start + NONCE_LIFE_MS;
    expect(nonces.isValid(nonce)).toBe(true);
    clock.now = start + NONCE_LIFE_MS + 1;
    expect(nonces.isValid(nonce)).toBe(false);
  });

  it('refuses a nonce of another time, another run or another shape', () => {
    clock.now = start;
    const nonce = nonces.issue();
    const [time, mac] = nonce.split('.');
    const later = (start + 60_000).toString(36);
    const foreign = createNonces(Buffer.alloc(32, 2), () => clock.now).issue();
    for (const other of [
      `${later}.${String(mac)}`,
      `${String(time)}.`,
      foreign,
      '',
      '.',
      `${nonce}x`,
      nonce.toUpperCase(),
    ]) {
      expect(nonces.isValid(other)).toBe(false);
    }
  });
});

describe('createReplayGuard', () => {
  it('admits a proof once while a nonce of its time can be valid', () => {
    const clock = { now: start };
    const guard = createReplayGuard(() => clock.now);
    clock.now += NONCE_LIFE_MS - 1;
    expect([guard.admit('a', '1'), guard.admit('b', '1'), guard.admit('a', '1')]).toEqual([true, true, false]);
    clock.now += NONCE_LIFE_MS;
    expect(guard.admit('a', '1')).toBe(false);
    clock.now += 2 * NONCE_LIFE_MS + 1;
    expect(guard.admit('a', '1')).toBe(true);
  });
});

describe('createAttemptLimit', () => {
  it('blocks a source after its failures and forgets them with the window', () => {
    const clock = { now: start };
    const limit = createAttemptLimit({ most: 2, windowMs: 1_000 }, () => clock.now);
    limit.noteFailure('a');
    expect(limit.isBlocked('a')).toBe(false);
    limit.noteFailure('a');
    expect([limit.isBlocked('a'), limit.isBlocked('b')]).toEqual([true, false]);
    clock.now += 1_000;
    expect(limit.isBlocked('a')).toBe(false);
  });
});
