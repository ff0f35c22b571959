import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checkpoint } from '../shared/domain/journal-entry';
import type { ServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON, createServerWriter } from '../tests/support/server-writer';

const ROUNDS = 12;
const BATCH = 5;

/** Reads a feed to its end again and again until `isOver` says that nothing more will come. */
async function followFeed(device: ServerDevice, isOver: () => boolean): Promise<{ ids: string[]; numbers: number[] }> {
  const ids: string[] = [];
  const numbers: number[] = [];
  let since: Checkpoint | null = null;
  for (;;) {
    const over = isOver();
    const answer = await device.pull(since, 7);
    expect(answer.status).toBe(200);
    ids.push(...answer.body.items.map((item) => item.action.id));
    since = answer.body.checkpoint;
    numbers.push(since.n);
    if (over && !answer.body.more) return { ids, numbers };
  }
}

describe.each(await findEngines())('feed on $name', (engine) => {
  let place: TestServer;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => AFTERNOON });
  }, 60_000);
  afterAll(() => place.close());

  it('misses nothing when two devices push while a third pulls', { timeout: 60_000 }, async () => {
    const [one, two, reader] = await Promise.all([place.addDevice(), place.addDevice(), place.addDevice()]);
    const start = (await reader.pull(null, 1)).body.checkpoint.n;
    expect(start).toBe(0);
    const pushed: string[] = [];
    let open = 2;
    const pushAll = async (device: ServerDevice, seed: number): Promise<void> => {
      const writer = await createServerWriter(device, { seed, size: ROUNDS * BATCH });
      for (let round = 0; round < ROUNDS; round += 1) {
        const actions = Array.from({ length: BATCH }, () => writer.receive(writer.newDossier()));
        const answer = await device.push(actions);
        expect(answer.body.receipts).toHaveLength(BATCH);
        pushed.push(...actions.map((action) => action.id));
      }
      open -= 1;
    };
    const [followed] = await Promise.all([followFeed(reader, () => open === 0), pushAll(one, 21), pushAll(two, 22)]);
    expect(followed.ids).toHaveLength(2 * ROUNDS * BATCH);
    expect([...followed.ids].sort()).toEqual([...pushed].sort());
  });

  it('gives gapless positions when two devices act on one dossier at once', async () => {
    const [one, two] = await Promise.all([place.addDevice(), place.addDevice()]);
    const first = await createServerWriter(one, { seed: 31, size: 1 });
    const second = await createServerWriter(two, { seed: 32, size: 1 });
    const dossier = first.newDossier();
    await one.push([first.receive(dossier)]);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => [
        one.push([first.write('FormPrinted', dossier)]),
        two.push([second.write('FormPrinted', dossier)]),
      ]).flat(),
    );
    const positions = answers.flatMap((answer) => answer.body.receipts.map((receipt) => receipt.pos ?? 0));
    expect(positions.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('takes one push sent twice at the same time once', async () => {
    const device = await place.addDevice();
    const writer = await createServerWriter(device, { seed: 41, size: 3 });
    const actions = Array.from({ length: 3 }, () => writer.receive(writer.newDossier()));
    const answers = await Promise.all([device.push(actions), device.push(actions), device.push(actions)]);
    for (const answer of answers) expect(answer.body).toEqual(answers[0].body);
  });

  it('honours the limit exactly and starts again at another epoch', async () => {
    const device = await place.addDevice();
    const writer = await createServerWriter(device, { seed: 51, size: 10 });
    await device.push(Array.from({ length: 10 }, () => writer.receive(writer.newDossier())));
    const all = await device.pull(null, 500);
    const page = await device.pull(null, 4);
    expect([page.body.items.length, page.body.checkpoint.n, page.body.more]).toEqual([4, 4, true]);
    const { serverEpoch } = page.body.checkpoint;
    const next = await device.pull({ serverEpoch, n: 4 }, all.body.items.length - 4);
    expect([next.body.items.length, next.body.more]).toEqual([all.body.items.length - 4, false]);
    const ended = await device.pull(all.body.checkpoint, 4);
    expect([ended.body.items, ended.body.checkpoint, ended.body.more]).toEqual([[], all.body.checkpoint, false]);
    expect((await device.pull({ serverEpoch: 'earlier', n: 9 }, 4)).body).toEqual(page.body);
    expect((await device.pull({ serverEpoch, n: 1_000_000 }, 4)).body).toEqual(page.body);
  });

  it('shows a unit its own dossiers only, and the whole history once it was handed one', async () => {
    const commune = await place.addDevice();
    const post = await place.addDevice({ unitId: 'H41.26.1', counterId: 'buu-dien-1', receivesFor: [] });
    const writer = await createServerWriter(commune, { seed: 61, size: 2 });
    const kept = writer.newDossier();
    const handed = writer.newDossier();
    await commune.push([writer.receive(kept), writer.receive(handed), writer.write('FormPrinted', handed)]);
    expect((await post.pull(null, 10)).body.items).toEqual([]);
    await commune.push([
      writer.write('HandedOver', handed, { payload: { to: 'H41.26.1' } }),
      writer.write('FormPrinted', handed),
    ]);
    const seen = (await post.pull(null, 10)).body.items;
    expect(seen.map((item) => [item.action.kind, item.receipt.pos])).toEqual([
      ['DossierReceived', 1],
      ['FormPrinted', 2],
      ['HandedOver', 3],
      ['FormPrinted', 4],
    ]);
  });

  it('tells a device the highest sequence it knows of each incarnation', async () => {
    const device = await place.addDevice();
    const writer = await createServerWriter(device, { seed: 71, size: 5 });
    const dossier = writer.newDossier();
    await device.push([
      writer.receive(dossier),
      writer.write('FormPrinted', dossier),
      writer.write('OfficialCodeAssigned', dossier),
      writer.write('FormPrinted', dossier, { parts: { incarnation: 'second', seq: 1 } }),
    ]);
    const known = (await device.hello()).body.device?.incarnations ?? [];
    expect([...known].sort((a, b) => a.highestSeq - b.highestSeq)).toEqual([
      { incarnation: 'second', highestSeq: 1 },
      { incarnation: 'run-71', highestSeq: 3 },
    ]);
  });
});
