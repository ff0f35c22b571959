import { formatInstant, type Instant } from '../../../shared/base/time';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import { statusText } from '../../../shared/text/domain-sentences';
import type { Message } from '../../../shared/text/message';
import { describeDeadline, describeSyncMark, type TonedMessage } from '../../../shared/text/worklist-sentences';
import type { DossierRow } from '../../records/dossier-row';

/** What the words of a row depend on besides the dossier. */
export interface ListSurroundings {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly procedureName: (code: string) => string;
}

/** A row of a worklist, ready to be shown. No number of a person is in it. */
export interface ListRow {
  readonly id: string;
  readonly code: string;
  readonly isStub: boolean;
  readonly person: string;
  readonly otherApplicants: number;
  readonly procedure: string;
  readonly status: Message;
  /** Promised time, or for a submission the time it was sent; empty when there is none. */
  readonly due: string;
  readonly left: TonedMessage;
  readonly sync: TonedMessage;
  /** For ordering by due time; dossiers without one come last. */
  readonly dueAt: number;
}

/** Builds a row. */
export function buildListRow(row: DossierRow, around: ListSurroundings): ListRow {
  const shownTime = row.status === 1 ? row.submittedAt : row.promisedAt;
  return {
    id: row.dossierId,
    code: row.code,
    isStub: row.stub,
    person: row.applicantName,
    otherApplicants: row.otherApplicants,
    procedure: row.procedureCode === null ? '' : around.procedureName(row.procedureCode),
    status: statusText(row.status),
    due: shownTime === null ? '' : formatInstant(shownTime),
    left: describeDeadline(row, around.calendar, around.now),
    sync: describeSyncMark(row),
    dueAt: row.legalDue ?? row.submittedAt ?? Number.MAX_SAFE_INTEGER,
  };
}
