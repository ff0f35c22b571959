import { toLocalDay, type Instant } from '../base/time';
import { decideOverdueCause } from '../domain/overdue-cause';
import type { DateRules } from '../domain/dossier-dates';
import { findDeadlineRules } from '../domain/dossier-dates';
import type { DossierState } from '../domain/dossier-shape';
import type { Unit } from '../domain/unit';
import { sayVi } from '../text/message';
import { causeText } from '../text/overdue-sentences';

/** Why a dossier was late in the stage a list is about, in words, as of the end of its period; null while nobody knows. */
export function lateCauseText(
  state: DossierState,
  which: 'lateToAccept' | 'lateToProcess',
  around: { readonly dates: DateRules; readonly unit: Pick<Unit, 'name' | 'counters'>; readonly asOf: Instant },
): string | null {
  const { dates, unit, asOf } = around;
  const rules = findDeadlineRules(state, dates);
  if (!rules) return null;
  const then = state.receivedAt === null ? undefined : dates.onDay(toLocalDay(state.receivedAt));
  const findings = decideOverdueCause({
    state,
    rules,
    acceptance: dates.now.rules,
    versions: then?.versions ?? null,
    ownUnits: [unit.name, ...unit.counters.map(({ name }) => name)],
    asOf,
  });
  const finding = which === 'lateToAccept' ? findings.acceptance : findings.handling;
  return finding === null ? null : sayVi(causeText(finding.main));
}
