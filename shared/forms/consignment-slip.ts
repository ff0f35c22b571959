import type { DossierState } from '../domain/dossier-shape';
import { papers as words } from '../text/vi/forms-papers';
import { transport } from '../text/vi/forms-transport';
import { countFormCopies, paperRows, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { timeInWords } from './form-layout';
import { paperColumns, requestBlock } from './form-parts';

const own = transport.consignment;

/** Slip for papers the post took in where no receipt may be issued: the clock does not run yet. */
export const consignmentSlipForm: FormDefinition = {
  form: 'consignmentSlip',
  title: own.title,
  head: 'unit',
  headLines: [own.number],
  barcode: true,
  page: 'paper',
  parts: [words.part.citizen, words.part.office],
  sharedSheetRows: 6,
  blocks: [
    { kind: 'line', label: own.place, value: 'place' },
    { kind: 'line', label: words.label.applicant, value: 'applicant', bold: true },
    { kind: 'line', label: own.sender, value: 'submitterSigns', bold: true },
    { kind: 'line', label: words.label.address, value: 'address' },
    { kind: 'line', label: words.label.contact, value: 'contact' },
    { kind: 'line', label: words.label.identity, value: 'identity' },
    requestBlock,
    { kind: 'line', label: own.to, value: 'receivingUnit' },
    { kind: 'line', label: own.takenAt, value: 'takenAt', bold: true },
    { kind: 'text', text: own.papers, style: 'heading' },
    { kind: 'table', rows: 'papers', columns: paperColumns, empty: words.none },
    { kind: 'text', text: own.clock, style: 'bold' },
    { kind: 'notes', lines: [own.onBehalf, words.askOffice], caption: words.scan },
    {
      kind: 'signatures',
      signers: [
        { title: own.senderSigns, name: 'submitterSigns' },
        { title: own.postSigns, name: 'officerName' },
      ],
    },
  ],
  source: 'counter needs §1.9; QĐ 45/2016/QĐ-TTg (not verified, provisional)',
};

/** The consignment slip of a dossier the post collected; `undefined` when it did not. */
export function buildConsignmentSlip(state: DossierState, around: DossierAround): FormFill | undefined {
  const { consignment } = state;
  if (consignment === null) return undefined;
  const { at, consignmentNo, place, onBehalfOf, officerId } = consignment;
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'consignmentSlip', { since: at });
  const fill = startDossierFill('consignmentSlip', state, { ...around, at, copyNo });
  return {
    ...fill,
    code: consignmentNo,
    qr: consignmentNo,
    values: {
      ...fill.values,
      ...{ number: consignmentNo, place, receivingUnit: around.unit.name },
      takenAt: timeInWords(at),
      behalfUnit: onBehalfOf === null ? '' : around.unit.name,
      decisionNo: onBehalfOf?.decisionNo ?? '',
      officerName: around.officerName(officerId),
    },
    tables: { papers: paperRows(state.papers) },
  };
}
