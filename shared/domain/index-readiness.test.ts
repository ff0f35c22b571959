import { describe, expect, it } from 'vitest';
import { buildAppointment, createBuilders, MORNING } from '../../tests/support/builders';
import { buildCase, buildProcedure, buildRequiredPaper } from '../../tests/support/procedures';
import { foldDossier, type DossierState } from './dossier-state';
import { checkReadiness, type ReadinessCheck, type ReadinessQuestion } from './index-readiness';
import { listPapers } from './paper-checklist';
import type { Person } from './person';

const make = createBuilders(51);
const papers = [buildRequiredPaper('form')];
const fixed = { basis: 'fixed' as const, name: 'Lệ phí', amount: 8000 };
const paid = buildCase('default', { papers, fees: { counter: fixed, online: fixed, post: fixed } });
const state: DossierState = (() => {
  const subject = { type: 'dossier', id: make.id() } as const;
  const actions = [make.action('DossierReceived', { subject })];
  return foldDossier({ dossierId: subject.id, actions, receipts: make.acceptAll(actions) });
})();

function verdicts(changes: Partial<DossierState> = {}, parts: Partial<ReadinessQuestion> = {}) {
  const { rows } = checkReadiness({
    state: { ...state, ...changes },
    procedure: buildProcedure(),
    procedureCase: paid,
    checklist: listPapers({ papers }),
    ...parts,
  });
  return Object.fromEntries(rows.map((row) => [row.check, row.verdict])) as Record<ReadinessCheck, string>;
}

function withIdentities(...identities: Person['identity'][]): Partial<DossierState> {
  const person = (identity: Person['identity']): Person => ({ name: 'A', identity, source: 'typed' });
  return { parties: identities.map((identity) => ({ role: 'applicant' as const, person: person(identity) })) };
}

describe('checkReadiness', () => {
  it('is ready when everything the index reads is there', () => {
    const question = { state, procedure: buildProcedure(), procedureCase: paid, checklist: listPapers({ papers }) };
    expect(checkReadiness(question)).toEqual({
      rows: ['channel', 'identity', 'scans', 'fees', 'due', 'agency'].map((check) => ({ check, verdict: 'ready' })),
      ready: true,
    });
    expect(checkReadiness({ ...question, state: { ...state, channel: null } }).ready).toBe(false);
    expect(checkReadiness({ ...question, checklist: [] }).ready).toBe(true);
  });

  it('misses the channel when there is none', () => {
    expect(verdicts({ channel: null }).channel).toBe('missing');
  });

  it('wants a number of every applicant but a newborn', () => {
    const number = { kind: 'personalId', number: '040090000123' } as const;
    const newborn = { kind: 'none', reason: 'newborn' } as const;
    const other = { kind: 'none', reason: 'other' } as const;
    expect(verdicts(withIdentities(number)).identity).toBe('ready');
    expect(verdicts(withIdentities(number, newborn)).identity).toBe('ready');
    expect(verdicts(withIdentities(newborn)).identity).toBe('notApplicable');
    expect(verdicts(withIdentities(number, other)).identity).toBe('missing');
    expect(verdicts(withIdentities(other)).identity).toBe('missing');
    expect(verdicts({ parties: [] }).identity).toBe('missing');
    expect(
      verdicts({ parties: [{ role: 'submitter', person: { name: 'A', identity: number, source: 'card' } }] }).identity,
    ).toBe('missing');
    expect(verdicts({ parties: [] }, { procedure: buildProcedure({ identityRequired: false }) }).identity).toBe(
      'notApplicable',
    );
  });

  it('wants every paper scanned that must be, and nothing where none must', () => {
    expect(verdicts({ papers: [] }).scans).toBe('missing');
    expect(verdicts({}, { checklist: [] }).scans).toBe('notApplicable');
  });

  it('wants a state fee row unless the dossier is free or waived', () => {
    expect(verdicts({ fees: [] }).fees).toBe('missing');
    expect(verdicts({ fees: [{ ledger: 'stateFee', name: 'Lệ phí', amount: 0 }] }).fees).toBe('missing');
    expect(verdicts({ fees: [{ ledger: 'postalCharge', name: 'Cước', amount: 9000 }] }).fees).toBe('missing');
    expect(verdicts({ fees: [], feeWaiver: { ground: 'hộ nghèo' } }).fees).toBe('notApplicable');
    expect(verdicts({ fees: [] }, { procedureCase: buildCase('default', { papers }) }).fees).toBe('notApplicable');
    const nothing = { basis: 'fixed' as const, name: 'Lệ phí', amount: 0 };
    const zero = buildCase('default', { papers, fees: { counter: nothing, online: nothing, post: nothing } });
    expect(verdicts({ fees: [] }, { procedureCase: zero }).fees).toBe('notApplicable');
    const onlineFree = { ...paid.fees, online: { basis: 'free' as const, ground: 'NQ 01' } };
    const procedureCase = { ...paid, fees: onlineFree };
    expect(verdicts({ fees: [], channel: 'online' }, { procedureCase }).fees).toBe('notApplicable');
    expect(verdicts({ fees: [], channel: null }, { procedureCase }).fees).toBe('missing');
  });

  it('wants a due time unless the procedure has no limit', () => {
    expect(verdicts({ firstDue: null }).due).toBe('missing');
    expect(verdicts({ firstDue: null, appointment: null }).due).toBe('missing');
    const appointment = buildAppointment(MORNING, { limit: { unit: 'none' }, legalDue: null });
    expect(verdicts({ firstDue: null, appointment }).due).toBe('notApplicable');
  });

  it('wants an agency id and a handling unit', () => {
    expect(verdicts({ receivingUnitId: null }).agency).toBe('missing');
    expect(verdicts({ receivingUnitId: 'xã Hoa Sơn' }).agency).toBe('missing');
    expect(verdicts({ handlingUnit: ' ' }).agency).toBe('missing');
  });
});
