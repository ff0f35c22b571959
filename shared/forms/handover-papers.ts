import { formatDong } from '../base/money';
import type { DossierState } from '../domain/dossier-shape';
import type { Procedure } from '../domain/procedure';
import { papers as words } from '../text/vi/forms-papers';
import { transport } from '../text/vi/forms-transport';
import { bareAmount } from './dossier-words';
import { applicantText, contentText, personValues, stampText, startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';
import { timeInWords } from './form-layout';

const list = transport.handover;
const outcome = transport.outcome;
const pickUp = transport.pickUp;
const { column, sign } = words;

/** Danh sách bàn giao hồ sơ: folders of a day from the counter to a handling unit. */
export const handoverListForm: FormDefinition = {
  form: 'handoverList',
  title: list.title,
  head: 'unit',
  headLines: [list.number],
  barcode: false,
  page: 'book',
  parts: [],
  blocks: [
    { kind: 'line', label: list.to, value: 'to', bold: true },
    { kind: 'line', label: words.label.handedAt, value: 'handedAt' },
    {
      kind: 'table',
      rows: 'dossiers',
      columns: [
        { head: column.no, width: 18, align: 'center' },
        { head: column.code, width: 84 },
        { head: column.content, width: '*' },
        { head: column.setCount, width: 30, align: 'center' },
        { head: column.applicant, width: 80 },
        { head: column.contact, width: 84 },
        { head: column.receivedAt, width: 48, align: 'center' },
        { head: column.promisedAt, width: 48, align: 'center' },
        { head: column.originals, width: 32, align: 'center' },
        { head: list.returnedAt, width: 44 },
        { head: list.giverSign, width: 38 },
        { head: list.takerSign, width: 38 },
        { head: column.note, width: 46 },
      ],
      empty: list.empty,
      fontSize: 8.5,
    },
    { kind: 'text', text: list.total, style: 'bold' },
    {
      kind: 'signatures',
      signers: [
        { title: sign.giver, name: 'officerName' },
        { title: sign.taker, name: 'takerName' },
        { title: sign.centre, name: 'leaderName' },
      ],
    },
  ],
  source: 'domain notes §2.10; wording provisional',
};

/** Phiếu bàn giao kết quả giải quyết TTHC: results from the handling unit to the counter. */
export const outcomeHandoverForm: FormDefinition = {
  form: 'outcomeHandover',
  title: outcome.title,
  head: 'unit',
  headLines: [words.number],
  barcode: false,
  page: 'book',
  parts: [],
  blocks: [
    { kind: 'line', label: outcome.from, value: 'from', dots: true },
    { kind: 'line', label: words.label.handedAt, value: 'handedAt' },
    {
      kind: 'table',
      rows: 'outcomes',
      columns: [
        { head: column.no, width: 20, align: 'center' },
        { head: column.code, width: 100 },
        { head: column.content, width: '*' },
        { head: outcome.result, width: 130 },
        { head: outcome.name, width: 110 },
        { head: outcome.address, width: 120 },
        { head: outcome.fee, width: 52, align: 'right' },
        { head: outcome.post, width: 52, align: 'center' },
      ],
      empty: outcome.empty,
      fontSize: 9,
    },
    { kind: 'text', text: outcome.total, style: 'bold' },
    {
      kind: 'signatures',
      signers: [
        { title: sign.giverPerson, name: 'giverName' },
        { title: sign.takerPerson, name: 'officerName' },
      ],
    },
  ],
  source: 'domain notes §2.10; wording provisional',
};

/** List of results a post office fetches for delivery. */
export const postalPickUpListForm: FormDefinition = {
  form: 'postalPickUpList',
  title: pickUp.title,
  head: 'unit',
  headLines: [words.number],
  barcode: false,
  page: 'book',
  parts: [],
  blocks: [
    { kind: 'line', label: pickUp.post, value: 'postOffice', bold: true },
    { kind: 'line', label: words.label.handedAt, value: 'handedAt' },
    {
      kind: 'table',
      rows: 'parcels',
      columns: [
        { head: column.no, width: 20, align: 'center' },
        { head: pickUp.waybill, width: 90 },
        { head: column.code, width: 100 },
        { head: pickUp.name, width: 120 },
        { head: pickUp.address, width: '*' },
        { head: pickUp.cod, width: 60, align: 'right' },
        { head: column.note, width: 80 },
      ],
      empty: pickUp.empty,
      fontSize: 9.5,
    },
    { kind: 'text', text: pickUp.total, style: 'bold' },
    {
      kind: 'signatures',
      signers: [
        { title: sign.giver, name: 'officerName' },
        { title: pickUp.postSigns, name: 'takerName' },
      ],
    },
  ],
  source: 'counter needs §2b, §4; wording provisional',
};

/** Dossiers that go together, with what the list says beside them. */
export interface DossierListAround extends PaperAround {
  readonly findProcedure: (code: string | null) => Procedure | undefined;
  readonly officerName: string;
  readonly number?: string;
}

function contactOf(state: DossierState): string {
  const { address = '', phone = '' } = personValues(state.parties);
  return [address, phone].filter((text) => text !== '').join('\n');
}

function codeOf(state: DossierState): string {
  return state.code ?? state.temporaryCode ?? '';
}

function handoverRow(state: DossierState, index: number, around: DossierListAround): FillCell[] {
  const medium = state.handover?.medium ?? 'paper';
  return [
    String(index + 1),
    codeOf(state),
    contentText(state, around.findProcedure(state.procedureCode)),
    String(state.setCount),
    applicantText(state.parties),
    contactOf(state),
    stampText(state.receivedAt),
    stampText(state.promisedAt),
    String(state.handover?.originals ?? state.originalsInCustody),
    ...['', '', ''],
    medium === 'paper' ? '' : words.medium[medium],
  ];
}

/** List of folders handed over together to one unit. Rows in the order given. */
export function buildHandoverList(states: readonly DossierState[], to: string, around: DossierListAround): FormFill {
  const fill = startUnitFill('handoverList', around);
  const originals = states.reduce((sum, one) => sum + (one.handover?.originals ?? one.originalsInCustody), 0);
  return {
    ...fill,
    values: {
      ...fill.values,
      ...{ to, officerName: around.officerName, takerName: '', leaderName: '' },
      number: around.number ?? words.noNumber,
      handedAt: timeInWords(around.at),
      folders: String(states.length),
      originals: String(originals),
    },
    tables: { dossiers: states.map((state, index) => handoverRow(state, index, around)) },
  };
}

function outcomeRow(state: DossierState, index: number, around: DossierListAround): FillCell[] {
  const result = [state.outcome?.name ?? '', state.outcome?.number ?? ''].filter((text) => text !== '');
  return [
    String(index + 1),
    codeOf(state),
    contentText(state, around.findProcedure(state.procedureCode)),
    result.join('\n'),
    applicantText(state.parties),
    personValues(state.parties)['address'] ?? '',
    state.feesDue === 0 ? '' : bareAmount(state.feesDue),
    state.returnMethod === 'post' ? words.yes : '',
  ];
}

/** List of results that came from one unit. Rows in the order given. */
export function buildOutcomeHandover(
  states: readonly DossierState[],
  from: string,
  around: DossierListAround,
): FormFill {
  const fill = startUnitFill('outcomeHandover', around);
  return {
    ...fill,
    values: {
      ...fill.values,
      ...{ from, officerName: around.officerName, giverName: '', n: String(states.length) },
      number: around.number ?? words.noNumber,
      handedAt: timeInWords(around.at),
    },
    tables: { outcomes: states.map((state, index) => outcomeRow(state, index, around)) },
  };
}

function parcelRow(state: DossierState, index: number): FillCell[] {
  const { waybill = '', address, codAmount = 0, failed } = state.dispatches.at(-1) ?? {};
  const phone = personValues(state.parties)['phone'] ?? '';
  const where = [address ?? state.returnAddress ?? '', phone].filter((text) => text !== '');
  return [
    String(index + 1),
    waybill,
    codeOf(state),
    applicantText(state.parties),
    where.join('\n'),
    codAmount === 0 ? '' : bareAmount(codAmount),
    failed ? pickUp.undelivered : '',
  ];
}

/** List of results a post office takes; waybills that are not known yet are left to be written. */
export function buildPostalPickUpList(
  states: readonly DossierState[],
  postOffice: string,
  around: DossierListAround,
): FormFill {
  const fill = startUnitFill('postalPickUpList', around);
  const cod = states.reduce((sum, state) => sum + (state.dispatches.at(-1)?.codAmount ?? 0), 0);
  return {
    ...fill,
    values: {
      ...fill.values,
      ...{ postOffice, officerName: around.officerName, takerName: '', n: String(states.length) },
      number: around.number ?? words.noNumber,
      handedAt: timeInWords(around.at),
      cod: formatDong(cod),
    },
    tables: { parcels: states.map(parcelRow) },
  };
}
