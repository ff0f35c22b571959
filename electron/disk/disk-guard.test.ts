import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { DISK_FLOORS, judgeRoom, startDiskGuard, type DiskRoom } from './disk-guard';

describe('judgeRoom', () => {
  it.each([
    [DISK_FLOORS.low, 'enough'],
    [DISK_FLOORS.low - 1, 'low'],
    [DISK_FLOORS.noScans, 'low'],
    [DISK_FLOORS.noScans - 1, 'noScans'],
    [DISK_FLOORS.noIntake, 'noScans'],
    [DISK_FLOORS.noIntake - 1, 'noIntake'],
    [0, 'noIntake'],
  ])('says at %i free bytes: %s', (free, room) => {
    expect(judgeRoom(free)).toBe(room);
  });
});

describe('startDiskGuard', () => {
  it('tells each change once and keeps its word when the disk cannot be measured', async () => {
    const told: DiskRoom[] = [];
    let faults = 0;
    let free = (): Promise<number> => Promise.resolve(DISK_FLOORS.low);
    const guard = await startDiskGuard({
      folder: '/',
      onChange: (room) => told.push(room),
      onFault: () => (faults += 1),
      freeBytes: () => free(),
    });
    free = () => Promise.resolve(1);
    await guard.check();
    await guard.check();
    free = () => Promise.reject(new Error('gone'));
    expect(await guard.check()).toBe('noIntake');
    expect([told, faults]).toEqual([['noIntake'], 1]);
    guard.stop();
  });

  it('measures a real folder', async () => {
    const faults: unknown[] = [];
    const guard = await startDiskGuard({
      folder: tmpdir(),
      onChange: () => undefined,
      onFault: (error) => faults.push(error),
    });
    expect(faults).toEqual([]);
    guard.stop();
  });
});
