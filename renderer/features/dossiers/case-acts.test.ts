import { describe, expect, it } from 'vitest';
import type { KnownKind } from '../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import { sayVi } from '../../../shared/text/message';
import { buildOfficer, createBuilders, MORNING } from '../../../tests/support/builders';
import { transitionTable } from '../../../shared/domain/transition-table';
import { actKeys, actName, findNextAct, listActs, listRefusedActs, type PanelAct, panelActs } from './case-acts';

function stateAfter(...kinds: readonly KnownKind[]): DossierState {
  const builders = createBuilders(5);
  const dossierId = builders.id();
  const actions = kinds.map((kind) => builders.action(kind, { subject: { type: 'dossier', id: dossierId } }));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

function ask(state: DossierState, role: 'intakeOfficer' | 'postalOfficer' | 'supervisor' = 'intakeOfficer') {
  return { state, actor: buildOfficer(role), at: MORNING + 3_600_000 };
}

describe('acts of a dossier', () => {
  it('lead on by one step in each status', () => {
    const steps = [
      ['OnlineSubmissionAccepted', stateAfter('OnlineSubmissionArrived')],
      ['HandedOver', stateAfter('DossierReceived')],
      ['OutcomeReady', stateAfter('DossierReceived', 'HandedOver')],
      ['SupplementReceived', stateAfter('DossierReceived', 'SupplementRequested')],
      ['OutcomeReturned', stateAfter('DossierReceived', 'OutcomeReady')],
    ] as const;
    for (const [next, state] of steps) expect(findNextAct(state, listActs(ask(state)))).toBe(next);
  });

  it('offer no step on, only the money still owed and a print, when the result was returned', () => {
    const state = stateAfter('DossierReceived', 'OutcomeReady', 'OutcomeReturned');
    const acts = listActs(ask(state));
    expect(findNextAct(state, acts)).toBeUndefined();
    expect(acts).toEqual(['FeeCollected', 'ExternalCodeLinked', 'FormPrinted']);
  });

  it('ask for no more money once everything is paid', () => {
    const open = stateAfter('DossierReceived', 'FeeCollected');
    expect(listActs(ask(open)).at(-1)).toBe('FeeCollected');
    const closed = stateAfter('DossierReceived', 'FeeCollected', 'OutcomeReady', 'OutcomeReturned');
    expect(listActs(ask(closed))).toEqual(['FeeCancelled', 'FeeRefunded', 'ExternalCodeLinked', 'FormPrinted']);
  });

  it('let a stub be returned but print no slip of it', () => {
    const state = stateAfter('HandedOver');
    const acts = listActs(ask(state));
    expect(findNextAct(state, acts)).toBe('OutcomeReturned');
    expect(acts).not.toContain('FormPrinted');
    expect(acts).not.toContain('DetailsCorrected');
  });

  it('leave out what a role may not do and say why', () => {
    const question = ask(stateAfter('DossierReceived'), 'postalOfficer');
    expect(listActs(question)).not.toContain('SupplementRequested');
    const refused = listRefusedActs(question).find((one) => one.kind === 'SupplementRequested');
    expect(refused && sayVi(refused.why)).toContain('nhân viên bưu điện');
  });

  it('go on with the payment while one is owed, and with an official’s word on a proposed refusal', () => {
    const owing = stateAfter('DossierReceived', 'ObligationNotified');
    expect(findNextAct(owing, listActs(ask(owing)))).toBe('ObligationFulfilled');
    const proposed = stateAfter('RefusalProposed');
    expect(findNextAct(proposed, listActs(ask(proposed)))).toBe('IntakeRefused');
    expect(listActs(ask(proposed, 'postalOfficer'))).not.toContain('IntakeRefused');
  });

  it('let only those propose a refusal who may not refuse themselves', () => {
    const state = stateAfter('OnlineSubmissionArrived');
    expect(listActs(ask(state))).not.toContain('RefusalProposed');
    expect(listActs(ask(state))).toContain('IntakeRefused');
  });

  it('name no act as refused whose time is over or whose matter was never there', () => {
    const refused = listRefusedActs(ask(stateAfter('DossierReceived'))).map((one) => one.kind);
    for (const kind of ['GuidanceIssued', 'IntakeRefused', 'ApologyDelivered', 'HandoverConfirmed'] as const) {
      expect(refused).not.toContain(kind);
    }
    expect(refused).toContain('SupplementReceived');
  });

  it('are either offered or refused, never both', () => {
    const question = ask(stateAfter('DossierReceived', 'HandedOver'));
    const offered = new Set<string>(listActs(question));
    expect(listRefusedActs(question).filter((one) => offered.has(one.kind))).toEqual([]);
  });

  it('have keys of their own wherever they can be offered together', () => {
    for (const kind of panelActs) {
      const others = panelActs.filter((other) => other !== kind && actKeys[other] === actKeys[kind]);
      const statuses = (act: PanelAct): readonly string[] => Object.keys(transitionTable[act].moves);
      // A key may be shared only by acts that no status offers together.
      const shared = others.flatMap((other) => statuses(other).filter((status) => statuses(kind).includes(status)));
      expect(shared, kind).toEqual([]);
    }
  });

  it('call a print a reprint only when a slip went out before', () => {
    expect(actName('FormPrinted', stateAfter('DossierReceived'))).toBe('dossiers.act.name.firstPrint');
    expect(actName('FormPrinted', stateAfter('DossierReceived', 'FormPrinted'))).toBe('dossiers.act.name.FormPrinted');
  });
});
