import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../shared/domain/verdict';
import { pushAnswerSchema } from '../shared/sync/protocol';
import type { ServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON, createServerWriter, type ServerWriter } from '../tests/support/server-writer';

function issue({ verdict }: Receipt): string {
  return verdict.type === 'accepted' ? 'accepted' : `${verdict.type}:${verdict.cause}`;
}

describe.each(await findEngines())('a cancelled collection on $name', (engine) => {
  let place: TestServer;
  let device: ServerDevice;
  let writer: ServerWriter;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => AFTERNOON });
    device = await place.addDevice();
    writer = await createServerWriter(device, { seed: 21, size: 20 });
  }, 60_000);
  afterAll(() => place.close());

  const push = async (actions: readonly unknown[]): Promise<readonly Receipt[]> =>
    pushAnswerSchema.parse((await device.push(actions)).body).receipts;

  it('is refused when the counter had handed in its cash, unless somebody approved on the spot', async () => {
    const day = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } as const;
    const collect = async () => {
      const dossier = writer.newDossier();
      const collected = writer.write('FeeCollected', dossier);
      await push([writer.receive(dossier), collected]);
      return (payload: object = {}) =>
        writer.write('FeeCancelled', dossier, { payload: { collectionId: collected.id, ...payload } });
    };
    const [cancelOne, cancelOther] = [await collect(), await collect()];
    const early = cancelOther();
    const receipts = await push([writer.write('CashHandedIn', day), cancelOne()]);
    expect(receipts.map(issue)).toEqual(['accepted', 'refused:transition']);
    // What happened before the hand-in is not judged by it, however late it comes.
    expect((await push([early])).map(issue)).toEqual(['accepted']);
    const approval = { kind: 'immediate', approverId: 'lanh-dao' };
    expect((await push([cancelOne({ approval })])).map(issue)).toEqual(['accepted']);
  });

  it('is accepted when another counter handed in its cash', async () => {
    const other = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-2' } as const;
    const stranger = await place.addDevice({ counterId: 'quay-2' });
    const writing = await createServerWriter(stranger, { seed: 22, size: 5 });
    const dossier = writer.newDossier();
    const collected = writer.write('FeeCollected', dossier);
    await push([writer.receive(dossier), collected]);
    const at = (minutes: number) => {
      const instant = collected.happenedAt + minutes * 60_000;
      return { parts: { at: instant, happenedAt: instant } };
    };
    const handIn = writing.write('CashHandedIn', other, at(1));
    expect((await stranger.push([handIn])).body.receipts.map(issue)).toEqual(['accepted']);
    const payload = { collectionId: collected.id };
    expect((await push([writer.write('FeeCancelled', dossier, { ...at(2), payload })])).map(issue)).toEqual([
      'accepted',
    ]);
  });
});
