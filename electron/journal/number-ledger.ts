import { createHash } from 'node:crypto';
import { toLocalDay, type LocalDay } from '../../shared/base/time';
import type { Action } from '../../shared/domain/actions/action';
import type { SlipNumber } from '../../shared/domain/actions/intake-payload';
import { listUnusedRanges, type CodeLeaseReturn, type CodeSupply } from '../../shared/domain/code-lease';
import { formatOfficialCode, parseDossierCode } from '../../shared/domain/dossier-code';
import type { ReceiptSeries } from '../../shared/domain/receipt-series';
import { slipSeriesKey } from '../../shared/domain/slip-number';
import { addDays } from '../../shared/domain/working-calendar-days';
import type { JournalGap } from './chain-join';
import { findNumbers, type SeriesReceipt } from './given-numbers';
import { createLeaseRegister, type LeaseRegister } from './lease-register';

/** Every number this device has given out: codes, temporary numbers, slips. All of it is read from the journal. */
export interface NumberLedger extends Pick<
  LeaseRegister,
  'noteLeases' | 'noteReturns' | 'returned' | 'leaseIds' | 'heldLeases' | 'knowsLease'
> {
  readonly noteAction: (action: Action, line: number) => void;
  /** Lines are lost: numbers they may hold are never given again. */
  readonly noteGaps: (gaps: readonly JournalGap[]) => void;
  /** What the next code of an agency is taken from. Leases granted before a damaged stretch are spent: nobody knows their pointer. */
  readonly codeSupply: (agencyId: string, day: LocalDay) => CodeSupply;
  /**
   * Ranges of an agency's leases of days before `day` that nobody has. None of leases granted before a damaged stretch: a lost
   * line may have used them.
   */
  readonly unusedRanges: (agencyId: string, day: LocalDay) => readonly CodeLeaseReturn[];
  /** Highest number of a slip series that may be out; 0 when none. */
  readonly lastSlip: (series: Pick<SlipNumber, 'book' | 'year'>) => number;
  /** Highest number of a registered receipt series that may be out; `from - 1` when none. */
  readonly lastFeeReceipt: (series: ReceiptSeries) => number;
  readonly isReceiptSpent: (receipt: SeriesReceipt) => boolean;
  /** Highest running number of this device's temporary numbers of a day; 0 when none. */
  readonly lastTemporary: (day: LocalDay) => number;
}

/** The highest number of a series and the line that gave it. */
interface Highest {
  readonly number: number;
  readonly line: number;
}

/** A reception is never smaller on disk: bounds how many temporary numbers a damaged stretch can hide. */
const SMALLEST_RECEPTION_BYTES = 600;
/** A slip of a paper kit takes no less, with its code: bounds how many slip numbers a damaged stretch can hide. */
const SMALLEST_KIT_SLIP_BYTES = 30;
/** A collection takes no less: bounds how many receipt numbers a damaged stretch can hide. */
const SMALLEST_COLLECTION_BYTES = 300;
/** Most acts of one command. */
const LARGEST_COMMAND = 200;

/** Older leases are left alone: looking at every day there ever was would cost each exchange. */
const GIVEN_BACK_DAYS = 31;

const nothing: Highest = { number: 0, line: 0 };

/** Makes an empty ledger of a device. */
export function createNumberLedger(deviceId: string): NumberLedger {
  const ownName = temporaryName(deviceId).toUpperCase();
  const codes = createCodeGroups();
  const leases = createLeaseRegister();
  const slips = new Map<string, Highest>();
  const receipts = createSpentReceipts();
  const temporary = new Map<LocalDay, Highest>();
  const hidden = createHiddenNumbers();

  const noteCode = (code: string, line: number): void => {
    const parsed = parseDossierCode(code);
    if (!parsed.ok) return;
    const { value } = parsed;
    if (value.kind === 'temporary') {
      if (value.deviceId.toUpperCase() === ownName) raise(temporary, value.day, { number: value.number, line });
      return;
    }
    codes.add(value, code);
  };
  return {
    noteAction: (action, line) => {
      hidden.noteLine(toLocalDay(action.at), line);
      const { codes: given, slips: out, receipts: spent = [] } = findNumbers(action);
      for (const receipt of spent) receipts.add(receipt, line);
      for (const code of given) noteCode(code, line);
      for (const slip of out) raise(slips, slipSeriesKey(slip), { number: slip.number, line });
    },
    noteLeases: leases.noteLeases,
    noteReturns: leases.noteReturns,
    noteGaps: hidden.noteGaps,
    leaseIds: leases.leaseIds,
    heldLeases: leases.heldLeases,
    returned: leases.returned,
    knowsLease: leases.knowsLease,
    codeSupply: (agencyId, day) => {
      const usable = leases.grantedAfter(hidden.lastLine(), { agencyId, day });
      const usedCodes = codes.of(
        agencyId,
        usable.map((lease) => lease.day),
      );
      return { leases: usable, usedCodes, agencyId, day, returned: leases.returned() };
    },
    unusedRanges: (agencyId, day) =>
      leases
        .pastAfter(hidden.lastLine(), { agencyId, from: addDays(day, -GIVEN_BACK_DAYS), before: day })
        .flatMap((lease) =>
          listUnusedRanges(lease, { usedCodes: codes.of(agencyId, [lease.day]), returned: leases.returned() }),
        ),
    lastSlip: (series) => {
      const highest = slips.get(slipSeriesKey(series)) ?? nothing;
      return highest.number + hidden.count(`${String(series.year)}-01-01`, highest.line, SMALLEST_KIT_SLIP_BYTES);
    },
    lastFeeReceipt: (series) => receipts.highest(series, hidden.count),
    isReceiptSpent: receipts.has,
    lastTemporary: (day) => {
      const highest = temporary.get(day) ?? nothing;
      return highest.number + hidden.count(day, highest.line, SMALLEST_RECEPTION_BYTES);
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

/** What damaged stretches of the journal may hide. */
function createHiddenNumbers() {
  const lastLineOf = new Map<LocalDay, number>();
  let gaps: readonly JournalGap[] = [];
  return {
    noteLine: (day: LocalDay, line: number): void => {
      lastLineOf.set(day, line);
    },
    noteGaps: (found: readonly JournalGap[]): void => {
      gaps = found;
    },
    /** Last line of the last damaged stretch; 0 when there is none. */
    lastLine: (): number => Math.max(0, ...gaps.map((gap) => gap.afterLine + gap.lines)),
    /** Numbers of a series that starts on `firstDay`: none in stretches that older days' lines follow. */
    count: (firstDay: LocalDay, lastGiven: number, smallest: number): number => {
      const older = [...lastLineOf].filter(([day]) => day < firstDay).map(([, line]) => line);
      const since = Math.max(lastGiven, ...older);
      return sumHidden(
        gaps.filter((gap) => gap.afterLine >= since),
        smallest,
      );
    },
  };
}

function sumHidden(gaps: readonly JournalGap[], smallest: number): number {
  return gaps.reduce(
    (sum, gap) => sum + (gap.bytes > 0 ? Math.ceil(gap.bytes / smallest) : gap.lines * LARGEST_COMMAND),
    0,
  );
}

/** Receipts of registered series by form number and symbol, each with the line that gave or spoilt it. */
function createSpentReceipts() {
  const groups = new Map<string, Map<number, number>>();
  const keyOf = ({ formNo, symbol }: Pick<SeriesReceipt, 'formNo' | 'symbol'>): string =>
    JSON.stringify([formNo, symbol]);
  return {
    add: (receipt: SeriesReceipt, line: number): void => {
      const group = groups.get(keyOf(receipt)) ?? new Map<number, number>();
      groups.set(keyOf(receipt), group.set(receipt.number, line));
    },
    has: (receipt: SeriesReceipt): boolean => groups.get(keyOf(receipt))?.has(receipt.number) ?? false,
    /** With what damaged stretches may hide behind the highest one. */
    highest: (series: ReceiptSeries, countHidden: ReturnType<typeof createHiddenNumbers>['count']): number => {
      const own = [...(groups.get(keyOf(series)) ?? [])].filter(([one]) => one >= series.from && one <= series.to);
      const none: Highest = { number: series.from - 1, line: 0 };
      const last = own.reduce((best, [number, line]) => (number > best.number ? { number, line } : best), none);
      return last.number + countHidden(series.validFrom, last.line, SMALLEST_COLLECTION_BYTES);
    },
  };
}

/** Codes by agency and day. */
function createCodeGroups() {
  const groups = new Map<string, Set<string>>();
  const groupOf = (agencyId: string, day: LocalDay): string =>
    formatOfficialCode({ agencyId, day, number: 1 }).slice(0, -4);
  return {
    add: ({ agencyId, day }: { readonly agencyId: string; readonly day: LocalDay }, code: string): void => {
      const group = groupOf(agencyId, day);
      groups.set(group, (groups.get(group) ?? new Set()).add(code));
    },
    of: (agencyId: string, days: readonly LocalDay[]): ReadonlySet<string> =>
      new Set([...new Set(days)].flatMap((day) => [...(groups.get(groupOf(agencyId, day)) ?? [])])),
  };
}
