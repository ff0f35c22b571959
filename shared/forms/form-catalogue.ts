import type { FormId } from '../domain/form-id';
import { apologyForm } from './apology';
import { bagLabelForm, discrepancyMinutesForm } from './bag-papers';
import { cashSheetForm } from './cash-sheet-paper';
import { certificationRegisterForm } from './certification-register';
import { authorisationForm, lostSlipForm } from './citizen-papers';
import { consignmentSlipForm } from './consignment-slip';
import { controlSheetForm } from './control-sheet';
import { dayCloseForm } from './day-close';
import { feeReceiptForm } from './fee-receipt';
import { folderCoverForm } from './folder-cover';
import type { FormDefinition } from './form-definition';
import { handoverListForm, outcomeHandoverForm, postalPickUpListForm } from './handover-papers';
import { explanationLetterForm, handlingReminderForm } from './letters';
import { outcomeReceiptForm } from './outcome-receipt';
import { paperKitSheetForm, paperKitSlipForm } from './paper-kit-slip';
import { procedureSheetForm } from './procedure-sheet';
import { receiptForm } from './receipt-slip';
import { redatedSlipForm } from './redated-slip';
import { refusalForm } from './refusal';
import { selfTestForm } from './self-test';
import { stopNoticeForm } from './stop-notice';
import { supplementRequestForm } from './supplement-request';

/** A paper with a definition. The register and its addendum are reports: their rows are frozen at the closing. */
export type DefinedForm = Exclude<FormId, 'register' | 'registerAddendum'>;

/** Definition of every paper. */
export const formCatalogue: Readonly<Record<DefinedForm, FormDefinition>> = {
  receipt: receiptForm,
  supplementRequest: supplementRequestForm,
  refusal: refusalForm,
  apology: apologyForm,
  stopNotice: stopNoticeForm,
  controlSheet: controlSheetForm,
  redatedSlip: redatedSlipForm,
  consignmentSlip: consignmentSlipForm,
  bagLabel: bagLabelForm,
  discrepancyMinutes: discrepancyMinutesForm,
  handoverList: handoverListForm,
  outcomeHandover: outcomeHandoverForm,
  outcomeReceipt: outcomeReceiptForm,
  feeReceipt: feeReceiptForm,
  cashSheet: cashSheetForm,
  dayClose: dayCloseForm,
  folderCover: folderCoverForm,
  paperKitSlip: paperKitSlipForm,
  paperKitSheet: paperKitSheetForm,
  explanationLetter: explanationLetterForm,
  handlingReminder: handlingReminderForm,
  lostSlipDeclaration: lostSlipForm,
  authorisation: authorisationForm,
  postalPickUpList: postalPickUpListForm,
  procedureSheet: procedureSheetForm,
  certificationRegister: certificationRegisterForm,
  selfTest: selfTestForm,
};

/** The definition of a paper; `undefined` for the two that are reports. */
export function findFormDefinition(form: FormId): FormDefinition | undefined {
  return form === 'register' || form === 'registerAddendum' ? undefined : formCatalogue[form];
}
