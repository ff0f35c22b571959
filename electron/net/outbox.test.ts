import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../shared/base/result';
import type { Action } from '../../shared/domain/actions/action';
import type { Receipt } from '../../shared/domain/verdict';
import type { SyncFailure } from '../../shared/ipc/messages';
import { buildPlainAction } from '../../tests/support/plain-action';
import { createSigningProvince } from '../../tests/support/province-signature';
import { createOutbox, takeBatch } from './outbox';
import { readServerKeys } from './server-signature';

type Push = (actions: readonly Action[]) => Promise<Result<{ receipts: Receipt[] }, SyncFailure>>;
const province = createSigningProvince();

function setUp(count: number, push: Push) {
  const actions = Array.from({ length: count }, (_, index) => buildPlainAction(index + 1));
  const receipts = new Map<string, Receipt>();
  const outbox = createOutbox({
    client: { push },
    waiting: (limit) => actions.filter((action) => !receipts.has(action.id)).slice(0, limit),
    receipted: async function* () {
      yield await Promise.resolve(actions.filter((action) => receipts.has(action.id)));
    },
    keys: () => readServerKeys(province.serverKeys),
    appendReceipts: (fresh) => {
      for (const receipt of fresh) receipts.set(receipt.actionId, receipt);
      return Promise.resolve(ok(null));
    },
  });
  return { outbox, receipts };
}

const honest: Push = (actions) =>
  Promise.resolve(ok({ receipts: actions.map((action) => province.receiptFor(action)) }));

describe('createOutbox', () => {
  it('keeps a genuine receipt for every act when the province is honest', async () => {
    const { outbox, receipts } = setUp(431, honest);
    const sent = await outbox.drain(() => undefined);
    expect(sent).toEqual(ok(431));
    expect(receipts.size).toBe(431);
  });

  it.each<[string, Push]>([
    ['an empty list', () => Promise.resolve(ok({ receipts: [] }))],
    [
      'one receipt too few',
      (actions) => Promise.resolve(ok({ receipts: actions.slice(1).map((action) => province.receiptFor(action)) })),
    ],
    [
      'receipts of other acts',
      (actions) =>
        Promise.resolve(
          ok({ receipts: actions.map((_, index) => province.receiptFor(buildPlainAction(900 + index))) }),
        ),
    ],
    [
      'receipts of an altered act',
      (actions) =>
        Promise.resolve(
          ok({
            receipts: actions.map((action) => ({
              ...province.receiptFor({ ...action, happenedAt: 1 }),
              actionId: action.id,
            })),
          }),
        ),
    ],
    [
      'receipts of a stranger',
      (actions) =>
        Promise.resolve(ok({ receipts: actions.map((action) => createSigningProvince().receiptFor(action)) })),
    ],
    ['no line', () => Promise.resolve(err({ kind: 'network' }))],
  ])('counts nothing as sent when the answer is %s', async (_name, push) => {
    const { outbox, receipts } = setUp(5, push);
    const sent = await outbox.drain(() => undefined);
    expect(sent.ok).toBe(false);
    expect(receipts.size).toBe(0);
  });

  it('sends smaller batches when the line fails and takes up again where it stopped', async () => {
    const sizes: number[] = [];
    let failures = 8;
    const { outbox, receipts } = setUp(200, (actions) => {
      sizes.push(actions.length);
      failures -= 1;
      return failures > 0 ? Promise.resolve(err({ kind: 'network' })) : honest(actions);
    });
    while (!(await outbox.drain(() => undefined)).ok);
    expect(receipts.size).toBe(200);
    expect(sizes[0]).toBe(200);
    expect(Math.min(...sizes)).toBeLessThan(30);
  });
});

describe('createOutbox.resend', () => {
  it('sends every receipted act again and none that waits when the province lost its memory', async () => {
    const seen: string[] = [];
    const { outbox, receipts } = setUp(260, (actions) => {
      seen.push(...actions.map(({ id }) => id));
      return honest(actions);
    });
    await outbox.drain(() => undefined);
    const first = seen.splice(0);
    expect(await outbox.resend()).toEqual(ok(260));
    expect(seen).toEqual(first);
    expect(receipts.size).toBe(260);
  });
});

describe('takeBatch', () => {
  it('takes at least one act when that act alone is larger than the budget', () => {
    const large = buildPlainAction(1, 'x'.repeat(20_000));
    expect(takeBatch([large, buildPlainAction(2)], 8192)).toEqual([large]);
  });
});
