import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/base/result';
import { buildAuthorisation } from '../../../shared/forms/citizen-papers';
import { aroundOf } from '../../../tests/support/form-fills';
import { buildSampleSlip } from '../../../tests/support/papers';
import { createPrintHandlers } from './print';

const outcome = { file: '/x/a.pdf', sha256: 'a'.repeat(64), printer: null, jobId: null, copies: 1, copyNo: 1 };
const fill = buildAuthorisation(aroundOf({ formSet: 'TT03-2025' }));
const slip = buildSampleSlip();

function createHandlers(isPrinted: boolean) {
  const noted: unknown[] = [];
  const answer = () => Promise.resolve(isPrinted ? ok(outcome) : err({ kind: 'diskFull' } as const));
  const notShown = () => Promise.resolve(err({ kind: 'diskFull' } as const));
  const handlers = createPrintHandlers({
    printer: {
      list: () => Promise.resolve([]),
      submit: () => Promise.resolve(ok({ jobId: null })),
      isWaiting: () => Promise.resolve(false),
    },
    receipts: { preview: notShown, print: answer },
    forms: { preview: notShown, print: answer },
    notePrinted: (dossierId, form) => noted.push([dossierId, form]),
  });
  return { handlers, noted };
}

it('puts every paper that left on record: whose it is, else what it is', async () => {
  const { handlers, noted } = createHandlers(true);
  await handlers.printReceipt({ slip, printer: null, copies: 1 });
  await handlers.printForm({ fill, dossierId: slip.dossierId, printer: null, copies: 1 });
  await handlers.printForm({ fill, dossierId: null, printer: null, copies: 1 });
  expect(noted).toEqual([
    [slip.dossierId, 'receipt'],
    [slip.dossierId, 'authorisation'],
    [null, 'authorisation'],
  ]);
});

it('records nothing of a paper that stayed, nor of a look at one', async () => {
  const { handlers, noted } = createHandlers(false);
  await handlers.printReceipt({ slip, printer: null, copies: 1 });
  await handlers.printForm({ fill, dossierId: null, printer: null, copies: 1 });
  await handlers.previewReceipt({ slip });
  await handlers.previewForm({ fill, dossierId: null });
  expect(noted).toEqual([]);
});
