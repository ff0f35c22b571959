import type { DossierKind } from '../../../shared/domain/transition-table';

/** Parts of the list of acts, in the order they are shown below the next step. */
export const actGroups = ['way', 'money', 'dates', 'papers', 'record', 'ends'] as const;
/** See {@link actGroups}. */
export type ActGroup = (typeof actGroups)[number];

/** Group of every kind of act, so that an act new to the panel has its place already. */
const groupOf: Readonly<Record<DossierKind, ActGroup>> = {
  DossierReceived: 'way',
  CollectedByPost: 'way',
  OnlineSubmissionArrived: 'way',
  OnlineSubmissionAccepted: 'way',
  HandedOver: 'way',
  HandoverConfirmed: 'way',
  Forwarded: 'way',
  OutcomeReady: 'way',
  OutcomeDispatched: 'way',
  DeliveryFailed: 'way',
  OutcomeReturned: 'way',
  SurveyAnswered: 'way',
  FeeCollected: 'money',
  FeeCancelled: 'money',
  FeeRefunded: 'money',
  ObligationNotified: 'money',
  ObligationFulfilled: 'money',
  DeadlineExtended: 'dates',
  ApologyIssued: 'dates',
  ApologyDelivered: 'dates',
  GuidanceIssued: 'papers',
  SupplementRequested: 'papers',
  SupplementReceived: 'papers',
  PaperAttached: 'papers',
  PaperReused: 'papers',
  PaperDetached: 'papers',
  PageSetEdited: 'papers',
  DetailsCorrected: 'record',
  FormPrinted: 'record',
  ExternalCodeLinked: 'record',
  OfficialCodeAssigned: 'record',
  IssueResolved: 'record',
  ApprovalDecided: 'record',
  RefusalProposed: 'ends',
  IntakeRefused: 'ends',
  ProcessingStopped: 'ends',
  Withdrawn: 'ends',
};

/** One part of the list. `next`: the step that moves the dossier on, alone and first. */
export interface GroupedActs<Kind extends DossierKind> {
  readonly group: ActGroup | 'next';
  readonly kinds: readonly Kind[];
}

/** The list in its parts: the next step, then each group that has something, each in the order given. */
export function groupActs<Kind extends DossierKind>(
  acts: readonly Kind[],
  next: Kind | undefined,
): readonly GroupedActs<Kind>[] {
  const rest = actGroups.map((group) => ({
    group,
    kinds: acts.filter((kind) => kind !== next && groupOf[kind] === group),
  }));
  const first = next !== undefined && acts.includes(next) ? [{ group: 'next' as const, kinds: [next] }] : [];
  return [...first, ...rest.filter(({ kinds }) => kinds.length > 0)];
}
