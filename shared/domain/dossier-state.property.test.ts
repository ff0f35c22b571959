import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { historyArbitrary, shuffled, verdictArbitrary } from '../../tests/support/history-arbitrary';
import { isDecision } from './action-nature';
import { foldDossier } from './dossier-state';
import { buildIndexFields } from './index-fields';
import { mergeHistory, uniqueReceipts } from './merge';
import { isFinal, type NationalStatus } from './national-status';

/** Every change of status the law of the table knows, written out by hand: an oracle beside the table. */
const lawfulSteps = new Set([
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
      { numRuns: 200 },
    );
  });

  it('gives the same dossier when it was merged from two halves', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), fc.nat(14), (history, cut) => {
        const a = { actions: history.actions.slice(0, cut), receipts: new Map([...history.receipts].slice(cut)) };
        const b = { actions: history.actions.slice(cut), receipts: new Map([...history.receipts].slice(0, cut)) };
        expect(foldDossier({ dossierId: history.dossierId, ...mergeHistory(b, a) })).toEqual(foldDossier(history));
      }),
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
        expect(state.prints).toHaveLength(countOf('FormPrinted'));
        expect(state.collected.stateFee).toBe(8_000 * countOf('FeeCollected'));
        expect(state.supplements).toHaveLength(countOf('SupplementRequested'));
        expect(state.handover !== null).toBe(countOf('HandedOver') > 0);
        expect(state.outcome !== null).toBe(countOf('OutcomeReady') > 0);
        expect(state.returned !== null).toBe(countOf('OutcomeReturned') > 0);
        expect(state.withdrawn !== null).toBe(countOf('Withdrawn') > 0);
        const slips = countOf('DossierReceived') + countOf('OnlineSubmissionAccepted');
        expect((state.reception ? 1 : 0) + state.otherReceptions.length).toBe(slips);
        for (const id of state.refusedActionIds) {
          expect(isDecision(actions.find((action) => action.id === id)?.kind ?? '')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows an issue for every act the province did not simply accept', () => {
    fc.assert(
      fc.property(historyArbitrary('DossierReceived'), ({ dossierId, actions, receipts }) => {
        const state = foldDossier({ dossierId, actions, receipts });
        const flagged = new Set(state.issues.map((issue) => issue.actionId));
        for (const receipt of receipts.values()) {
          if (receipt.verdict.type !== 'accepted') expect(flagged.has(receipt.actionId)).toBe(true);
        }
      }),
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
        const index = buildIndexFields(state);
        expect(index.dueAt).toBe(state.firstDue);
        expect(index.receivedDay).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(index.counterId).toBe('Q1');
        expect(index.isOpen).toBe(!isFinal(state.status));
      }),
      { numRuns: 200 },
    );
  });

  it('never changes status outside the table whatever was done and said', () => {
    const openings = fc.constantFrom(undefined, 'DossierReceived' as const, 'OnlineSubmissionArrived' as const);
    fc.assert(
      fc.property(openings.chain(historyArbitrary), (history) => {
        const { timeline, status } = foldDossier(history);
        expect(timeline.at(-1)?.statusAfter ?? 2).toBe(status);
        timeline.forEach(({ statusAfter }, i) => {
          const before = timeline[i - 1]?.statusAfter;
          if (before === undefined || before === statusAfter) return;
          expect(lawfulSteps).toContain(`${String(before)}>${String(statusAfter)}`);
        });
      }),
      { numRuns: 500 },
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
      { numRuns: 200 },
    );
  });
});
