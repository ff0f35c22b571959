import type { Instant } from '../../../shared/base/time';
import type { Register } from '../../../shared/reports/register-data';
import { listAddendum, type AddendumRow } from './addendum';
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

/** What was recorded of the day after its closing; nothing while it is open. */
export function listLateActs({ now, closing, closed }: ReadDay): readonly AddendumRow[] {
  if (closing === null) return [];
  const acts = closed?.states.flatMap((state) => state.timeline.map((entry) => entry.action.id));
  return listAddendum({
    day: now.day,
    unit: now.unit,
    closedAt: closing.record.closedAt,
    states: now.states,
    closedActs: acts && new Set(acts),
  });
}
