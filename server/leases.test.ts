import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeLease } from '../shared/domain/code-lease';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON, CODE_DAY, createServerWriter } from '../tests/support/server-writer';

function numbersOf(leases: readonly CodeLease[]): number[] {
  return leases.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

describe.each(await findEngines())('leases on $name', (engine) => {
  let place: TestServer;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => AFTERNOON });
  }, 60_000);
  afterAll(() => place.close());

  const request = (days: string[], size: number) => ({ agencyId: 'H41.26', days, size });

  it('never gives a number twice when many devices ask at once', async () => {
    const devices = await Promise.all(Array.from({ length: 6 }, () => place.addDevice()));
    const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
    const orders = [days, [...days].reverse(), [...days]];
    const answers = await Promise.all(
      devices.flatMap((device, index) => orders.map((order) => device.leases(request(order, 10 + index)))),
    );
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    const unique = new Map(answers.flatMap((answer) => answer.body.leases).map((lease) => [lease.leaseId, lease]));
    for (const day of days) {
      const numbers = numbersOf([...unique.values()].filter((lease) => lease.day === day));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers.length).toBe(10 + 11 + 12 + 13 + 14 + 15);
    }
  });

  it('answers the same leases when asked again without use in between', async () => {
    const device = await place.addDevice();
    const first = await device.leases(request(['2026-11-26'], 40));
    expect(numbersOf(first.body.leases)).toHaveLength(40);
    expect((await device.leases(request(['2026-11-26'], 40))).body).toEqual(first.body);
    expect((await device.leases(request(['2026-11-26', '2026-11-26'], 20))).body).toEqual(first.body);
  });

  it("counts what was given back as nobody's: more is granted, and never the same numbers", async () => {
    const device = await place.addDevice();
    const day = '2026-12-07';
    const [lease] = (await device.leases(request([day], 10))).body.leases;
    if (!lease) throw new Error('no lease');
    const returned = [{ leaseId: lease.leaseId, from: lease.from + 2, to: lease.from + 5 }];
    const told = { ...request([], 1), returned };
    expect((await device.leases(told)).status).toBe(200);
    expect((await device.leases(told)).body).toEqual({ leases: [] });
    const after = numbersOf((await device.leases(request([day], 10))).body.leases);
    expect(after).toHaveLength(14);
    expect(new Set(after).size).toBe(14);
  });

  it('takes nothing back for a lease of another device, agency or range', async () => {
    const [device, other] = [await place.addDevice(), await place.addDevice()];
    const day = '2026-12-08';
    const [lease] = (await device.leases(request([day], 10))).body.leases;
    if (!lease) throw new Error('no lease');
    const { leaseId, from, to } = lease;
    await other.leases({ ...request([], 1), returned: [{ leaseId, from, to }] });
    const outside = [
      { leaseId, from, to: to + 1 },
      { leaseId, from: to, to: from },
      { leaseId: 'unknown', from: 1, to: 1 },
    ];
    expect((await device.leases({ ...request([], 1), returned: outside })).status).toBe(200);
    expect((await device.leases(request([day], 10))).body.leases).toEqual([lease]);
  });

  it('tops up what is on the slips of a paper kit', async () => {
    const device = await place.addDevice();
    const writer = await createServerWriter(device, { seed: 4, size: 10 });
    const held = (await device.leases(request([CODE_DAY], 10))).body.leases;
    const codes = numbersOf(held)
      .slice(0, 3)
      .map((number) => `H41.26-261120-${String(number).padStart(4, '0')}`);
    const day = { type: 'unitDay', unitId: 'H41.26', day: CODE_DAY, counterId: 'quay-1' } as const;
    const kit = { payload: { codes, slipNumbers: ['Q1/2026/1', 'Q1/2026/2', 'Q1/2026/3'] } };
    const pushed = await device.push([writer.write('PaperKitIssued', day, kit)]);
    expect(pushed.body.receipts.map((receipt) => receipt.verdict.type)).toEqual(['accepted']);
    const after = (await device.leases(request([CODE_DAY], 10))).body.leases;
    expect(numbersOf(after)).toHaveLength(13);
    const used = writer.receive(writer.newDossier());
    const usedTwice = await device.push([used]);
    expect(usedTwice.body.receipts.map((receipt) => receipt.verdict.type)).toEqual(['accepted']);
    expect(numbersOf((await device.leases(request([CODE_DAY], 10))).body.leases)).toHaveLength(13);
  });

  it('tops up what was used or voided', async () => {
    const device = await place.addDevice();
    const writer = await createServerWriter(device, { seed: 1, size: 10 });
    const held = await device.leases(request([CODE_DAY], 10));
    const from = held.body.leases[0]?.from ?? 0;
    const voided = `H41.26-261120-${String(from + 5).padStart(4, '0')}`;
    const day = { type: 'unitDay', unitId: 'H41.26', day: CODE_DAY, counterId: 'quay-1' } as const;
    await device.push([
      writer.receive(writer.newDossier()),
      writer.receive(writer.newDossier()),
      writer.write('CodeVoided', day, { payload: { code: voided } }),
    ]);
    const after = await device.leases(request([CODE_DAY], 10));
    expect(numbersOf(after.body.leases)).toHaveLength(13);
    expect(after.body.leases[0]).toEqual(held.body.leases[0]);
  });

  it('takes back what a device says it holds, grants around it, and never to two', async () => {
    const [one, two] = [await place.addDevice(), await place.addDevice()];
    const day = '2026-11-27';
    const claim = (leaseId: string, from: number, to: number): CodeLease => ({
      ...{ leaseId, agencyId: 'H41.26', day, from, to },
    });
    const tell = (device: typeof one, held: CodeLease[]) =>
      device.leases({ agencyId: 'H41.26', days: [], size: 1, held });
    expect(await tell(one, [claim('kept-1', 11, 30)])).toEqual({ status: 200, body: { leases: [] } });
    // Again, overlapping, upside down, and the server's own block.
    await tell(two, [claim('kept-1', 11, 30), claim('kept-2', 25, 40), claim('kept-3', 50, 45)]);
    await tell(two, [claim('kept-4', 900_000, 900_010), claim('kept-5', 40_000, 46_000)]);
    expect(numbersOf((await two.leases(request([day], 15))).body.leases)).toEqual(
      Array.from({ length: 15 }, (_, index) => 31 + index),
    );
    expect(numbersOf((await one.leases(request([day], 20))).body.leases)).toEqual(
      Array.from({ length: 20 }, (_, index) => 11 + index),
    );
  });

  it('refuses a foreign agency and days out of reach', async () => {
    const device = await place.addDevice();
    const foreign = await device.leases({ agencyId: 'H41.26.1', days: [CODE_DAY], size: 1 });
    expect([foreign.status, foreign.body]).toEqual([403, { error: 'foreignUnit' }]);
    for (const day of ['2027-11-20', '2026-10-01', '2026-02-31']) {
      const answer = await device.leases(request([day], 1));
      expect([day, answer.status, answer.body]).toEqual([day, 400, { error: 'dayOutOfReach' }]);
    }
  });

  it('lets a postal counter take codes of the commune it receives for', async () => {
    const post = await place.addDevice({
      ...{ unitId: 'H41.26.1', counterId: 'buu-dien-1', receivesFor: ['H41.26'], roles: ['postalOfficer'] },
    });
    expect((await post.leases(request([CODE_DAY], 5))).status).toBe(200);
  });
});
