import { formatDong } from '../base/money';
import { formatDay } from '../base/time';
import type { Procedure, ProcedureCase } from '../domain/procedure';
import type { FeeRule } from '../domain/procedure-fee';
import type { RequiredPaper } from '../domain/procedure-paper';
import { fillText, sayVi } from '../text/message';
import { limitText } from '../text/rule-sentences';
import { vi } from '../text/vi';
import { citizen } from '../text/vi/forms-citizen';
import { papers as words } from '../text/vi/forms-papers';
import { countCell, startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = citizen.sheet;

/** Where citizens submit online (Cổng Dịch vụ công quốc gia). */
export const nationalPortal = 'https://dichvucong.gov.vn';

/** Published sheet of a procedure for the wall or the citizen: papers, time, fee, where to submit. One case a sheet. */
export const procedureSheetForm: FormDefinition = {
  form: 'procedureSheet',
  title: own.title,
  subtitle: '{{name}}',
  head: 'unit',
  headLines: [],
  barcode: false,
  page: 'paper',
  parts: [],
  blocks: [
    { kind: 'line', label: own.code, value: 'procedureCode', bold: true },
    { kind: 'line', label: own.field, value: 'field' },
    { kind: 'text', text: own.case, style: 'bold' },
    { kind: 'line', label: own.result, value: 'result' },
    { kind: 'text', text: own.papers, style: 'heading' },
    {
      kind: 'table',
      rows: 'papers',
      columns: [
        { head: words.column.no, width: 22, align: 'center' },
        { head: words.column.paperName, width: '*' },
        { head: own.mode, width: 92 },
        { head: words.column.original, width: 40, align: 'center', group: words.column.count },
        { head: words.column.certifiedCopy, width: 56, align: 'center', group: words.column.count },
        { head: words.column.photocopy, width: 40, align: 'center', group: words.column.count },
      ],
      empty: own.noPapers,
    },
    {
      kind: 'table',
      rows: 'channels',
      columns: [
        { head: own.channel, width: 120 },
        { head: own.limit, width: 130 },
        { head: own.fee, width: '*' },
      ],
    },
    { kind: 'text', text: '{{secondStage}}' },
    { kind: 'notes', lines: [own.office, own.online, own.source, '{{provisional}}'], caption: words.scan },
  ],
  source: 'counter needs §3 (seed 002 posting of procedures), §4; wording provisional',
};

function paperText({ name, required, when }: RequiredPaper): string {
  if (when !== undefined) return fillText(own.when, { name, when });
  return required ? name : fillText(own.maybe, { name });
}

function paperRow(paper: RequiredPaper, index: number): FillCell[] {
  const { original, certifiedCopy, photocopy } = paper.counts;
  const counts = paper.mode === 'submit' ? [original, certifiedCopy, photocopy] : [0, 0, 0];
  return [String(index + 1), paperText(paper), own.modeOf[paper.mode], ...counts.map(countCell)];
}

/** A fee rule in words; amounts in đồng. */
function feeText(rule: FeeRule): string {
  const main = mainFee(rule);
  const further = rule.basis === 'free' ? [] : (rule.further ?? []);
  const more = further.map(({ name, amount }) => fillText(own.further, { name, amount: formatDong(amount) }));
  return [main, ...more].join('; ');
}

function mainFee(rule: FeeRule): string {
  switch (rule.basis) {
    case 'free':
      return own.free;
    case 'fixed':
      return formatDong(rule.amount);
    case 'perCopy':
      return fillText(own.perCopy, { amount: formatDong(rule.amount) });
    case 'perPage':
      return fillText(own.perPage, {
        first: formatDong(rule.amount),
        next: rule.threshold + 1,
        after: formatDong(rule.amountAfter),
        max: formatDong(rule.max),
      });
  }
}

/** A fee nobody has confirmed to be nil is not promised to be free; other unconfirmed fees say so. */
function confirmedFee(procedure: Procedure, rule: FeeRule, channel: 'counter' | 'online' | 'post'): string {
  const isUnsure = ['cases.fees', `cases.fees.${channel}`].some((field) => procedure.provisional.includes(field));
  if (!isUnsure) return feeText(rule);
  return rule.basis === 'free' ? own.feeUnknown : fillText(own.feeProvisional, { fee: feeText(rule) });
}

function channelRows(procedure: Procedure, { limits, fees }: ProcedureCase): FillCell[][] {
  const channels = ['counter', 'online', 'post'] as const;
  return channels.map((channel) => [
    vi.forms.channel[channel],
    sayVi(limitText(limits[channel])),
    confirmedFee(procedure, fees[channel], channel),
  ]);
}

/** Sheet of one case of a procedure; `address` of the online service becomes the QR. `undefined`: no such case. */
export function buildProcedureSheet(
  procedure: Procedure,
  chosen: { readonly caseId: string; readonly address: string },
  around: PaperAround,
): FormFill | undefined {
  const found = procedure.cases.find(({ id }) => id === chosen.caseId);
  if (found === undefined) return undefined;
  const fill = startUnitFill('procedureSheet', around);
  const { secondStage } = found;
  return {
    ...fill,
    qr: chosen.address,
    values: {
      ...fill.values,
      officeName: around.unit.name,
      caseName: procedure.cases.length === 1 ? '' : found.name,
      name: procedure.name,
      procedureCode: procedure.code,
      field: procedure.field.name,
      result: procedure.resultName,
      source: procedure.source,
      validFrom: formatDay(procedure.validFrom),
      secondStage: secondStage === undefined ? '' : fillText(own.secondStage, { limit: sayVi(limitText(secondStage)) }),
      provisional: procedure.provisional.length === 0 ? '' : own.provisional,
    },
    tables: { papers: found.papers.map(paperRow), channels: channelRows(procedure, found) },
  };
}
