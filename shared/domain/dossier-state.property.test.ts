import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { historyArbitrary, shuffled, verdictArbitrary } from '../../tests/support/history-arbitrary';
import { isDecision } from './action-nature';
import { actionSchema } from './actions/action';
import { foldDossier, type DossierState } from './dossier-state';
import { buildIndexFields } from './index-fields';
import { mergeHistory, uniqueReceipts } from './merge';
import { isFinal, type NationalStatus } from './national-status';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

/** Every change of status the law of the table knows, written out by hand: an oracle beside the table. */
const lawfulSteps = new Set([
  '1>3',
  '1>7',
  '2>6',
  '2>8',
  '4>6',
  '4>8',
  '5>6',
  '5>8',
  '6>2',
  '6>4',
  '6>5',
  '6>7',
  '6>8',
  '6>9',
  '6>10',
  '1>2',
  '2>4',
  '2>5',
  '2>7',
  '2>9',
  '2>10',
  '4>5',
  '4>7',
  '4>9',
  '4>10',
  '5>2',
  '5>4',
  '5>7',
  '5>9',
  '5>10',
  '9>10',
]);

const openers = new Set([
  'OnlineSubmissionArrived',
  'CollectedByPost',
  'GuidanceIssued',
  'DossierReceived',
  'OnlineSubmissionAccepted',
  'RefusalProposed',
  'IntakeRefused',
]);

/** Lists that hold every fact of a kind. */
function listsOf(state: DossierState): Readonly<Record<string, readonly unknown[]>> {
  return {
    GuidanceIssued: state.guidances,
    IntakeRefused: state.refusals,
    FormPrinted: state.prints,
    PaperReused: state.reuses,
    FeeCollected: state.collections,
    FeeRefunded: state.feeRefunds,
    SupplementRequested: state.supplements,
    ObligationNotified: state.obligations,
    ObligationFulfilled: state.obligationPayments,
    HandedOver: state.handovers,
    Forwarded: state.forwardings,
    ApologyIssued: state.apologies,
    ApologyDelivered: state.apologyDeliveries,
    OutcomeDispatched: state.dispatches,
    DeliveryFailed: state.deliveryFailures,
    SurveyAnswered: state.surveys,
  };
}

describe('foldDossier', () => {
  it('gives the same dossier whatever the order of arrival', () => {
    const cases = historyArbitrary().chain((history) =>
      fc.tuple(fc.constant(history), shuffled(history.actions), shuffled([...history.receipts.values()])),
    );
    fc.assert(
      fc.property(cases, ([history, actions, receipts]) => {
        const arrived = foldDossier({
          dossierId: history.dossierId,
          actions: [...actions, ...actions.slice(0, 3)],
          receipts: uniqueReceipts(receipts),
        });
        expect(arrived).toEqual(foldDossier(history));
      }),
      PROPERTY_RUNS,
    );
  });

  it('gives the same dossier when it was merged from two halves', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), fc.nat(14), (history, cut) => {
        const a = { actions: history.actions.slice(0, cut), receipts: new Map([...history.receipts].slice(cut)) };
        const b = { actions: history.actions.slice(cut), receipts: new Map([...history.receipts].slice(0, cut)) };
        expect(foldDossier({ dossierId: history.dossierId, ...mergeHistory(b, a) })).toEqual(foldDossier(history));
      }),
      PROPERTY_RUNS,
    );
  });

  it('lists every action and counts every fact whatever the verdict', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), ({ dossierId, actions, receipts }) => {
        const state = foldDossier({ dossierId, actions, receipts });
        const countOf = (kind: string) => actions.filter((action) => action.kind === kind).length;
        expect(new Set(state.timeline.map((entry) => entry.action.id))).toEqual(
          new Set(actions.map((action) => action.id)),
        );
        for (const [kind, list] of Object.entries(listsOf(state))) {
          expect([kind, list.length]).toEqual([kind, countOf(kind)]);
        }
        expect(state.outcome !== null).toBe(countOf('OutcomeReady') > 0);
        expect(state.returned !== null).toBe(countOf('OutcomeReturned') > 0);
        expect(state.withdrawn !== null).toBe(countOf('Withdrawn') > 0);
        expect(state.stopped !== null).toBe(countOf('ProcessingStopped') > 0);
        expect(state.consignment !== null).toBe(countOf('CollectedByPost') > 0);
        expect(state.submission !== null).toBe(countOf('OnlineSubmissionArrived') > 0);
        const slips = countOf('DossierReceived') + countOf('OnlineSubmissionAccepted');
        expect((state.reception ? 1 : 0) + state.otherReceptions.length).toBe(slips);
        for (const id of state.refusedActionIds) {
          const refused = actions.find((action) => action.id === id);
          expect(refused && isDecision(refused, actions)).toBe(true);
        }
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('foldDossier verdicts', () => {
  it('shows an issue for every act the province did not simply accept', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), ({ dossierId, actions, receipts }) => {
        const state = foldDossier({ dossierId, actions, receipts });
        const flagged = new Set(state.issues.map((issue) => issue.actionId));
        for (const receipt of receipts.values()) {
          if (receipt.verdict.type !== 'accepted') expect(flagged.has(receipt.actionId)).toBe(true);
        }
      }),
      PROPERTY_RUNS,
    );
  });

  it('never lets a printed slip disappear from list, deadlines or register whatever the verdicts', () => {
    const cases = fc.tuple(
      historyArbitrary('DossierReceived'),
      fc.array(verdictArbitrary, { minLength: 15, maxLength: 15 }),
    );
    fc.assert(
      fc.property(cases, ([{ dossierId, actions }, verdicts]) => {
        const make = createBuilders(3);
        const before = foldDossier({ dossierId, actions: actions.slice(0, 1), receipts: new Map() });
        const spoken = actions.flatMap((action, i) => {
          const verdict = verdicts[i];
          return verdict ? [make.receipt(action, { pos: i + 1, verdict })] : [];
        });
        const state = foldDossier({ dossierId, actions, receipts: uniqueReceipts(spoken) });
        // Register and deadlines are read from these fields, worklists from the index.
        const slips = [state.reception, ...state.otherReceptions].map((reception) => reception?.slip);
        expect(slips).toContainEqual(before.slip);
        expect(state.codes).toContain(before.code);
        expect(state.firstDue).not.toBeNull();
        expect(state.receivedAt).not.toBeNull();
        const index = buildIndexFields(state, { legalDue: state.firstDue });
        expect(index.dueAt).toBe(state.firstDue);
        expect(index.receivedDay).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(index.counterId).toBe('Q1');
        expect(index.isOpen).toBe(!isFinal(state.status));
      }),
      PROPERTY_RUNS,
    );
  });

  it('never changes status outside the table whatever was done and said', () => {
    const openings = fc.constantFrom(undefined, 'DossierReceived' as const, 'OnlineSubmissionArrived' as const);
    fc.assert(
      fc.property(openings.chain(historyArbitrary), (history) => {
        const { timeline, status } = foldDossier(history);
        expect(timeline.at(-1)?.statusAfter ?? 2).toBe(status);
        // A decision the province refused is no step, least of all the first one.
        const steps = timeline.filter(
          ({ action, effect }) =>
            effect !== 'refused' && !(effect === 'quarantined' && isDecision(action, history.actions)),
        );
        steps.forEach(({ statusAfter }, i) => {
          const before = steps[i - 1]?.statusAfter;
          if (before === undefined || before === statusAfter) return;
          expect(lawfulSteps).toContain(`${String(before)}>${String(statusAfter)}`);
        });
      }),
      PROPERTY_RUNS,
    );
  });

  it('never leaves a final status when more acts are accepted', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), ({ dossierId, actions }) => {
        const receipts = createBuilders(5).acceptAll(actions);
        let ended: NationalStatus | undefined;
        for (let i = 1; i <= actions.length; i += 1) {
          const { status } = foldDossier({ dossierId, actions: actions.slice(0, i), receipts });
          if (ended !== undefined) expect(status).toBe(ended);
          if (isFinal(status)) ended = status;
        }
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('foldDossier figures and strangers', () => {
  it('never shows a negative sum whatever was collected, cancelled and refunded', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), (history) => {
        const {
          collected,
          refunded,
          announced,
          overRefunded,
          feesCollected,
          originalsInCustody,
          originalsWithHandler,
        } = foldDossier(history);
        for (const ledger of ['stateFee', 'postalCharge'] as const) {
          expect(collected[ledger]).toBeGreaterThanOrEqual(0);
          expect(announced[ledger]).toBe(0);
          expect(overRefunded[ledger]).toBe(Math.max(0, refunded[ledger] - collected[ledger]));
        }
        expect(feesCollected).toBe(
          Math.max(0, collected.stateFee - refunded.stateFee) +
            Math.max(0, collected.postalCharge - refunded.postalCharge),
        );
        expect(originalsInCustody).toBeGreaterThanOrEqual(0);
        expect(originalsWithHandler).toBeLessThanOrEqual(originalsInCustody);
      }),
      PROPERTY_RUNS,
    );
  });

  it('looks at acts of a stub again, so that it makes no difference which of two counters was heard first', () => {
    fc.assert(
      fc.property(historyArbitrary(), ({ dossierId, actions }) => {
        const make = createBuilders(8);
        const received = make.action('DossierReceived', {
          subject: { type: 'dossier', id: dossierId },
          deviceId: 'M09',
        });
        const acts = actions.filter((action) => !openers.has(action.kind));
        const first = foldDossier({
          dossierId,
          actions: [...acts, received],
          receipts: make.acceptAll([received, ...acts]),
        });
        const last = foldDossier({
          dossierId,
          actions: [...acts, received],
          receipts: make.acceptAll([...acts, received]),
        });
        expect(last.stub).toBe(false);
        expect(last.status).toBe(first.status);
        expect(last.timeline.map((entry) => entry.action.id)).toEqual(first.timeline.map((entry) => entry.action.id));
        expect(last.timeline.every((entry) => entry.effect === 'applied')).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  });

  it('keeps acts and payloads of a newer version whole through JSON, merge and fold, and is not moved by them', () => {
    const newer = fc.array(
      fc.record({
        kind: fc.constantFrom('ParcelWeighed', 'constructor', 'FeeCollected'),
        v: fc.integer({ min: 2, max: 9 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), newer, (history, kinds) => {
        const make = createBuilders(12);
        const subject = { type: 'dossier', id: history.dossierId } as const;
        const added = kinds.map(({ kind, v }) => ({
          ...make.action('FeeCollected', { subject, deviceId: 'M77' }),
          kind,
          payload: { v, ground: { law: 'Luật mới', articles: [1, 2] } },
        }));
        const travelled = actionSchema.array().parse(JSON.parse(JSON.stringify(added)));
        const merged = mergeHistory(history, { actions: travelled, receipts: new Map() });
        const state = foldDossier({ dossierId: history.dossierId, ...merged });
        const before = foldDossier(history);
        for (const action of added) {
          const entry = state.timeline.find((one) => one.action.id === action.id);
          expect(entry).toMatchObject({ action, effect: 'unknownKind' });
        }
        const { timeline, waitingActionIds, ...data } = state;
        expect({ ...data, timeline: before.timeline, waitingActionIds: before.waitingActionIds }).toEqual(before);
        expect(timeline).toHaveLength(before.timeline.length + added.length);
        expect(waitingActionIds).toHaveLength(before.waitingActionIds.length + added.length);
      }),
      PROPERTY_RUNS,
    );
  });
});
