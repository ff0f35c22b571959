import { formatSlipNumber } from '../domain/slip-number';
import type { DossierState } from '../domain/dossier-shape';
import { circular } from '../text/vi/forms-circular';
import { papers as words } from '../text/vi/forms-papers';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { personBlocks, requestBlock } from './form-parts';

const own = circular.refusal;

/** Form 03, Phiếu từ chối (tiếp nhận) giải quyết hồ sơ. The reason is of law, never a technical error. */
export const refusalForm: FormDefinition = {
  form: 'refusal',
  title: own.title,
  head: 'unit',
  headLines: [words.number],
  barcode: false,
  page: 'paper',
  parts: [words.part.citizen, words.part.office],
  sharedSheetRows: 6,
  blocks: [
    { kind: 'line', label: words.label.unit, value: 'unit' },
    ...personBlocks,
    requestBlock,
    { kind: 'text', text: own.intro },
    { kind: 'text', text: '{{reason}}', style: 'bold' },
    { kind: 'text', text: own.ground },
    { kind: 'text', text: own.originals },
    { kind: 'text', text: own.closing },
    { kind: 'notes', lines: [own.complaint, words.askOffice] },
    {
      kind: 'signatures',
      signers: [
        { title: words.sign.submitter, name: 'submitterSigns' },
        { title: own.refuserSigns, name: 'officerName' },
      ],
    },
  ],
  source: 'domain notes §2.5; wording provisional',
};

/** Form 03 of the newest refusal; `undefined` when nothing was refused (a proposal alone gives no paper). */
export function buildRefusal(state: DossierState, around: DossierAround): FormFill | undefined {
  const refusal = state.refusals.at(-1);
  if (refusal === undefined) return undefined;
  const { at } = refusal;
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'refusal', { since: at });
  const fill = startDossierFill('refusal', state, { ...around, at, copyNo, number: formatSlipNumber(refusal.slip) });
  return {
    ...fill,
    values: {
      ...fill.values,
      reason: refusal.reason,
      legalGround: refusal.legalGround,
      originals: refusal.originalsReturned === 0 ? '' : String(refusal.originalsReturned),
      officerName: around.officerName(refusal.officerId),
    },
  };
}
