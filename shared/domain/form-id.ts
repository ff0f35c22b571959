import { z } from 'zod';

/**
 * Papers the counter prints. The first group are the numbered forms of TT 01/2018/TT-VPCP and TT 03/2025/TT-VPCP (the two
 * circulars number them differently); the others are papers in use beside them.
 */
export const formIdSchema = z.enum([
  'receipt',
  'supplementRequest',
  'refusal',
  'apology',
  'stopNotice',
  'controlSheet',
  'register',
  'registerAddendum',
  'redatedSlip',
  'consignmentSlip',
  'bagLabel',
  'discrepancyMinutes',
  'handoverList',
  'outcomeHandover',
  'outcomeReceipt',
  'feeReceipt',
  'cashSheet',
  'dayClose',
  'folderCover',
  'paperKitSlip',
  'paperKitSheet',
  'explanationLetter',
  'handlingReminder',
  'lostSlipDeclaration',
  'authorisation',
  'postalPickUpList',
  'procedureSheet',
  'certificationRegister',
  'selfTest',
  'recoveryLedger',
]);
/** See {@link formIdSchema}. */
export type FormId = z.infer<typeof formIdSchema>;
