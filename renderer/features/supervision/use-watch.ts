import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../../shared/base/time';
import type { LatePeriod } from '../../../shared/domain/late-lists';
import { listOwnUnits } from '../../../shared/domain/own-units';
import type { Unit } from '../../../shared/domain/unit';
import { dateRulesKey } from '../../records/legal-dates-of';
import { useReference } from '../../records/reference.store';
import { watchDossiers, type Watched } from '../../records/watch-dossiers';
import type { WatchReport } from '../../records/watch-table';

/** What the leader's lists know. `report` null: nothing was read yet; the last one stays while the next is made. */
export interface Watch {
  readonly report: WatchReport | null;
  readonly madeAt: Instant | null;
  /** Dossiers read so far of the first reading; null when none is under way. */
  readonly reading: number | null;
  readonly hasFailed: boolean;
}

const nothing: Watch = { report: null, madeAt: null, reading: null, hasFailed: false };

function follow(last: Watch, next: Watched): Watch {
  switch (next.phase) {
    case 'ready':
      return { report: next.report, madeAt: next.madeAt, reading: null, hasFailed: false };
    case 'reading':
      return last.report === null ? { ...last, reading: next.read } : last;
    case 'failed':
      return { ...last, reading: null, hasFailed: true };
  }
}

/** The lists of a unit, live while the screen is there. */
export function useWatch(unit: Unit, { from, to }: LatePeriod): Watch {
  const known = useReference();
  const [held, setHeld] = useState<Watch>(nothing);
  const rulesKey = useMemo(() => dateRulesKey(known), [known]);
  const { reference, packages } = known;
  useEffect(() => {
    if (rulesKey === null || reference === null) return undefined;
    const ownUnits = listOwnUnits(unit);
    const key = [rulesKey, ...ownUnits].join('|');
    const input = { key, reference, packages, ownUnits, period: { from, to }, now: () => Date.now() };
    const subscription = watchDossiers(input).subscribe((next) => {
      setHeld((last) => follow(last, next));
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [rulesKey, reference, packages, unit, from, to]);
  return held;
}
