import { formatDay } from '../base/time';
import { findKnownAction } from '../domain/actions/action';
import type { AskedPaper } from '../domain/actions/action-parts';
import { formatSlipNumber } from '../domain/slip-number';
import type { DossierState } from '../domain/dossier-shape';
import { circular } from '../text/vi/forms-circular';
import { papers as words } from '../text/vi/forms-papers';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { personBlocks, requestBlock } from './form-parts';

const own = circular.supplement;

/** Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. Signed by the guiding officer alone. */
export const supplementRequestForm: FormDefinition = {
  form: 'supplementRequest',
  title: own.title,
  head: 'unit',
  headLines: [words.numberGuidance, '{{codeLine}}'],
  barcode: true,
  page: 'paper',
  parts: [words.part.citizen, words.part.office],
  sharedSheetRows: 6,
  blocks: [
    { kind: 'line', label: words.label.unit, value: 'unit' },
    ...personBlocks,
    requestBlock,
    { kind: 'text', text: own.intro, style: 'heading' },
    { kind: 'list', items: 'items', mark: 'number' },
    { kind: 'text', text: own.papers, style: 'heading', when: 'hasPapers' },
    {
      kind: 'table',
      rows: 'papers',
      columns: [
        { head: words.column.no, width: 22, align: 'center' },
        { head: words.column.paperName, width: '*' },
        { head: own.paperGround, width: 170 },
      ],
    },
    { kind: 'line', label: words.label.reason, value: 'reason' },
    { kind: 'text', text: own.secondGround },
    { kind: 'text', text: own.answerBy, style: 'bold' },
    { kind: 'notes', lines: ['{{clockNote}}', own.once, words.askOffice], caption: words.scan },
    { kind: 'signatures', signers: [{ title: own.guideSigns, name: 'officerName' }] },
  ],
  source: 'domain notes §2.4; wording provisional',
};

interface Request {
  readonly number: string | undefined;
  readonly at: number;
  readonly officerId: string;
  readonly items: readonly string[];
  readonly papers: readonly AskedPaper[];
  readonly reason: string;
  readonly answerBy: string | null | undefined;
  readonly legalGround: string;
  readonly clockNote: string;
}

/** Papers among the items asked for by an act. */
function findAskedPapers(state: DossierState, actionId: string): readonly AskedPaper[] {
  const action = state.timeline.find((entry) => entry.action.id === actionId)?.action;
  const known = action && findKnownAction(action);
  return known?.kind === 'SupplementRequested' ? (known.payload.askedPapers ?? []) : [];
}

/** The request after reception, else the guidance before it: the newest of its kind. */
function findRequest(state: DossierState): Request | undefined {
  const supplement = state.supplements.at(-1);
  if (supplement !== undefined) {
    return {
      ...{ number: undefined, at: supplement.requestedAt, officerId: supplement.officerId },
      ...{ items: supplement.items, reason: supplement.reason, answerBy: supplement.answerBy },
      papers: findAskedPapers(state, supplement.actionId),
      legalGround: supplement.legalGround ?? '',
      clockNote: own.counted,
    };
  }
  const guidance = state.guidances.at(-1);
  if (guidance === undefined) return undefined;
  const { at, officerId, items, reason, comeBackBy } = guidance;
  return {
    ...{ at, officerId, items, reason, answerBy: comeBackBy, number: formatSlipNumber(guidance.slip) },
    ...{ papers: guidance.askedPapers ?? [], legalGround: '', clockNote: own.notCounted },
  };
}

/** Form 02 of the newest request of a dossier; `undefined` when nothing was asked. */
export function buildSupplementRequest(state: DossierState, around: DossierAround): FormFill | undefined {
  const request = findRequest(state);
  if (request === undefined) return undefined;
  const { at, number } = request;
  const since = { since: at };
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'supplementRequest', since);
  const fill = startDossierFill('supplementRequest', state, {
    ...{ ...around, at, copyNo },
    ...(number === undefined ? {} : { number }),
  });
  return {
    ...fill,
    values: {
      ...fill.values,
      reason: request.reason,
      legalGround: request.legalGround,
      clockNote: request.clockNote,
      answerBy: request.answerBy ? formatDay(request.answerBy) : '',
      hasPapers: request.papers.length > 0 ? words.yes : '',
      officerName: around.officerName(request.officerId),
    },
    lists: { items: [...request.items] },
    tables: { papers: request.papers.map(({ name, ground }, index) => [String(index + 1), name, ground ?? '']) },
  };
}
