import { describe, expect, it } from 'vitest';
import { foldDossier } from '../../../shared/domain/dossier-state';
import { createBuilders } from '../../../tests/support/builders';
import { decideCounterData, listHeard } from './counter-data';

const counters = [
  { id: 'q1', name: 'Quầy 1', book: 'Q1' },
  { id: 'q2', name: 'Quầy 2', book: 'Q2' },
  { id: 'q3', name: 'Quầy 3', book: 'Q3' },
];

describe('decideCounterData', () => {
  it('is complete here, as late as the last act elsewhere, and silent where nothing came from', () => {
    const heard = [
      { book: 'Q2', at: 100 },
      { book: 'Q2', at: 300 },
      { book: 'Q1', at: 200 },
    ];
    const data = decideCounterData({ unit: { counters }, ownCounterId: 'q1', heard, until: 1000 });
    expect(data.map((counter) => counter.dataUntil)).toEqual([1000, 300, null]);
  });
});

describe('listHeard', () => {
  it('hears the PC that received, not others who acted on its dossiers', () => {
    const builders = createBuilders();
    const dossierId = builders.id();
    const subject = { type: 'dossier', id: dossierId } as const;
    const received = builders.action('DossierReceived', { subject, deviceId: 'M02' });
    const mine = builders.action('FeeCollected', { subject, deviceId: 'M02' });
    const others = builders.action('HandedOver', { subject, deviceId: 'M01' });
    const actions = [received, mine, others];
    const state = foldDossier({ dossierId, actions, receipts: builders.acceptAll(actions) });
    expect(listHeard([state])).toEqual([
      { book: 'Q1', at: received.at },
      { book: 'Q1', at: mine.at },
    ]);
  });
});
