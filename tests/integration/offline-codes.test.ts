import { describe, expect, it } from 'vitest';
import type { Action } from '../../shared/domain/actions/action';
import { formatOfficialCode } from '../../shared/domain/dossier-code';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { findEngines, type TestEngine } from '../support/server-engines';
import { foldFromJournal, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, openClient, type OfficePc } from './kit/office-pc';
import { startProvinceServer, type ProvinceServer, type ServerContent } from './kit/province-server';

const engines = await findEngines();
const DAY = '2026-11-20';
const AGENCY = 'H41.26';

async function openOffice(engine: TestEngine): Promise<{ province: ProvinceServer; pcs: [OfficePc, OfficePc] }> {
  const clock = createOfficeClock();
  const province = await startProvinceServer(engine, clock);
  const set = { serverUrl: province.line.url, wall: clock.now };
  const first = await createOfficePc({ ...set, enrolCode: await province.newCode('quay-1') });
  const second = await createOfficePc({ ...set, enrolCode: await province.newCode('quay-2'), counterNo: 1 });
  for (const pc of [first, second]) {
    await pc.open();
    await pc.exchange();
  }
  return { province, pcs: [first, second] };
}

/** Takes codes for a day of fair or market, more than a counter is given by itself. */
async function holdCodes(pc: OfficePc, url: string, size: number): Promise<void> {
  const answer = await openClient(pc, url).leases({ agencyId: AGENCY, days: [DAY], size });
  if (!answer.ok) throw new Error(`no leases: ${answer.error.kind}`);
  await pc.desk().books.door.appendLeases(answer.value.leases);
}

async function receive(pc: OfficePc, count: number): Promise<readonly Action[]> {
  const done: Action[] = [];
  // As at a counter: singly, with a command of several now and then.
  for (let size = 1; done.length < count; size = (size % 7) + 1) {
    const some = Array.from({ length: Math.min(size, count - done.length) }, () => proposeReception());
    done.push(...(await record(pc.desk().books, ...some)));
  }
  return done;
}

function codeOf(action: Action): { readonly kind: string; readonly value: string } {
  return action.payload['code'] as { kind: string; value: string };
}

/** Every number of every lease: used by one dossier, voided, or still free at the device that holds it. */
function accountFor(content: ServerContent, pcs: readonly OfficePc[]): Record<'used' | 'void' | 'free', number> {
  const seen = new Map(content.codes.map((code) => [code.code, code]));
  const count = { used: 0, void: 0, free: 0 };
  for (const lease of content.leases.filter(({ day }) => day === DAY)) {
    const holder = pcs.find((pc) => pc.desk().deviceId === lease.deviceId);
    const supply = holder?.desk().books.index.codeSupply(AGENCY, DAY);
    for (let number = lease.from; number <= lease.to; number += 1) {
      const code = formatOfficialCode({ agencyId: AGENCY, day: DAY, number });
      const state = seen.get(code)?.state ?? 'free';
      // What the province has not seen the device must not have given either.
      expect(supply?.usedCodes.has(code)).toBe(state !== 'free');
      count[state as keyof typeof count] += 1;
    }
  }
  return count;
}

describe.each(engines)('codes of two counters without a line, province on $name', (engine) => {
  it('never repeat, and every number of the leases is accounted for', async () => {
    const { province, pcs } = await openOffice(engine);
    for (const pc of pcs) await holdCodes(pc, province.line.url, 250);
    for (const pc of pcs) pc.online = false;
    const received = (await Promise.all(pcs.map((pc) => receive(pc, 200)))).flat();
    const codes = received.map((action) => codeOf(action).value);
    expect(new Set(received.map((action) => codeOf(action).kind))).toEqual(new Set(['official']));
    expect(new Set(codes).size).toBe(400);

    for (const pc of pcs) {
      const { unit, counter } = pc.session;
      const day = { type: 'unitDay', unitId: unit.id, day: DAY, counterId: counter.id } as const;
      const { leases } = pc.desk().books.index.codeSupply(AGENCY, DAY);
      const last = Math.max(...leases.filter((lease) => lease.day === DAY).map((lease) => lease.to));
      const code = formatOfficialCode({ agencyId: AGENCY, day: DAY, number: last });
      await record(pc.desk().books, proposePlain(day, 'CodeVoided', { code }));
      pc.online = true;
      expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0, issues: [] });
    }
    for (const pc of pcs) pc.online = false;
    const content = await province.content();
    expect(new Set(content.rows.map((row) => row.receipt.verdict.type))).toEqual(new Set(['accepted']));
    const used = content.codes.filter(({ state }) => state === 'used').map(({ code }) => code);
    expect(used.sort()).toEqual(codes.sort());
    expect(accountFor(content, pcs)).toEqual({ used: 400, void: 2, free: 98 });
  });

  it('continue as temporary numbers when a lease is dry, and the province pairs each of them', async () => {
    const { province, pcs } = await openOffice(engine);
    for (const pc of pcs) pc.online = false;
    // 60 codes are held; the rest of the day goes on without.
    const received = await Promise.all(pcs.map((pc) => receive(pc, 70)));
    for (const acts of received) {
      const kinds = acts.map((action) => codeOf(action).kind);
      expect(kinds).toEqual([...Array<string>(60).fill('official'), ...Array<string>(10).fill('temporary')]);
    }
    const numbers = received.flat().map((action) => codeOf(action).value);
    expect(new Set(numbers).size).toBe(140);

    for (const pc of pcs) {
      pc.online = true;
      expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0, issues: [] });
    }
    for (const pc of pcs) await pc.exchange();
    const official = new Set<string>();
    for (const [index, pc] of pcs.entries()) {
      for (const action of received[index] ?? []) {
        if (action.subject.type !== 'dossier') throw new Error('a dossier was expected');
        const state = await foldFromJournal(pc.desk(), action.subject.id);
        const { kind, value } = codeOf(action);
        expect(state.codes).toContain(value);
        expect(state.temporaryCode).toBe(kind === 'temporary' ? value : null);
        if (state.code === null) throw new Error(`${value} was not paired`);
        official.add(state.code);
        const other = pcs[1 - index]?.desk();
        if (other) expect(await foldFromJournal(other, action.subject.id)).toEqual(state);
      }
    }
    expect(official.size).toBe(140);
    const journal = await readJournal(pcs[0].desk());
    expect(journal.pulled.filter((action) => action.kind === 'OfficialCodeAssigned')).toHaveLength(20);
    for (const pc of pcs) pc.online = false;
    const { codes } = await province.content();
    expect(new Set(codes.map(({ code }) => code))).toEqual(official);
  });
});
