import { useEffect, useState } from 'react';
import type { LocalDay } from '../../../shared/base/time';
import { fromLocal } from '../../../shared/base/time';
import type { Unit } from '../../../shared/domain/unit';
import { getDesktop } from '../../desktop';
import { useDossierList, useSummaries } from '../../records/use-dossiers';
import type { DayQuestion, ReadDay } from './read-day';
import { readDay } from './read-day';
import { useSteady } from './use-steady';

const DAY_MS = 86_400_000;
const LIST_LIMIT = 500;

/** A day of the unit, read again whenever one of its dossiers changed. */
export interface LiveDay {
  readonly read: ReadDay | undefined;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly question: DayQuestion;
  /** Reads again now, e.g. after the day was closed. */
  readonly refresh: () => void;
}

/** See {@link LiveDay}. */
export function useDay(unit: Unit, day: LocalDay, practice: boolean): LiveDay {
  const [reads, setReads] = useState(0);
  const [held, setHeld] = useState<{ readonly day: LocalDay; readonly value: ReadDay | undefined }>();
  const live = useDossierList({ list: 'receivedOn', day, limit: LIST_LIMIT });
  const from = fromLocal(day, '00:00');
  const counts = useSteady(useSummaries([{ received: { from, before: from + DAY_MS } }]));
  const knownKey = live.loading ? '' : live.value.map((row) => row.dossierId).join(' ');
  const knownIds = knownKey === '' ? [] : knownKey.split(' ');
  const question: DayQuestion = { desktop: getDesktop(), unit, day, practice, knownIds };
  const isLoading = live.loading;
  useEffect(() => {
    if (isLoading) return undefined;
    let isGone = false;
    void readDay({
      desktop: getDesktop(),
      unit,
      day,
      practice,
      knownIds: knownKey === '' ? [] : knownKey.split(' '),
    }).then((answer) => {
      if (!isGone) {
        setHeld((last) => ({ day, value: answer.ok ? answer.value : last?.day === day ? last.value : undefined }));
      }
    });
    return () => {
      isGone = true;
    };
  }, [unit, day, practice, isLoading, knownKey, counts, reads]);
  const isCurrent = held?.day === day;
  return {
    read: isCurrent ? held.value : undefined,
    isBusy: !isCurrent,
    hasFailed: isCurrent && held.value === undefined,
    question,
    refresh: () => {
      setReads((count) => count + 1);
    },
  };
}
