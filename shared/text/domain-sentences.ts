import { formatDong } from '../base/money';
import { formatInstant } from '../base/time';
import type { DossierIssue } from '../domain/dossier-shape';
import { isNationalStatus, type NationalStatus } from '../domain/national-status';
import type { NotAllowedReason } from '../domain/not-allowed';
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
    case 'missing':
      return { key: `domain.notAllowed.missing.${reason.what}` };
    case 'notFound':
      return { key: `domain.notAllowed.notFound.${reason.what}` };
    case 'exceedsCollected':
      return { key: 'domain.notAllowed.exceedsCollected', values: { left: formatDong(reason.left) } };
    case 'receiptTaken':
      return { key: 'domain.notAllowed.receiptTaken', values: { number: reason.number } };
    case 'promiseNotLater':
      return { key: 'domain.notAllowed.promiseNotLater', values: { than: formatInstant(reason.than) } };
    case 'closed':
    case 'unknownDossier':
    case 'alreadyDone':
    case 'incomingPaper':
    case 'registerOpen':
    case 'ownAct':
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
