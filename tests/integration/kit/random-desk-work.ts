import type { Action, KnownKind, Subject } from '../../../shared/domain/actions/action';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { plainKinds } from '../../../shared/domain/proposal';
import { allowedKinds } from '../../../shared/domain/transitions';
import type { Verdict } from '../../../shared/domain/verdict';
import { buildOfficer, type Builders } from '../../support/builders';
import { proposePlain, proposeReception, record } from '../../support/door-kit';
import { foldFromJournal } from './journal-reading';
import type { OfficePc } from './office-pc';

/** Every word the province can say of an act. */
export const verdicts: readonly [Verdict, ...Verdict[]] = [
  { type: 'accepted' },
  { type: 'acceptedWithIssue', cause: 'transition', whoActs: 'officer' },
  { type: 'acceptedWithIssue', cause: 'duplicateCode', whoActs: 'supervisor' },
  { type: 'refused', cause: 'permission', whoActs: 'supervisor' },
  { type: 'quarantined', cause: 'foreignUnit', whoActs: 'unitAdmin' },
];

function isPlain(kind: string): kind is KnownKind {
  return plainKinds.includes(kind);
}

const approval = { kind: 'immediate', approverId: 'lãnh đạo' } as const;

/** What each kind names of the dossier, so that an act the table allows is also whole. */
const named: Readonly<Partial<Record<KnownKind, (state: DossierState, now: number) => Record<string, unknown>>>> = {
  IssueResolved: (state) => ({ actionId: state.issues.find((found) => !found.resolved)?.actionId }),
  ApprovalDecided: (state) => ({ actId: state.deferredApprovals.at(-1)?.actionId }),
  SupplementRequested: () => ({ legalGround: 'Điều 9', approval }),
  DeadlineExtended: (state, now) => ({
    newPromise: Math.max(state.extendedTo ?? 0, state.promisedAt ?? 0, now + 60_000) + 3_600_000,
    approval,
  }),
  FeeCancelled: (state) => ({
    collectionId: state.collections.find((one) => one.cancelled === null && one.refunds.length === 0)?.actionId,
  }),
  FeeRefunded: () => ({ lines: [{ ledger: 'stateFee', name: 'Lệ phí hộ tịch', amount: 1 }] }),
  HandoverConfirmed: (state) => ({
    handoverId: state.handovers.find((one) => one.confirmed === null)?.actionId,
    mismatch: 'thiếu một bản',
  }),
  ApologyDelivered: (state) => ({ apologyId: state.apologies.find((one) => one.delivered === null)?.actionId }),
  DeliveryFailed: (state) => ({ waybill: state.dispatches.find((one) => one.failed === null)?.waybill }),
  PaperDetached: (state) => ({ paperId: state.papers[0]?.paperId }),
  PageSetEdited: (state) => ({ paperId: state.papers[0]?.paperId, pages: state.papers[0]?.pages }),
};

/** Does one more thing that the rules allow on a dossier, by an officer or the supervisor. */
async function actOnce(pc: OfficePc, dossierId: string, builders: Builders): Promise<void> {
  const state = await foldFromJournal(pc.desk(), dossierId);
  const officer = buildOfficer(builders.random.pick(['intakeOfficer', 'supervisor'] as const));
  const kinds = allowedKinds(state, { actor: officer, at: pc.wall() }).filter(isPlain);
  const [first, ...rest] = kinds;
  if (first === undefined) return;
  const kind = builders.random.pick([first, ...rest]);
  const { session } = pc;
  pc.session = { ...session, officer };
  const subject: Subject = { type: 'dossier', id: dossierId };
  await record(pc.desk().books, {
    ...proposePlain(subject, kind, named[kind]?.(state, pc.wall()) ?? {}),
    base: state.pos,
  });
  pc.session = session;
}

/** The province's word, chosen at random, on some of the acts that wait. */
async function hearProvince(pc: OfficePc, builders: Builders, positions: Map<string, number>): Promise<void> {
  const { door, index } = pc.desk().books;
  const heard = index.waiting().filter(() => builders.random.int(0, 2) > 0);
  const receipts = heard.map(({ action, subjectKey }) => {
    const verdict = builders.random.pick(verdicts);
    const pos = (positions.get(subjectKey) ?? 0) + (verdict.type === 'quarantined' ? 0 : 1);
    positions.set(subjectKey, pos);
    return builders.receipt(action, { verdict, pos, at: pc.wall() });
  });
  await door.appendReceipts(receipts);
}

/**
 * A stretch of work through the real door: receptions with a printed slip, then acts in any lawful order, and a province
 * that says anything to them. Answers the receptions.
 */
export async function workAtRandom(
  pc: OfficePc,
  builders: Builders,
  { dossiers, rounds }: { readonly dossiers: number; readonly rounds: number },
): Promise<readonly Action[]> {
  const { books } = pc.desk();
  const received: Action[] = [];
  for (let n = 0; n < dossiers; n += 1) {
    const [reception] = await record(books, proposeReception());
    if (reception === undefined) throw new Error('nothing was received');
    await record(books, proposePlain(reception.subject, 'FormPrinted'));
    received.push(reception);
  }
  const positions = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    await hearProvince(pc, builders, positions);
    for (const { subject } of received) {
      if (subject.type === 'dossier' && builders.random.int(0, 1) === 1) await actOnce(pc, subject.id, builders);
    }
  }
  await hearProvince(pc, builders, positions);
  return received;
}
