import { assertNever, type Result } from '../base/result';
import type { NotAllowedReason } from './not-allowed';
import type { Verdict, VerdictCause } from './verdict';

function causeOf(reason: NotAllowedReason): VerdictCause {
  switch (reason.kind) {
    case 'permission':
    case 'ownAct':
      return 'permission';
    case 'delegation':
      return 'delegation';
    case 'backEntryTooOld':
    case 'future':
      return 'dateDoubt';
    case 'status':
    case 'closed':
    case 'unknownDossier':
    case 'alreadyDone':
    case 'missing':
    case 'notFound':
    case 'incomingPaper':
    case 'exceedsCollected':
    case 'receiptTaken':
    case 'promiseNotLater':
    case 'registerOpen':
      return 'transition';
    default:
      return assertNever(reason, 'causeOf');
  }
}

/**
 * The province's word on an act the table did not allow. A fact happened and is taken with an issue; a decision (see
 * `isDecision`) is refused. Rights and dates are the supervisor's to put right, the course of the dossier the officer's.
 */
export function decideVerdict(decision: boolean, check: Result<null, NotAllowedReason>): Verdict {
  if (check.ok) return { type: 'accepted' };
  const cause = causeOf(check.error);
  const whoActs = cause === 'transition' ? 'officer' : 'supervisor';
  return { type: decision ? 'refused' : 'acceptedWithIssue', cause, whoActs };
}
