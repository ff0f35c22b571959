import { handlingPayloads } from './handling-actions';
import { moneyPayloads } from './money-actions';
import { outcomePayloads } from './outcome-actions';
import { paperPayloads } from './paper-actions';
import { receptionPayloads } from './reception-actions';
import { recordPayloads } from './record-actions';

/** Payload schema of every dossier kind of this version. All carry their own payload version `v`. */
export const dossierPayloads = {
  ...receptionPayloads,
  ...paperPayloads,
  ...moneyPayloads,
  ...handlingPayloads,
  ...outcomePayloads,
  ...recordPayloads,
} as const;
