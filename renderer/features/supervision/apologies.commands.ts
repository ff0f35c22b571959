import { err, type Result } from '../../../shared/base/result';
import type { Instant } from '../../../shared/base/time';
import { readDossierStates } from '../../records/dossier-queries';
import { proposeActs, type ActError, type RecordedActs } from '../../records/propose';
import type { BatchAct } from './apology-desk';

export type { RecordedActs } from '../../records/propose';

/** Why nothing of a batch was recorded. `unread`: the dossiers could not be read whole. */
export type BatchError = ActError | { readonly kind: 'unread' };

type ApologyAct = BatchAct<'ApologyIssued'> | BatchAct<'ApologyDelivered'>;

/** As many as one journal record takes without becoming slow to write. */
export const BATCH_LIMIT = 100;

/** Records letters of many dossiers as one command: all of them or none. `happenedAt`: told afterwards. */
export async function recordApologies(
  acts: readonly ApologyAct[],
  happenedAt: Instant | null,
): Promise<Result<RecordedActs, BatchError>> {
  const states = await readDossierStates(acts.map((act) => act.dossierId));
  if (!states.ok) return err({ kind: 'unread' });
  const positions = new Map(states.value.map((state) => [state.dossierId, state.pos]));
  if (acts.length === 0 || acts.some((act) => !positions.has(act.dossierId))) return err({ kind: 'unread' });
  const told = happenedAt === null ? {} : { happenedAt, backEntry: { reason: 'forgotten' as const } };
  return proposeActs(
    acts.map(({ dossierId, kind, payload }) => ({
      subject: { type: 'dossier', id: dossierId } as const,
      base: positions.get(dossierId) ?? 0,
      ...told,
      act: { kind: 'plain', plainKind: kind, payload: { ...payload } } as const,
    })),
  );
}
