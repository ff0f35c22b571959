import { expect, it } from 'vitest';
import { embeddedReportRules } from '../domain/report-rules';
import { embeddedRules, ruleSetSchema } from '../domain/rule-set';
import { embeddedIndexRules } from '../domain/service-index-rules';
import { describeJudging } from './report-frame';
import { decideJudgeRules, findIndexRules, findReportRules } from './rules-in-force';

const confirmed = { ...embeddedReportRules, periodStartDay: 1, endedWithoutResult: 'onTime', provisional: [] } as const;
const own = ruleSetSchema.parse({
  ...embeddedRules,
  reports: confirmed,
  provisional: [],
  serviceIndex: embeddedIndexRules,
});

it('takes the rules of the package, else those inside the program', () => {
  expect(findReportRules(embeddedRules)).toBe(embeddedReportRules);
  expect(findReportRules(own)).toEqual(confirmed);
  expect(findIndexRules(embeddedRules)).toBe(embeddedIndexRules);
  expect(findIndexRules(own)).toEqual(embeddedIndexRules);
});

it('says on the paper which definitions nobody confirmed', () => {
  const unsure = decideJudgeRules(embeddedRules);
  expect(unsure).toEqual({
    early: 'earlierDay',
    endedWithoutResult: 'byDate',
    provisional: ['periodStartDay', 'endedWithoutResult', 'early'],
  });
  expect(describeJudging(unsure).at(-1)).toBe(
    'Kỳ báo cáo và cách tính trên là giá trị tạm, chưa đối chiếu văn bản gốc.',
  );
  expect(decideJudgeRules(own)).toEqual({ early: 'earlierDay', endedWithoutResult: 'onTime', provisional: [] });
  expect(describeJudging(decideJudgeRules(own)).at(-1)).toBe('Hồ sơ rút, trả lại, dừng được tính là đúng hạn.');
});
