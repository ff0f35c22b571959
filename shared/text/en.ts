import { domain } from './en/domain';
import { deadlines } from './en/deadlines';
import { dossiers } from './en/dossiers';
import { errors } from './en/errors';
import { intake } from './en/intake';
import { people } from './en/people';
import { printing } from './en/printing';
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
  dossiers,
  supervision,
  sync,
  domain,
  rules,
  errors,
  printing,
  deadlines,
  people,
} as const;
