import { formatDong } from '../../../shared/base/money';
import { formatDay, formatInstant, toLocalTime } from '../../../shared/base/time';
import { findKnownAction, type Action, type KnownAction } from '../../../shared/domain/actions/action';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { TimelineEntry } from '../../../shared/domain/dossier-shape';
import { isDossierKind, type DossierKind } from '../../../shared/domain/transition-table';
import { describeVerdict, kindText } from '../../../shared/text/domain-sentences';
import { sayVi, type Message } from '../../../shared/text/message';

/** One act of the timeline, ready to be shown. */
export interface TimelineRow {
  readonly actionId: string;
  readonly kind: Message;
  /** The gist of the payload: an amount, a place, a reason. */
  readonly detail: Message | string | null;
  /** Name of whoever acted; `null` when the province's server wrote it. */
  readonly who: string | null;
  readonly onBehalf: Message | null;
  /** Legal time. */
  readonly happenedAt: string;
  /** Time of typing, when it differs. */
  readonly enteredAt: Message | null;
  readonly backEntry: Message | null;
  readonly receipt: { readonly tone: 'neutral' | 'warn' | 'danger'; readonly message: Message };
  /** What became of it, when that is not simply "done"; `isVoid`: it changes nothing in the dossier. */
  readonly effect: { readonly message: Message; readonly isVoid: boolean } | null;
}

/** The server's own acts have no officer of ours. */
const serverKinds: ReadonlySet<string> = new Set(['OnlineSubmissionArrived', 'OfficialCodeAssigned']);

function sumOf(lines: readonly { readonly amount: number }[]): number {
  return lines.reduce((sum, line) => sum + line.amount, 0);
}

function describeCorrection({ payload }: Extract<KnownAction, { kind: 'DetailsCorrected' }>): Message {
  const fields = Object.keys(payload.changes) as (keyof typeof payload.changes)[];
  const names = fields.map((field) => sayVi({ key: `dossiers.case.field.${field}` })).join(', ');
  return { key: 'dossiers.case.detail.corrected', values: { fields: names, reason: payload.reason } };
}

function describePrint({ payload }: Extract<KnownAction, { kind: 'FormPrinted' }>): Message {
  const { copies, reprint, reason } = payload;
  return reprint
    ? { key: 'dossiers.case.detail.reprinted', values: { copies, reason: reason ?? '' } }
    : { key: 'dossiers.case.detail.printed', values: { copies } };
}

function describeReturn({ payload }: Extract<KnownAction, { kind: 'OutcomeReturned' }>): Message {
  const proof = sayVi({ key: `dossiers.act.return.proofOf.${payload.proof}` });
  return { key: 'dossiers.case.detail.returned', values: { name: payload.collector.name, proof } };
}

type DossierAct = Extract<KnownAction, { readonly kind: DossierKind }>;
type Detail = Message | string | null;

/** Lines that say something, in one. */
function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}

/** Before a reception, and at it. */
function describeOpening(act: DossierAct): Detail | undefined {
  switch (act.kind) {
    case 'DossierReceived':
      return act.payload.code.value;
    case 'CollectedByPost':
      return joined(act.payload.consignmentNo, act.payload.place);
    case 'OnlineSubmissionArrived':
      return act.payload.portalCode;
    case 'OnlineSubmissionAccepted':
      return null;
    case 'GuidanceIssued':
      return act.payload.items.join('; ');
    case 'RefusalProposed':
    case 'IntakeRefused':
      return joined(act.payload.reason, act.payload.legalGround);
    case 'DetailsCorrected':
      return describeCorrection(act);
    default:
      return undefined;
  }
}

/** Papers and pages. */
function describePaperAct(act: DossierAct): Detail | undefined {
  switch (act.kind) {
    case 'PaperAttached':
      return act.payload.paper.name;
    case 'PaperReused':
      return joined(act.payload.paper.name, act.payload.source.code);
    case 'PaperDetached':
      return act.payload.reason;
    case 'PageSetEdited':
      return act.payload.reason ?? null;
    case 'FormPrinted':
      return describePrint(act);
    default:
      return undefined;
  }
}

/** Money, in đồng. */
function describeMoneyAct(act: DossierAct): Detail | undefined {
  switch (act.kind) {
    case 'FeeCollected':
      return `${formatDong(sumOf(act.payload.lines))}, ${sayVi({ key: `caseMoney.methodOf.${act.payload.method}` }).toLowerCase()}`;
    case 'FeeCancelled':
      return act.payload.reason;
    case 'FeeRefunded':
      return joined(formatDong(sumOf(act.payload.lines)), act.payload.reason);
    case 'ObligationNotified':
      return joined(act.payload.noticeNo, formatDong(act.payload.amount));
    case 'ObligationFulfilled':
      return joined(act.payload.voucherNo, formatDay(act.payload.paidOn));
    default:
      return undefined;
  }
}

/** The way through the offices. */
function describeHandling(act: DossierAct): Detail | undefined {
  switch (act.kind) {
    case 'SupplementRequested':
      return act.payload.items.join('; ');
    case 'SupplementReceived':
      return act.payload.papers.map((paper) => paper.name).join('; ');
    case 'HandedOver': {
      const { to, originals } = act.payload;
      return { key: 'dossiers.case.detail.handedOver', values: { to, originals } };
    }
    case 'HandoverConfirmed':
      return joined(act.payload.receivedBy, act.payload.mismatch);
    case 'Forwarded':
      return joined(act.payload.to, act.payload.documentNo);
    case 'DeadlineExtended':
      return joined(formatInstant(act.payload.newPromise), act.payload.reason);
    case 'ApologyIssued':
      return joined(act.payload.number, act.payload.reason);
    case 'ApologyDelivered':
      return act.payload.proof;
    case 'ProcessingStopped':
    case 'Withdrawn':
      return act.payload.reason;
    default:
      return undefined;
  }
}

/** The result, and the record itself. */
function describeOutcomeAct(act: DossierAct): Detail | undefined {
  switch (act.kind) {
    case 'OutcomeReady':
      return joined(act.payload.name, act.payload.number);
    case 'OutcomeDispatched':
      return act.payload.waybill;
    case 'DeliveryFailed':
      return joined(act.payload.waybill, act.payload.reason);
    case 'OutcomeReturned':
      return describeReturn(act);
    case 'SurveyAnswered':
      return `${String(act.payload.score)}/5`;
    case 'ExternalCodeLinked':
      return joined(act.payload.code, act.payload.system);
    case 'OfficialCodeAssigned':
      return act.payload.code;
    case 'IssueResolved':
      return act.payload.note;
    case 'ApprovalDecided':
      return act.payload.note;
    default:
      return undefined;
  }
}

const describers = [describeOpening, describePaperAct, describeMoneyAct, describeHandling, describeOutcomeAct];

/** The gist of an act; null for one that says nothing more than its name, or that this version does not know. */
export function describeDetail(action: Action): Detail {
  const known = findKnownAction(action);
  if (!known || !isDossierKind(known.kind)) return null;
  for (const describe of describers) {
    const detail = describe(known as DossierAct);
    if (detail !== undefined) return detail;
  }
  return null;
}

/** "Nhập bù (mất điện), phiếu giấy 12"; null for an act typed when it happened. */
export function describeBackEntry(backEntry: Action['backEntry'] | null): Message | null {
  if (!backEntry) return null;
  const reason = sayVi({ key: `dossiers.case.reason.${backEntry.reason}` });
  return backEntry.paperSlipNo === undefined
    ? { key: 'dossiers.case.backEntry', values: { reason } }
    : { key: 'dossiers.case.backEntrySlip', values: { reason, slip: backEntry.paperSlipNo } };
}

function describeReceipt({ receipt }: TimelineEntry): TimelineRow['receipt'] {
  if (!receipt) return { tone: 'neutral', message: { key: 'dossiers.case.receipt.waiting' } };
  const { verdict } = receipt;
  if (verdict.type === 'accepted') {
    const message = { key: 'dossiers.case.receipt.accepted', values: { at: toLocalTime(receipt.at) } } as const;
    return { tone: 'neutral', message };
  }
  const tone = verdict.type === 'acceptedWithIssue' ? 'warn' : 'danger';
  return { tone, message: describeVerdict(verdict.cause, verdict.whoActs, verdict.type) };
}

function buildRow(entry: TimelineEntry, officerName: (id: string) => string): TimelineRow {
  const { action, effect } = entry;
  const { at, happenedAt } = action;
  return {
    actionId: action.id,
    kind: kindText(action.kind),
    detail: describeDetail(action),
    who: serverKinds.has(action.kind) ? null : officerName(action.officerId),
    onBehalf: action.onBehalfOf
      ? { key: 'dossiers.case.onBehalf', values: { decision: action.onBehalfOf.decisionNo } }
      : null,
    happenedAt: formatInstant(happenedAt),
    enteredAt: at === happenedAt ? null : { key: 'dossiers.case.enteredAt', values: { at: formatInstant(at) } },
    backEntry: describeBackEntry(action.backEntry),
    receipt: describeReceipt(entry),
    effect:
      effect === 'applied'
        ? null
        : {
            message: { key: `dossiers.case.effect.${effect}` },
            isVoid: effect === 'refused' || effect === 'unknownKind',
          },
  };
}

/** The acts of a dossier, newest first in the dossier's own order. */
export function buildTimeline(
  state: Pick<DossierState, 'timeline'>,
  officerName: (id: string) => string,
): readonly TimelineRow[] {
  return state.timeline.map((entry) => buildRow(entry, officerName)).toReversed();
}
