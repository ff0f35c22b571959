import { err, ok, type Result } from '../../shared/base/result';
import type { Action } from '../../shared/domain/actions/action';
import type { Proposal } from '../../shared/domain/proposal';
import type { IpcError, ProposeError } from '../../shared/ipc/messages';
import type { StateMap } from './apply-dossiers';
import { findRecords, findSessionDesktop, reportStoreFailure } from './open-records';
import { useRecordsStatus, type RecordsPhase } from './records-status.store';

/** Why an act was not proposed at all: what the screen showed may lack acts of the journal. */
export interface RecordsNotCurrent {
  readonly kind: 'recordsNotCurrent';
  readonly phase: RecordsPhase;
}

/** Why nothing was recorded. */
export type ActError = ProposeError | IpcError | RecordsNotCurrent;

/** A recorded command. */
export interface RecordedActs {
  readonly line: number;
  readonly actions: readonly Action[];
  /** State after the command of every dossier it touched; empty when the store could not be read. */
  readonly states: StateMap;
  /** False: safely in the journal, but the lists do not show it yet. */
  readonly shown: boolean;
}

/** A new dossier needs nothing the store may lack; any other act must have seen everything of its subject. */
function isReception({ act }: Proposal): boolean {
  return act.kind === 'DossierReceived';
}

function mayPropose(phase: RecordsPhase, proposals: readonly Proposal[]): boolean {
  if (phase === 'ready') return true;
  return (phase === 'applying' || phase === 'behind') && proposals.every(isReception);
}

/**
 * Records acts: all of them or none. The answer of main is the commit; the acts are in the store when this resolves, so
 * the screen shows them. A store that fails after the commit loses nothing and is reopened.
 */
export async function proposeActs(proposals: readonly Proposal[]): Promise<Result<RecordedActs, ActError>> {
  const { phase } = useRecordsStatus.getState();
  const desktop = findSessionDesktop();
  if (desktop === undefined || !mayPropose(phase, proposals)) return err({ kind: 'recordsNotCurrent', phase });
  const answer = await desktop.records.propose({ proposals: [...proposals] });
  if (!answer.ok) return answer;
  const { line, actions } = answer.value;
  const applied = await findRecords()?.applier.applyOwn(line, actions);
  if (applied?.ok === true) return ok({ line, actions, states: applied.value, shown: true });
  if (applied !== undefined) reportStoreFailure(applied.error);
  return ok({ line, actions, states: new Map(), shown: false });
}
