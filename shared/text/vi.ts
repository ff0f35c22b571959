import { caseFacts } from './vi/case-facts';
import { caseMoney } from './vi/case-money';
import { caseOutcome } from './vi/case-outcome';
import { casePapers } from './vi/case-papers';
import { codes } from './vi/codes';
import { counterDuty } from './vi/counter-duty';
import { catalogue } from './vi/catalogue';
import { deadlines } from './vi/deadlines';
import { domain } from './vi/domain';
import { dossiers } from './vi/dossiers';
import { errors } from './vi/errors';
import { forms } from './vi/forms';
import { intake } from './vi/intake';
import { intakeRules } from './vi/intake-rules';
import { leader } from './vi/leader';
import { machine } from './vi/machine';
import { overdue } from './vi/overdue';
import { people } from './vi/people';
import { printing } from './vi/printing';
import { reportColumns } from './vi/report-columns';
import { reportScreen } from './vi/report-screen';
import { reports } from './vi/reports';
import { rules } from './vi/rules';
import { server } from './vi/server';
import { shell } from './vi/shell';
import { supervision } from './vi/supervision';
import { sync } from './vi/sync';
import { unlock } from './vi/unlock';

/** Every Vietnamese sentence, by area. `{{name}}` marks a value to fill in. */
export const vi = {
  counterDuty,
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
  sync,
  domain,
  deadlines,
  overdue,
  rules,
  people,
  codes,
  catalogue,
  forms,
  reports,
  reportColumns,
  reportScreen,
  errors,
  machine,
  printing,
  server,
} as const;
