import { describe, expect, it } from 'vitest';
import { createRestartBudget } from './restart-budget';

describe('createRestartBudget', () => {
  it('gives up within the window and starts over after it', () => {
    let now = 0;
    const mayRestart = createRestartBudget({ limit: 3, windowMs: 1000, now: () => now });
    const answers = [0, 100, 200, 300, 999].map((at) => {
      now = at;
      return mayRestart();
    });
    expect(answers).toEqual([true, true, true, false, false]);
    now = 1000;
    expect(mayRestart()).toBe(true);
    expect(mayRestart()).toBe(false);
  });
});
