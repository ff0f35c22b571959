import { compareNames, groupBy, shareOf, sumOf } from './figure';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** Answers of the citizens of one procedure. Anonymous: no dossier and no officer can be found from it. */
export interface SurveyRow {
  readonly procedureCode: string;
  readonly answers: number;
  /** Number of answers by score, 1 (very bad) to 5 (very good). */
  readonly scores: readonly [number, number, number, number, number];
  /** Null without answers. */
  readonly average: number | null;
  /** Share of scores 4 and 5. */
  readonly satisfied: number | null;
  /** How often each topic was named. */
  readonly topics: Readonly<Record<string, number>>;
}

type Answer = ReportFact['surveys'][number] & { readonly procedureCode: string };

function sumAnswers(procedureCode: string, answers: readonly Answer[]): SurveyRow {
  const count = (score: number): number => answers.filter((answer) => answer.score === score).length;
  const scores = [count(1), count(2), count(3), count(4), count(5)] as const;
  const topics: Record<string, number> = {};
  for (const topic of answers.flatMap((answer) => answer.topics)) topics[topic] = (topics[topic] ?? 0) + 1;
  return {
    procedureCode,
    answers: answers.length,
    scores,
    average: shareOf(sumOf(answers.map(({ score }) => score)), answers.length),
    satisfied: shareOf(scores[3] + scores[4], answers.length),
    topics,
  };
}

/** Survey answers of a period by procedure, never by person (counter notes §3, seed 003). */
export function buildSurveyResults(
  facts: readonly ReportFact[],
  bounds: PeriodBounds,
): { readonly rows: readonly SurveyRow[]; readonly total: SurveyRow } {
  const answers = facts.flatMap(({ procedureCode, surveys }) =>
    surveys.filter(({ at }) => isWithin(at, bounds)).map((answer) => ({ ...answer, procedureCode })),
  );
  const rows = [...groupBy(answers, ({ procedureCode }) => procedureCode)]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([code, own]) => sumAnswers(code, own));
  return { rows, total: sumAnswers('', answers) };
}
