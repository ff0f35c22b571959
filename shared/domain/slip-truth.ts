import type { DossierState } from './dossier-shape';
import type { Instant } from '../base/time';
import { initialsOf, type SlipQrFields } from './slip-qr';

/** What the records say a slip must say. Who signs it adds the id of its device. */
export interface SlipTruth extends Omit<SlipQrFields, 'deviceId'> {
  readonly applicantName: string;
  readonly receivedAt: Instant;
}

/** Money on a slip: `none` is nothing to pay, `due` includes what was paid in part, `unknown` is no rate known yet. */
export function decideFeeState({
  feesDue,
  feesCollected,
  feeUndecided,
}: Pick<DossierState, 'feesDue' | 'feesCollected' | 'feeUndecided'>): SlipQrFields['feeState'] {
  if (feeUndecided) return 'unknown';
  if (feesDue === 0) return 'none';
  return feesCollected >= feesDue ? 'paid' : 'due';
}

/** The signed part of a dossier's slip, out of its acts alone; `undefined` when nothing was received yet. */
export function readSlipTruth(state: DossierState): SlipTruth | undefined {
  const code = state.code ?? state.temporaryCode;
  const { reception, appointment, applicant, procedureCode } = state;
  if (code === null || procedureCode === null || !reception || !appointment || !applicant) return undefined;
  const { dossierId } = state;
  const applicantName = applicant.name;
  return {
    ...{ code, dossierId, procedureCode, applicantName },
    initials: initialsOf(applicantName),
    receivedAt: reception.receivedAt,
    promisedAt: appointment.promisedAt,
    feeState: decideFeeState(state),
  };
}

const compared = [
  'code',
  'dossierId',
  'procedureCode',
  'applicantName',
  'receivedAt',
  'promisedAt',
  'feeState',
] as const;
type Compared = Pick<SlipTruth, (typeof compared)[number]>;

/** Names of the fields in which a slip says something else than the records. */
export function findSlipDifferences(slip: Compared, truth: Compared): readonly string[] {
  return compared.filter((field) => slip[field] !== truth[field]);
}
