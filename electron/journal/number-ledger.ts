import { createHash } from 'node:crypto';
import { z } from 'zod';
import { toLocalDay, type LocalDay } from '../../shared/base/time';
import type { Action } from '../../shared/domain/actions/action';
import { codeSchema, slipNumberSchema, type SlipNumber } from '../../shared/domain/actions/dossier-actions';
import type { CodeSupply } from '../../shared/domain/code-lease';
import { formatOfficialCode, parseDossierCode } from '../../shared/domain/dossier-code';
import { slipSeriesKey } from '../../shared/domain/slip-number';
import type { JournalGap } from './chain-join';
import { createLeaseRegister, type LeaseRegister } from './lease-register';

/** Every number this device has given out: codes, temporary numbers, slips. All of it is read from the journal. */
export interface NumberLedger extends Pick<LeaseRegister, 'noteLeases' | 'leaseIds' | 'heldLeases' | 'knowsLease'> {
  readonly noteAction: (action: Action, line: number) => void;
  /** Lines are lost: numbers they may hold are never given again. */
  readonly noteGaps: (gaps: readonly JournalGap[]) => void;
  /** What the next code of an agency is taken from. Leases granted before a damaged stretch are spent: nobody knows their pointer. */
  readonly codeSupply: (agencyId: string, day: LocalDay) => CodeSupply;
  /** Highest number of a slip series that may be out; 0 when none. */
  readonly lastSlip: (series: Pick<SlipNumber, 'book' | 'year'>) => number;
  /** Highest running number of this device's temporary numbers of a day; 0 when none. */
  readonly lastTemporary: (day: LocalDay) => number;
}

/** The highest number of a series and the line that gave it. */
interface Highest {
  readonly number: number;
  readonly line: number;
}

/** A reception is never smaller on disk: bounds how many numbers a damaged stretch can hide. */
const SMALLEST_RECEPTION_BYTES = 600;
/** Most acts of one command. */
const LARGEST_COMMAND = 200;

const nothing: Highest = { number: 0, line: 0 };

const givenSchema = z.object({ code: codeSchema.optional(), slip: slipNumberSchema.optional() });
const voidedSchema = z.object({ code: z.string() });

/** Makes an empty ledger of a device. */
export function createNumberLedger(deviceId: string): NumberLedger {
  const ownName = temporaryName(deviceId).toUpperCase();
  const codes = new Map<string, Set<string>>();
  const leases = createLeaseRegister();
  const slips = new Map<string, Highest>();
  const temporary = new Map<LocalDay, Highest>();
  const lastLineOf = new Map<LocalDay, number>();
  let gaps: readonly JournalGap[] = [];

  /** What damaged stretches may hide of a series that starts on `firstDay`: nothing of those that older days' lines follow. */
  const countHidden = (firstDay: LocalDay, lastGiven: number): number => {
    const older = [...lastLineOf].filter(([day]) => day < firstDay).map(([, line]) => line);
    const since = Math.max(lastGiven, ...older);
    return sumHidden(gaps.filter((gap) => gap.afterLine >= since));
  };
  const noteCode = (code: string, line: number): void => {
    const parsed = parseDossierCode(code);
    if (!parsed.ok) return;
    const { value } = parsed;
    if (value.kind === 'temporary') {
      if (value.deviceId.toUpperCase() === ownName) raise(temporary, value.day, { number: value.number, line });
      return;
    }
    const group = codeGroup(value.agencyId, value.day);
    codes.set(group, (codes.get(group) ?? new Set()).add(code));
  };
  return {
    noteAction: (action, line) => {
      lastLineOf.set(toLocalDay(action.at), line);
      const voided = action.kind === 'CodeVoided' ? voidedSchema.safeParse(action.payload) : undefined;
      if (voided?.success) noteCode(voided.data.code, line);
      if (action.kind !== 'DossierReceived' && action.kind !== 'OnlineSubmissionAccepted') return;
      const given = givenSchema.safeParse(action.payload);
      if (!given.success) return;
      const { code, slip } = given.data;
      if (code !== undefined && code.kind !== 'portal') noteCode(code.value, line);
      if (slip !== undefined) raise(slips, slipSeriesKey(slip), { number: slip.number, line });
    },
    noteLeases: leases.noteLeases,
    noteGaps: (found) => {
      gaps = found;
    },
    leaseIds: leases.leaseIds,
    heldLeases: leases.heldLeases,
    knowsLease: leases.knowsLease,
    codeSupply: (agencyId, day) => {
      const lastGap = Math.max(0, ...gaps.map((gap) => gap.afterLine + gap.lines));
      const usable = leases.grantedAfter(lastGap, { agencyId, day });
      const days = new Set([day, ...usable.map((lease) => lease.day)]);
      const usedCodes = new Set([...days].flatMap((each) => [...(codes.get(codeGroup(agencyId, each)) ?? [])]));
      return { leases: usable, usedCodes, agencyId, day };
    },
    lastSlip: (series) => {
      const highest = slips.get(slipSeriesKey(series)) ?? nothing;
      return highest.number + countHidden(`${String(series.year)}-01-01`, highest.line);
    },
    lastTemporary: (day) => {
      const highest = temporary.get(day) ?? nothing;
      return highest.number + countHidden(day, highest.line);
    },
  };
}

/** This device's part of a temporary number: its id where that fits into a code, else a short name made from it. */
export function temporaryName(deviceId: string): string {
  if (/^[A-Z0-9.-]{1,40}$/i.test(deviceId)) return deviceId;
  return createHash('sha256').update(deviceId).digest('hex').slice(0, 10).toUpperCase();
}

function raise<K>(map: Map<K, Highest>, key: K, found: Highest): void {
  if (found.number > (map.get(key)?.number ?? 0)) map.set(key, found);
}

function sumHidden(gaps: readonly JournalGap[]): number {
  return gaps.reduce(
    (sum, gap) => sum + (gap.bytes > 0 ? Math.ceil(gap.bytes / SMALLEST_RECEPTION_BYTES) : gap.lines * LARGEST_COMMAND),
    0,
  );
}

function codeGroup(agencyId: string, day: LocalDay): string {
  return formatOfficialCode({ agencyId, day, number: 1 }).slice(0, -4);
}
