import { err, ok, type Result } from '../../../../shared/base/result';
import { toLocalDay, type Instant } from '../../../../shared/base/time';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import { decideDossierDates, type DateRules, type DossierDates } from '../../../../shared/domain/dossier-dates';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { findMissing, given, type FieldErrors } from './field-errors';

/** A tax or fee notice as typed. `amount` in đồng. */
export interface NoticeDraft {
  readonly noticeNo: string;
  readonly issuedBy: string;
  readonly amount: number;
  readonly dueDay: string;
  /** SHA-256 of the page on file that shows the notice; empty when none is chosen. */
  readonly fileSha256: string;
}

/** Whoever the folder was sent to for the determination is who answers. */
export function startNotice(state: Pick<DossierState, 'forwardings'>): NoticeDraft {
  const asked = state.forwardings.findLast((one) => one.purpose === 'taxDetermination');
  return { noticeNo: '', issuedBy: asked?.to ?? '', amount: 0, dueDay: '', fileSha256: '' };
}

/** Number and sender are always on a notice. One over 0 đồng ends the determination and nobody has to pay. */
export function readNotice(draft: NoticeDraft): Result<PayloadOf<'ObligationNotified'>, FieldErrors> {
  const missing = findMissing(draft, ['noticeNo', 'issuedBy']);
  if (missing) return err(missing);
  return ok({
    v: 1,
    noticeNo: draft.noticeNo.trim(),
    issuedBy: draft.issuedBy.trim(),
    amount: draft.amount,
    ...given('dueDay', draft.dueDay),
    ...given('fileSha256', draft.fileSha256),
  });
}

/** A payment as typed. */
export interface PaymentDraft {
  /** The notice that was paid. */
  readonly notificationId: string;
  readonly voucherNo: string;
  readonly paidOn: string;
  readonly fileSha256: string;
}

/** Notices nobody has paid. */
export function listUnpaid(state: Pick<DossierState, 'obligations'>): DossierState['obligations'] {
  return state.obligations.filter((notice) => notice.fulfilled === null && notice.amount > 0);
}

/** The oldest open notice, paid today. */
export function startPayment(state: Pick<DossierState, 'obligations'>, now: Instant): PaymentDraft {
  const notificationId = listUnpaid(state)[0]?.actionId ?? '';
  return { notificationId, voucherNo: '', paidOn: toLocalDay(now), fileSha256: '' };
}

/** Voucher and day; a voucher is never dated in the future. */
export function readPayment(draft: PaymentDraft, now: Instant): Result<PayloadOf<'ObligationFulfilled'>, FieldErrors> {
  const missing = findMissing(draft, ['voucherNo', 'paidOn']);
  if (missing) return err(missing);
  if (draft.paidOn > toLocalDay(now)) return err({ paidOn: { key: 'dossiers.handling.payment.future' } });
  return ok({
    v: 1,
    voucherNo: draft.voucherNo.trim(),
    paidOn: draft.paidOn,
    ...given('notificationId', draft.notificationId),
    ...given('fileSha256', draft.fileSha256),
  });
}

/** The dates as they will stand once this payment is on record at `at`. */
export function foreseePayment(
  state: DossierState,
  { notificationId }: Pick<PaymentDraft, 'notificationId'>,
  { rules, at }: { readonly rules: DateRules | undefined; readonly at: Instant },
): DossierDates {
  const mark = { actionId: '', at, officerId: '', deviceId: '' };
  const paid = { v: 1, voucherNo: '-', paidOn: toLocalDay(at), ...mark } as const;
  const obligations = state.obligations.map((notice) => {
    const settles = notificationId === '' || notice.actionId === notificationId;
    return settles && notice.fulfilled === null ? { ...notice, fulfilled: paid } : notice;
  });
  return decideDossierDates({ ...state, obligations }, rules);
}

/** Pages on file that can show a notice or a voucher, newest paper first. */
export function listFilePages(state: Pick<DossierState, 'papers'>): readonly {
  readonly sha256: string;
  readonly paper: string;
  readonly no: number;
}[] {
  return state.papers
    .toReversed()
    .flatMap(({ name, pages }) => pages.map(({ sha256 }, index) => ({ sha256, paper: name, no: index + 1 })));
}
