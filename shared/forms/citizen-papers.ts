import { formatDay } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import { citizen } from '../text/vi/forms-citizen';
import { papers as words } from '../text/vi/forms-papers';
import { identityLine } from './dossier-words';
import { startDossierFill, startUnitFill, type DossierAround, type PaperAround } from './fill-parts';
import type { FormBlock, FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';

const lost = citizen.lostSlip;
const power = citizen.authorisation;
const { label } = words;

/** Declaration of somebody who lost the slip; a second officer confirms who stands there. */
export const lostSlipForm: FormDefinition = {
  form: 'lostSlipDeclaration',
  title: lost.title,
  head: 'citizen',
  headLines: [],
  barcode: false,
  page: 'letter',
  parts: [],
  blocks: [
    { kind: 'text', text: lost.to, style: 'centre' },
    { kind: 'line', label: lost.name, value: 'declarant', dots: true },
    { kind: 'line', label: lost.birth, value: 'birth', dots: true },
    { kind: 'line', label: label.identity, value: 'declarantIdentity', dots: true },
    { kind: 'line', label: label.address, value: 'address', dots: true },
    { kind: 'line', label: label.phone, value: 'phone', dots: true },
    { kind: 'line', label: lost.role, value: 'role', dots: true },
    { kind: 'line', label: lost.code, value: 'code', dots: true },
    { kind: 'line', label: label.request, value: 'request', dots: true },
    { kind: 'text', text: lost.promise },
    { kind: 'text', text: '{{dateLine}}', style: 'right' },
    {
      kind: 'signatures',
      signers: [
        { title: lost.firstSigns, name: 'officerName' },
        { title: lost.secondSigns, name: 'blank' },
        { title: lost.declarantSigns, name: 'declarant' },
      ],
    },
  ],
  source: 'counter needs §1.13, §4; wording provisional',
};

function birthText(birth: string | undefined): string {
  if (birth === undefined) return '';
  return birth.length === 4 ? birth : formatDay(birth);
}

/** The declaration, filled in as far as the dossier is known; for a stranger's slip it is blank. */
export function buildLostSlipDeclaration(state: DossierState | undefined, around: DossierAround): FormFill {
  if (state === undefined) {
    const blank = startUnitFill('lostSlipDeclaration', around);
    return { ...blank, values: { ...blank.values, dateLine: dateLine(around) } };
  }
  const fill = startDossierFill('lostSlipDeclaration', state, around);
  const declarant = state.submitter ?? state.applicant;
  const isOwner = declarant !== null && declarant.name === state.applicant?.name;
  return {
    ...fill,
    // The code stands in its line: this paper is the citizen's, not a paper of the dossier with a bar code.
    code: '',
    copyNo: around.copyNo ?? 1,
    marks: [],
    values: {
      ...fill.values,
      declarant: declarant?.name ?? '',
      birth: birthText(declarant?.birth),
      declarantIdentity: declarant === null ? '' : identityLine(declarant.identity),
      address: declarant?.address ?? '',
      role: isOwner ? label.applicant.toLocaleLowerCase('vi') : label.submitter.toLocaleLowerCase('vi'),
      officerName: '',
      dateLine: dateLine(around),
    },
  };
}

function dateLine({ unit }: PaperAround): string {
  return citizen.dateLine.replace('{{place}}', unit.place);
}

const person: readonly FormBlock[] = ['name', 'birth', 'identityNo', 'issued'].map((field) => ({
  kind: 'line',
  label: power[field as 'name' | 'birth' | 'identityNo' | 'issued'],
  value: 'blank',
  dots: true,
}));
const contact: readonly FormBlock[] = [label.address, label.phone].map((text) => ({
  kind: 'line',
  label: text,
  value: 'blank',
  dots: true,
}));

/** Blank giấy ủy quyền for citizens to take home. */
export const authorisationForm: FormDefinition = {
  form: 'authorisation',
  title: power.title,
  subtitle: power.subtitle,
  head: 'citizen',
  headLines: [],
  barcode: false,
  page: 'letter',
  parts: [],
  blocks: [
    { kind: 'text', text: power.giver, style: 'heading' },
    ...person,
    ...contact,
    { kind: 'text', text: power.taker, style: 'heading' },
    ...person,
    ...contact,
    { kind: 'text', text: power.scope, style: 'heading' },
    { kind: 'line', label: label.procedure, value: 'procedureName', dots: true },
    { kind: 'line', label: label.code, value: 'code', dots: true },
    { kind: 'text', text: power.acts },
    { kind: 'list', items: 'acts', mark: 'none' },
    { kind: 'text', text: power.until },
    { kind: 'text', text: power.rule, style: 'note' },
    { kind: 'text', text: '{{dateLine}}', style: 'right' },
    {
      kind: 'signatures',
      signers: [
        { title: power.takerSigns, name: 'blank' },
        { title: power.giverSigns, name: 'blank' },
      ],
    },
  ],
  source: 'counter needs §4; BLDS 2015 art. 138 (not verified); wording provisional',
};

/** The blank form; procedure and code are printed on it where they are known already. */
export function buildAuthorisation(
  around: PaperAround,
  known: { readonly procedureName?: string; readonly code?: string } = {},
): FormFill {
  const fill = startUnitFill('authorisation', around);
  const { procedureName = '', code = '' } = known;
  return {
    ...fill,
    values: { ...fill.values, procedureName, code, dateLine: dateLine(around) },
    lists: { acts: [...power.actsList] },
  };
}
