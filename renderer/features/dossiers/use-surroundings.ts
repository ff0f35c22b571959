import { useEffect, useState } from 'react';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Officer } from '../../../shared/domain/officer';
import type { Procedure } from '../../../shared/domain/procedure';
import type { Unit } from '../../../shared/domain/unit';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import { useReference } from '../../records/reference.store';
import { findFrozenProcedure } from '../../records/reference';
import { useSession } from '../../session.store';
import { useNow } from '../../ui';
import { useOfficeNames, useUnitCalendar } from '../../use-office';

const NOW_MS = 30_000;
/** What the screen of one dossier needs besides the dossier. */
export interface CaseSurroundings {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly officer: Officer;
  /** Unit that stands on the dossier's papers: the receiving one where it is known. */
  readonly unit: Unit;
  readonly practice: boolean;
  readonly officerName: (officerId: string) => string;
  /** The procedure as it stood when the dossier was received; today's while that is being looked up. */
  readonly procedure: Procedure | undefined;
}

function useFrozenProcedure(state: DossierState | undefined): Procedure | undefined {
  const code = state?.procedureCode ?? null;
  const version = state?.versions?.procedures ?? null;
  const receivedAt = state?.receivedAt ?? null;
  const day = receivedAt === null ? null : toLocalDay(receivedAt);
  const today = useReference((known) => (code === null ? undefined : known.reference?.procedures.get(code)));
  const [frozen, setFrozen] = useState<Procedure>();
  useEffect(() => {
    if (code === null || version === null || day === null) return undefined;
    let isGone = false;
    void findFrozenProcedure({ version, code, day }).then((found) => {
      if (!isGone) setFrozen(found);
    });
    return () => {
      isGone = true;
    };
  }, [code, version, day]);
  return frozen?.code === code ? frozen : today;
}

/** Surroundings of a dossier; `undefined` while nobody is signed in. */
export function useCaseSurroundings(state: DossierState | undefined): CaseSurroundings | undefined {
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const { officerName } = useOfficeNames();
  const procedure = useFrozenProcedure(state);
  const { officer, unit, practice } = useSession();
  const units = useReference((known) => known.reference?.units);
  if (officer === null || unit === null) return undefined;
  const receivingUnit = units?.get(state?.receivingUnitId ?? '');
  return { now, calendar, officer, unit: receivingUnit ?? unit, practice, officerName, procedure };
}
