import { importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../shared/base/canonical-json';
import type { Action } from '../shared/domain/actions/action';
import type { Receipt, Verdict } from '../shared/domain/verdict';
import { pushAnswerSchema, receiptSigningText } from '../shared/sync/protocol';
import type { ServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON, createServerWriter, type ServerWriter } from '../tests/support/server-writer';

const accepted: Verdict = { type: 'accepted' };

function issue(receipt: Receipt | undefined): string {
  return receipt && receipt.verdict.type !== 'accepted'
    ? `${receipt.verdict.type}:${receipt.verdict.cause}`
    : 'accepted';
}

describe.each(await findEngines())('push on $name', (engine) => {
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

  it('gives each action its own position and a receipt in order', async () => {
    const dossier = writer.newDossier();
    const actions = [
      writer.receive(dossier),
      writer.write('FormPrinted', dossier),
      writer.write('FeeCollected', dossier),
    ];
    const receipts = await push(actions);
    expect(receipts.map((receipt) => receipt.actionId)).toEqual(actions.map((action) => action.id));
    expect(receipts.map((receipt) => receipt.pos)).toEqual([1, 2, 3]);
    expect(receipts.map((receipt) => receipt.verdict)).toEqual([accepted, accepted, accepted]);
    expect(receipts.map((receipt) => receipt.durable)).toEqual([engine.durable, engine.durable, engine.durable]);
  });

  it('signs receipts so that the key of hello verifies them', async () => {
    const [receipt] = await push([writer.receive(writer.newDossier())]);
    const hello = await device.hello();
    const jwk = hello.body.device?.serverKeys[0];
    if (!receipt || !jwk) throw new Error('no receipt or key');
    expect(jwk.keyId).toBe(receipt.keyId);
    const key = await importJWK(jwk.jwk, 'ES256');
    const verify = (text: string): Promise<boolean> =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key as CryptoKey,
        Buffer.from(receipt.signature, 'base64url'),
        Buffer.from(text),
      );
    expect(await verify(receiptSigningText(receipt))).toBe(true);
    expect(await verify(receiptSigningText({ ...receipt, durable: !receipt.durable }))).toBe(false);
  });

  it('answers the same stored receipts when the same actions come again', async () => {
    const dossier = writer.newDossier();
    const actions = [writer.receive(dossier), writer.write('FormPrinted', dossier)];
    const first = await push(actions);
    expect(await push(actions)).toEqual(first);
    expect(await push([...actions].reverse())).toEqual([...first].reverse());
    const [twice, again] = await push([actions[0], actions[0]]);
    expect([twice, again]).toEqual([first[0], first[0]]);
  });

  it('keeps facts with an issue and refuses decisions when a rule says no', async () => {
    const dossier = writer.newDossier();
    const returned = writer.write('OutcomeReturned', dossier);
    const receipts = await push([
      writer.receive(dossier),
      writer.write('Withdrawn', dossier),
      returned,
      writer.write('DetailsCorrected', dossier),
    ]);
    expect(receipts.map(issue)).toEqual(['accepted', 'accepted', 'acceptedWithIssue:transition', 'refused:transition']);
    expect(receipts.map((receipt) => receipt.pos)).toEqual([1, 2, 3, 4]);
  });

  it('accepts a reception of an unknown procedure with an issue', async () => {
    const [receipt] = await push([writer.receive(writer.newDossier(), { procedureCode: '9.999999' })]);
    expect(issue(receipt)).toBe('acceptedWithIssue:unknownProcedure');
  });

  it('raises an issue when a code is used twice or is of no lease of the device', async () => {
    const first = writer.receive(writer.newDossier());
    const code = (first.payload as { code?: unknown }).code as { kind: 'official'; value: string; leaseId: string };
    const receipts = await push([
      first,
      writer.receive(writer.newDossier(), { code }),
      writer.receive(writer.newDossier(), {
        code: { kind: 'official', value: 'H41.26-261120-5000', leaseId: code.leaseId },
      }),
      writer.receive(writer.newDossier(), {
        code: { kind: 'official', value: 'H41.26-261120-5001', leaseId: 'made-up' },
      }),
    ]);
    expect(receipts.map(issue)).toEqual([
      'accepted',
      'acceptedWithIssue:duplicateCode',
      'acceptedWithIssue:codeOutsideLease',
      'acceptedWithIssue:codeOutsideLease',
    ]);
  });

  it('keeps acts that came before their reception and places them', async () => {
    const dossier = writer.newDossier();
    const receipts = await push([writer.write('OutcomeReturned', dossier), writer.write('DetailsCorrected', dossier)]);
    expect(receipts.map(issue)).toEqual(['accepted', 'accepted']);
    const [reception] = await push([writer.receive(dossier)]);
    expect([issue(reception), reception?.pos]).toEqual(['accepted', 3]);
  });

  it('keeps both of two corrections of one field that had not seen each other', async () => {
    const other = await place.addDevice({ counterId: 'quay-2' });
    const otherWriter = await createServerWriter(other, { seed: 77, size: 1 });
    const dossier = writer.newDossier();
    await push([writer.receive(dossier), writer.write('DetailsCorrected', dossier, { parts: { base: 1 } })]);
    const second = otherWriter.write('DetailsCorrected', dossier, { parts: { base: 1 } });
    const answer = await other.push([second]);
    expect(answer.body.receipts.map(issue)).toEqual(['acceptedWithIssue:conflict']);
  });

  it('doubts dates when the device clock is ahead of the server', async () => {
    const dossier = writer.newDossier();
    const at = AFTERNOON + 3_600_000;
    const late = writer.write('FormPrinted', dossier, { parts: { at, happenedAt: at } });
    const receipts = await push([writer.receive(dossier), late]);
    expect(receipts.map(issue)).toEqual(['accepted', 'acceptedWithIssue:dateDoubt']);
  });

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

  it('judges the acts of a unit day', async () => {
    const day = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } as const;
    const receipts = await push([
      writer.write('ShiftOpened', day),
      writer.write('ShiftOpened', day),
      writer.write('RegisterClosed', day),
    ]);
    expect(receipts.map(issue)).toEqual(['accepted', 'acceptedWithIssue:transition', 'accepted']);
    expect(receipts.map((receipt) => receipt.pos)).toEqual([1, 2, 3]);
  });

  it('pairs an official code of its own block with a temporary number', async () => {
    const dossier = writer.newDossier();
    const temporary = `TAM-${device.deviceId()}-261120-001`;
    const reception = writer.receive(dossier, { code: { kind: 'temporary', value: temporary, reason: 'noLease' } });
    const [receipt] = await push([reception]);
    expect(issue(receipt)).toBe('accepted');
    await push([reception]);
    const feed = await device.pull(null, 500);
    const own = feed.body.items.filter((item) => item.receipt.subjectKey === receipt?.subjectKey);
    expect(own.map((item) => [item.action.kind, item.action.deviceId, item.receipt.pos])).toEqual([
      ['DossierReceived', device.deviceId(), 1],
      ['OfficialCodeAssigned', 'server', 2],
    ]);
    expect(own[1]?.action.payload).toEqual({ v: 1, code: 'H41.26-261120-900001', replaces: temporary });
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
