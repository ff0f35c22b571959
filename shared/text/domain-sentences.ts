import { formatDay, formatInstant, toLocalDay, toLocalTime, type Instant } from '../base/time';
import type { Appointment, TraceStep } from '../domain/appointment-schema';
import type { DossierIssue } from '../domain/dossier-shape';
import { isNationalStatus, type NationalStatus } from '../domain/national-status';
import type { NotAllowedReason } from '../domain/not-allowed';
import type { TimeLimit } from '../domain/procedure';
import type { Message } from './message';
import { vi } from './vi';

type KindName = keyof typeof vi.domain.kind;

/** Label of a national status, in the words of the portal. */
export function statusText(status: NationalStatus): Message {
  return { key: `domain.status.s${status}` };
}

function isKindName(kind: string): kind is KindName {
  return Object.hasOwn(vi.domain.kind, kind);
}

/** Name of a kind of act; a kind of a newer version has a name of its own. */
export function kindText(kind: string): Message {
  return { key: `domain.kind.${isKindName(kind) ? kind : 'unknown'}` };
}

/** Why an act is not allowed, to be shown beside the button or the field. */
export function describeNotAllowed(reason: NotAllowedReason): Message {
  switch (reason.kind) {
    case 'permission':
      return { key: 'domain.notAllowed.permission', values: { role: { key: `domain.role.${reason.role}` } } };
    case 'status':
      return {
        key: 'domain.notAllowed.status',
        values: { status: isNationalStatus(reason.status) ? statusText(reason.status) : reason.status },
      };
    case 'delegation':
      return { key: `domain.notAllowed.delegation.${reason.why}` };
    case 'closed':
    case 'unknownDossier':
    case 'alreadyDone':
    case 'registerOpen':
    case 'backEntryTooOld':
    case 'future':
      return { key: `domain.notAllowed.${reason.kind}` };
  }
}

/** What the province (or `recheck`: this device) found, why, and who must act. */
export function describeVerdict(
  cause: DossierIssue['cause'],
  whoActs: DossierIssue['whoActs'],
  verdict: DossierIssue['verdict'] = 'acceptedWithIssue',
): Message {
  return {
    key: `domain.verdict.${verdict}`,
    values: { cause: { key: `domain.cause.${cause}` }, who: { key: `domain.whoActs.${whoActs}` } },
  };
}

function describeDay(step: Extract<TraceStep, { kind: 'daySkipped' | 'swappedWorkingDay' }>): Message {
  return {
    key: step.provisional ? `domain.trace.${step.kind}Provisional` : `domain.trace.${step.kind}`,
    values: { day: formatDay(step.day), name: step.name },
  };
}

/** One step of how a promised date was found. */
export function describeTraceStep(step: TraceStep): Message {
  switch (step.kind) {
    case 'received':
    case 'due':
      return { key: `domain.trace.${step.kind}`, values: { at: formatInstant(step.at) } };
    case 'movedToOpening':
      return { key: `domain.trace.movedToOpening.${step.why}` };
    case 'limit':
      return {
        key: `domain.trace.limit.${step.limit.unit}`,
        values: 'amount' in step.limit ? { amount: step.limit.amount } : {},
      };
    case 'afterCutoff':
      return { key: 'domain.trace.afterCutoff', values: { cutoff: step.cutoff } };
    case 'dayCounted':
      return { key: 'domain.trace.dayCounted', values: { day: formatDay(step.day), count: step.count } };
    case 'daySkipped':
    case 'swappedWorkingDay':
      return describeDay(step);
    case 'endMoved':
      return { key: 'domain.trace.endMoved', values: { from: formatDay(step.from), to: formatDay(step.to) } };
    case 'noAppointment':
      return { key: 'domain.trace.noAppointment' };
  }
}

/** Where a limit begins to run, and how its first day counts: the day of the start is never the first of the count. */
function describeStart(limit: TimeLimit, startsAt: Instant): Message[] {
  const day = formatDay(toLocalDay(startsAt));
  if (limit.unit === 'calendarDays') return [{ key: 'domain.trace.startDay.calendarDays', values: { day } }];
  if (limit.unit !== 'workingDays') return [];
  return [{ key: 'domain.trace.startDay.workingDays', values: { day, time: toLocalTime(startsAt) } }];
}

/** Reason first, then the days it skips, then the instant the limit starts: the order of the days. */
function describeMove(move: Extract<TraceStep, { kind: 'movedToOpening' }>, skipped: readonly TraceStep[]): Message[] {
  return [
    { key: `domain.trace.movedToOpening.${move.why}` },
    ...skipped.map(describeTraceStep),
    { key: 'domain.trace.startsAt', values: { at: formatInstant(move.to) } },
  ];
}

/**
 * The whole explanation of an appointment, in the order of the days. What a stored trace implies but does not spell out
 * (which day is not counted, and why) is said here, so that traces of earlier versions are explained as well.
 */
export function describeAppointmentTrace({ trace }: Pick<Appointment, 'trace'>): Message[] {
  const move = trace.find((step) => step.kind === 'movedToOpening');
  const moveAt = move === undefined ? -1 : trace.indexOf(move);
  const received = trace.find((step) => step.kind === 'received');
  const startsAt = move?.to ?? received?.at;
  return trace.flatMap((step, index) => {
    if (step.kind === 'daySkipped' && index < moveAt) return [];
    if (step === move) {
      return describeMove(
        move,
        trace.slice(0, moveAt).filter(({ kind }) => kind === 'daySkipped'),
      );
    }
    const said = describeTraceStep(step);
    return step.kind === 'limit' && startsAt !== undefined ? [said, ...describeStart(step.limit, startsAt)] : [said];
  });
}
