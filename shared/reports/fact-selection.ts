import type { LocalDay } from '../base/time';
import { listMembers, type MergingUnits } from '../domain/unit-succession';
import type { ReportFact } from './report-fact';

/**
 * Facts a unit answers for on the last day of its report: of a merger A → B on day D a report of A ends at D − 1, and one of
 * B that reaches D holds A's dossiers too (counter notes §1, 14; `listReportSpans` cuts a period). A dossier whose unit is
 * not known here is in every report: better seen twice than never.
 */
export function selectFacts(
  facts: readonly ReportFact[],
  wanted: { readonly units: MergingUnits; readonly unitId: string; readonly on: LocalDay },
): readonly ReportFact[] {
  const { units, unitId, on } = wanted;
  const members = new Set(listMembers(units, unitId, on));
  return facts.filter((fact) => fact.unitId === '' || members.has(fact.unitId));
}
