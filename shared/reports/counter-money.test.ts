import { describe, expect, it } from 'vitest';
import { foldUnitDay } from '../domain/unit-day';
import type { MoneyAct } from '../domain/money-acts';
import { at } from '../../tests/support/deadline-kit';
import { selectCounterMoney } from './counter-money';

const counters = [
  { id: 'q1', name: 'Quầy 1', book: 'Q1' },
  { id: 'q2', name: 'Quầy 2', book: 'Q2' },
];
const idle = foldUnitDay([], new Map());
const shift = (officerId: string) => ({ ...idle, shifts: [{ officerId, opened: null, closed: null }] });
const days = [
  { counterId: 'q1', state: shift('hoa') },
  { counterId: 'q2', state: shift('binh') },
];

function act(actionId: string, officerId: string, time = '2026-03-09T09:00'): MoneyAct {
  const rest = { kind: 'collected', ledger: 'stateFee', method: 'cash', late: false, reason: null } as const;
  return { actionId, dossierId: actionId, officerId, amount: 8000, at: at(time), waiting: false, ...rest };
}

const idsAt = (counterId: string, money: Parameters<typeof selectCounterMoney>[0]) =>
  selectCounterMoney(money, { day: '2026-03-09', counterId, counters, days }).map(({ actionId }) => actionId);

describe('selectCounterMoney', () => {
  it('gives money to the counter whose PC recorded it, whoever sat there', () => {
    const money = [{ act: act('a', 'binh'), book: 'Q1' }];
    expect([idsAt('q1', money), idsAt('q2', money)]).toEqual([['a'], []]);
  });

  it('goes by the shift where the PC is not known', () => {
    const money = [{ act: act('a', 'binh'), book: null }];
    expect([idsAt('q1', money), idsAt('q2', money)]).toEqual([[], ['a']]);
  });

  it('shows at every counter what nothing tells, and only of the day', () => {
    const money = [
      { act: act('a', 'stranger'), book: null },
      { act: act('b', 'hoa', '2026-03-10T09:00'), book: 'Q1' },
    ];
    expect([idsAt('q1', money), idsAt('q2', money)]).toEqual([['a'], ['a']]);
  });
});
