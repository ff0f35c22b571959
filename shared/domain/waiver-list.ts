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
  /** Legal time of reception; null on a submission nobody has accepted. */
  readonly receivedAt: Instant | null;
}

type Waivable = Pick<DossierState, 'dossierId' | 'code' | 'feeWaiver' | 'receivedAt'>;

/** Waived fees of many dossiers, in their order. */
export function listWaivedFees(dossiers: readonly Waivable[]): readonly WaivedFee[] {
  return dossiers.flatMap(({ dossierId, code, feeWaiver, receivedAt }) => {
    if (feeWaiver === null) return [];
    const { ground, proof, amount } = feeWaiver;
    return [{ dossierId, code, ground, proof: proof ?? null, amount: amount ?? null, receivedAt }];
  });
}
