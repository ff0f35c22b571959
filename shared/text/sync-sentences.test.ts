import { describe, expect, it } from 'vitest';
import type { SyncFailure, SyncStatus } from '../ipc/messages';
import { sayVi } from './message';
import { describeAge, describeCodesLeft, describeStatusBar, listAbnormal } from './sync-sentences';

const normal: SyncStatus = {
  line: 'up',
  activity: 'idle',
  failure: null,
  saved: 43,
  accepted: 40,
  waiting: 3,
  queue: [],
  issues: [],
  lastContactAt: 1_800_000_000_000,
  lastReceiptAt: 1_800_000_000_000,
  serverDurable: true,
  codesLeft: { agencyId: 'H41.26', today: 84, lastDay: '2026-03-10' },
  clockDoubt: false,
  diskLow: false,
};
const issue: SyncStatus['issues'][number] = {
  actionId: '01900000-0000-7000-8000-000000000001',
  subjectKey: 'dossier:01900000-0000-7000-8000-000000000002',
  kind: 'DossierReceived',
  at: 1_800_000_000_000,
  verdict: 'refused',
  cause: 'malformed',
  whoActs: 'officer',
};
const bar = (change: Partial<SyncStatus>): string => {
  const { stored, more } = describeStatusBar({ ...normal, ...change });
  return [stored, more?.short]
    .filter((m) => m !== undefined)
    .map((m) => sayVi(m))
    .join(' | ');
};

describe('describeStatusBar', () => {
  it('is one sentence when all is normal', () => {
    expect(bar({})).toBe('Đã lưu 43 · Tỉnh đã nhận 40 · Chờ 3');
  });
  it('says that nothing was written when the day is empty', () => {
    expect(bar({ saved: 0, accepted: 0, waiting: 0 })).toBe('Hôm nay chưa ghi hồ sơ nào');
  });
  it('keeps counting when only yesterday’s work waits', () => {
    expect(bar({ saved: 0, accepted: 0, waiting: 2 })).toContain('Chờ 2');
  });
  it('adds one sentence when the line is down, also when the class of the failure is unknown', () => {
    expect(bar({ line: 'down' })).toContain(' | Mất mạng');
    expect(bar({ line: 'down', failure: { kind: 'network' } })).toContain(' | Mất mạng');
  });
  it('says the most pressing thing when several are wrong', () => {
    expect(bar({ line: 'down', failure: { kind: 'network' }, issues: [issue], clockDoubt: true })).toContain(
      '1 việc tỉnh báo lại',
    );
    expect(bar({ issues: [issue], diskLow: true })).toContain('Ổ đĩa sắp đầy');
    expect(bar({ issues: [issue], failure: { kind: 'untrusted' } })).toContain('không đáng tin');
  });
  it('says that nothing is connected when no province is configured, and not that codes ran out', () => {
    const status = { line: 'notConfigured', codesLeft: { ...normal.codesLeft, today: 0 } } as const;
    expect(bar(status)).toContain('chưa nối với tỉnh');
    expect(listAbnormal({ ...normal, ...status }).map((a) => a.kind)).toEqual(['notConfigured']);
  });
  it('admits that the server may lose what it accepted', () => {
    expect(bar({ serverDurable: false })).toContain('chưa ghi bền');
    expect(bar({ serverDurable: false, accepted: 0 })).not.toContain('chưa ghi bền');
  });
  it.each<SyncFailure>([
    { kind: 'network' },
    { kind: 'captivePortal' },
    { kind: 'auth' },
    { kind: 'server', status: 503 },
    { kind: 'untrusted' },
    { kind: 'protocol' },
  ])('never looks normal when the last attempt failed: $kind', (failure) => {
    expect(listAbnormal({ ...normal, failure })).toHaveLength(1);
  });
  it('warns when codes run low and says so when they are gone', () => {
    const codes = (today: number) => bar({ codesLeft: { ...normal.codesLeft, today } });
    expect(codes(15)).not.toContain('|');
    expect(codes(14)).toContain('Còn 14 mã');
    expect(codes(0)).toContain('số tạm');
  });
});

describe('describeAge', () => {
  it.each([
    [59_999, 'vừa xong'],
    [60_000, '1 phút'],
    [3_599_999, '59 phút'],
    [3_600_000, '1 giờ'],
    [86_400_000, '1 ngày'],
    [-5000, 'vừa xong'],
  ])('says %i ms as %s', (ms, said) => {
    expect(sayVi(describeAge(0, ms))).toBe(said);
  });
});

describe('describeCodesLeft', () => {
  it('names the last day when the lease reaches further', () => {
    expect(sayVi(describeCodesLeft(normal.codesLeft))).toBe('Còn 84 mã cho hôm nay, mã được cấp đến 10/03/2026');
    expect(sayVi(describeCodesLeft({ ...normal.codesLeft, today: 0 }))).toBe('Hết mã cho hôm nay');
  });
});
