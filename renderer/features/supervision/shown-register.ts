import type { Instant } from '../../../shared/base/time';
import { ADDENDUM_ROWS, type AddendumRow } from '../../../shared/domain/actions/unit-day-actions';
import { buildFormHeadOf } from '../../../shared/forms/form-layout';
import type { RegisterAddendum } from '../../../shared/reports/addendum-data';
import type { Register } from '../../../shared/reports/register-data';
import { listAddendum } from './addendum';
import { makeClosedRegister, makeRegister } from './day-register';
import type { ReadDay } from './read-day';

/** Who looks at the register, and how. */
export interface RegisterLook {
  readonly counterId: string;
  /** Name of whoever looks; stands on an open register as its maker. */
  readonly viewer: string;
  readonly officerName: (officerId: string) => string;
  readonly masked: boolean;
}

/** The register to look at: as closed where this PC can make that out again, else as it is now. */
export function makeShownRegister(read: ReadDay, look: RegisterLook, now: Instant): Register {
  const { masked, officerName } = look;
  if (read.closing && read.closed) return makeClosedRegister(read.closed, read.closing, { masked, officerName });
  return makeRegister(read.now, {
    ownCounterId: look.counterId,
    madeAt: now,
    madeBy: look.viewer,
    masked,
    officerName,
    closing: null,
  });
}

/** What was recorded of the day after its closing and stands in no addendum yet; nothing while the day is open. */
export function listLateActs({ now, closing, closed, addenda }: ReadDay): readonly AddendumRow[] {
  if (closing === null) return [];
  const acts = closed?.states.flatMap((state) => state.timeline.map((entry) => entry.action.id));
  return listAddendum({
    day: now.day,
    unit: now.unit,
    procedures: now.procedures,
    closedAt: closing.record.closedAt,
    states: now.states,
    closedActs: acts && new Set(acts),
    issued: addenda,
  });
}

/**
 * The addenda as papers: those issued, as they were issued, and last, without a number, what waits for one. So nothing
 * that the screen shows of a closed day is in no file.
 */
export function makeAddenda(read: ReadDay, look: RegisterLook, now: Instant): readonly RegisterAddendum[] {
  const { closing, addenda } = read;
  if (closing === null) return [];
  const { closedAt, registerHash, chainHead } = closing.record;
  const { unit, day, practice } = read.now;
  const shared = {
    head: buildFormHeadOf(unit),
    practice,
    unitId: unit.id,
    day,
    closing: { closedAt, registerHash, officer: look.officerName(closing.record.officerId) },
  };
  const waiting = listLateActs(read);
  const drafts = splitRows(waiting).map((rows) => ({
    ...shared,
    ...{ number: null, reason: '', chainHead, rows, madeAt: now, madeBy: look.viewer },
  }));
  return [
    ...addenda.map(({ number, reason, rows, at, officerId, chainHead: head }) => ({
      ...shared,
      ...{ number, reason, rows, chainHead: head, madeAt: at, madeBy: look.officerName(officerId) },
    })),
    ...drafts,
  ];
}

function splitRows(rows: readonly AddendumRow[]): AddendumRow[][] {
  const count = Math.ceil(rows.length / ADDENDUM_ROWS);
  return Array.from({ length: count }, (_, index) => rows.slice(index * ADDENDUM_ROWS, (index + 1) * ADDENDUM_ROWS));
}
