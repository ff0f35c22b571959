import { explainAcceptance } from './overdue-acceptance';
import { buildHandlingCase, type OverdueInput } from './overdue-case';
import { buildFinding, type LateFinding, type OverdueCause } from './overdue-causes';
import { explainLegalLateness } from './overdue-handling';
import { explainRecordLateness } from './overdue-record';

/** Both latenesses of a dossier, and the cause that stands for it. */
export interface OverdueFindings {
  readonly acceptance: LateFinding | null;
  readonly handling: LateFinding | null;
  /** Null when it is not, and was not, overdue anywhere. */
  readonly main: OverdueCause | null;
}

function explainHandling(input: OverdueInput): LateFinding | null {
  const handling = buildHandlingCase(input);
  if (handling === null) return null;
  const { dates, readings, history } = handling;
  const due = dates.legalDue;
  const about = { stage: 'handling', due, doneAt: history.end?.at ?? null } as const;
  if (due !== null && (readings.legal === 'late' || readings.legal === 'overdue')) {
    return buildFinding({ ...about, lateness: 'legal' }, explainLegalLateness({ ...handling, due }));
  }
  return buildFinding({ ...about, lateness: 'recordOnly' }, explainRecordLateness(handling));
}

/** Handling that is late by law stands before late news of an acceptance; else the longer one, of equal ones the handling. */
function chooseMain(acceptance: LateFinding | null, handling: LateFinding | null): OverdueCause | null {
  if (acceptance === null || handling === null) return (acceptance ?? handling)?.main ?? null;
  const newsOnly = handling.lateness === 'legal' && acceptance.lateness === 'recordOnly';
  return !newsOnly && acceptance.workingMinutes > handling.workingMinutes ? acceptance.main : handling.main;
}

/**
 * Why a dossier is overdue, or shown as overdue, from its acts and the province's receipts alone: never stored, never guessed.
 * Waiting, line, catalogue and clock are looked at before people; what rests on missing acts is "unknown".
 */
export function decideOverdueCause(input: OverdueInput): OverdueFindings {
  const acceptance = explainAcceptance(input);
  const handling = explainHandling(input);
  return { acceptance, handling, main: chooseMain(acceptance, handling) };
}
