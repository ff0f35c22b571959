import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { foldDossier } from './dossier-state';
import { countSlipCopies } from './slip-copies';
import { decideFeeState, findSlipDifferences, readSlipTruth } from './slip-truth';

function receive(): ReturnType<typeof foldDossier> {
  const make = createBuilders(3);
  const dossierId = make.id();
  const received = make.action('DossierReceived', { subject: { type: 'dossier', id: dossierId } });
  return foldDossier({ dossierId, actions: [received], receipts: new Map() });
}

describe('readSlipTruth', () => {
  it('says what the acts of the dossier say', () => {
    const state = receive();
    expect(readSlipTruth(state)).toMatchObject({
      dossierId: state.dossierId,
      code: state.code ?? state.temporaryCode,
      procedureCode: state.procedureCode,
      applicantName: state.applicant?.name,
      receivedAt: state.reception?.receivedAt,
      promisedAt: state.appointment?.promisedAt,
    });
  });

  it('says nothing when nothing was received', () => {
    expect(readSlipTruth(foldDossier({ dossierId: 'x', actions: [], receipts: new Map() }))).toBeUndefined();
  });
});

describe('findSlipDifferences', () => {
  it('names each field that says something else', () => {
    const truth = readSlipTruth(receive()) ?? expect.fail('no truth');
    expect(findSlipDifferences(truth, truth)).toEqual([]);
    expect(findSlipDifferences({ ...truth, promisedAt: 1, feeState: 'paid', applicantName: 'x' }, truth)).toEqual(
      expect.arrayContaining(['promisedAt', 'applicantName']),
    );
  });
});

describe('decideFeeState', () => {
  it.each([
    [0, 0, 'none'],
    [0, 5, 'none'],
    [10, 0, 'due'],
    [10, 9, 'due'],
    [10, 10, 'paid'],
    [10, 12, 'paid'],
  ])('of %i due and %i paid is %s', (feesDue, feesCollected, state) => {
    expect(decideFeeState({ feesDue, feesCollected, feeUndecided: false })).toBe(state);
  });

  it('is unknown, never nothing, when no rate was known at reception', () => {
    expect(decideFeeState({ feesDue: 0, feesCollected: 0, feeUndecided: true })).toBe('unknown');
    const make = createBuilders(3);
    const dossierId = make.id();
    const subject = { type: 'dossier', id: dossierId } as const;
    const received = make.action('DossierReceived', { subject }, { fees: [], feeUndecided: true });
    const state = foldDossier({ dossierId, actions: [received], receipts: new Map() });
    expect(readSlipTruth(state)?.feeState).toBe('unknown');
  });
});

describe('countSlipCopies', () => {
  const print = (reprint: boolean, form: 'receipt' | 'register' = 'receipt') => ({ form, reprint });

  it.each([
    [[], 0],
    [[print(false)], 1],
    [[print(false), print(false)], 1],
    [[print(false), print(true), print(false)], 2],
    [[print(true)], 1],
    [[print(false, 'register')], 0],
  ] as const)('of %j is %i', (prints, copies) => {
    expect(countSlipCopies(prints)).toBe(copies);
  });
});
