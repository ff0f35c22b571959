import { useMemo } from 'react';
import { embeddedActRules, findActRules, type ActRules } from '../shared/domain/act-rules';
import { buildUnitCalendar, type WorkingCalendar } from '../shared/domain/working-calendar';
import { useReference } from './records/reference.store';
import { useSession } from './session.store';

/** Only until the packages are read: weekends are known without them. */
const noExceptions = { years: [], entries: [] };
const officeHours = {
  workingTime: [
    { from: '07:00', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
  openingHours: [
    { from: '07:00', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
};

/** Calendar of the unit that works here, with its own hours and days; the newest row of the unit goes first. */
export function useUnitCalendar(): WorkingCalendar {
  const unit = useSession((session) => session.unit);
  const reference = useReference((known) => known.reference);
  return useMemo(() => {
    const hours = reference?.units.get(unit?.id ?? '') ?? unit ?? officeHours;
    return buildUnitCalendar(reference?.calendar ?? noExceptions, hours);
  }, [reference, unit]);
}

/** Who may do what today, by the rules in force; those inside the program until the packages are read. */
export function useActRules(): ActRules {
  const reference = useReference((known) => known.reference);
  const day = useReference((known) => known.day);
  return useMemo(
    () => (reference === null || day === null ? embeddedActRules : findActRules(reference, day)),
    [reference, day],
  );
}

/** Words for codes and ids: procedures by their short name, officers and counters by their name, else the code itself. */
export interface OfficeNames {
  readonly procedureName: (code: string) => string;
  readonly officerName: (officerId: string) => string;
  /** By slip book. */
  readonly counterName: (book: string) => string;
}

/** See {@link OfficeNames}. */
export function useOfficeNames(): OfficeNames {
  const procedures = useReference((known) => known.reference?.procedures);
  const officers = useSession((session) => session.status?.officers);
  const counters = useSession((session) => session.unit?.counters);
  return useMemo(
    () => ({
      procedureName: (code) => procedures?.get(code)?.shortName ?? code,
      officerName: (officerId) => officers?.find((officer) => officer.officerId === officerId)?.name ?? officerId,
      counterName: (book) => counters?.find((counter) => counter.book === book)?.name ?? book,
    }),
    [procedures, officers, counters],
  );
}
