import { onTestFinished } from 'vitest';
import { createAnswerCall, type AnswerCall, type Frame } from '../../../electron/ipc/answer-call';
import { createRecordsHandlers } from '../../../electron/ipc/handlers/records';
import { createReferenceHandlers } from '../../../electron/ipc/handlers/reference';
import { createSyncHandlers } from '../../../electron/ipc/handlers/sync';
import { closeRecords, openRecords, type OpenedRecords } from '../../../renderer/records/open-records';
import type { StorePlace } from '../../../renderer/records/open-stores';
import { channelName, channelNames } from '../../../shared/ipc/channels';
import type { DesktopBridge, Handlers } from '../../../shared/ipc/contract';
import { hostProjection, testKeys } from '../../support/open-store';
import type { OfficePc } from './office-pc';

const ORIGIN = 'app://bundle';

/** Main's answers with the real handlers of records, reference and line; the other areas are not part of these tests. */
function buildHandlers(pc: OfficePc): Handlers {
  const unplayed = Object.entries(channelNames).map(([area, methods]) => [
    area,
    Object.fromEntries(methods.map((method) => [method, () => Promise.reject(new Error(`${area}.${method}`))])),
  ]);
  return {
    ...(Object.fromEntries(unplayed) as Handlers),
    records: createRecordsHandlers({ desk: pc.desk, room: () => Promise.resolve('enough') }),
    reference: createReferenceHandlers({ reference: pc.reference }),
    sync: createSyncHandlers({ sync: () => pc.desk().sync }),
  };
}

/** What the page sees of a PC: the same checks as in the app, and copies as the wire between processes makes them. */
export function openBridge(pc: OfficePc): DesktopBridge {
  const frame: Frame = { origin: ORIGIN };
  let monotonic = 0;
  const answer: AnswerCall = createAnswerCall({
    handlers: buildHandlers(pc),
    mainFrame: () => frame,
    ownOrigin: ORIGIN,
    isUnlocked: () => true,
    monotonic: () => (monotonic += 1_000),
    log: () => undefined,
    newRef: () => 'ABCD',
  });
  const call = (name: string) => async (input: unknown) =>
    structuredClone(await answer(frame, name, structuredClone(input)));
  const areas = Object.entries(channelNames).map(([area, methods]) => [
    area,
    Object.fromEntries(methods.map((method) => [method, call(channelName(area, method))])),
  ]);
  return { ...Object.fromEntries(areas), on: () => () => undefined } as DesktopBridge;
}

/** Unlocks the page of a PC on databases of its own and waits until they hold the whole journal. */
export async function openPage(pc: OfficePc, place: StorePlace): Promise<OpenedRecords> {
  const opened = await openRecords({
    ...{ desktop: openBridge(pc), keys: await testKeys(), place, startProjection: hostProjection },
    wait: () => Promise.resolve(),
  });
  if (!opened.ok) throw new Error(`the store did not open: ${JSON.stringify(opened.error)}`);
  onTestFinished(closeRecords);
  const caughtUp = await opened.value.caughtUp;
  if (!caughtUp.ok) throw new Error(`the store did not follow: ${JSON.stringify(caughtUp.error)}`);
  return opened.value;
}
