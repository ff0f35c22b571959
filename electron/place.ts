import { z } from 'zod';
import { ok, type Result } from '../shared/base/result';
import type { LocalDay } from '../shared/base/time';
import type { Unit } from '../shared/domain/unit';
import { followPlace, type CounterPlace } from '../shared/domain/unit-succession';
import { openCheckedFile, type CheckedFileError } from './keys/checked-file';

/** Addresses of the province: encrypted lines only, or the demo server of this PC. */
export const serverUrlSchema = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
});

/** Where this PC stands and how it reaches the province. No personal data: it is read before anybody signed in. */
export const placeSchema = z.object({
  unitId: z.string().min(1).max(60),
  counterId: z.string().min(1).max(40),
  deviceName: z.string().min(1).max(100),
  practice: z.boolean(),
  serverUrl: serverUrlSchema.nullable(),
  /** One-time code, until the province knows the device. */
  enrolCode: z.string().max(100).nullable(),
  /** Public keys that sign the province's receipts and packages; believed since enrolment. */
  serverKeys: z.array(z.object({ keyId: z.string(), jwk: z.record(z.string(), z.unknown()) })),
});
/** See {@link placeSchema}. */
export type Place = z.infer<typeof placeSchema>;

/** Unit and counter at which a PC works. */
export interface Standing {
  readonly unit: Unit;
  readonly counter: Unit['counters'][number];
}

/**
 * Where a PC works on a day: after a merger at the successor's counter, without being set up anew. Where the successor has no
 * counter of that id the PC keeps its own, so that its slip series goes on. `undefined`: the packages know no such place.
 */
export function findStanding(
  units: ReadonlyMap<string, Unit>,
  place: CounterPlace | undefined,
  day: LocalDay,
): Standing | undefined {
  if (place === undefined) return undefined;
  const now = followPlace(units, place, day);
  const unit = units.get(now.unitId);
  const find = ({ unitId, counterId }: CounterPlace) =>
    units.get(unitId)?.counters.find((counter) => counter.id === counterId);
  const counter = find(now) ?? find(place);
  return unit === undefined || counter === undefined ? undefined : { unit, counter };
}

/** The place of this PC, kept in two copies. */
export interface PlaceFile {
  readonly find: () => Place | undefined;
  readonly save: (place: Place) => Promise<void>;
}

/** Opens the place of a data folder. */
export async function openPlace(folder: string): Promise<Result<PlaceFile, CheckedFileError>> {
  const file = await openCheckedFile({ folder, name: 'place', format: 1, schema: placeSchema });
  if (!file.ok) return file;
  let place = file.value.content;
  return ok({
    find: () => place,
    save: async (next) => {
      await file.value.save(next);
      place = next;
    },
  });
}
