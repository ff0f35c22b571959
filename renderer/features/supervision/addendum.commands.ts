import { err, ok, type Result } from '../../../shared/base/result';
import type { PayloadOf } from '../../../shared/domain/actions/action';
import { ADDENDUM_ROWS } from '../../../shared/domain/actions/unit-day-actions';
import { findNextAddendumNumber } from '../../../shared/domain/unit-day';
import { getUnitDay } from '../../records/dossier-queries';
import { catchUp } from '../../records/open-records';
import { proposeActs, type ActError } from '../../records/propose';
import { readJournalHead } from './read-as-of';
import { readDay, type DayQuestion } from './read-day';
import { listLateActs } from './shown-register';
import type { DayClosing } from './day-register';

/** What is needed to issue an addendum. `reason`: why the day needs it. */
export interface AddendumOrder extends DayQuestion {
  readonly reason: string;
}

/** Why no addendum was issued. Nothing was recorded. */
export type AddendumError =
  | ActError
  | { readonly kind: 'unread' }
  | { readonly kind: 'reasonNeeded' }
  /** This PC cannot make out the closed register, so it cannot tell what is missing in it. */
  | { readonly kind: 'notReproduced' }
  | { readonly kind: 'nothingLate' };

interface AddendumBasis {
  readonly closing: DayClosing;
  readonly addendum: Omit<PayloadOf<'RegisterAddendumIssued'>, 'reason'>;
}

/** What would be issued now: of the journal up to its present end. */
async function buildAddendum(order: AddendumOrder): Promise<Result<AddendumBasis, AddendumError>> {
  const followed = await catchUp();
  if (!followed.ok) return err({ kind: 'unread' });
  const head = await readJournalHead(order.desktop.records.tail);
  if (!head.ok) return head;
  const read = await readDay(order);
  if (!read.ok) return err({ kind: 'unread' });
  const { closing, closed, addenda } = read.value;
  if (closing === null || closed === null) return err({ kind: 'notReproduced' });
  const rows = listLateActs(read.value).slice(0, ADDENDUM_ROWS);
  if (rows.length === 0) return err({ kind: 'nothingLate' });
  const closingId = closing.record.actionId;
  const number = findNextAddendumNumber(addenda, closingId);
  const { chainHead } = head.value;
  return ok({ closing, addendum: { v: 1, day: order.day, number, closingId, chainHead, rows } });
}

/**
 * Issues the next numbered addendum to a closed day: what the journal holds of the day by now and neither the closed
 * register nor an addendum does. It stands on the day of the counter that closed.
 */
export async function issueAddendum(order: AddendumOrder): Promise<Result<{ readonly number: number }, AddendumError>> {
  const reason = order.reason.trim();
  if (reason === '') return err({ kind: 'reasonNeeded' });
  const basis = await buildAddendum(order);
  if (!basis.ok) return basis;
  const { closing, addendum } = basis.value;
  const { day, unit } = order;
  const known = await getUnitDay(unit.id, day, closing.counterId);
  if (!known.ok) return err({ kind: 'unread' });
  const recorded = await proposeActs([
    {
      subject: { type: 'unitDay', unitId: unit.id, day, counterId: closing.counterId },
      base: known.value?.pos ?? 0,
      act: { kind: 'plain', plainKind: 'RegisterAddendumIssued', payload: { ...addendum, reason } },
    },
  ]);
  return recorded.ok ? ok({ number: addendum.number }) : recorded;
}
