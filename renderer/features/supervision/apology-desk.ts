import { err, ok, type Result } from '../../../shared/base/result';
import { fromLocal, toLocalDay, type Instant } from '../../../shared/base/time';
import type { PayloadOf } from '../../../shared/domain/actions/action';
import type { ApologyDraft } from '../../../shared/domain/apology';
import type { ApologyDay, ApologyList, ApologyRow } from '../../../shared/domain/apology-day';
import { apologyReasonText } from '../../../shared/text/overdue-sentences';
import { sayVi } from '../../../shared/text/message';

/** Lists of a leader's day in the order they are worked through. */
export const apologyLists = [
  'lateWithout',
  'toDraft',
  'toSign',
  'toDeliver',
  'promiseBroken',
  'toRemind',
  'awaitingLetter',
] as const satisfies readonly ApologyList[];

/** The list that is shown first: the first one with something in it. */
export function findFirstList(day: ApologyDay): ApologyList {
  return apologyLists.find((name) => day[name].length > 0) ?? 'toDraft';
}

function draftOf({ standing }: ApologyRow): ApologyDraft | null {
  return 'draft' in standing ? standing.draft : null;
}

/** The draft of a row whose letter this unit's head may sign now; null where it is signed, another's, or a second one. */
export function findSignable(row: ApologyRow): ApologyDraft | null {
  const draft = draftOf(row);
  if (draft?.kind !== 'letter' || draft.needsApprover || draft.proposedPromise === null) return null;
  return row.standing.kind === 'lateWithoutApology' && row.standing.reached === 'signed' ? null : draft;
}

/** The signed letter of a row that is not with the citizen yet. */
export function findDeliverable({ standing }: ApologyRow): { readonly apologyId: string } | null {
  if (standing.kind === 'signed') return { apologyId: standing.apology.actionId };
  if (standing.kind !== 'lateWithoutApology' || standing.reached !== 'signed' || standing.apology === null) return null;
  return { apologyId: standing.apology.actionId };
}

/** What is typed once for many letters. Days as `yyyy-MM-dd`, empty: as each draft proposes. */
export interface SignDraft {
  /** Number of the first letter, e.g. `12/PXL`; the others follow. */
  readonly number: string;
  readonly signedBy: string;
  readonly signedOn: string;
  /** Empty: who has the folder, as each draft says. */
  readonly reason: string;
  readonly remedy: string;
  readonly newPromiseDay: string;
}

/** Fields with a fault, by name, each with the key of its sentence. */
export type DraftFaults<Field extends string> = Readonly<Partial<Record<Field, SignFault>>>;
/** What may be wrong in a field. */
export type SignFault = 'missing' | 'future' | 'notLater' | 'badTime';

/** One act of a batch. */
export interface BatchAct<K extends 'ApologyIssued' | 'ApologyDelivered'> {
  readonly dossierId: string;
  readonly kind: K;
  readonly payload: PayloadOf<K>;
}

/** The n-th number after the first: the last run of digits before the letters counts on, its zeros stay. */
export function countOn(first: string, by: number): string {
  return first.replace(/\d+/u, (digits) => String(Number(digits) + by).padStart(digits.length, '0'));
}

function promiseOf(draft: ApologyDraft, day: string): Instant {
  const proposed = draft.proposedPromise ?? draft.due;
  if (day === '') return proposed;
  return fromLocal(day, '00:00') + (proposed - fromLocal(toLocalDay(proposed), '00:00'));
}

/** Reads the sheet for the rows chosen, in their order: one signed letter for each, or what is wrong. */
export function readSigning(
  typed: SignDraft,
  rows: readonly ApologyRow[],
  now: Instant,
): Result<readonly BatchAct<'ApologyIssued'>[], DraftFaults<keyof SignDraft>> {
  const { number, signedBy, signedOn, reason, remedy, newPromiseDay } = typed;
  const drafts = rows.flatMap((row) => findSignable(row) ?? []);
  const today = toLocalDay(now);
  const late = drafts.some((draft) => promiseOf(draft, newPromiseDay) <= Math.max(now, draft.due));
  const faults: DraftFaults<keyof SignDraft> = {
    ...(number.trim() === '' ? { number: 'missing' } : {}),
    ...(signedBy.trim() === '' ? { signedBy: 'missing' } : {}),
    ...(signedOn === '' ? { signedOn: 'missing' } : signedOn > today ? { signedOn: 'future' } : {}),
    ...(newPromiseDay !== '' && late ? { newPromiseDay: 'notLater' } : {}),
  };
  if (Object.keys(faults).length > 0) return err(faults);
  return ok(
    drafts.map((draft, index) => ({
      dossierId: draft.dossierId,
      kind: 'ApologyIssued',
      payload: {
        ...{ v: 1, number: countOn(number.trim(), index), remedy: remedy.trim(), signedBy: signedBy.trim(), signedOn },
        reason: reason.trim() === '' ? sayVi(apologyReasonText(draft)) : reason.trim(),
        newPromise: promiseOf(draft, newPromiseDay),
      },
    })),
  );
}

/** Ways a letter reaches the citizen. */
export const deliveryWays = ['hand', 'post', 'email', 'zalo'] as const;

/** What is typed once for many deliveries. `at` empty: now; else when it truly was, told afterwards. */
export interface DeliverDraft {
  readonly by: (typeof deliveryWays)[number];
  readonly proof: string;
  readonly day: string;
  readonly time: string;
}

/** Deliveries of a batch, with the legal time where it lies before now. */
export interface Deliveries {
  readonly acts: readonly BatchAct<'ApologyDelivered'>[];
  readonly happenedAt: Instant | null;
}

function readTime({ day, time }: DeliverDraft, now: Instant): Result<Instant | null, DraftFaults<keyof DeliverDraft>> {
  if (day === '' && time.trim() === '') return ok(null);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/u.test(time.trim())) return err({ time: 'badTime' });
  const at = fromLocal(day === '' ? toLocalDay(now) : day, time.trim());
  return at > now ? err({ day: 'future' }) : ok(at);
}

/** Reads the sheet for the rows chosen: proof of delivery for each signed letter, or what is wrong. */
export function readDelivery(
  typed: DeliverDraft,
  rows: readonly ApologyRow[],
  now: Instant,
): Result<Deliveries, DraftFaults<keyof DeliverDraft>> {
  const time = readTime(typed, now);
  const proof = typed.proof.trim();
  if (!time.ok || proof === '') {
    return err({ ...(time.ok ? {} : time.error), ...(proof === '' ? { proof: 'missing' as const } : {}) });
  }
  const acts = rows.flatMap((row): BatchAct<'ApologyDelivered'>[] => {
    const letter = findDeliverable(row);
    if (letter === null) return [];
    const payload = { v: 1 as const, apologyId: letter.apologyId, by: typed.by, proof };
    return [{ dossierId: row.dossierId, kind: 'ApologyDelivered', payload }];
  });
  return ok({ acts, happenedAt: time.value });
}
