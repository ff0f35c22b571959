import type { Party } from '../../../shared/domain/person';
import type { IntakeDraft } from './intake-draft';
import { readPersonForm, type FieldProblem } from './person-form';

const GROUND_MAX = 300;

/** People of the dossier as far as they can be read, and what is wrong with the rest. */
export interface ReadParties {
  readonly parties: readonly Party[];
  readonly problems: readonly FieldProblem[];
}

/** One person at the counter is the applicant; when the applicant is somebody else, both stand on the dossier. */
export function readParties(draft: IntakeDraft, identityRequired: boolean): ReadParties {
  const submitter = readPersonForm(draft.submitter, { role: 'submitter', identityRequired });
  if (draft.applicantIs === 'submitter') {
    return submitter.ok
      ? { parties: [{ role: 'applicant', person: submitter.value }], problems: [] }
      : { parties: [], problems: submitter.error };
  }
  const applicant = readPersonForm(draft.applicant, { role: 'applicant', identityRequired });
  const ground = draft.ground.normalize('NFC').trim();
  const problems = [...(submitter.ok ? [] : submitter.error), ...(applicant.ok ? [] : applicant.error)];
  if (ground.length > GROUND_MAX) {
    const values = { length: ground.length, max: GROUND_MAX };
    problems.push({ field: 'ground', message: { key: 'intake.problem.textTooLong', values } });
  }
  const parties: Party[] = [];
  if (applicant.ok) parties.push({ role: 'applicant', person: applicant.value });
  if (submitter.ok) parties.push({ role: 'submitter', person: submitter.value, ...(ground === '' ? {} : { ground }) });
  return { parties, problems };
}
