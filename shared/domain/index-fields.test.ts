import { describe, expect, it } from 'vitest';
import { buildAppointment, createBuilders, MORNING } from '../../tests/support/builders';
import { foldDossier } from './dossier-state';
import type { DossierState } from './dossier-state';
import { buildIndexFields, NO_DUE_AT, type IndexFields } from './index-fields';

function setUp() {
  const make = createBuilders(21);
  const subject = { type: 'dossier', id: make.id() } as const;
  return { make, subject };
}

/** Fields of a dossier whose date in force is the one of its first slip. */
function fieldsOf(state: DossierState): IndexFields {
  return buildIndexFields(state, { legalDue: state.firstDue });
}

describe('buildIndexFields', () => {
  it('holds day, counter, unit, code and due time when a dossier was received', () => {
    const { make, subject } = setUp();
    const received = make.action('DossierReceived', { subject });
    const state = foldDossier({ dossierId: subject.id, actions: [received], receipts: new Map() });
    expect(fieldsOf(state)).toEqual({
      status: 2,
      isOpen: true,
      dueAt: state.firstDue,
      receivedAtNeg: -received.happenedAt,
      receivedDay: '2026-11-20',
      counterId: 'Q1',
      unitId: 'H41.26',
      code: state.code,
      procedureCode: '1.001193',
      awaitingReceipt: true,
      hasIssue: false,
    });
  });

  it('sorts by the date in force when it is another than that of the first slip', () => {
    const { make, subject } = setUp();
    const received = make.action('DossierReceived', { subject });
    const state = foldDossier({ dossierId: subject.id, actions: [received], receipts: new Map() });
    const legalDue = (state.firstDue ?? 0) + 86_400_000;
    expect(buildIndexFields(state, { legalDue }).dueAt).toBe(legalDue);
  });

  it('sorts a dossier without a limit behind every due one', () => {
    const { make, subject } = setUp();
    const appointment = buildAppointment(MORNING, { limit: { unit: 'none' }, legalDue: null, promisedAt: null });
    const received = make.action('DossierReceived', { subject }, { appointment });
    expect(fieldsOf(foldDossier({ dossierId: subject.id, actions: [received], receipts: new Map() })).dueAt).toBe(
      NO_DUE_AT,
    );
  });

  it('shows the temporary number until the official code comes', () => {
    const { make, subject } = setUp();
    const code = { kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'clockDoubt' } as const;
    const received = make.action('DossierReceived', { subject }, { code });
    const paired = make.action('OfficialCodeAssigned', { subject });
    const fold = (...actions: (typeof received)[]) =>
      fieldsOf(foldDossier({ dossierId: subject.id, actions, receipts: new Map() }));
    expect(fold(received).code).toBe('TAM-M01-261120-001');
    expect(fold(received, paired).code).toBe('H41.26-261121-9001');
  });

  it('stays findable when only a stub is known, and says when an issue is open', () => {
    const { make, subject } = setUp();
    const returned = make.action('OutcomeReturned', { subject });
    const verdict = { type: 'acceptedWithIssue', cause: 'permission', whoActs: 'supervisor' } as const;
    const receipts = new Map([[returned.id, make.receipt(returned, { verdict })]]);
    expect(fieldsOf(foldDossier({ dossierId: subject.id, actions: [returned], receipts }))).toMatchObject({
      receivedAtNeg: -returned.happenedAt,
      receivedDay: '',
      counterId: '',
      code: '',
      awaitingReceipt: false,
      hasIssue: true,
    });
  });

  it('gives numbers a store can sort when nothing at all is known', () => {
    const { receivedAtNeg } = fieldsOf(
      foldDossier({ dossierId: setUp().subject.id, actions: [], receipts: new Map() }),
    );
    expect(Object.is(receivedAtNeg, 0)).toBe(true);
  });
});
