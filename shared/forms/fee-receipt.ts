import { dongInWords } from '../base/money';
import type { Ledger } from '../domain/actions/action-parts';
import type { CollectionRecord } from '../domain/dossier-records';
import type { DossierState } from '../domain/dossier-shape';
import type { MoneyMethod } from '../domain/money-acts';
import { decideReceiptTitle } from '../domain/receipt-series';
import { fillText } from '../text/message';
import { money as moneyWords } from '../text/vi/forms-money';
import { papers as words } from '../text/vi/forms-papers';
import { bareAmount } from './dossier-words';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = moneyWords.receipt;

/** Biên lai thu phí, lệ phí in three copies, or a slip that replaces none where no series is registered. */
export const feeReceiptForm: FormDefinition = {
  form: 'feeReceipt',
  title: '{{title}}',
  head: 'unit',
  headLines: ['{{series}}', '{{taxCodeLine}}'],
  barcode: false,
  page: 'label',
  parts: own.parts,
  blocks: [
    { kind: 'text', text: own.cancelled, style: 'bold' },
    { kind: 'line', label: own.collector, value: 'collector' },
    { kind: 'line', label: own.payer, value: 'payer', bold: true },
    { kind: 'line', label: words.label.address, value: 'address' },
    { kind: 'line', label: words.label.code, value: 'codeAndRequest' },
    {
      kind: 'table',
      rows: 'lines',
      columns: [
        { head: words.column.no, width: 22, align: 'center' },
        { head: own.line, width: '*' },
        { head: words.column.amount, width: 96, align: 'right' },
      ],
    },
    { kind: 'line', label: own.words, value: 'amountWords', bold: true },
    { kind: 'line', label: own.method, value: 'method' },
    { kind: 'line', label: own.reference, value: 'reference' },
    { kind: 'line', label: own.waiver, value: 'waiver' },
    { kind: 'text', text: '{{announcedNote}}', style: 'note' },
    { kind: 'text', text: '{{noReplace}}', style: 'note' },
    {
      kind: 'signatures',
      signers: [
        { title: own.payerSigns, name: 'payer' },
        { title: own.collectorSigns, name: 'officerName' },
      ],
    },
  ],
  source: 'domain notes §2.10; NĐ 123/2020/NĐ-CP (not verified, provisional)',
};

/** Who collects, where it is not the unit itself (a post office by delegation). */
export interface FeeReceiptAround extends DossierAround {
  readonly collector?: { readonly name: string; readonly taxCode: string };
}

function seriesText(receipt: CollectionRecord['receipt']): string {
  if (receipt === undefined) return '';
  if (receipt.kind === 'ownSlip') return fillText(own.ownNumber, { number: receipt.number });
  const number = String(receipt.number).padStart(7, '0');
  return fillText(own.series, { formNo: receipt.formNo, symbol: receipt.symbol, number });
}

function lineRows(lines: CollectionRecord['lines']): FillCell[][] {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const rows = lines.map(({ name, amount }, index): FillCell[] => [String(index + 1), name, bareAmount(amount)]);
  const last: FillCell[] = ['', { text: own.total, strong: true }, { text: bareAmount(total), strong: true }];
  return [...rows, last];
}

/** Grounds of the waiver at the reception and of those after it. */
function waiverText({ feeWaiver, collections }: DossierState): string {
  const later = collections.flatMap(({ state, waiver }) => (state === 'waived' && waiver ? [waiver] : []));
  const waivers = feeWaiver === null ? later : [feeWaiver, ...later];
  return waivers
    .flatMap(({ ground, proof = '' }) => [ground, proof])
    .filter((text) => text !== '')
    .join('; ');
}

type MoneyCollection = CollectionRecord & { readonly method: MoneyMethod };

function isMoney(collection: CollectionRecord): collection is MoneyCollection {
  return collection.method !== 'waived';
}

function collectionValues(collection: MoneyCollection): FormFill['values'] {
  const total = collection.lines.reduce((sum, { amount }) => sum + amount, 0);
  const isReceipt = decideReceiptTitle(collection.receipt) === 'receipt';
  return {
    title: isReceipt ? own.receiptTitle : own.slipTitle,
    series: seriesText(collection.receipt),
    amountWords: dongInWords(total),
    method: words.method[collection.method],
    reference: collection.reference ?? '',
    announcedNote: collection.state === 'announced' ? own.announced : '',
    noReplace: isReceipt ? '' : own.noReplace,
    reason: collection.cancelled?.reason ?? '',
  };
}

/**
 * What one ledger got of a collection. Of a collection in both ledgers the number of the series is that of the state fee: no
 * receipt for state money names a postal charge.
 */
function takeLedger(collection: CollectionRecord, ledger: Ledger): CollectionRecord | undefined {
  const lines = collection.lines.filter((line) => line.ledger === ledger);
  if (lines.length === 0) return undefined;
  const isPart = lines.length < collection.lines.length;
  const { receipt, ...rest } = { ...collection, lines };
  return receipt === undefined || (isPart && ledger === 'postalCharge') ? rest : { ...rest, receipt };
}

/** What a print of this paper is about (`FormPrinted.about`): a collection has one paper in each ledger. */
export function aboutCollection(money: { readonly collectionId: string; readonly ledger: Ledger }): string {
  return `${money.collectionId}:${money.ledger}`;
}

/** The paper of one collection in one ledger; `undefined` when the dossier holds no such money. */
export function buildFeeReceipt(
  state: DossierState,
  money: { readonly collectionId: string; readonly ledger: Ledger },
  around: FeeReceiptAround,
): FormFill | undefined {
  const found = state.collections.find(({ actionId }) => actionId === money.collectionId);
  const collection = found && takeLedger(found, money.ledger);
  // Of a waiver no money came in, so there is nothing to receipt.
  if (collection === undefined || !isMoney(collection)) return undefined;
  const { at } = collection;
  const about = aboutCollection(money);
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'feeReceipt', { since: at, about });
  const fill = startDossierFill('feeReceipt', state, { ...around, at, copyNo });
  const { code = '', request = '', applicant = '', submitter = '' } = fill.values;
  const taxCode = around.collector?.taxCode ?? '';
  return {
    ...fill,
    marks: [],
    values: {
      ...fill.values,
      ...collectionValues(collection),
      collector: around.collector?.name ?? '',
      taxCodeLine: taxCode === '' ? '' : `${own.taxCode}: ${taxCode}`,
      payer: submitter === '' ? applicant : submitter,
      codeAndRequest: [code, request].filter((text) => text !== '').join(' - '),
      waiver: waiverText(state),
      officerName: around.officerName(collection.officerId),
    },
    tables: { lines: lineRows(collection.lines) },
  };
}
