import type { BagJourney } from '../domain/bag-journey';
import type { UnitDayRecord } from '../domain/unit-day-shape';
import { papers as words } from '../text/vi/forms-papers';
import { transport } from '../text/vi/forms-transport';
import { startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';
import { timeInWords } from './form-layout';

const label = transport.bag;
const minutes = transport.discrepancy;

/** Label of a sealed bag: seal number, counts, QR. The second copy stays with the sender. */
export const bagLabelForm: FormDefinition = {
  form: 'bagLabel',
  title: label.title,
  head: 'none',
  headLines: [],
  barcode: false,
  page: 'label',
  parts: [words.part.taker, words.part.giver],
  blocks: [
    { kind: 'text', text: label.seal, style: 'large' },
    { kind: 'codes', size: 84 },
    { kind: 'text', text: label.counts, style: 'large' },
    { kind: 'line', label: label.from, value: 'unit', bold: true },
    { kind: 'line', label: label.to, value: 'to', bold: true },
    { kind: 'line', label: label.sealedAt, value: 'sealedAt' },
    { kind: 'line', label: label.sealedBy, value: 'officerName' },
    { kind: 'line', label: label.witness, value: 'witness', dots: true },
    { kind: 'text', text: label.rule, style: 'note' },
  ],
  source: 'counter needs §2b, §4; wording provisional',
};

/** Minutes of what differed between the list of a bag and what was in it, signed by both sides. */
export const discrepancyMinutesForm: FormDefinition = {
  form: 'discrepancyMinutes',
  title: minutes.title,
  head: 'unit',
  headLines: [words.number],
  barcode: false,
  page: 'paper',
  parts: [words.part.giver, words.part.taker],
  blocks: [
    { kind: 'line', label: minutes.opened, value: 'openedAt' },
    { kind: 'line', label: minutes.from, value: 'from', dots: true },
    { kind: 'line', label: minutes.to, value: 'unit' },
    { kind: 'text', text: minutes.what },
    {
      kind: 'table',
      rows: 'counts',
      columns: [
        { head: minutes.item, width: '*' },
        { head: minutes.sent, width: 105, align: 'center' },
        { head: minutes.found, width: 105, align: 'center' },
        { head: minutes.difference, width: 80, align: 'center' },
      ],
    },
    { kind: 'text', text: minutes.missing, style: 'heading' },
    { kind: 'list', items: 'missing', mark: 'dash', empty: words.none },
    { kind: 'text', text: minutes.extra, style: 'heading' },
    { kind: 'list', items: 'extra', mark: 'dash', empty: words.none },
    { kind: 'text', text: minutes.explained },
    { kind: 'text', text: minutes.end },
    {
      kind: 'signatures',
      signers: [
        { title: words.sign.giver, name: 'giverName' },
        { title: words.sign.taker, name: 'officerName' },
        { title: words.sign.witness, name: 'witness' },
      ],
    },
  ],
  source: 'counter needs §2b, §4; wording provisional',
};

/** Who and where, beside the bag. */
export interface BagAround extends PaperAround {
  readonly officerName: (officerId: string) => string;
  /** What a folder is called on paper: its code and its owner. */
  readonly describeDossier: (dossierId: string) => string;
  /** Sender of the bag, in words; empty: to be written by hand. */
  readonly senderName: string;
  readonly number?: string;
}

/** Text of a bag's QR: bag, seal and both counts, so that the receiver compares before anything is opened. */
export function buildBagQrText(bag: UnitDayRecord<'BagSealed'>): string {
  return ['QMCB1', bag.bagId, bag.sealNo.replaceAll('|', '/'), bag.dossierIds.length, bag.originals].join('|');
}

/** The label of a bag as it was sealed. */
export function buildBagLabel(bag: UnitDayRecord<'BagSealed'>, around: BagAround): FormFill {
  const { at, sealNo, to, witness = '', dossierIds, originals } = bag;
  const fill = startUnitFill('bagLabel', { ...around, at });
  return {
    ...fill,
    code: sealNo,
    qr: buildBagQrText(bag),
    values: {
      ...fill.values,
      ...{ sealNo, to, witness },
      folders: String(dossierIds.length),
      originals: String(originals),
      sealedAt: timeInWords(at),
      officerName: around.officerName(bag.officerId),
    },
  };
}

function difference(sent: number, found: number): string {
  const more = found - sent;
  return more === 0 ? minutes.same : `${more > 0 ? '+' : ''}${String(more)}`;
}

function countRows(sealed: UnitDayRecord<'BagSealed'>, received: UnitDayRecord<'BagReceived'>): FillCell[][] {
  const isSameSeal = sealed.sealNo === received.sealNo;
  const numbers = (item: string, sent: number, found: number) => [
    item,
    String(sent),
    String(found),
    difference(sent, found),
  ];
  return [
    [minutes.seal, sealed.sealNo, received.sealNo, isSameSeal ? minutes.same : minutes.otherSeal],
    [
      minutes.sealState,
      minutes.intact,
      received.sealIntact ? minutes.intact : minutes.broken,
      received.sealIntact ? minutes.same : minutes.broken,
    ],
    numbers(minutes.folders, sealed.dossierIds.length, received.dossierIds.length),
    numbers(minutes.originals, sealed.originals, received.originals),
  ];
}

/** The minutes of a bag both sides have told of; `undefined` while one side is missing. */
export function buildDiscrepancyMinutes(bag: BagJourney, around: BagAround): FormFill | undefined {
  const { sealed, received, difference: found } = bag;
  if (sealed === null || received === null || found === null) return undefined;
  const fill = startUnitFill('discrepancyMinutes', { ...around, at: received.at });
  return {
    ...fill,
    values: {
      ...fill.values,
      number: around.number ?? words.noNumber,
      openedAt: timeInWords(received.at),
      from: around.senderName,
      explanation: received.discrepancy ?? '',
      giverName: '',
      witness: sealed.witness ?? '',
      officerName: around.officerName(received.officerId),
    },
    lists: { missing: found.missing.map(around.describeDossier), extra: found.extra.map(around.describeDossier) },
    tables: { counts: countRows(sealed, received) },
  };
}
