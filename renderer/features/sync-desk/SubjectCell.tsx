import type { ReactNode } from 'react';
import type { DossierRow } from '../../records/dossier-row';
import { t } from '../../ui';
import { readSyncSubject } from './sync-subject';

/** Code and applicant of the dossier an act is about. */
export function SubjectCell({
  subjectKey,
  labels,
}: {
  readonly subjectKey: string;
  readonly labels: ReadonlyMap<string, DossierRow> | undefined;
}): ReactNode {
  const subject = readSyncSubject(subjectKey);
  if (subject.kind === 'unitDay') return t(subject.said);
  if (labels === undefined) return null;
  const row = labels.get(subject.id);
  if (!row) return <span className="muted">{t('sync.desk.notHere')}</span>;
  return (
    <>
      <span className="tabular strong">{row.code}</span> {row.applicantName}
    </>
  );
}
