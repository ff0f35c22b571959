import { statfs } from 'node:fs/promises';

/** How much room is left, in words of what still works. */
export type DiskRoom = 'enough' | 'low' | 'noScans' | 'noIntake';

const MIB = 1024 * 1024;

/**
 * Floors in free bytes. What is refused first is what can be done later (scans), last what a citizen waits for
 * (reception); the rest is kept for receipts of the province and closing the day.
 */
export const DISK_FLOORS = { low: 2048 * MIB, noScans: 500 * MIB, noIntake: 200 * MIB } as const;

/** Judges free bytes. */
export function judgeRoom(freeBytes: number): DiskRoom {
  if (freeBytes < DISK_FLOORS.noIntake) return 'noIntake';
  if (freeBytes < DISK_FLOORS.noScans) return 'noScans';
  return freeBytes < DISK_FLOORS.low ? 'low' : 'enough';
}

/** Whether another scanned page may be taken. */
export function hasRoomForPages(room: DiskRoom): boolean {
  return room === 'enough' || room === 'low';
}

/** Watches the disk of the data folder. */
export interface DiskGuard {
  /** Last judgement. */
  readonly room: () => DiskRoom;
  /** Measures now. */
  readonly check: () => Promise<DiskRoom>;
  readonly stop: () => void;
}

/** What the guard needs; `freeBytes` and `every` are the machine's unless a test says otherwise. */
export interface DiskGuardPorts {
  readonly folder: string;
  readonly onChange: (room: DiskRoom) => void;
  readonly onFault: (error: unknown) => void;
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly everyMs?: number;
}

/** Starts watching. A disk that cannot be measured keeps the last judgement: writing will tell the truth. */
export async function startDiskGuard(ports: DiskGuardPorts): Promise<DiskGuard> {
  const measure = ports.freeBytes ?? readFreeBytes;
  let room: DiskRoom = 'enough';
  const check = async (): Promise<DiskRoom> => {
    try {
      const next = judgeRoom(await measure(ports.folder));
      if (next !== room) {
        room = next;
        ports.onChange(next);
      }
    } catch (error) {
      ports.onFault(error);
    }
    return room;
  };
  await check();
  const timer = setInterval(() => void check(), ports.everyMs ?? 60_000);
  timer.unref();
  return {
    room: () => room,
    check,
    stop: () => {
      clearInterval(timer);
    },
  };
}

async function readFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
