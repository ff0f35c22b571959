import { embeddedReportRules, type ReportRules } from '../domain/report-rules';
import type { RuleSet } from '../domain/rule-set';
import { embeddedIndexRules, type ServiceIndexRules } from '../domain/service-index-rules';
import type { JudgeRules } from './fact-standing';

/** Report rules of a rule set; those inside the program where it names none. */
export function findReportRules({ reports }: Pick<RuleSet, 'reports'>): ReportRules {
  return reports ?? embeddedReportRules;
}

/** Index rules of a rule set; those inside the program where it names none. */
export function findIndexRules({ serviceIndex }: Pick<RuleSet, 'serviceIndex'>): ServiceIndexRules {
  return serviceIndex ?? embeddedIndexRules;
}

/** How reports under a rule set judge dossiers; unconfirmed entries are named, so that the paper can say so. */
export function decideJudgeRules(rules: Pick<RuleSet, 'early' | 'reports' | 'provisional'>): JudgeRules {
  const { endedWithoutResult, provisional } = findReportRules(rules);
  const unsure = [...provisional, ...rules.provisional.filter((name) => name === 'early')];
  return { early: rules.early, endedWithoutResult, provisional: unsure };
}
