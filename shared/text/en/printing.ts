import type { printing as vi } from '../vi/printing';
import { printingPapers } from './printing-papers';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const printing: WordsLike<typeof vi> = {
  trouble: {
    paperOut: 'is out of paper',
    jam: 'has a paper jam',
    coverOpen: 'has an open cover',
    inkOut: 'is out of ink',
    offline: 'is off or not connected',
    paused: 'is paused',
    attention: 'reports an error',
    stopped: 'is stopped',
    rejecting: 'refuses print jobs',
    gone: 'is no longer on this PC',
    waiting: 'has not printed this job',
  },
  paper: printingPapers,
  fault: 'Printer {{name}} {{trouble}}',
  faultShort: 'Printer {{trouble}}: {{name}}',
  fileOnly: 'File only, no print',
  none: 'Save file (no printer)',
  change: 'Change printer',
  slipPrinter: 'Slip printer of this PC',
  automatic: 'Default printer ({{name}})',
  slipDiffers:
    'Not printed: the screen differs from the records of this PC ({{fields}}). The dossier is not affected. Open the dossier again, then print.',
  slipField: {
    code: 'dossier code',
    dossierId: 'dossier not in the records yet',
    procedureCode: 'procedure',
    applicantName: 'name of the applicant',
    receivedAt: 'time of reception',
    promisedAt: 'promised time',
    feeState: 'fees',
    form: 'kind of form',
    formSet: 'circular of the form',
    head: 'name of the unit',
    codeLine: 'dossier code',
    bookLine: 'book and slip number',
    applicant: 'name of the owner',
    identity: 'identity paper',
    money: 'amount of money',
    newDate: 'new date',
    qr: 'QR symbol',
  },
};
