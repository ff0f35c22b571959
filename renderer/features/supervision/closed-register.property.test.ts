import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../../../shared/base/result';
import { toLocalDay } from '../../../shared/base/time';
import type { JournalBody, JournalEntry } from '../../../shared/domain/journal-entry';
import { MORNING } from '../../../tests/support/builders';
import { sampleUnit } from '../../../tests/support/form-samples';
import { historyArbitrary, shuffled, type GeneratedHistory } from '../../../tests/support/history-arbitrary';
import { buildClosingText } from './day-register';
import { readStatesAsOf } from './read-as-of';

const day = toLocalDay(MORNING);
const unit = sampleUnit();

/** Every act and every word of the province on it as a journal line of its own. */
function linesOf({ actions, receipts }: GeneratedHistory): JournalBody[] {
  return [
    ...actions.map((action): JournalBody => ({ kind: 'actions', actions: [action] })),
    ...[...receipts.values()].map((receipt): JournalBody => ({ kind: 'receipts', receipts: [receipt] })),
  ];
}

const journal = fc
  .array(fc.oneof(historyArbitrary('DossierReceived'), historyArbitrary()), { minLength: 1, maxLength: 3 })
  .chain((histories) =>
    fc.record({
      ids: fc.constant([...new Set(histories.map(({ dossierId }) => dossierId))]),
      // Lines of all dossiers in any order, some of them heard twice.
      bodies: fc
        .tuple(shuffled(histories.flatMap(linesOf)), shuffled(histories.flatMap(linesOf)), fc.nat(8))
        .map(([first, again, count]) => [...first, ...again.slice(0, count)]),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );

/** The closing text as a PC with these lines makes it out, as of a line. */
async function closingText(entries: readonly JournalEntry[], ids: readonly string[], line: number): Promise<string> {
  const tail = ({ afterLine }: { readonly afterLine: number }) =>
    Promise.resolve(
      ok({ entries: entries.filter((entry) => entry.line > afterLine), lastLine: entries.length, chainHead: '' }),
    );
  const states = await readStatesAsOf(tail, ids, line);
  if (!states.ok) throw new Error(states.error.kind);
  const onDay = states.value.filter(({ receivedAt }) => receivedAt !== null && toLocalDay(receivedAt) === day);
  const facts = { unit, day, states: onDay, procedures: new Map(), practice: false };
  return buildClosingText(facts, { counterId: 'quay-1', closedAt: MORNING, officerId: 'demo-supervisor' });
}

it('a closed register is byte-equal as of its closing, whatever is recorded afterwards', async () => {
  let changedSince = 0;
  await fc.assert(
    fc.asyncProperty(journal, async ({ ids, bodies, share }) => {
      const entries = bodies.map((body, index): JournalEntry => ({ line: index + 1, body }));
      const line = Math.floor(share * entries.length);
      const whenClosed = await closingText(entries.slice(0, line), ids, line);
      expect(await closingText(entries, ids, line)).toBe(whenClosed);
      if ((await closingText(entries, ids, entries.length)) !== whenClosed) changedSince += 1;
    }),
    { numRuns: 1000 },
  );
  // The control: without the cut, what came later does change the register, in many of the runs.
  expect(changedSince).toBeGreaterThan(200);
});
