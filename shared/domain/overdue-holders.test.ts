import { describe, expect, it } from 'vitest';
import { at, officialCalendar as calendar } from '../../tests/support/deadline-kit';
import { ownUnits, received, typeHistory, type TypedAct } from '../../tests/support/overdue-kit';
import { formatInstant } from '../base/time';
import { findHolder, findHolders, isOwnUnit } from './overdue-holders';

function read(acts: readonly TypedAct[], to = '2026-03-13T17:00') {
  const { state, ids } = typeHistory([received, ...acts]);
  const stretches = findHolders({ state, ownUnits, calendar }, { from: at('2026-03-09T09:00'), to: at(to) });
  const rows = stretches.map(({ holder, from, ms }) => [
    holder.group,
    formatInstant(from).slice(0, 11),
    ms / 3_600_000,
    holder.officerId,
    holder.fact,
  ]);
  return { rows, stretches, ids, state };
}

const own = (who: string) => ({ kind: 'held', who });

describe('isOwnUnit', () => {
  it('compares names without case, blanks and composition', () => {
    expect(isOwnUnit('  ubnd XÃ hoa sơn ', ownUnits)).toBe(true);
    expect(isOwnUnit('UBND xã Hoa Sơn'.normalize('NFD'), ownUnits)).toBe(true);
    expect(isOwnUnit('Bộ phận hộ tịch', ownUnits)).toBe(true);
    expect(isOwnUnit('UBND xã Hoa Sơn 2', ownUnits)).toBe(false);
    expect(isOwnUnit('', ownUnits)).toBe(false);
    expect(isOwnUnit('', [])).toBe(false);
  });
});

describe('findHolders', () => {
  it('begins with the officer at the counter and goes from hand to hand', () => {
    const { rows, stretches, ids } = read([
      { kind: 'HandedOver', at: '2026-03-09T10:30', payload: { to: 'Bộ phận hộ tịch' }, name: 'desk' },
      { kind: 'Forwarded', at: '2026-03-11T09:00', payload: { to: 'Công an xã', purpose: 'consultation' } },
      { kind: 'HandedOver', at: '2026-03-12T09:00', payload: { to: 'UBND xã Hoa Sơn' }, name: 'back' },
    ]);
    expect(rows).toEqual([
      ['own', '09:00 09/03', 1.5, 'demo-intakeOfficer', own('')],
      ['own', '10:30 09/03', 14.5, null, own('Bộ phận hộ tịch')],
      ['otherUnit', '09:00 11/03', 8, null, own('Công an xã')],
      ['own', '09:00 12/03', 14, null, own('UBND xã Hoa Sơn')],
    ]);
    const actIds = [ids['DossierReceived'], ids['desk'], ids['Forwarded'], ids['back']];
    expect(stretches.map(({ holder }) => holder.actionId)).toEqual(actIds);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [at('2026-03-09T09:00'), at('2026-03-09T10:30')],
      [at('2026-03-09T10:30'), at('2026-03-11T09:00')],
      [at('2026-03-11T09:00'), at('2026-03-12T09:00')],
      [at('2026-03-12T09:00'), at('2026-03-13T17:00')],
    ]);
  });

  it('goes by time, not by the order of hand-overs before forwardings', () => {
    const { rows } = read([
      { kind: 'Forwarded', at: '2026-03-10T09:00', payload: { to: 'Công an xã', purpose: 'other' } },
      { kind: 'HandedOver', at: '2026-03-12T09:00', payload: { to: 'Bộ phận hộ tịch' } },
    ]);
    expect(rows.map(([group]) => group)).toEqual(['own', 'otherUnit', 'own']);
  });

  it('lets the citizen and the tax authority lie above, and gives it back to who had it', () => {
    const { rows } = read([
      { kind: 'HandedOver', at: '2026-03-09T10:00', payload: { to: 'Chi nhánh đất đai' } },
      { kind: 'Forwarded', at: '2026-03-10T09:00', payload: { to: 'Thuế cơ sở 3', purpose: 'taxDetermination' } },
      { kind: 'ObligationNotified', at: '2026-03-11T09:00', name: 'notice' },
      { kind: 'ObligationFulfilled', at: '2026-03-12T09:00', names: ['notificationId', 'notice'] },
      { kind: 'SupplementRequested', at: '2026-03-12T10:00' },
      { kind: 'SupplementReceived', at: '2026-03-12T15:00' },
    ]);
    expect(rows.map(([group, , hours, , fact]) => [group, hours, fact])).toEqual([
      ['own', 1, own('')],
      ['otherUnit', 7, own('Chi nhánh đất đai')],
      ['tax', 8, { kind: 'waitedForTax', who: 'Thuế cơ sở 3' }],
      ['citizen', 8, { kind: 'waitedForCitizen', what: 'payment' }],
      ['otherUnit', 1, own('Chi nhánh đất đai')],
      ['citizen', 3, { kind: 'waitedForCitizen', what: 'supplement' }],
      ['otherUnit', 10, own('Chi nhánh đất đai')],
    ]);
  });

  it('waits for ever for what never came, and for nothing when nothing is owed', () => {
    expect(read([{ kind: 'SupplementRequested', at: '2026-03-10T09:00' }]).rows.at(-1)?.[0]).toBe('citizen');
    expect(read([{ kind: 'ObligationNotified', at: '2026-03-10T09:00' }]).rows.at(-1)?.[0]).toBe('citizen');
    const forwarded: TypedAct = { kind: 'Forwarded', at: '2026-03-10T09:00', payload: { purpose: 'taxDetermination' } };
    expect(read([forwarded]).rows.at(-1)?.[0]).toBe('tax');
    const free: TypedAct = { kind: 'ObligationNotified', at: '2026-03-11T09:00', payload: { amount: 0 } };
    expect(read([forwarded, free]).rows.map(([group]) => group)).toEqual(['own', 'tax', 'own']);
  });

  it('asks the tax authority until the first notice that follows', () => {
    const early: TypedAct = { kind: 'ObligationNotified', at: '2026-03-09T11:00', payload: { amount: 0 } };
    const forwarded: TypedAct = { kind: 'Forwarded', at: '2026-03-10T09:00', payload: { purpose: 'taxDetermination' } };
    const { rows } = read([
      early,
      forwarded,
      { ...early, at: '2026-03-12T09:00' },
      { ...early, at: '2026-03-13T09:00' },
    ]);
    expect(rows.map(([group, , hours]) => [group, hours])).toEqual([
      ['own', 8],
      ['tax', 16],
      ['own', 14],
    ]);
  });

  it('leaves out what lies outside the span', () => {
    const { rows } = read([{ kind: 'HandedOver', at: '2026-03-13T17:00', payload: { to: 'Công an xã' } }]);
    expect(rows).toHaveLength(1);
  });
});

describe('findHolder', () => {
  it('is who has it at an instant, from the act on', () => {
    const { state } = read([{ kind: 'HandedOver', at: '2026-03-10T09:00', payload: { to: 'Công an xã' } }]);
    const source = { state, ownUnits, calendar };
    expect(findHolder(source, at('2026-03-10T08:59')).group).toBe('own');
    expect(findHolder(source, at('2026-03-10T09:00'))).toMatchObject({ group: 'otherUnit', officerId: null });
  });

  it('has no officer before a reception', () => {
    const { state } = typeHistory([{ kind: 'GuidanceIssued', at: '2026-03-10T09:00' }]);
    expect(findHolder({ state, ownUnits, calendar }, at('2026-03-10T09:00'))).toEqual({
      group: 'own',
      officerId: null,
      fact: { kind: 'held', who: '' },
      actionId: '',
    });
  });
});
