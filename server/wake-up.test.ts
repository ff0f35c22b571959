import { describe, expect, it } from 'vitest';
import { createWakeUp } from './wake-up';

const longMs = 60_000;

describe('createWakeUp', () => {
  it('wakes only who waits for the unit', async () => {
    const wakeUp = createWakeUp();
    const woken: string[] = [];
    const never = new AbortController();
    const a = wakeUp.wait('a', longMs, never.signal).then(() => woken.push('a'));
    const b = wakeUp.wait('b', longMs, never.signal).then(() => woken.push('b'));
    wakeUp.ring(['a', 'unknown']);
    await a;
    expect(woken).toEqual(['a']);
    never.abort();
    await b;
  });

  it('ends every wait when it stops, also those that come later', async () => {
    const wakeUp = createWakeUp();
    const { signal } = new AbortController();
    const waiting = [wakeUp.wait('a', longMs, signal), wakeUp.wait('a', longMs, signal)];
    wakeUp.stop();
    await Promise.all([...waiting, wakeUp.wait('a', longMs, signal)]);
    expect(waiting).toHaveLength(2);
  });

  it('ends a wait when its time is over or its asker is gone', async () => {
    const wakeUp = createWakeUp();
    const gone = new AbortController();
    gone.abort();
    await wakeUp.wait('a', longMs, gone.signal);
    await wakeUp.wait('a', 1, new AbortController().signal);
    wakeUp.ring(['a']);
    expect(gone.signal.aborted).toBe(true);
  });
});
