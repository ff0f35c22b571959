import type { Page } from '@playwright/test';
import type { Proposal } from '../../shared/domain/proposal';
import type { PageWindow } from './desktop-bridge';
import { buildIntake, payloadBuilders, type PayloadContext } from './payloads';
import { createRandom } from './random';

type Step = (context: PayloadContext, no: number) => Proposal['act'] | undefined;

const procedures = [
  { procedureCode: '2.000815', caseId: 'thuong', quantities: { pages: 2, copies: 3 } },
  { procedureCode: '1.004873', caseId: 'thuong', quantities: {} },
  { procedureCode: '1.001193', caseId: 'dung-han', quantities: {} },
] as const;

const plain = (plainKind: string, payload: unknown): Proposal['act'] =>
  ({ kind: 'plain', plainKind, payload }) as Proposal['act'];

/** What happens to every dossier, to some, to few: so that most reports have something to say. */
const steps: readonly Step[] = [
  (context, no) => {
    const procedure = procedures[no % procedures.length] ?? procedures[0];
    return {
      kind: 'DossierReceived',
      intake: buildIntake(context, {
        ...procedure,
        pages: [],
        returnMethod: no % 5 === 0 ? 'post' : 'counter',
        ...(no % 5 === 0 ? { returnAddress: 'Xóm 3, xã Hoa Sơn' } : {}),
        fees: [{ ledger: 'stateFee', name: 'Phí, lệ phí', amount: 8_000 }],
      }),
    };
  },
  (context, no) => (no % 3 === 2 ? undefined : plain('FeeCollected', payloadBuilders.FeeCollected(context))),
  (context, no) =>
    no % 7 === 6 ? plain('SupplementRequested', payloadBuilders.SupplementRequested(context)) : undefined,
  (context, no) =>
    no % 7 < 4
      ? plain('OutcomeReady', { ...payloadBuilders.OutcomeReady(context), number: String(no + 1) })
      : undefined,
  (context, no) =>
    no % 7 < 2 && no % 5 !== 0 ? plain('OutcomeReturned', payloadBuilders.OutcomeReturned(context)) : undefined,
  (_context, no) =>
    no % 7 < 2 && no % 5 !== 0 ? plain('SurveyAnswered', { v: 1, score: (no % 5) + 1, topics: ['time'] }) : undefined,
];

async function propose(page: Page, proposals: readonly Proposal[]): Promise<void> {
  const answer = await page.evaluate(
    (asked) => (globalThis as unknown as PageWindow).desktop.records.propose({ proposals: [...asked] }),
    proposals,
  );
  if (!answer.ok) throw new Error(`the seed was not recorded: ${JSON.stringify(answer.error)}`);
}

/** Records `count` dossiers of the signed-in officer through the page's own door, in every state a counter knows. */
export async function seedDossiers(page: Page, count: number, seed = 11): Promise<readonly string[]> {
  const random = createRandom(seed);
  const now = Date.now();
  const hex = (bytes: number): string =>
    Array.from(random.bytes(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const stamp = now.toString(16).padStart(12, '0');
  const newId = (): string =>
    `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`;
  const context: PayloadContext = { random, id: newId, at: now };
  const ids = Array.from({ length: count }, newId);
  const batch = 100;
  for (let from = 0; from < count; from += batch) {
    for (const step of steps) {
      const proposals = ids.slice(from, from + batch).flatMap((id, index): Proposal[] => {
        const act = step(context, from + index);
        return act === undefined ? [] : [{ subject: { type: 'dossier', id }, base: 0, act }];
      });
      if (proposals.length > 0) await propose(page, proposals);
    }
  }
  return ids;
}

/** Opens a shift at a counter of today and counts its cash. */
export async function seedShift(
  page: Page,
  place: { readonly unitId: string; readonly counterId: string; readonly day: string },
): Promise<void> {
  const context: PayloadContext = { random: createRandom(3), id: () => '', at: Date.now() };
  const subject = { type: 'unitDay', ...place } as const;
  await propose(page, [{ subject, base: 0, act: plain('ShiftOpened', payloadBuilders.ShiftOpened(context)) }]);
}

/** See {@link seedShift}. */
export async function seedCashCount(
  page: Page,
  place: { readonly unitId: string; readonly counterId: string; readonly day: string },
): Promise<void> {
  const context: PayloadContext = { random: createRandom(3), id: () => '', at: Date.now() };
  await propose(page, [
    {
      subject: { type: 'unitDay', ...place },
      base: 0,
      act: plain('CashCounted', payloadBuilders.CashCounted(context)),
    },
  ]);
}
