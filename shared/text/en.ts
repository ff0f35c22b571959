import { caseFacts } from './en/case-facts';
import { caseMoney } from './en/case-money';
import { caseOutcome } from './en/case-outcome';
import { casePapers } from './en/case-papers';
import { counterDuty } from './en/counter-duty';
import { catalogue } from './en/catalogue';
import { codes } from './en/codes';
import { domain } from './en/domain';
import { deadlines } from './en/deadlines';
import { dossiers } from './en/dossiers';
import { errors } from './en/errors';
import { intake } from './en/intake';
import { intakeRules } from './en/intake-rules';
import { leader } from './en/leader';
import { overdue } from './en/overdue';
import { people } from './en/people';
import { printing } from './en/printing';
import { reportColumns } from './en/report-columns';
import { reportScreen } from './en/report-screen';
import { reports } from './en/reports';
import { rules } from './en/rules';
import { shell } from './en/shell';
import { supervision } from './en/supervision';
import { sync } from './en/sync';
import { unlock } from './en/unlock';

/**
 * English for every area a screen shows. Left out: the official papers (`forms`), the server's page and what main says
 * outside the window, which are Vietnamese always. `deadlines` and `people` are thin: what is missing appears in Vietnamese.
 */
export const en = {
  shell,
  unlock,
  intake,
  intakeRules,
  dossiers,
  caseFacts,
  caseMoney,
  caseOutcome,
  casePapers,
  supervision,
  leader,
  overdue,
  counterDuty,
  sync,
  domain,
  codes,
  rules,
  reports,
  reportColumns,
  reportScreen,
  errors,
  printing,
  deadlines,
  people,
  catalogue,
} as const;
