import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer, createBuilders, MORNING } from '../../tests/support/builders';
import { historyArbitrary } from '../../tests/support/history-arbitrary';
import { fromLocal } from '../base/time';
import type { Action, KnownKind } from './actions/action';
import { foldDossier } from './dossier-state';
import type { DossierState } from './dossier-shape';
import { nationalStatuses } from './national-status';
import type { NotAllowedReason } from './not-allowed';
import { decideVerdict } from './decide-verdict';
import { decideMove, isDossierKind } from './transition-table';
import type { VerdictCause } from './verdict';
import { allowedKinds, canApply, transitionTable, type ProposedAct } from './transitions';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const noon = fromLocal('2026-11-20', '12:00');

function dossier(kinds: readonly KnownKind[]): { state: DossierState; actions: Action[] } {
  const make = createBuilders(11);
  const subject = { type: 'dossier', id: make.id() } as const;
  const actions = kinds.map((kind) => make.action(kind, { subject }));
  return { state: foldDossier({ dossierId: subject.id, actions, receipts: make.acceptAll(actions) }), actions };
}

function ask(kinds: readonly KnownKind[], kind: string, parts: Partial<ProposedAct> = {}) {
  const act = {
    state: dossier(kinds).state,
    kind,
    payload: {},
    actor: buildOfficer(),
    at: noon,
    happenedAt: noon,
    ...parts,
  };
  const result = canApply(act);
  return result.ok ? 'ok' : result.error;
}

describe('canApply', () => {
  it('lets an intake officer walk a dossier from reception to return', () => {
    expect(ask([], 'DossierReceived')).toBe('ok');
    expect(ask(['DossierReceived'], 'HandedOver')).toBe('ok');
    expect(ask(['DossierReceived', 'HandedOver'], 'OutcomeReady')).toBe('ok');
    expect(ask(['DossierReceived', 'HandedOver', 'OutcomeReady'], 'OutcomeReturned')).toBe('ok');
  });

  it('says what stands in the way when the status is not the right one', () => {
    expect(ask(['DossierReceived'], 'OutcomeReturned')).toEqual({ kind: 'status', status: 2 });
    expect(ask(['DossierReceived', 'SupplementRequested'], 'HandedOver')).toEqual({ kind: 'status', status: 5 });
    expect(ask(['OnlineSubmissionArrived'], 'FeeCollected')).toEqual({ kind: 'status', status: 1 });
  });

  it('says that it was done already when it was', () => {
    const done = ['DossierReceived', 'OutcomeReady', 'OutcomeReturned'] as const;
    expect(ask(['DossierReceived'], 'DossierReceived')).toEqual({ kind: 'alreadyDone' });
    expect(ask(['DossierReceived', 'SupplementRequested'], 'SupplementRequested')).toEqual({ kind: 'alreadyDone' });
    expect(ask(done, 'OutcomeReturned')).toEqual({ kind: 'alreadyDone' });
    expect(ask(done, 'OutcomeReady')).toEqual({ kind: 'alreadyDone' });
    expect(ask(['OnlineSubmissionArrived', 'OnlineSubmissionAccepted'], 'OnlineSubmissionAccepted')).toEqual({
      kind: 'alreadyDone',
    });
  });

  it('allows reprinting the slip and nothing else of the counter when the dossier has ended', () => {
    const done = ['DossierReceived', 'OutcomeReady', 'OutcomeReturned'] as const;
    expect(ask(done, 'FormPrinted')).toBe('ok');
    expect(ask(done, 'DetailsCorrected')).toEqual({ kind: 'closed' });
    expect(ask(['DossierReceived', 'Withdrawn'], 'FeeCollected')).toEqual({ kind: 'closed' });
  });

  it('lets return, supplement and hand-over be recorded when only the slip is known', () => {
    for (const kind of ['OutcomeReturned', 'SupplementRequested', 'SupplementReceived', 'HandedOver']) {
      expect(ask([], kind)).toBe('ok');
    }
    expect(ask([], 'DetailsCorrected')).toEqual({ kind: 'unknownDossier' });
    expect(ask([], 'OnlineSubmissionAccepted')).toEqual({ kind: 'unknownDossier' });
    expect(ask(['OutcomeReturned'], 'OutcomeReturned')).toEqual({ kind: 'alreadyDone' });
    expect(ask(['OutcomeReturned'], 'DossierReceived')).toBe('ok');
  });

  it('does not receive a dossier at the counter when it waits as an online submission', () => {
    expect(ask(['OnlineSubmissionArrived'], 'DossierReceived')).toEqual({ kind: 'status', status: 1 });
    expect(ask(['OnlineSubmissionArrived'], 'OnlineSubmissionAccepted')).toBe('ok');
  });

  it('names the role when it lacks the permission', () => {
    const actor = buildOfficer('postalOfficer');
    expect(ask(['DossierReceived'], 'Withdrawn', { actor })).toEqual({ kind: 'permission', role: 'postalOfficer' });
    expect(ask(['DossierReceived'], 'OfficialCodeAssigned')).toEqual({ kind: 'permission', role: 'intakeOfficer' });
    expect(ask(['DossierReceived'], 'ParcelWeighed')).toEqual({ kind: 'permission', role: 'intakeOfficer' });
    expect(ask(['DossierReceived'], 'toString')).toEqual({ kind: 'permission', role: 'intakeOfficer' });
  });

  it('holds a reception against unit and procedure of the delegation', () => {
    const actor = buildOfficer('postalOfficer', { delegation: buildDelegation({ procedures: ['2.000815'] }) });
    const intake = { receivingUnitId: 'H41.26', procedureCode: '2.000815' };
    expect(ask([], 'DossierReceived', { actor, payload: intake })).toBe('ok');
    expect(ask([], 'DossierReceived', { actor, payload: { ...intake, procedureCode: '1.001193' } })).toEqual({
      kind: 'delegation',
      why: 'procedure',
    });
    expect(ask([], 'DossierReceived', { actor, payload: { ...intake, receivingUnitId: 'H41.99' } })).toEqual({
      kind: 'delegation',
      why: 'missing',
    });
    expect(ask(['DossierReceived'], 'PaperAttached', { actor })).toEqual({ kind: 'delegation', why: 'procedure' });
  });

  it('refuses to resolve when the action has no open issue', () => {
    const { state, actions } = dossier(['DossierReceived', 'Withdrawn']);
    const make = createBuilders(12);
    const late = make.action('HandedOver', { subject: { type: 'dossier', id: state.dossierId }, seq: 3 });
    const flagged = foldDossier({
      dossierId: state.dossierId,
      actions: [...actions, late],
      receipts: make.acceptAll(actions),
    });
    const resolve = (actionId: string | undefined) => ({ v: 1, actionId, note: 'đã đối chiếu' });
    expect(ask([], 'IssueResolved', { state: flagged, payload: resolve(late.id) })).toBe('ok');
    expect(ask([], 'IssueResolved', { state: flagged, payload: resolve(actions[0]?.id) })).toEqual({
      kind: 'alreadyDone',
    });
    expect(ask([], 'IssueResolved', { state })).toEqual({ kind: 'alreadyDone' });
  });
});

describe('canApply on legal time', () => {
  const backEntry = { reason: 'power' } as const;
  const monday = fromLocal('2026-11-23', '09:00');
  const friday = fromLocal('2026-11-20', '16:00');
  const thursday = fromLocal('2026-11-19', '16:00');

  it('refuses the future', () => {
    expect(ask([], 'DossierReceived', { happenedAt: noon + 1 })).toEqual({ kind: 'future' });
  });

  it('refuses an earlier time when it is not marked as a back entry', () => {
    expect(ask([], 'DossierReceived', { happenedAt: MORNING })).toEqual({ kind: 'backEntryTooOld' });
  });

  it('reaches back to the weekday before over a weekend', () => {
    expect(ask([], 'DossierReceived', { at: monday, happenedAt: friday, backEntry })).toBe('ok');
    expect(ask([], 'DossierReceived', { at: monday, happenedAt: thursday, backEntry })).toEqual({
      kind: 'backEntryTooOld',
    });
  });

  it('reaches over a public holiday when the calendar names the working day before', () => {
    expect(
      ask([], 'DossierReceived', { at: monday, happenedAt: thursday, backEntry, previousWorkingDay: '2026-11-19' }),
    ).toBe('ok');
  });

  it('leaves older back entries to the supervisor', () => {
    const actor = buildOfficer('supervisor');
    expect(
      ask([], 'DossierReceived', { actor, at: monday, happenedAt: fromLocal('2026-11-02', '08:00'), backEntry }),
    ).toBe('ok');
  });
});

describe('allowedKinds', () => {
  it('names what an officer may do next when a dossier was received', () => {
    const { state } = dossier(['DossierReceived']);
    expect(allowedKinds(state, { actor: buildOfficer(), at: noon })).toEqual([
      'DetailsCorrected',
      'PaperAttached',
      'PaperReused',
      'PaperDetached',
      'PageSetEdited',
      'FormPrinted',
      'FeeCollected',
      'ObligationNotified',
      'SupplementRequested',
      'HandedOver',
      'Forwarded',
      'DeadlineExtended',
      'ApologyIssued',
      'ProcessingStopped',
      'Withdrawn',
      'OutcomeReady',
      'ExternalCodeLinked',
    ]);
  });

  it('offers a postal officer nothing when the delegation has ended', () => {
    const actor = buildOfficer('postalOfficer', { delegation: buildDelegation({ validTo: '2026-11-19' }) });
    expect(allowedKinds(dossier(['DossierReceived']).state, { actor, at: noon })).toEqual([]);
  });

  it('offers only what the table moves when any history was folded', () => {
    const roles = fc.constantFrom('intakeOfficer' as const, 'postalOfficer' as const, 'supervisor' as const);
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), roles, (history, role) => {
        const state = foldDossier(history);
        for (const kind of allowedKinds(state, { actor: buildOfficer(role), at: noon })) {
          expect(decideMove({ kind, status: state.status, resumed: 4 }).fit).toBe('offered');
        }
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('transitionTable', () => {
  it('moves nothing out of a final status', () => {
    for (const kind of Object.keys(transitionTable).filter(isDossierKind)) {
      for (const status of [3, 7, 8, 10] as const) {
        expect(decideMove({ kind, status, resumed: 4 }).status).toBe(status);
      }
    }
  });

  it('leads from every status to one of the ten codes whatever the kind', () => {
    for (const kind of Object.keys(transitionTable).filter(isDossierKind)) {
      for (const status of nationalStatuses) {
        expect(nationalStatuses).toContain(decideMove({ kind, status, resumed: 4 }).status);
      }
    }
  });
});

describe('decideVerdict', () => {
  it('refuses a decision and takes a fact with an issue, with cause and who must act', () => {
    const said: readonly (readonly [NotAllowedReason, VerdictCause, string])[] = [
      [{ kind: 'permission', role: 'postalOfficer' }, 'permission', 'supervisor'],
      [{ kind: 'delegation', why: 'ended' }, 'delegation', 'supervisor'],
      [{ kind: 'backEntryTooOld' }, 'dateDoubt', 'supervisor'],
      [{ kind: 'future' }, 'dateDoubt', 'supervisor'],
      [{ kind: 'status', status: 5 }, 'transition', 'officer'],
      [{ kind: 'closed' }, 'transition', 'officer'],
      [{ kind: 'unknownDossier' }, 'transition', 'officer'],
      [{ kind: 'alreadyDone' }, 'transition', 'officer'],
      [{ kind: 'missing', what: 'approval' }, 'transition', 'officer'],
      [{ kind: 'notFound', what: 'paper' }, 'transition', 'officer'],
      [{ kind: 'incomingPaper' }, 'transition', 'officer'],
      [{ kind: 'exceedsCollected', left: 0 }, 'transition', 'officer'],
      [{ kind: 'promiseNotLater', than: noon }, 'transition', 'officer'],
    ];
    for (const [error, cause, whoActs] of said) {
      expect(decideVerdict(true, { ok: false, error })).toEqual({ type: 'refused', cause, whoActs });
      expect(decideVerdict(false, { ok: false, error })).toEqual({ type: 'acceptedWithIssue', cause, whoActs });
    }
    expect(decideVerdict(true, { ok: true, value: null })).toEqual({ type: 'accepted' });
  });
});

describe('the time of a reception that completes a consignment', () => {
  const make = createBuilders(13);
  const subject = { type: 'dossier', id: make.id() } as const;
  const collectedAt = fromLocal('2026-11-09', '08:00');
  const parts = { subject, at: collectedAt, happenedAt: collectedAt };
  const state = foldDossier({
    dossierId: subject.id,
    actions: [make.action('CollectedByPost', parts)],
    receipts: new Map(),
  });
  const receive = (happenedAt: number, more: Partial<ProposedAct> = {}) =>
    ask([], 'DossierReceived', { state, happenedAt, ...more });

  it('is that of the bag, between the collection and now, without a marked back entry', () => {
    expect(receive(collectedAt)).toBe('ok');
    expect(receive(noon)).toBe('ok');
    expect(receive(collectedAt - 1)).toEqual({ kind: 'backEntryTooOld' });
    expect(receive(noon + 1)).toEqual({ kind: 'future' });
  });

  it('is checked as usual when it was entered late, is no reception, or nothing was collected', () => {
    const tooOld = { kind: 'backEntryTooOld' };
    expect(receive(collectedAt, { backEntry: { reason: 'line' } })).toEqual(tooOld);
    expect(receive(collectedAt, { kind: 'Withdrawn' })).toEqual(tooOld);
    expect(ask([], 'DossierReceived', { happenedAt: collectedAt })).toEqual(tooOld);
  });
});
