import { vi } from '../text/vi';
import { plainCell, rowOf } from './figure';
import type { ProcedureNames } from './procedure-results';
import { column } from './report-columns';
import type { ReportRow, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { frameReport, type ReportFrame } from './report-frame';
import { boundsOf, describePeriod, markPeriod, type ReportPeriod } from './report-period';
import { buildSurveyResults, type SurveyRow } from './survey-results';

const words = vi.reports;
const heads = vi.reportColumns;
const topics = ['time', 'attitude', 'guidance', 'papers', 'facilities'] as const;

const columns = [
  column.text(heads.procedure, 40),
  column.count(heads.survey.answers),
  column.count(heads.survey.veryBad, 8),
  column.count(heads.survey.bad, 8),
  column.count(heads.survey.fair, 8),
  column.count(heads.survey.good, 8),
  column.count(heads.survey.veryGood, 8),
  column.decimal(heads.survey.average),
  column.percent(heads.survey.satisfied),
  ...topics.map((topic) => column.count(words.topic[topic])),
];

function rowFor(row: SurveyRow, name: string, look: ReportRow['look']): ReportRow {
  const { answers, scores, average, satisfied, topics: named } = row;
  return rowOf(
    [name, answers, ...scores, average, satisfied, ...topics.map((topic) => named[topic] ?? 0)].map(plainCell),
    look,
  );
}

/** Survey answers by procedure as a report. No figure leads to a dossier: answers are anonymous. */
export function buildSurveyReport(
  facts: readonly ReportFact[],
  input: { readonly frame: ReportFrame; readonly period: ReportPeriod; readonly procedureOf: ProcedureNames },
): TableReport {
  const { frame, period, procedureOf } = input;
  const { rows, total } = buildSurveyResults(facts, boundsOf(period, frame.madeAt));
  const body = rows.map((row) => rowFor(row, procedureOf(row.procedureCode)?.name ?? row.procedureCode, 'plain'));
  return frameReport(frame, {
    id: 'survey',
    subtitles: [describePeriod(period)],
    tables: [
      {
        name: words.sheet.survey,
        columns,
        rows: rows.length === 0 ? [] : [...body, rowFor(total, words.total, 'total')],
        empty: words.empty.answers,
        notes: [words.line.anonymous],
      },
    ],
    fileMark: markPeriod(period),
  });
}
