import { useEffect, useState } from 'react';
import { toLocalDay, type Instant, type LocalDay } from '../../../../shared/base/time';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { UnitDayState } from '../../../../shared/domain/unit-day';
import { addDays } from '../../../../shared/domain/working-calendar-days';
import { getUnitDays } from '../../../records/dossier-queries';
import { useSession } from '../../../session.store';

/** Cash stays in no box longer; what is older is looked for no further back, and the door checks it once more. */
const MOST_DAYS = 62;

/** Days from that of the oldest cash collection to today, the newest ones when they are very many. */
export function listCashDays({ collections }: Pick<DossierState, 'collections'>, now: Instant): readonly LocalDay[] {
  const taken = collections.filter((one) => one.method === 'cash').map((one) => one.at);
  if (taken.length === 0) return [];
  const today = toLocalDay(now);
  const first = toLocalDay(Math.min(...taken));
  const days: LocalDay[] = [];
  for (let day = today; day >= first && days.length < MOST_DAYS; day = addDays(day, -1)) days.push(day);
  return days;
}

/** Days of this counter since the dossier's cash was taken; `undefined` while they are being read. */
export function useHandIns(state: DossierState, now: Instant): readonly UnitDayState[] | undefined {
  const unitId = useSession((session) => session.unit?.id);
  const counterId = useSession((session) => session.counter?.id);
  const [read, setRead] = useState<{ readonly key: string; readonly days: readonly UnitDayState[] }>();
  const days = listCashDays(state, now);
  const key = [unitId, counterId, days.at(-1), days[0]].join(' ');
  useEffect(() => {
    let isGone = false;
    void Promise.all(days.map((day) => getUnitDays(unitId ?? '', day))).then((answers) => {
      const own = answers
        .flatMap((answer) => (answer.ok ? answer.value : []))
        .filter((day) => day.counterId === counterId);
      if (!isGone) setRead({ key, days: own.map((day) => day.state) });
    });
    return () => {
      isGone = true;
    };
    // The days are named by the key; their list is new on every draw.
  }, [key]);
  return read?.key === key ? read.days : undefined;
}
