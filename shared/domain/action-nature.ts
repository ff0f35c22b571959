import type { Action } from './actions/action';

/** Acts without outside effect. Everything else happened in the world and is a fact. */
const decisions: ReadonlySet<string> = new Set([
  'DetailsCorrected',
  'PaperDetached',
  'PageSetEdited',
  'FeeCancelled',
  'DeadlineExtended',
  'RefusalProposed',
  'ExternalCodeLinked',
  'HandoverConfirmed',
]);

/** What the nature of an act depends on. */
export type NaturedAct = Pick<Action, 'kind' | 'payload' | 'officerId'>;

/** The officer recorded the signature under a list of their own: it was given before their eyes. */
function confirmsOwnList(act: NaturedAct, others: readonly Action[]): boolean {
  const { handoverId } = act.payload;
  const list = others.find((other) => other.id === handoverId && other.kind === 'HandedOver');
  return list?.officerId === act.officerId;
}

/**
 * Whether the province may refuse an act, so that it leaves the fold. Facts (all other kinds, unknown ones too) stay in
 * register and deadlines whatever the verdict: a printed slip cannot be unprinted. `others` = acts of the same dossier: a
 * `HandoverConfirmed` is a decision only of another's list.
 */
export function isDecision(act: NaturedAct, others: readonly Action[]): boolean {
  if (!decisions.has(act.kind)) return false;
  return act.kind !== 'HandoverConfirmed' || !confirmsOwnList(act, others);
}
