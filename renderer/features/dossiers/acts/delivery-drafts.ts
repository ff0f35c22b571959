import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DispatchRecord } from '../../../../shared/domain/dossier-records';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { sayVi } from '../../../../shared/text/message';
import { findMissing, type FieldErrors } from './field-errors';

/** A result that goes to the post, as typed. */
export interface DispatchDraft {
  readonly waybill: string;
  readonly address: string;
  /** Money the carrier takes for us, in đồng; 0 for none. */
  readonly codAmount: number;
}

/** To the address given at the reception; what is still owed may be taken at the door. */
export function startDispatch(
  state: Pick<DossierState, 'returnAddress' | 'applicant' | 'feesDue' | 'feesCollected'>,
): DispatchDraft {
  const owed = Math.max(0, state.feesDue - state.feesCollected);
  return { waybill: '', address: state.returnAddress ?? state.applicant?.address ?? '', codAmount: owed };
}

/** Waybills are compared letter by letter later: no spaces, capitals. */
export function tidyWaybill(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}

/** Waybill and address are what the post is asked by. */
export function readDispatch(draft: DispatchDraft): Result<PayloadOf<'OutcomeDispatched'>, FieldErrors> {
  const missing = findMissing(draft, ['waybill', 'address']);
  if (missing) return err(missing);
  const { waybill, address, codAmount } = draft;
  return ok({
    ...{ v: 1, waybill: tidyWaybill(waybill), address: address.trim() },
    ...(codAmount > 0 ? { codAmount } : {}),
  });
}

/** Usual reasons of a failed delivery; `other` is typed. */
export const failureReasons = ['absent', 'wrongAddress', 'refused', 'other'] as const;

/** A failed delivery as typed. */
export interface FailedDraft {
  readonly waybill: string;
  readonly reason: (typeof failureReasons)[number];
  readonly words: string;
  readonly backOnShelf: boolean;
}

/** Results in the post that nobody told of again, the newest first. */
export function listOnTheWay({ dispatches }: Pick<DossierState, 'dispatches'>): readonly DispatchRecord[] {
  return dispatches.filter((one) => one.failed === null).toReversed();
}

/** The last dispatch came back to the shelf: nobody was at home. */
export function startFailed(state: Pick<DossierState, 'dispatches'>): FailedDraft {
  return { waybill: listOnTheWay(state)[0]?.waybill ?? '', reason: 'absent', words: '', backOnShelf: true };
}

/** The reason in words, as the post gives it. */
export function readFailed(draft: FailedDraft): Result<PayloadOf<'DeliveryFailed'>, FieldErrors> {
  const missing = findMissing(draft, draft.reason === 'other' ? ['waybill', 'words'] : ['waybill']);
  if (missing) return err(missing);
  const { waybill, backOnShelf } = draft;
  const usual = draft.reason === 'other' ? '' : sayVi({ key: `caseOutcome.failed.reasonOf.${draft.reason}` });
  const reason = [usual, draft.words.trim()].filter((text) => text !== '').join(': ');
  return ok({ v: 1, waybill: tidyWaybill(waybill), reason, backOnShelf });
}
