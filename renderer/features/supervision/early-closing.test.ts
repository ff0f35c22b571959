import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { buildWorkingCalendar } from '../../../shared/domain/working-calendar';
import { findEarlyEnd } from './early-closing';

const morning = { from: '07:00', to: '11:30' };
const calendar = buildWorkingCalendar(
  { years: [2026], entries: [] },
  [morning],
  [morning, { from: '13:30', to: '17:00' }],
);
const monday = '2026-11-23';

describe('findEarlyEnd', () => {
  it('is the end of the opening hours while the counter still receives that day', () => {
    const end = fromLocal(monday, '17:00');
    expect(findEarlyEnd(calendar, monday, fromLocal(monday, '11:44'))).toBe(end);
    expect(findEarlyEnd(calendar, monday, fromLocal(monday, '16:59'))).toBe(end);
  });
  it('is nothing once the day is over', () => {
    expect(findEarlyEnd(calendar, monday, fromLocal(monday, '17:00'))).toBeNull();
    expect(findEarlyEnd(calendar, monday, fromLocal('2026-11-24', '08:00'))).toBeNull();
  });
  it('holds a day off to the same hour: whoever closes then has been receiving', () => {
    expect(findEarlyEnd(calendar, '2026-11-22', fromLocal('2026-11-22', '11:44'))).toBe(
      fromLocal('2026-11-22', '17:00'),
    );
  });
});
