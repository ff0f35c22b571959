import { z } from 'zod';

/** Rules of the reports that are not rules of a dossier. Data, so that a circular can change them without a release. */
export const reportRulesSchema = z.object({
  /**
   * Day of the month on which a report period begins: 15 gives 15th → 14th (NĐ 09/2019/NĐ-CP art. 12; provisional),
   * 1 gives calendar months.
   */
  periodStartDay: z.int().min(1).max(28),
  /**
   * Dossiers that ended without a result (withdrawn, stopped, refused): judged by their dates as any other, or always on time
   * as one province prints it (domain notes §10.1, column 9).
   */
  endedWithoutResult: z.enum(['byDate', 'onTime']),
  /** Names of entries no official text was read for. */
  provisional: z.array(z.string().max(60)),
  source: z.string().max(300),
});
/** See {@link reportRulesSchema}. */
export type ReportRules = z.infer<typeof reportRulesSchema>;

/** Report rules inside the program, where the rule set in force names none: provisional as a whole (counter notes §2 (c)). */
export const embeddedReportRules: ReportRules = {
  periodStartDay: 15,
  endedWithoutResult: 'byDate',
  provisional: ['periodStartDay', 'endedWithoutResult'],
  source: 'NĐ 09/2019/NĐ-CP điều 12 (giá trị mặc định của phần mềm, chưa đối chiếu văn bản gốc)',
};
