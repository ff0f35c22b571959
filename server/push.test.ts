import { importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      writer.write('OutcomeReturned', dossier),
    ]);
    // The first return was written before the withdrawal, the second with the withdrawal in sight.
    expect(receipts.map(issue)).toEqual([
      ...['accepted', 'accepted', 'acceptedWithIssue:conflict', 'refused:transition', 'acceptedWithIssue:transition'],
    ]);
    expect(receipts.map((receipt) => receipt.pos)).toEqual([1, 2, 3, 4, 5]);
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
});
