import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/base/result';
import { fromLocal } from '../../../shared/base/time';
import type { JournalEntry } from '../../../shared/domain/journal-entry';
import { createBuilders } from '../../../tests/support/builders';
import { readDayActs } from './read-day-acts';

const builders = createBuilders(3);
const subject = { type: 'dossier', id: builders.id() } as const;
const at = (day: string, happened = day) => ({
  ...builders.action('FeeCollected', { subject, at: fromLocal(day, '09:00') }),
  happenedAt: fromLocal(happened, '08:00'),
});

function tailOver(entries: readonly JournalEntry[]) {
  const asked: number[] = [];
  const tail = ({ afterLine, limit }: { readonly afterLine: number; readonly limit: number }) => {
    asked.push(afterLine);
    const found = entries.filter(({ line }) => line > afterLine).slice(0, limit);
    return Promise.resolve(ok({ entries: found, lastLine: entries.at(-1)?.line ?? 0, chainHead: '' }));
  };
  return { asked, tail };
}

it('finds the acts of a day: own, pulled, and those typed in later', async () => {
  const [own, pulled, late, other] = [
    at('2026-03-09'),
    at('2026-03-09'),
    at('2026-03-11', '2026-03-09'),
    at('2026-03-10'),
  ];
  const item = { action: pulled, receipt: builders.acceptAll([pulled]).get(pulled.id) ?? expect.fail('no receipt') };
  const { tail } = tailOver([
    { line: 1, body: { kind: 'actions', actions: [own] } },
    { line: 2, body: { kind: 'pulled', items: [item], checkpoint: { serverEpoch: 'e', n: 1 } } },
    { line: 3, body: { kind: 'access', entries: [] } },
    { line: 4, body: { kind: 'actions', actions: [other, late] } },
  ]);
  const found = await readDayActs(tail, '2026-03-09');
  expect(found.ok && found.value.map(({ id }) => id)).toEqual([own.id, pulled.id, late.id]);
});

it('stops at the first slice that was written before the day', async () => {
  const old = Array.from({ length: 6000 }, (_, index): JournalEntry => ({
    line: index + 1,
    body: { kind: 'actions', actions: [at(index < 4000 ? '2026-01-05' : '2026-03-09')] },
  }));
  const { tail, asked } = tailOver(old);
  const found = await readDayActs(tail, '2026-03-09');
  expect(found.ok && found.value.length).toBe(2000);
  expect(asked.slice(1)).toEqual([4000, 2000]);
});

it('says when the journal cannot be read', async () => {
  const broken = err({ kind: 'locked' } as const);
  expect(await readDayActs(() => Promise.resolve(broken), '2026-03-09')).toEqual(broken);
});
