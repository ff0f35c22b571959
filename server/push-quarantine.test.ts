import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../shared/base/canonical-json';
import type { Action } from '../shared/domain/actions/action';
import type { Receipt } from '../shared/domain/verdict';
import { pushAnswerSchema } from '../shared/sync/protocol';
import type { ServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON, createServerWriter, type ServerWriter } from '../tests/support/server-writer';

function issue(receipt: Receipt | undefined): string {
  return receipt && receipt.verdict.type !== 'accepted'
    ? `${receipt.verdict.type}:${receipt.verdict.cause}`
    : 'accepted';
}

describe.each(await findEngines())('push of bad items on $name', (engine) => {
  let place: TestServer;
  let device: ServerDevice;
  let writer: ServerWriter;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => AFTERNOON });
    device = await place.addDevice();
    writer = await createServerWriter(device, { seed: 1, size: 300 });
  }, 60_000);
  afterAll(() => place.close());

  const push = async (actions: readonly unknown[]): Promise<readonly Receipt[]> => {
    const answer = await device.push(actions);
    expect(answer.status).toBe(200);
    return pushAnswerSchema.parse(answer.body).receipts;
  };

  it('keeps a kind of a newer version whole', async () => {
    const dossier = writer.newDossier();
    const known = writer.write('FormPrinted', dossier);
    const newer = { ...known, kind: 'HologramShown', payload: { v: 4, depth: { x: 1 } } };
    const [, receipt] = await push([writer.receive(dossier), newer]);
    expect([receipt?.pos, issue(receipt)]).toEqual([2, 'acceptedWithIssue:unknownKind']);
    const feed = await device.pull(null, 500);
    const pulled = feed.body.items.find((item) => item.action.id === known.id);
    expect(canonicalJson(pulled?.action)).toBe(canonicalJson(newer));
  });

  it('puts bad items aside one by one and takes the others', async () => {
    const dossier = writer.newDossier();
    const good = writer.receive(dossier);
    const base = writer.write('FormPrinted', dossier);
    const bad: readonly unknown[] = [
      null,
      'action',
      { ...base, id: 'no-uuid' },
      { ...base, deviceId: 'another' },
      { ...base, payload: { v: 1, form: 'receipt' } },
      { ...base, at: 8_640_000_000_000_000, happenedAt: 8_640_000_000_000_000 },
      { ...base, incarnation: 'nul\u0000' },
      { ...base, surplus: true },
      JSON.parse(`{"__proto__": {"admin": true}, "id": "${base.id}"}`),
      { ...base, payload: JSON.parse('{"v": 1, "__proto__": {"admin": true}}') as unknown },
      { ...base, subject: { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } },
      JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`),
      writer.write('OfficialCodeAssigned', dossier),
    ];
    const receipts = await push([...bad, good]);
    const words = receipts.map(issue);
    expect(words.slice(0, -2)).toEqual(bad.slice(0, -1).map(() => 'quarantined:malformed'));
    expect(words.slice(-2)).toEqual(['quarantined:permission', 'accepted']);
    expect(receipts.slice(0, -1).every((receipt) => receipt.pos === null)).toBe(true);
    expect(await push([...bad, good])).toEqual(receipts);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('puts a forged repeat aside when an id or sequence number comes with other content', async () => {
    const dossier = writer.newDossier();
    const first = writer.receive(dossier);
    const [receipt] = await push([first]);
    const changed: Action = { ...first, officerId: 'somebody-else' };
    const reused = writer.write('FormPrinted', dossier, { parts: { seq: first.seq } });
    expect((await push([changed, reused])).map(issue)).toEqual(['quarantined:conflict', 'quarantined:conflict']);
    expect(await push([first])).toEqual([receipt]);
  });

  it('puts acts of a foreign unit aside', async () => {
    const stranger = await place.addDevice({ unitId: 'H41.26.1', counterId: 'buu-dien-1', receivesFor: [] });
    const strange = await createServerWriter(stranger, { seed: 5, agencyId: 'H41.26.1' });
    const dossier = writer.newDossier();
    await push([writer.receive(dossier)]);
    const answer = await stranger.push([
      strange.write('OutcomeReturned', dossier),
      strange.receive(strange.newDossier(), { receivingUnitId: 'H41.26' }),
      strange.write('ShiftOpened', { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' }),
    ]);
    expect(answer.body.receipts.map(issue)).toEqual(Array.from({ length: 3 }, () => 'quarantined:foreignUnit'));
  });

  it('lets a revoked device push into quarantine only', async () => {
    const lost = await place.addDevice();
    const lostWriter = await createServerWriter(lost, { seed: 9, size: 5 });
    const before = lostWriter.receive(lostWriter.newDossier());
    const kept = await lost.push([before]);
    await place.server.revokeDevice(lost.deviceId());
    const after = await lost.push([before, lostWriter.receive(lostWriter.newDossier())]);
    expect(after.body.receipts[0]).toEqual(kept.body.receipts[0]);
    expect(issue(after.body.receipts[1])).toBe('quarantined:deviceRevoked');
    expect((await lost.pull(null, 10)).status).toBe(403);
    expect((await lost.leases({ agencyId: 'H41.26', days: ['2026-11-20'], size: 1 })).status).toBe(403);
    expect((await lost.hello()).body.device?.revoked).toBe(true);
  });
});
