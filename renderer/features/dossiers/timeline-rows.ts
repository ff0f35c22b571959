import { formatDong } from '../../../shared/base/money';
import { formatInstant, toLocalTime } from '../../../shared/base/time';
import { findKnownAction, type Action, type KnownAction } from '../../../shared/domain/actions/action';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { TimelineEntry } from '../../../shared/domain/dossier-shape';
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

/** The gist of an act. */
export function describeDetail(action: Action): Message | string | null {
  const known = findKnownAction(action);
  switch (known?.kind) {
    case 'DossierReceived':
      return known.payload.code.value;
    case 'OnlineSubmissionArrived':
      return known.payload.portalCode;
    case 'DetailsCorrected':
      return describeCorrection(known);
    case 'PaperAttached':
      return known.payload.paper.name;
    case 'FormPrinted':
      return describePrint(known);
    case 'FeeCollected':
      return `${formatDong(sumOf(known.payload.lines))}, ${sayVi({ key: `dossiers.act.fee.methodOf.${known.payload.method}` }).toLowerCase()}`;
    case 'SupplementRequested':
      return known.payload.items.join('; ');
    case 'SupplementReceived':
      return known.payload.papers.map((paper) => paper.name).join('; ');
    case 'HandedOver': {
      const { to, originals } = known.payload;
      return { key: 'dossiers.case.detail.handedOver', values: { to, originals } };
    }
    case 'OutcomeReady':
      return [known.payload.name, known.payload.number].filter(Boolean).join(', ');
    case 'OutcomeReturned':
      return describeReturn(known);
    case 'Withdrawn':
      return known.payload.reason;
    case 'OfficialCodeAssigned':
      return known.payload.code;
    case 'IssueResolved':
      return known.payload.note;
    case 'OnlineSubmissionAccepted':
    case 'ShiftOpened':
    case 'RegisterClosed':
    case 'RegisterAddendumIssued':
    case 'CodeVoided':
    case undefined:
      return null;
  }
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
