import type { PeriodBounds } from './report-period';
import { standIn, type JudgeRules, type PeriodStanding } from './fact-standing';
import { compareNames, groupBy, type Ids } from './figure';
import type { ReportFact } from './report-fact';

/** Columns 3 to 13 of Biểu II.06a/VPCP/KSTT (domain notes §10.1), each with its dossiers. */
export interface ResultColumns {
  /** 3 = 4 + 5 + 6 */
  readonly total: Ids;
  readonly online: Ids;
  readonly direct: Ids;
  readonly carried: Ids;
  /** 7 = 8 + 9 + 10 */
  readonly resolved: Ids;
  readonly early: Ids;
  readonly onTime: Ids;
  readonly late: Ids;
  /** 11 = 12 + 13; and 3 = 7 + 11 */
  readonly pending: Ids;
  readonly inTime: Ids;
  readonly overdue: Ids;
}

/** A line of the form: a field with its procedures, or one procedure. */
export interface ResultRow {
  readonly kind: 'field' | 'procedure';
  readonly name: string;
  readonly columns: ResultColumns;
}

/** The whole form. Rows of fields sum to the total, rows of procedures to their field. */
export interface ProcedureResults {
  readonly rows: readonly ResultRow[];
  readonly total: ResultColumns;
}

/** Name and field of a procedure as they are printed. */
export type ProcedureNames = (code: string) => { readonly name: string; readonly fieldName: string } | undefined;

interface Stood {
  readonly fact: ReportFact;
  readonly standing: PeriodStanding;
}

/** How the dossiers that belong to a period stand in it. */
export function listStanding(facts: readonly ReportFact[], bounds: PeriodBounds, rules: JudgeRules): readonly Stood[] {
  return facts.flatMap((fact) => {
    const standing = standIn(fact, bounds, rules);
    return standing === null ? [] : [{ fact, standing }];
  });
}

/** Sums what stands in a period to the columns of the form. */
export function sumColumns(stood: readonly Stood[]): ResultColumns {
  const where = (test: (standing: PeriodStanding) => boolean): Ids =>
    stood.filter(({ standing }) => test(standing)).map(({ fact }) => fact.dossierId);
  const isPending = ({ result }: PeriodStanding) => result === 'inTime' || result === 'overdue';
  return {
    total: where(() => true),
    online: where(({ inflow }) => inflow === 'online'),
    direct: where(({ inflow }) => inflow === 'direct'),
    carried: where(({ inflow }) => inflow === 'carried'),
    resolved: where((standing) => !isPending(standing)),
    early: where(({ result }) => result === 'early'),
    onTime: where(({ result }) => result === 'onTime'),
    late: where(({ result }) => result === 'late'),
    pending: where(isPending),
    inTime: where(({ result }) => result === 'inTime'),
    overdue: where(({ result }) => result === 'overdue'),
  };
}

function sorted<T>(groups: ReadonlyMap<string, T>, nameOf: (key: string) => string): readonly (readonly [string, T])[] {
  return [...groups].sort(([a], [b]) => compareNames(nameOf(a), nameOf(b)) || compareNames(a, b));
}

/**
 * Biểu II.06a of a period by field and procedure (domain notes §10.1). Every dossier received by its end and not ended before
 * its start is in one inflow and one result column, so 3 = 4+5+6, 7 = 8+9+10, 11 = 12+13 and 3 = 7+11 hold by construction.
 */
export function buildProcedureResults(
  facts: readonly ReportFact[],
  bounds: PeriodBounds,
  rules: JudgeRules & { readonly procedureOf: ProcedureNames },
): ProcedureResults {
  const stood = listStanding(facts, bounds, rules);
  const nameOf = (code: string): string => rules.procedureOf(code)?.name ?? code;
  const fieldOf = (code: string): string => rules.procedureOf(code)?.fieldName ?? '';
  const fields = groupBy(stood, ({ fact }) => fieldOf(fact.procedureCode));
  const rows = sorted(fields, (name) => name).flatMap(([name, ofField]): ResultRow[] => [
    { kind: 'field', name, columns: sumColumns(ofField) },
    ...sorted(
      groupBy(ofField, ({ fact }) => fact.procedureCode),
      nameOf,
    ).map(([code, own]): ResultRow => ({ kind: 'procedure', name: nameOf(code), columns: sumColumns(own) })),
  ]);
  return { rows, total: sumColumns(stood) };
}
