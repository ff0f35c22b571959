import type { LocalDay } from '../../shared/base/time';
import type { DateRules } from '../../shared/domain/dossier-dates';
import { joinMergedHours } from '../../shared/domain/merged-hours';
import { buildReference } from '../../shared/domain/reference';
import type { Reference, ReferencePackage } from '../../shared/domain/reference-package';

/** Rules for the dates of dossiers; those of a day are put together once: most dossiers were received on few days. */
export function buildDateRules(now: Reference, packages: readonly ReferencePackage[]): DateRules {
  const days = new Map<LocalDay, Reference | undefined>();
  return {
    now: joinMergedHours(now),
    onDay: (day) => {
      if (!days.has(day)) {
        const found = buildReference(packages, day);
        days.set(day, found.ok ? found.value : undefined);
      }
      return days.get(day);
    },
  };
}
