import { formatDay } from '../../../shared/base/time';
import type { Message } from '../../../shared/text/message';

/** What an act on the sync desk is about: a dossier to open, or a day of the unit. */
export type SyncSubject =
  { readonly kind: 'dossier'; readonly id: string } | { readonly kind: 'unitDay'; readonly said: Message };

/** Reads a subject key, `dossier:<id>` or `unitDay:<unit>:<day>:<counter>`. */
export function readSyncSubject(subjectKey: string): SyncSubject {
  const [type, first = '', day = ''] = subjectKey.split(':');
  if (type === 'dossier') return { kind: 'dossier', id: first };
  return { kind: 'unitDay', said: { key: 'sync.desk.unitDay', values: { day: formatDay(day) } } };
}
