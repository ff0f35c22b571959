import { findQuestionFaults, type QuestionFault } from './case-choice';
import { channelSchema, type Channel } from './channel';
import type { Procedure, ProcedureCase } from './procedure';
import type { TimeLimit } from './procedure-limit';
import type { RequiredPaper } from './procedure-paper';
import { provisionalFields } from './provisional-fields';

/** A fault of one paper of a list. `sheets`: it is handed over but has no sheet; `exempt`: shown or looked up, yet to be scanned. */
export type PaperFault = 'sheets' | 'exempt' | 'when' | 'dates' | 'validityWithoutType';

/** A fault of a procedure row that its schema cannot see. */
export type ProcedureFault =
  | QuestionFault
  | { readonly kind: 'caseTwice'; readonly caseId: string }
  | { readonly kind: 'paperTwice' | 'stepTwice'; readonly caseId: string; readonly id: string }
  | { readonly kind: 'paper'; readonly caseId: string; readonly paperId: string; readonly why: PaperFault }
  /** Working hours of the steps and of the limit they must fit into. */
  | {
      readonly kind: 'stepsTooLong';
      readonly caseId: string;
      readonly channel: Channel;
      readonly hours: number;
      readonly limit: number;
    }
  | { readonly kind: 'secondStageWithoutPayment'; readonly caseId: string }
  | { readonly kind: 'pauseTwice'; readonly pause: string }
  | { readonly kind: 'unknownProvisional'; readonly field: string }
  | { readonly kind: 'resultValidityWithoutType' };

const HOURS_PER_DAY = 8;

function findTwice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Working hours of a limit; null where steps cannot be held against it (calendar days, months, none). */
export function limitHours(limit: TimeLimit): number | null {
  switch (limit.unit) {
    case 'workingDays':
      return limit.amount * HOURS_PER_DAY;
    case 'workingHours':
      return limit.amount;
    case 'sameDay':
      return HOURS_PER_DAY;
    case 'calendarDays':
    case 'months':
    case 'none':
      return null;
  }
}

function checkPaper(paper: RequiredPaper): readonly PaperFault[] {
  const { mode, counts, digitise, required, when, validFrom, validTo, validity, typeCode } = paper;
  const sheets = counts.original + counts.certifiedCopy + counts.photocopy;
  const faults: [PaperFault, boolean][] = [
    ['sheets', mode === 'submit' && sheets === 0],
    ['exempt', mode !== 'submit' && digitise.duty !== 'exempt'],
    ['when', !required && (when ?? '') === ''],
    ['dates', validFrom !== undefined && validTo !== undefined && validTo < validFrom],
    ['validityWithoutType', validity !== undefined && typeCode === undefined],
  ];
  return faults.filter(([, isFault]) => isFault).map(([why]) => why);
}

function checkSteps(procedureCase: ProcedureCase): readonly ProcedureFault[] {
  const { id: caseId, steps = [], limits } = procedureCase;
  const hours = steps.reduce((sum, step) => sum + step.hours, 0);
  return channelSchema.options.flatMap((channel) => {
    const limit = limitHours(limits[channel]);
    return limit !== null && hours > limit ? [{ kind: 'stepsTooLong' as const, caseId, channel, hours, limit }] : [];
  });
}

function checkCase(procedure: Procedure, procedureCase: ProcedureCase): readonly ProcedureFault[] {
  const { id: caseId, papers, steps = [] } = procedureCase;
  const twice = (kind: 'paperTwice' | 'stepTwice', ids: readonly string[]) =>
    findTwice(ids).map((id) => ({ kind, caseId, id }));
  const hasPayment = procedure.pauses?.some((rule) => rule.kind === 'payment') ?? true;
  return [
    ...twice(
      'paperTwice',
      papers.map((paper) => paper.id),
    ),
    ...twice(
      'stepTwice',
      steps.map((step) => step.id),
    ),
    ...papers.flatMap((paper) =>
      checkPaper(paper).map((why) => ({ kind: 'paper' as const, caseId, paperId: paper.id, why })),
    ),
    ...checkSteps(procedureCase),
    ...(procedureCase.secondStage !== undefined && !hasPayment
      ? [{ kind: 'secondStageWithoutPayment' as const, caseId }]
      : []),
  ];
}

/** Every fault of a procedure row: ids twice, conditions without a question, steps beyond the limit, papers that contradict themselves. */
export function findProcedureFaults(procedure: Procedure): readonly ProcedureFault[] {
  const { cases, pauses = [], provisional, resultValidity, resultTypeCode } = procedure;
  const unknown = provisional.filter((field) => !Object.hasOwn(provisionalFields, field));
  return [
    ...findTwice(cases.map((one) => one.id)).map((caseId) => ({ kind: 'caseTwice' as const, caseId })),
    ...cases.flatMap((one) => checkCase(procedure, one)),
    ...findQuestionFaults(procedure),
    ...findTwice(pauses.map((rule) => `${rule.kind} ${(rule.onlyFields ?? []).join(' ')}`.trim())).map((pause) => ({
      kind: 'pauseTwice' as const,
      pause,
    })),
    ...unknown.map((field) => ({ kind: 'unknownProvisional' as const, field })),
    ...(resultValidity !== undefined && resultTypeCode === undefined
      ? [{ kind: 'resultValidityWithoutType' as const }]
      : []),
  ];
}
