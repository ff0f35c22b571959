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

/**
 * Whether the province may refuse an act of this kind, so that it leaves the fold. Facts (all other kinds, unknown ones
 * too) stay in register and deadlines whatever the verdict: a printed slip cannot be unprinted.
 */
export function isDecision(kind: string): boolean {
  return decisions.has(kind);
}
