/**
 * Trạng thái hồ sơ: the ten codes of the national portal (TrangThaiHoSo), one to one.
 * 1 online submission waiting · 2 received · 3 intake refused · 4 processing · 5 supplement asked · 6 financial obligation ·
 * 7 withdrawn · 8 stopped · 9 result ready · 10 result returned.
 */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** All statuses in the portal's order. */
export const nationalStatuses: readonly NationalStatus[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const finalStatuses: ReadonlySet<NationalStatus> = new Set<NationalStatus>([3, 7, 8, 10]);
const pausedStatuses: ReadonlySet<NationalStatus> = new Set<NationalStatus>([5, 6]);

/** Nothing more is owed to the citizen: refused, withdrawn, stopped or returned. Status 9 still waits for collection. */
export function isFinal(status: NationalStatus): boolean {
  return finalStatuses.has(status);
}

/** The limit does not run: the next step is the citizen's (domain notes §5.3). */
export function isPaused(status: NationalStatus): boolean {
  return pausedStatuses.has(status);
}

/** Whether a number (from a package, the province or an older version) is one of the ten. */
export function isNationalStatus(value: number): value is NationalStatus {
  return (nationalStatuses as readonly number[]).includes(value);
}

/** Words by which another platform names the ten codes in the provincial adapter (domain notes §4.1). */
export const statusAliases = {
  receiving: 1,
  new: 2,
  denied: 3,
  processing: 4,
  waiting: 5,
  paying: 6,
  cancelled: 7,
  unresolved: 8,
  releasing: 9,
  done: 10,
} as const satisfies Record<string, NationalStatus>;

/** Status behind a number, a number in text or an alias of the adapter; `undefined` when it is none of the ten. */
export function findNationalStatus(value: number | string): NationalStatus | undefined {
  if (typeof value === 'string' && Object.hasOwn(statusAliases, value)) {
    return statusAliases[value as keyof typeof statusAliases];
  }
  const number = typeof value === 'number' ? value : /^\d{1,2}$/.test(value) ? Number(value) : 0;
  return isNationalStatus(number) ? number : undefined;
}
