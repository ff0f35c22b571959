import { describeLateAct, describeLateness } from '../text/addendum-sentences';
import { sayVi } from '../text/message';
import { vi } from '../text/vi';
import type { RegisterAddendum } from './addendum-data';
import { addendumFacts } from './addendum-document';
import { addendumFoot, addendumReason, addendumSubtitle, addendumTitle, listAddendumEnd } from './addendum-lines';
import { joinLines } from './register-notes';
import { buildLetterhead, sheetInstant } from './register-sheet';
import type { SheetColumn, SheetData, WorkbookData } from './sheet-data';

const { column, sheet } = vi.forms.addendum;

const columns: readonly SheetColumn[] = [
  { header: column.no, width: 5, kind: 'integer' },
  { header: column.code, width: 20, kind: 'text' },
  { header: column.person, width: 24, kind: 'text' },
  { header: column.procedure, width: 34, kind: 'text' },
  { header: column.act, width: 26, kind: 'text' },
  { header: column.happenedAt, width: 15.5, kind: 'instant' },
  { header: column.recordedAt, width: 15.5, kind: 'instant' },
  { header: column.why, width: 34, kind: 'text' },
];

function buildSheet(addendum: RegisterAddendum): SheetData {
  return {
    name: sheet,
    letterhead: buildLetterhead(addendum.head, addendum.madeAt, 4),
    title: addendumTitle(addendum),
    subtitles: [addendumSubtitle(addendum), ...(addendum.practice ? [vi.forms.practiceLine] : [])],
    head: [addendumReason(addendum)],
    columns,
    rows: addendum.rows.map((row, index) => [
      index + 1,
      row.code,
      row.person,
      `${row.procedureName} (${row.procedureCode})`,
      joinLines(sayVi(describeLateAct(row)), addendumFacts(row)),
      sheetInstant(row.happenedAt),
      sheetInstant(row.recordedAt),
      sayVi(describeLateness(row.why)),
    ]),
    foot: listAddendumEnd(addendum),
    signatures: [
      { title: vi.forms.register.preparedBy, name: addendum.number === null ? '' : addendum.madeBy },
      { title: vi.forms.register.headOfUnit, name: '' },
    ],
    pageFoot: addendumFoot(addendum),
    pagesWide: 1,
  };
}

/** An addendum as a file of its own: the register's file stays as it was closed. */
export function buildAddendumWorkbook(addendum: RegisterAddendum): WorkbookData {
  return { sheets: [buildSheet(addendum)], author: addendum.madeBy, createdAt: addendum.madeAt };
}
