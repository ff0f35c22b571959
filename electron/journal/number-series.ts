import type { LocalDay } from '../../shared/base/time';
import type { DossierCode, SlipNumber } from '../../shared/domain/actions/intake-payload';
import { decideKitCodes, decideNextCode, type CodeSupply } from '../../shared/domain/code-lease';
import { formatTemporaryNumber } from '../../shared/domain/dossier-code';
import { isLeaseVoid, type MergingUnits } from '../../shared/domain/unit-succession';
import { decideNextSlip, slipSeriesKey } from '../../shared/domain/slip-number';
import type { NumberLedger } from './number-ledger';

/** Codes of one command: what was taken in it is not taken again. */
export interface CodeSource {
  readonly takeCode: (agencyId: string) => DossierCode;
  /** Official codes for the slips of a paper kit; fewer than asked when the leases of the day hold fewer. */
  readonly takeKitCodes: (agencyId: string, count: number) => readonly string[];
}

/** The day of an official code must be beyond doubt: another day's number may be somebody else's. */
export function createCodeSource(
  index: Pick<NumberLedger, 'codeSupply' | 'lastTemporary'>,
  source: {
    readonly day: LocalDay;
    readonly doubt: boolean;
    readonly deviceName: string;
    /** Mergers: what an agency was leased for a day on which it no longer exists is void. */
    readonly units: MergingUnits;
  },
): CodeSource {
  const taken = new Set<string>();
  let temporary = index.lastTemporary(source.day);
  const takeTemporary = (reason: 'noLease' | 'clockDoubt'): DossierCode => {
    temporary += 1;
    return {
      kind: 'temporary',
      value: formatTemporaryNumber({ deviceId: source.deviceName, day: source.day, number: temporary }),
      reason,
    };
  };
  const supplyOf = (agencyId: string): CodeSupply => {
    const supply = index.codeSupply(agencyId, source.day);
    const leases = supply.leases.filter((lease) => !isLeaseVoid(source.units, lease));
    return { ...supply, leases, usedCodes: new Set([...supply.usedCodes, ...taken]) };
  };
  return {
    takeCode: (agencyId) => {
      if (source.doubt) return takeTemporary('clockDoubt');
      const next = decideNextCode(supplyOf(agencyId));
      if (next === undefined) return takeTemporary('noLease');
      taken.add(next.value);
      return { kind: 'official', ...next };
    },
    takeKitCodes: (agencyId, count) => {
      if (source.doubt) return [];
      const codes = decideKitCodes(supplyOf(agencyId), count).map((code) => code.value);
      for (const code of codes) taken.add(code);
      return codes;
    },
  };
}

/** Numbers of the counter's slip series, one after the other. */
export function createSlipSeries(
  index: Pick<NumberLedger, 'lastSlip'>,
  series: Pick<SlipNumber, 'book' | 'year'>,
): () => SlipNumber {
  let last = index.lastSlip(series);
  return () => {
    const slip = decideNextSlip({ ...series, lastNumbers: new Map([[slipSeriesKey(series), last]]) });
    last = slip.number;
    return slip;
  };
}
