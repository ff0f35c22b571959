import { err, type Result } from '../../../shared/base/result';
import type { PayloadOf } from '../../../shared/domain/actions/action';
import type { ApprovalRow } from '../../../shared/domain/approval-list';
import { readDossierStates } from '../../records/dossier-queries';
import { proposeActs, type RecordedActs } from '../../records/propose';
import type { BatchError } from './apologies.commands';

/** A leader's word on acts. `note` is needed to return one. */
export type LeaderWord = Pick<PayloadOf<'ApprovalDecided'>, 'decision'> & { readonly note: string };

/** Records the word on every act chosen, as one command. */
export async function decideApprovals(
  rows: readonly ApprovalRow[],
  word: LeaderWord,
): Promise<Result<RecordedActs, BatchError>> {
  const ids = [...new Set(rows.map((row) => row.dossierId))];
  const states = await readDossierStates(ids);
  if (!states.ok || states.value.length < ids.length || rows.length === 0) return err({ kind: 'unread' });
  const positions = new Map(states.value.map((state) => [state.dossierId, state.pos]));
  const note = word.note.trim();
  return proposeActs(
    rows.map(({ dossierId, actId }) => ({
      subject: { type: 'dossier', id: dossierId } as const,
      base: positions.get(dossierId) ?? 0,
      act: {
        kind: 'plain',
        plainKind: 'ApprovalDecided',
        payload: { v: 1, actId, decision: word.decision, ...(note === '' ? {} : { note }) },
      } as const,
    })),
  );
}
