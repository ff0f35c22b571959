import { join } from 'node:path';
import { z } from 'zod';
import { localDaySchema, toLocalDay, type Instant, type LocalDay } from '../shared/base/time';
import { findFile, writeDurableFile } from './durable-file';

/**
 * Two series of numbers in one agency and day: those of the counters' leases, and those the server assigns itself.
 */
export type NumberSeries = 'lease' | 'server';

/** A day of an agency in one series. */
export interface SeriesDay {
  readonly series: NumberSeries;
  readonly agencyId: string;
  readonly day: LocalDay;
}

/**
 * The first number never given of each series, kept beside the database and flushed before a number is given: the database
 * may forget (it does not sync its files, or an older copy is put back), a number on a citizen's slip may not come twice.
 */
export interface GivenNumbers {
  /** First number that may be given. */
  readonly firstFree: (of: SeriesDay) => number;
  /** Notes that everything before `next` is given. Resolves when that is on the disk. */
  readonly raise: (of: SeriesDay, next: number) => Promise<void>;
  /**
   * After a restore: what was given between backup and loss may stand in no file at all. From now on, and as long as codes
   * of that time may still be about, each series goes on far behind everything known.
   */
  readonly skip: (known: Readonly<Record<NumberSeries, number>>) => Promise<void>;
}

const FILE = 'given-numbers.json';
const DAY_MS = 86_400_000;
/** Days a series is kept after its own day: longer than a device can still ask for it. */
const KEPT_DAYS = 14;
/** Days ahead that codes may have been given for before a restore. */
const SKIP_DAYS = 60;
/** More than an agency gives out on one day. */
const SKIP = 10_000;

const fileSchema = z.strictObject({
  next: z.record(z.string(), z.int().min(1)),
  skip: z.strictObject({ until: localDaySchema, lease: z.int().min(1), server: z.int().min(1) }).nullable(),
});

/** Opens the note of a data folder. Throws when it cannot be read: starting without it could give numbers twice. */
export async function openGivenNumbers(dataDir: string, now: () => Instant): Promise<GivenNumbers> {
  const path = join(dataDir, FILE);
  const text = await findFile(path);
  const kept = text === undefined ? { next: {}, skip: null } : fileSchema.parse(JSON.parse(text));
  const next = new Map(Object.entries(kept.next));
  let { skip } = kept;
  let turn: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    // One after the other: two days of one request write the same file.
    turn = turn.catch(() => undefined).then(() => writeDurableFile(path, `${JSON.stringify(toFile(next, skip))}\n`));
    return turn;
  };
  return {
    firstFree: (of) => Math.max(next.get(keyOf(of)) ?? 1, skip !== null && of.day <= skip.until ? skip[of.series] : 1),
    raise: (of, number) => {
      const oldest = toLocalDay(now() - KEPT_DAYS * DAY_MS);
      for (const key of next.keys()) if (dayOf(key) < oldest) next.delete(key);
      next.set(keyOf(of), Math.max(next.get(keyOf(of)) ?? 1, number));
      return save();
    },
    skip: (known) => {
      const highest = (series: NumberSeries): number =>
        Math.max(
          known[series],
          skip?.[series] ?? 1,
          ...[...next].filter(([key]) => isOf(key, series)).map(([, n]) => n),
        );
      skip = {
        until: toLocalDay(now() + SKIP_DAYS * DAY_MS),
        ...{ lease: highest('lease') + SKIP, server: highest('server') + SKIP },
      };
      return save();
    },
  };
}

function toFile(
  next: ReadonlyMap<string, number>,
  skip: z.infer<typeof fileSchema>['skip'],
): z.infer<typeof fileSchema> {
  return { next: Object.fromEntries(next), skip };
}

function keyOf({ series, agencyId, day }: SeriesDay): string {
  return `${series}|${day}|${agencyId}`;
}

function dayOf(key: string): string {
  return key.split('|')[1] ?? '';
}

function isOf(key: string, series: NumberSeries): boolean {
  return key.startsWith(`${series}|`);
}
