import type { Instant } from '../base/time';
import type { DossierState } from './dossier-shape';

/** One dossier whose state fees were waived in whole or part, for receipt and cash report. Amount in đồng. */
export interface WaivedFee {
  readonly dossierId: string;
  readonly code: string | null;
  readonly ground: string;
  readonly proof: string | null;
  /** Null: typed by hand without a rule, so nobody reckoned it. */
  readonly amount: number | null;
  /** Legal time of reception, or of the act that waived later; null on a submission nobody has accepted. */
  readonly receivedAt: Instant | null;
}

type Waivable = Pick<DossierState, 'dossierId' | 'code' | 'feeWaiver' | 'receivedAt' | 'collections'>;

function listLater({ dossierId, code, collections }: Waivable): readonly WaivedFee[] {
  return collections.flatMap(({ state, waiver, lines, at }) => {
    if (state !== 'waived' || waiver === undefined) return [];
    const amount = lines.reduce((sum, line) => sum + line.amount, 0);
    return [{ dossierId, code, ground: waiver.ground, proof: waiver.proof ?? null, amount, receivedAt: at }];
  });
}

/** Waived fees of many dossiers, in their order: at the reception, and by acts after it. */
export function listWaivedFees(dossiers: readonly Waivable[]): readonly WaivedFee[] {
  return dossiers.flatMap((dossier) => {
    const { dossierId, code, feeWaiver, receivedAt } = dossier;
    if (feeWaiver === null) return listLater(dossier);
    const { ground, proof, amount } = feeWaiver;
    const first = { dossierId, code, ground, proof: proof ?? null, amount: amount ?? null, receivedAt };
    return [first, ...listLater(dossier)];
  });
}
