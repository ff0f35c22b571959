import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../shared/base/result';
import type { CodeLeaseReturn } from '../../shared/domain/code-lease';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { LeaseRequest } from '../../shared/sync/protocol';
import { MORNING } from '../../tests/support/builders';
import { keepLeases, type LeasePorts } from './lease-keeper';

/** A counter with enough codes ahead, whose past days left these ranges over. */
function createPorts(unused: readonly CodeLeaseReturn[], changes: Partial<LeasePorts> = {}) {
  const asked: LeaseRequest[] = [];
  const kept: CodeLeaseReturn[][] = [];
  const wanted: string[] = [];
  const ports: LeasePorts = {
    client: {
      leases: (request) => {
        asked.push(request);
        return Promise.resolve(ok({ leases: [] }));
      },
    },
    agencies: () => ['H41.26'],
    codesLeft: () => 60,
    knownLeaseIds: () => new Set(),
    appendLeases: () => Promise.resolve(ok(null)),
    unusedRanges: (agencyId, day) => {
      wanted.push(`${agencyId} ${day}`);
      return unused;
    },
    appendReturns: (returned) => {
      kept.push([...returned]);
      return Promise.resolve(ok(null));
    },
    isClockSure: () => true,
    now: () => MORNING,
    ...changes,
  };
  return { ports, asked, kept, wanted };
}

describe('keepLeases around a merger', () => {
  it('asks for the successor’s codes from its first day on, and gives back what the old agency left over', async () => {
    const agencies = (day: string) => [day < '2026-11-22' ? 'H41.26' : 'H41.32'];
    const ahead = createPorts([], { agencies, codesLeft: () => 0 });
    await keepLeases(ahead.ports);
    expect(ahead.asked.map(({ agencyId, days }) => [agencyId, days])).toEqual([
      ['H41.26', ['2026-11-20', '2026-11-21']],
      ['H41.32', ['2026-11-22', '2026-11-23', '2026-11-24']],
    ]);
    const behind = createPorts(left, { agencies, now: () => MORNING + 3 * 86_400_000 });
    await keepLeases(behind.ports);
    expect(behind.wanted).toEqual(['H41.32 2026-11-23', 'H41.26 2026-11-23']);
  });
});

const left = [{ leaseId: 'l1', from: 3, to: 9 }];

describe('keepLeases', () => {
  it('tells the province what past days left over, then writes it down', async () => {
    const { ports, asked, kept, wanted } = createPorts(left);
    expect(await keepLeases(ports)).toEqual(ok(0));
    expect(asked).toEqual([{ agencyId: 'H41.26', days: [], size: 1, returned: left }]);
    expect(kept).toEqual([left]);
    expect(wanted).toEqual(['H41.26 2026-11-20']);
  });

  it('gives nothing back while the clock is in doubt, or when nothing is left over', async () => {
    for (const { ports, asked, kept } of [createPorts(left, { isClockSure: () => false }), createPorts([])]) {
      expect(await keepLeases(ports)).toEqual(ok(0));
      expect([asked, kept]).toEqual([[], []]);
    }
  });

  it('writes nothing down that the province did not hear', async () => {
    const offline: Result<never, SyncFailure> = err({ kind: 'network' });
    const { ports, kept } = createPorts(left, { client: { leases: () => Promise.resolve(offline) } });
    expect(await keepLeases(ports)).toEqual(offline);
    expect(kept).toEqual([]);
  });

  it('goes in parts when much is left over', async () => {
    const many = Array.from({ length: 201 }, (_, no) => ({ leaseId: `l${String(no)}`, from: 1, to: 1 }));
    const { ports, asked } = createPorts(many);
    await keepLeases(ports);
    expect(asked.map((request) => request.returned?.length)).toEqual([200, 1]);
  });
});
