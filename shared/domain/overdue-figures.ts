import { groupOf, overdueCauses, type CauseGroup, type LateFinding, type OverdueCause } from './overdue-causes';
import type { OverdueFindings } from './overdue-cause';

/** Dossiers whose main cause it is, and its working minutes in all of them. */
export interface CauseFigure {
  readonly cause: OverdueCause;
  readonly group: CauseGroup;
  readonly dossiers: number;
  readonly workingMinutes: number;
}

/** Figure of one person: own handling only. Dossiers counted where it was the main cause. */
export interface OfficerFigure {
  readonly officerId: string;
  readonly dossiers: number;
  readonly workingMinutes: number;
}

function latenessOf({ acceptance, handling }: OverdueFindings): readonly LateFinding[] {
  return [acceptance, handling].filter((finding) => finding !== null);
}

/** Causes of many dossiers, in the order of {@link overdueCauses}; causes that do not occur are left out. */
export function countCauses(dossiers: readonly OverdueFindings[]): readonly CauseFigure[] {
  const shares = dossiers.flatMap(latenessOf).flatMap((finding) => finding.causes);
  return overdueCauses.flatMap((cause): CauseFigure[] => {
    const main = dossiers.filter((findings) => findings.main === cause).length;
    const own = shares.filter((share) => share.cause === cause);
    if (main === 0 && own.length === 0) return [];
    const workingMinutes = own.reduce((sum, share) => sum + share.workingMinutes, 0);
    return [{ cause, group: groupOf(cause), dossiers: main, workingMinutes }];
  });
}

/**
 * Figures per person, by officer id. Only parts a person answers for are in them (counter reality §2c): sync, waiting, clock,
 * catalogue and unknown have no person, and neither has the unit's inbox.
 */
export function countByOfficer(dossiers: readonly OverdueFindings[]): readonly OfficerFigure[] {
  const byOfficer = new Map<string, OfficerFigure>();
  for (const findings of dossiers) {
    for (const share of latenessOf(findings).flatMap((finding) => finding.causes)) {
      const { officerId, cause, workingMinutes } = share;
      if (cause !== 'staff' || officerId === null) continue;
      const known = byOfficer.get(officerId) ?? { officerId, dossiers: 0, workingMinutes: 0 };
      byOfficer.set(officerId, {
        officerId,
        dossiers: known.dossiers + (findings.main === cause ? 1 : 0),
        workingMinutes: known.workingMinutes + workingMinutes,
      });
    }
  }
  return [...byOfficer.values()].sort((a, b) => (a.officerId < b.officerId ? -1 : 1));
}
