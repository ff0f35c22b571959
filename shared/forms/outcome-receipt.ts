import type { DossierState } from '../domain/dossier-shape';
import { papers as words } from '../text/vi/forms-papers';
import { transport } from '../text/vi/forms-transport';
import { identityLine } from './dossier-words';
import { countFormCopies, optionalDay, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { timeInWords } from './form-layout';
import { requestBlock } from './form-parts';

const own = transport.returned;

/** Giấy biên nhận trả kết quả. */
export const outcomeReceiptForm: FormDefinition = {
  form: 'outcomeReceipt',
  title: own.title,
  head: 'unit',
  headLines: ['{{codeLine}}'],
  barcode: true,
  page: 'paper',
  parts: [words.part.citizen, words.part.office],
  sharedSheetRows: 6,
  blocks: [
    requestBlock,
    { kind: 'line', label: words.label.applicant, value: 'applicant', bold: true },
    { kind: 'line', label: words.label.address, value: 'address' },
    { kind: 'line', label: own.giver, value: 'officerName' },
    { kind: 'line', label: own.giverPhone, value: 'officePhone' },
    { kind: 'line', label: own.taker, value: 'collector', bold: true },
    { kind: 'line', label: own.takerIdentity, value: 'collectorIdentity', dots: true },
    { kind: 'line', label: words.label.phone, value: 'collectorPhone', dots: true },
    { kind: 'line', label: own.proof, value: 'proof' },
    { kind: 'line', label: own.kind, value: 'outcomeName', bold: true },
    { kind: 'line', label: own.number, value: 'outcomeNumber' },
    { kind: 'line', label: own.abstract, value: 'abstract' },
    { kind: 'line', label: own.signed, value: 'signed' },
    { kind: 'line', label: own.form, value: 'form' },
    { kind: 'line', label: own.originals, value: 'originalsBack' },
    { kind: 'line', label: own.withheld, value: 'withheld' },
    { kind: 'line', label: own.at, value: 'returnedAt', bold: true },
    { kind: 'text', text: own.checked, style: 'note' },
    {
      kind: 'signatures',
      signers: [
        { title: own.giverSigns, name: 'officerName' },
        { title: own.takerSigns, name: 'collector' },
      ],
    },
  ],
  source: 'domain notes §2.10; wording provisional',
};

/** The receipt for a result that was handed out; `undefined` before. */
export function buildOutcomeReceipt(state: DossierState, around: DossierAround): FormFill | undefined {
  const { returned, outcome } = state;
  if (returned === null) return undefined;
  const { at, collector } = returned;
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'outcomeReceipt', { since: at });
  const fill = startDossierFill('outcomeReceipt', state, { ...around, at, copyNo });
  const known = state.parties.find(({ person }) => person.name === collector.name)?.person;
  const signed = [outcome?.signedBy ?? '', optionalDay(outcome?.signedOn)].filter((text) => text !== '');
  const back = returned.originalsReturned ?? 0;
  return {
    ...fill,
    marks: [],
    values: {
      ...fill.values,
      officerName: around.officerName(returned.officerId),
      collector: collector.name,
      collectorIdentity: identityLine(collector.identity),
      collectorPhone: known?.phone ?? '',
      proof: own.proofOf[returned.proof],
      outcomeName: outcome?.name ?? around.procedure?.resultName ?? '',
      outcomeNumber: outcome?.number ?? '',
      abstract: outcome?.abstract ?? '',
      signed: signed.join(', '),
      form: outcome === null ? '' : own.formOf[outcome.form],
      originalsBack: back === 0 ? '' : String(back),
      withheld: outcome?.originalsWithheld ?? '',
      returnedAt: timeInWords(at),
    },
  };
}
