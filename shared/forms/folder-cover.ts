import type { DossierState } from '../domain/dossier-shape';
import { office } from '../text/vi/forms-office';
import { papers as words } from '../text/vi/forms-papers';
import { countFormCopies, paperRows, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { paperColumns, requestBlock } from './form-parts';

const own = office.cover;

/** Cover or sticker of a folder: code to scan, owner and date readable from a step away. */
export const folderCoverForm: FormDefinition = {
  form: 'folderCover',
  title: own.title,
  head: 'none',
  headLines: ['{{unit}}'],
  barcode: false,
  page: 'cover',
  parts: [],
  blocks: [
    { kind: 'text', text: '{{code}}', style: 'large' },
    { kind: 'codes', size: 76 },
    { kind: 'text', text: '{{applicant}}', style: 'large' },
    { kind: 'text', text: '{{promiseLine}}', style: 'large' },
    requestBlock,
    { kind: 'line', label: words.label.handlingUnit, value: 'handlingUnit' },
    { kind: 'text', text: own.otherCodes },
    { kind: 'line', label: own.place, value: 'shelf', dots: true },
    { kind: 'text', text: own.papers, style: 'heading' },
    { kind: 'table', rows: 'papers', columns: paperColumns, empty: own.empty, fontSize: 9 },
    { kind: 'text', text: own.originals, style: 'bold' },
  ],
  source: 'counter needs §4; wording provisional',
};

/** The cover of a received dossier. The QR holds its id: the code on it may still be a temporary number. */
export function buildFolderCover(state: DossierState, around: DossierAround): FormFill | undefined {
  if (state.receivedAt === null) return undefined;
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'folderCover');
  const fill = startDossierFill('folderCover', state, { ...around, copyNo });
  const promisedAt = fill.values['promisedAt'] ?? '';
  return {
    ...fill,
    qr: ['QMCF1', state.dossierId, fill.code].join('|'),
    values: {
      ...fill.values,
      promiseLine: promisedAt === '' ? own.noPromise : own.promised.replace('{{promisedAt}}', promisedAt),
      shelf: state.outcome?.shelf ?? '',
    },
    tables: { papers: paperRows(state.papers) },
  };
}
