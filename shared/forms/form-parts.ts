import { papers as words } from '../text/vi/forms-papers';
import type { FormBlock, TableColumn } from './form-definition';

const { label, column } = words;

/** Lines about the people of a dossier, as most forms of the circulars begin. */
export const personBlocks: readonly FormBlock[] = [
  { kind: 'line', label: label.person, value: 'applicant', bold: true },
  { kind: 'line', label: label.submitter, value: 'submitter', bold: true },
  { kind: 'line', label: label.address, value: 'address' },
  { kind: 'line', label: label.contact, value: 'contact' },
  { kind: 'line', label: label.identity, value: 'identity' },
];

/** What is asked for. */
export const requestBlock: FormBlock = { kind: 'line', label: label.request, value: 'request', bold: true };

/** Number, paper and its counts (domain notes §2.3); the headings differ by circular. */
export const paperColumns: readonly TableColumn[] = [
  { head: column.no, width: 22, align: 'center' },
  { head: column.paperName, width: '*' },
  { head: column.original, width: 46, align: 'center', group: column.count },
  { head: column.certifiedCopy, width: 62, align: 'center', group: column.count },
  { head: column.photocopy, width: 46, align: 'center', group: column.count },
];
