import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { historyArbitrary } from '../../tests/support/history-arbitrary';
import type { Action } from './actions/action';
import { mergeHistory, uniqueActions, uniqueReceipts, type History } from './merge';
import type { Receipt } from './verdict';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

/** Three overlapping parts of one pool, with a forged double and a second word of the province now and then. */
const threeParts = fc
  .tuple(historyArbitrary('DossierReceived'), fc.array(fc.nat(63), { minLength: 15, maxLength: 15 }))
  .map(([pool, masks]): [History, History, History] => {
    const forged = pool.actions.slice(0, 2).map((action): Action => ({ ...action, officerId: 'someone-else' }));
    const second = [...pool.receipts.values()]
      .slice(0, 3)
      .map((receipt, i): Receipt => ({ ...receipt, at: receipt.at + (i - 1), durable: !receipt.durable }));
    const part = (bit: number): History => ({
      actions: uniqueActions([...pool.actions, ...forged].filter((_, i) => ((masks[i % 15] ?? 0) >> bit) % 2 === 1)),
      receipts: uniqueReceipts(
        [...pool.receipts.values(), ...second].filter((_, i) => ((masks[(i + 7) % 15] ?? 0) >> (bit + 3)) % 2 === 1),
      ),
    });
    return [part(0), part(1), part(2)];
  });

/** Map equality of vitest passes over order; a store that writes the entries out would not. */
function inOrder(history: History) {
  return { actions: history.actions, receipts: [...history.receipts] };
}

describe('mergeHistory', () => {
  it('is commutative when parts overlap', () => {
    fc.assert(
      fc.property(threeParts, ([a, b]) => {
        expect(inOrder(mergeHistory(a, b))).toEqual(inOrder(mergeHistory(b, a)));
      }),
      PROPERTY_RUNS,
    );
  });

  it('is associative when parts overlap', () => {
    fc.assert(
      fc.property(threeParts, ([a, b, c]) => {
        expect(inOrder(mergeHistory(mergeHistory(a, b), c))).toEqual(inOrder(mergeHistory(a, mergeHistory(b, c))));
      }),
      PROPERTY_RUNS,
    );
  });

  it('is idempotent when the same part comes again', () => {
    fc.assert(
      fc.property(threeParts, ([a, b]) => {
        const merged = mergeHistory(a, b);
        expect(inOrder(mergeHistory(merged, b))).toEqual(inOrder(merged));
        expect(inOrder(mergeHistory(merged, merged))).toEqual(inOrder(merged));
      }),
      PROPERTY_RUNS,
    );
  });

  it('holds every action and every receipt of both when any two parts meet', () => {
    fc.assert(
      fc.property(threeParts, ([a, b]) => {
        const merged = mergeHistory(a, b);
        const ids = new Set(merged.actions.map((action) => action.id));
        for (const action of [...a.actions, ...b.actions]) expect(ids.has(action.id)).toBe(true);
        for (const id of [...a.receipts.keys(), ...b.receipts.keys()]) expect(merged.receipts.has(id)).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  });

  it('takes the later word of the province when it spoke twice', () => {
    const make = createBuilders();
    const action = make.action('FeeCollected', { subject: { type: 'dossier', id: make.id() } });
    const first = make.receipt(action, { pos: 4, at: 1_000 });
    const later = make.receipt(action, { pos: 2, at: 2_000, serverEpoch: 'epoch-2' });
    const merged = mergeHistory(
      { actions: [action], receipts: uniqueReceipts([later]) },
      { actions: [], receipts: uniqueReceipts([first]) },
    );
    expect(merged.receipts.get(action.id)).toEqual(later);
  });

  it('takes the durable word when both were spoken at one instant', () => {
    const make = createBuilders();
    const action = make.action('FeeCollected', { subject: { type: 'dossier', id: make.id() } });
    const lost = make.receipt(action, { at: 1_000, durable: false });
    const durable = make.receipt(action, { at: 1_000, durable: true });
    expect(uniqueReceipts([durable, lost]).get(action.id)).toEqual(durable);
    expect(uniqueReceipts([lost, durable]).get(action.id)).toEqual(durable);
  });
});
