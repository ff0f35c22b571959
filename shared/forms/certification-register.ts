import { dongInWords, formatDong } from '../base/money';
import { formatDay, toLocalDay, type LocalDay } from '../base/time';
import { compareVi } from '../base/vietnamese';
import type { DossierState } from '../domain/dossier-shape';
import type { Procedure } from '../domain/procedure';
import { office } from '../text/vi/forms-office';
import { papers as words } from '../text/vi/forms-papers';
import { bareAmount, identityLine } from './dossier-words';
import { startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = office.certification;
const { sign } = words;

/** Sổ chứng thực, the legal book of certified copies and signatures. */
export const certificationRegisterForm: FormDefinition = {
  form: 'certificationRegister',
  title: own.title,
  subtitle: own.subtitle,
  head: 'unit',
  headLines: [],
  barcode: false,
  page: 'book',
  parts: [],
  blocks: [
    {
      kind: 'table',
      rows: 'rows',
      columns: [
        { head: own.number, width: 70, align: 'center' },
        { head: own.day, width: 62, align: 'center' },
        { head: own.person, width: 140 },
        { head: own.paper, width: '*' },
        { head: own.copies, width: 40, align: 'center' },
        { head: own.pages, width: 40, align: 'center' },
        { head: own.signer, width: 90 },
        { head: own.fee, width: 60, align: 'right' },
        { head: own.note, width: 96 },
      ],
      empty: own.empty,
      fontSize: 9,
    },
    { kind: 'text', text: own.totals, style: 'bold' },
    { kind: 'text', text: own.words },
    { kind: 'notes', lines: [own.provisional] },
    {
      kind: 'signatures',
      signers: [
        { title: sign.madeBy, name: 'officerName' },
        { title: sign.headOfUnit, name: 'leaderName' },
      ],
    },
  ],
  source: 'counter needs §1.3, §4; NĐ 23/2015/NĐ-CP, TT 01/2020/TT-BTP (not verified, provisional)',
};

/** One certification. Fee in đồng. */
export interface CertificationRow {
  readonly number: string;
  readonly day: LocalDay;
  readonly person: string;
  readonly identity: string;
  readonly paper: string;
  readonly copies: number;
  readonly pages: number;
  readonly signer: string;
  readonly fee: number;
  readonly note: string;
}

/** Which book, from when to when. `BS`: copies from an original, `SCT`: signatures and contracts. */
export interface CertificationBook extends PaperAround {
  readonly kind: 'BS' | 'SCT';
  readonly book: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly officerName: string;
}

/** Code of the field whose results are entered into this book. */
const CERTIFICATION_FIELD = 'chung-thuc';

/**
 * Rows of the book out of dossiers: certifications with a result, by day and number. A dossier without an amount of copies
 * counts as one. Fees are what was collected, in đồng.
 */
export function listCertifications(
  dossiers: readonly { readonly state: DossierState; readonly procedure: Procedure | undefined }[],
): readonly CertificationRow[] {
  const rows = dossiers.flatMap(({ state, procedure }): CertificationRow[] => {
    const { outcome, applicant, quantities } = state;
    if (outcome === null || procedure?.field.code !== CERTIFICATION_FIELD) return [];
    return [
      {
        number: outcome.number ?? '',
        day: outcome.signedOn ?? toLocalDay(outcome.at),
        person: applicant?.name ?? '',
        identity: applicant === null ? '' : identityLine(applicant.identity),
        paper: outcome.abstract ?? state.papers.find(({ mode }) => mode !== 'lookup')?.name ?? outcome.name,
        ...{ copies: quantities.copies ?? 1, pages: quantities.pages ?? 1 },
        ...{ signer: outcome.signedBy ?? '', fee: state.feesCollected, note: state.code ?? state.temporaryCode ?? '' },
      },
    ];
  });
  return rows.sort((a, b) => (a.day === b.day ? compareVi(a.number, b.number) : a.day < b.day ? -1 : 1));
}

function rowCells(row: CertificationRow): FillCell[] {
  const { number, day, person, identity, paper, copies, pages, signer, fee, note } = row;
  return [
    number,
    formatDay(day),
    [person, identity].filter((text) => text !== '').join('\n'),
    paper,
    ...[String(copies), String(pages), signer],
    fee === 0 ? '' : bareAmount(fee),
    note,
  ];
}

/** The book of a stretch of days; rows in the order of their numbers. */
export function buildCertificationRegister(rows: readonly CertificationRow[], around: CertificationBook): FormFill {
  const fill = startUnitFill('certificationRegister', around);
  const sum = (pick: (row: CertificationRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const fee = sum((row) => row.fee);
  return {
    ...fill,
    values: {
      ...fill.values,
      kind: own.kindOf[around.kind],
      ...{ book: around.book, from: formatDay(around.from), to: formatDay(around.to), officerName: around.officerName },
      ...{ rows: String(rows.length), copies: String(sum((row) => row.copies)), fee: formatDong(fee), leaderName: '' },
      feeWords: dongInWords(fee),
    },
    tables: { rows: rows.map(rowCells) },
  };
}
