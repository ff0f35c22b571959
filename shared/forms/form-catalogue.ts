import type { FormId } from '../domain/form-id';
import { apologyForm } from './apology';
import { bagLabelForm, discrepancyMinutesForm } from './bag-papers';
import { cashSheetForm } from './cash-sheet-paper';
import { buildForm, type FormOptions } from './build-form';
import { certificationRegisterForm } from './certification-register';
import { authorisationForm, lostSlipForm } from './citizen-papers';
import { consignmentSlipForm } from './consignment-slip';
import { controlSheetForm } from './control-sheet';
import { dayCloseForm } from './day-close';
import { feeReceiptForm } from './fee-receipt';
import { folderCoverForm } from './folder-cover';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import type { FormDocument } from './form-layout';
import { handoverListForm, outcomeHandoverForm, postalPickUpListForm } from './handover-papers';
import { explanationLetterForm, handlingReminderForm } from './letters';
import { outcomeReceiptForm } from './outcome-receipt';
import { paperKitSheetForm, paperKitSlipForm } from './paper-kit-slip';
import { procedureSheetForm } from './procedure-sheet';
import { receiptForm } from './receipt-slip';
import { recoveryLedgerForm } from './recovery-ledger';
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
  recoveryLedger: recoveryLedgerForm,
};

/** The definition of a paper; `undefined` for the two that are reports. */
export function findFormDefinition(form: FormId): FormDefinition | undefined {
  return form === 'register' || form === 'registerAddendum' ? undefined : formCatalogue[form];
}

/** A filled paper laid out. Throws for the two that are reports: main refuses them before. */
export function buildFilledForm(fill: FormFill, options: FormOptions = {}): FormDocument {
  const definition = findFormDefinition(fill.form);
  if (definition === undefined) throw new Error(`buildFilledForm: ${fill.form} is a report`);
  return buildForm(definition, fill, options);
}
