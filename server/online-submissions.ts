import { buildUuidV7 } from '../shared/base/ids';
import type { Receipt } from '../shared/domain/verdict';
import type { PayloadOf } from '../shared/domain/actions/action';
import { acceptItem } from './push/accept-item';
import { runUnderUnitLocks } from './push/accept-push';
import { buildServerItem, serverDevice, takeServerSeq } from './push/server-action';
import type { ServerContext } from './server-context';

/** A submission as the portal hands it over. */
export type OnlineSubmission = Omit<PayloadOf<'OnlineSubmissionArrived'>, 'v'>;

/** Enters submissions of the portal as new dossiers of one receiving unit; devices of the unit see them at the next pull. */
export async function takeOnlineSubmissions(
  context: ServerContext,
  unitId: string,
  submissions: readonly OnlineSubmission[],
): Promise<readonly Receipt[]> {
  const device = serverDevice(unitId);
  const outcome = await runUnderUnitLocks(context, {
    device,
    items: [],
    take: (_db, work) => {
      const receipts = submissions.map((submission) => {
        const id = buildUuidV7(context.now(), context.randomBytes(10));
        const act = { subject: { type: 'dossier' as const, id }, kind: 'OnlineSubmissionArrived' as const, base: 0 };
        const item = buildServerItem(context, {
          ...act,
          payload: { v: 1, ...submission },
          seq: takeServerSeq(context, work),
        });
        return acceptItem(context, work, item);
      });
      return Promise.resolve(receipts);
    },
  });
  context.wakeUp.ring(outcome.units);
  return outcome.receipts;
}
