import { domain } from './vi/domain';
import { dossiers } from './vi/dossiers';
import { errors } from './vi/errors';
import { forms } from './vi/forms';
import { intake } from './vi/intake';
import { machine } from './vi/machine';
import { printing } from './vi/printing';
import { rules } from './vi/rules';
import { server } from './vi/server';
import { shell } from './vi/shell';
import { supervision } from './vi/supervision';
import { sync } from './vi/sync';
import { unlock } from './vi/unlock';

/** Every Vietnamese sentence, by area. `{{name}}` marks a value to fill in. */
export const vi = {
  shell,
  unlock,
  intake,
  dossiers,
  supervision,
  sync,
  domain,
  rules,
  forms,
  errors,
  machine,
  printing,
  server,
} as const;
