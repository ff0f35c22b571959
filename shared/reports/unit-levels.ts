import type { LocalDay } from '../base/time';
import type { Unit, UnitKind } from '../domain/unit';
import { addDays } from '../domain/working-calendar-days';

/** Level of administration a unit belongs to; `unknown` when no row says so: counted apart, never left out. */
export type UnitLevel = 'province' | 'district' | 'commune' | 'unknown';

/** Level of a unit over time. A unit that outlived the districts has a second row. */
export interface UnitLevelRow {
  readonly unitId: string;
  readonly level: Exclude<UnitLevel, 'unknown'>;
  readonly validFrom: LocalDay;
  /** Last day; absent: still. A row of a district ends on {@link DISTRICT_ENDED_ON} at the latest. */
  readonly validTo?: LocalDay;
}

/** Last day of the district level (Law 72/2025/QH15; two levels from 1/7/2025). */
export const DISTRICT_ENDED_ON: LocalDay = '2025-06-30';

/** Levels in the order they are printed. */
export const unitLevels: readonly UnitLevel[] = ['province', 'district', 'commune', 'unknown'];

/** Level by kind; a branch belongs to the provincial centre, points and post offices to the commune (provisional). */
const levelOfKind: Readonly<Record<UnitKind, UnitLevelRow['level']>> = {
  provinceCentre: 'province',
  centreBranch: 'province',
  districtOffice: 'district',
  communeCentre: 'commune',
  receptionPoint: 'commune',
  postOffice: 'commune',
};

type Row = Pick<Unit, 'id' | 'kind' | 'validFrom' | 'succession'>;

/** Level rows out of the units of a package: a unit that was merged away has its successor's level from that day on. */
export function listUnitLevels(units: ReadonlyMap<string, Row>): readonly UnitLevelRow[] {
  return [...units.values()].flatMap(({ id, kind, validFrom, succession }): UnitLevelRow[] => {
    const level = levelOfKind[kind];
    if (succession === undefined) return [{ unitId: id, level, validFrom }];
    const own: UnitLevelRow = { unitId: id, level, validFrom, validTo: addDays(succession.from, -1) };
    const successor = units.get(succession.unitId);
    if (successor === undefined) return [own];
    return [own, { unitId: id, level: levelOfKind[successor.kind], validFrom: succession.from }];
  });
}

/** Level of a unit on a day. Of several rows that hold the later one counts. */
export function findUnitLevel(rows: readonly UnitLevelRow[], unitId: string, day: LocalDay): UnitLevel {
  const found = rows.findLast((row) => {
    if (row.unitId !== unitId || row.validFrom > day) return false;
    if (row.level === 'district' && day > DISTRICT_ENDED_ON) return false;
    return row.validTo === undefined || day <= row.validTo;
  });
  return found?.level ?? 'unknown';
}
