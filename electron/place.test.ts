import { describe, expect, it } from 'vitest';
import type { Unit } from '../shared/domain/unit';
import { findStanding } from './place';

const D = '2026-11-20';
const own = { id: 'quay-1', name: 'Quầy 1', book: 'Q1' };
const theirs = { id: 'an-loc-1', name: 'Quầy An Lộc', book: 'AL' };
const merged = (counters?: { from: string; to: string }[]) => ({
  ...{ id: 'H41.26', name: 'Thanh Bình', counters: [own] },
  succession: { unitId: 'H41.32', from: D, act: 'NQ 1', ...(counters ? { counters } : {}) },
});
const units = (...list: readonly object[]) => new Map((list as Unit[]).map((unit) => [unit.id, unit]));
const next = { id: 'H41.32', name: 'An Lộc', counters: [theirs] };
const place = { unitId: 'H41.26', counterId: 'quay-1' };

describe('findStanding', () => {
  it('stays at its own counter up to the day before the merger, and is at the successor’s from then on', () => {
    const known = units(merged([{ from: 'quay-1', to: 'an-loc-1' }]), next);
    expect(findStanding(known, place, '2026-11-19')).toMatchObject({ unit: { id: 'H41.26' }, counter: own });
    expect(findStanding(known, place, D)).toMatchObject({ unit: { id: 'H41.32' }, counter: theirs });
  });

  it('keeps its own counter where the successor has none of that id', () => {
    expect(findStanding(units(merged(), next), place, D)).toMatchObject({ unit: { id: 'H41.32' }, counter: own });
  });

  it('is nowhere when it was never set up, or unit or counter are unknown', () => {
    const known = units(merged(), next);
    expect(findStanding(known, undefined, D)).toBeUndefined();
    expect(findStanding(known, { ...place, unitId: 'H41.99' }, D)).toBeUndefined();
    expect(findStanding(known, { ...place, counterId: 'quay-9' }, '2026-11-19')).toBeUndefined();
    expect(findStanding(units(merged()), place, D)).toBeUndefined();
  });
});
