import { useEffect, useMemo, useState } from 'react';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import type { ActRules } from '../../../shared/domain/act-rules';
import { findDeadlineRules, type DateRules } from '../../../shared/domain/dossier-dates';
import type { DeadlineRules } from '../../../shared/domain/deadline-rules';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Officer } from '../../../shared/domain/officer';
import type { Procedure } from '../../../shared/domain/procedure';
import type { Reference } from '../../../shared/domain/reference-package';
import type { Unit } from '../../../shared/domain/unit';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import { dateRulesOf } from '../../records/legal-dates-of';
import { useReference } from '../../records/reference.store';
import { findFrozenProcedure } from '../../records/reference';
import { useSession } from '../../session.store';
import { useNow } from '../../ui';
import { useActRules, useOfficeNames, useUnitCalendar } from '../../use-office';

const NOW_MS = 30_000;
/** What the screen of one dossier needs besides the dossier. */
export interface CaseSurroundings {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly officer: Officer;
  /** Who may do what today. */
  readonly actRules: ActRules;
  /** Unit that stands on the dossier's papers: the receiving one where it is known. */
  readonly unit: Unit;
  readonly practice: boolean;
  readonly officerName: (officerId: string) => string;
  /** The procedure as it stood when the dossier was received; today's while that is being looked up. */
  readonly procedure: Procedure | undefined;
  /** Rules its dates are counted by; `undefined` while none are read. */
  readonly rules: DateRules | undefined;
  /** Those of this dossier; `undefined` before reception and where its procedure is unknown here. */
  readonly deadlineRules: DeadlineRules | undefined;
  readonly reference: Reference | null;
  /** Names by which the own unit goes on hand-overs. */
  readonly ownUnits: readonly string[];
  /** Officers of the unit: who may approve is among them. */
  readonly officers: readonly Officer[];
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
  const actRules = useActRules();
  const procedure = useFrozenProcedure(state);
  const { officer, unit: ownUnit, practice, status } = useSession();
  const rules = useReference(dateRulesOf);
  const deadlineRules = useMemo(() => state && rules && findDeadlineRules(state, rules), [state, rules]);
  if (officer === null || ownUnit === null) return undefined;
  const unit = rules?.now.units.get(state?.receivingUnitId ?? '') ?? ownUnit;
  const officers = (status?.officers ?? []).map(({ officerId, name, role }) => {
    return { officerId, name, role, unitId: ownUnit.id };
  });
  return {
    ...{ now, calendar, officer, unit, practice, officerName, procedure, rules, actRules, deadlineRules, officers },
    reference: rules?.now ?? null,
    ownUnits: [ownUnit.name, ownUnit.parentName],
  };
}
