import { formatDay, formatInstant } from '../base/time';
import type { AddendumRow } from '../domain/actions/unit-day-actions';
import { buildSignatures, type FormCell, type FormDocument } from '../forms/form-layout';
import { describeLateAct, describeLateness } from '../text/addendum-sentences';
import { fillText, sayVi } from '../text/message';
import { vi } from '../text/vi';
import type { RegisterAddendum } from './addendum-data';
import { addendumFoot, addendumReason, addendumSubtitle, addendumTitle, listAddendumEnd } from './addendum-lines';
import { bookPage, buildBookHead, headCell, instantCell } from './register-document';
import { feeText, joinLines } from './register-notes';

const words = vi.forms.addendum;

/** Promise and money of a new dossier, where there are any. */
export function addendumFacts(row: AddendumRow): string {
  const { promisedAt } = row;
  const promise = promisedAt === null ? '' : fillText(words.promised, { time: formatInstant(promisedAt) });
  return joinLines(promise, feeText(row));
}

/** "Phụ lục bổ sung số n" to a closed register, as a paper for signing beside it. */
export function buildAddendumDocument(addendum: RegisterAddendum): FormDocument {
  const [total = '', ...end] = listAddendumEnd(addendum);
  return {
    ...bookPage,
    title: `${addendumTitle(addendum)} ${formatDay(addendum.day)}`,
    content: [
      buildBookHead(addendum.head, addendum.madeAt),
      { text: addendumTitle(addendum), bold: true, fontSize: 14, alignment: 'center', margin: [0, 8, 0, 0] },
      { text: addendumSubtitle(addendum), italics: true, alignment: 'center' },
      ...(addendum.practice ? [{ text: vi.forms.practiceLine, bold: true, alignment: 'center' as const }] : []),
      { text: addendumReason(addendum), margin: [0, 6, 0, 4] },
      {
        table: {
          widths: [16, 78, 110, '*', 120, 46, 46, 150],
          headerRows: 1,
          body: [Object.values(words.column).map((text) => headCell(text)), ...addendum.rows.map(rowCells)],
        },
        fontSize: 9,
      },
      {
        unbreakable: true,
        stack: [
          { text: total, bold: true, margin: [0, 6, 0, 2] },
          ...end.map((text) => ({ text, fontSize: 9, margin: [0, 0, 0, 1] as const })),
          buildSignatures([
            { title: vi.forms.register.preparedBy, name: addendum.number === null ? '' : addendum.madeBy },
            { title: vi.forms.register.headOfUnit, name: '' },
          ]),
        ],
      },
    ],
    watermark: addendum.practice ? vi.forms.practiceMark : null,
    footer: addendumFoot(addendum),
    createdAt: addendum.madeAt,
  };
}

function rowCells(row: AddendumRow, index: number): FormCell[] {
  return [
    { text: String(index + 1), alignment: 'center' },
    { text: row.code },
    { text: row.person },
    { text: `${row.procedureName} (${row.procedureCode})` },
    { text: joinLines(sayVi(describeLateAct(row)), addendumFacts(row)) },
    instantCell(row.happenedAt),
    instantCell(row.recordedAt),
    { text: sayVi(describeLateness(row.why)) },
  ];
}
