import { formatDay, formatInstant } from '../base/time';
import type { Appointment, TraceStep } from '../domain/appointment-schema';
import type { DossierIssue } from '../domain/dossier-shape';
import { isNationalStatus, type NationalStatus } from '../domain/national-status';
import type { NotAllowedReason } from '../domain/not-allowed';
import { sayVi, type Message } from './message';
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
      return { key: 'domain.notAllowed.permission', values: { role: sayVi({ key: `domain.role.${reason.role}` }) } };
    case 'status':
      return {
        key: 'domain.notAllowed.status',
        values: { status: isNationalStatus(reason.status) ? sayVi(statusText(reason.status)) : reason.status },
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
    values: { cause: sayVi({ key: `domain.cause.${cause}` }), who: sayVi({ key: `domain.whoActs.${whoActs}` }) },
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
      return {
        key: `domain.trace.movedToOpening.${step.why}`,
        values: { from: formatInstant(step.from), to: formatInstant(step.to) },
      };
    case 'limit':
      return {
        key: `domain.trace.limit.${step.limit.unit}`,
        values: 'amount' in step.limit ? { amount: step.limit.amount } : {},
      };
    case 'afterCutoff':
      return { key: 'domain.trace.afterCutoff', values: { cutoff: step.cutoff, day: formatDay(step.day) } };
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

/** The whole explanation of an appointment, in order, one sentence a step. */
export function describeAppointmentTrace(appointment: Pick<Appointment, 'trace'>): Message[] {
  return appointment.trace.map(describeTraceStep);
}
