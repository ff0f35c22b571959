import { formatInstant, type Instant } from '../base/time';
import type { HandoverRecord } from '../domain/dossier-records';
import type { DossierState } from '../domain/dossier-shape';
import type { PlannedStep } from '../domain/internal-step';
import { fillText } from '../text/message';
import { circular } from '../text/vi/forms-circular';
import { papers as words } from '../text/vi/forms-papers';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = circular.control;
/** Rows in all, as on the printed form (domain notes §2.8: four to five), and empty ones on a sheet that is nearly full. */
const ROWS = 5;
const FEWEST_EMPTY = 2;

/** Phiếu kiểm soát quá trình giải quyết hồ sơ: form 05 of TT 01/2018, form 06 of TT 03/2025. */
export const controlSheetForm: FormDefinition = {
  form: 'controlSheet',
  title: own.title,
  head: 'unit',
  headLines: ['{{codeLine}}', '{{bookLine}}'],
  barcode: true,
  page: 'paper',
  parts: [],
  blocks: [
    { kind: 'line', label: own.applicant, value: 'applicant', bold: true },
    { kind: 'line', label: words.label.address, value: 'address' },
    { kind: 'line', label: words.label.contact, value: 'contact' },
    { kind: 'line', label: own.procedure, value: 'request' },
    { kind: 'line', label: own.received, value: 'receivedAt', dots: true },
    { kind: 'line', label: own.promised, value: 'promisedAt', dots: true, bold: true },
    { kind: 'line', label: own.handling, value: 'handlingUnit', dots: true },
    { kind: 'line', label: own.cooperating, value: 'cooperating', dots: true },
    { kind: 'line', label: own.originals, value: 'originals' },
    { kind: 'line', label: own.externalCodes, value: 'externalCodes' },
    { kind: 'text', text: own.steps, style: 'heading', when: 'hasSteps' },
    { kind: 'list', items: 'steps', mark: 'number' },
    {
      kind: 'table',
      rows: 'handovers',
      columns: [
        { head: own.agency, width: '*' },
        { head: own.time, width: 80, align: 'center', group: own.timeGroup },
        { head: own.giver, width: 58, align: 'center', group: own.timeGroup },
        { head: own.taker, width: 58, align: 'center', group: own.timeGroup },
        { head: own.result, width: 62, align: 'center', group: own.resultGroup },
        { head: own.note, width: 52 },
      ],
      fontSize: 9.5,
    },
  ],
  source: 'domain notes §2.8; wording provisional',
};

/** What is known beyond the dossier. */
export interface ControlSheetAround extends DossierAround {
  /** Internal steps with their due times; empty when the catalogue names none. */
  readonly steps: readonly PlannedStep[];
}

function handoverRow(handover: HandoverRecord, giver: { readonly place: string; readonly name: string }): FillCell[] {
  const { to, at, confirmed, medium } = handover;
  const notes = [
    ...(medium === 'electronic' ? [own.electronic] : []),
    ...(confirmed?.mismatch === undefined ? [] : [fillText(own.mismatch, { text: confirmed.mismatch })]),
  ];
  return [
    fillText(own.row, { from: giver.place, to }),
    formatInstant(at),
    giver.name,
    confirmed?.receivedBy ?? '',
    '',
    notes.join('\n'),
  ];
}

const emptyRow: readonly FillCell[] = [
  fillText(own.row, { from: own.blankParty, to: own.blankParty }),
  `\n${own.blankTime}\n`,
  ...['', '', '', ''],
];

function stepText({ step, due }: { readonly step: PlannedStep['step']; readonly due: Instant }): string {
  const { name, unit, role, hours } = step;
  return fillText(own.step, { name, unit, role, hours, due: fillText(own.stepDue, { due: formatInstant(due) }) });
}

/** The control sheet of a received dossier: hand-overs so far, and empty rows for the rest of its way. */
export function buildControlSheet(state: DossierState, around: ControlSheetAround): FormFill | undefined {
  if (state.receivedAt === null) return undefined;
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'controlSheet');
  const fill = startDossierFill('controlSheet', state, { ...around, at: state.receivedAt, copyNo });
  const places = [around.unit.name, ...state.handovers.map(({ to }) => to)];
  const done = state.handovers.map((handover, index) =>
    handoverRow(handover, { place: places[index] ?? '', name: around.officerName(handover.officerId) }),
  );
  const forwarded = state.forwardings.map(({ to }) => to);
  return {
    ...fill,
    values: {
      ...fill.values,
      cooperating: [...new Set(forwarded)].join('; '),
      hasSteps: around.steps.length === 0 ? '' : words.yes,
    },
    lists: { steps: around.steps.map(stepText) },
    tables: {
      handovers: [...done, ...Array.from({ length: Math.max(FEWEST_EMPTY, ROWS - done.length) }, () => [...emptyRow])],
    },
  };
}
