import type { Party } from '../../../shared/domain/person';
import type { IntakeDraft, OtherParty } from './intake-draft';
import { readPersonForm, type FieldProblem } from './person-form';

const GROUND_MAX = 300;

/** People of the dossier as far as they can be read, and what is wrong with the rest. */
export interface ReadParties {
  readonly parties: readonly Party[];
  readonly problems: readonly FieldProblem[];
}

function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

function findGroundProblem(field: string, ground: string): FieldProblem[] {
  const { length } = tidy(ground);
  if (length <= GROUND_MAX) return [];
  return [{ field, message: { key: 'intake.problem.textTooLong', values: { length, max: GROUND_MAX } } }];
}

interface Standing {
  readonly ground: string;
  readonly relation: Party['relation'] | null;
  readonly side?: Party['side'] | null;
}

/** What somebody is to the others; what was not said is absent. */
function readStanding({ ground, relation, side }: Standing): Omit<Party, 'role' | 'person'> {
  const words = tidy(ground);
  return {
    ...(side ? { side } : {}),
    ...(relation ? { relation } : {}),
    ...(words === '' ? {} : { ground: words }),
  };
}

function readOther(other: OtherParty, identityRequired: boolean): ReadParties {
  const role = `panel.${other.id}`;
  const person = readPersonForm(other.form, { role, identityRequired });
  const problems = [...(person.ok ? [] : person.error), ...findGroundProblem(`${role}.ground`, other.ground)];
  const parties: Party[] = person.ok ? [{ role: other.role, person: person.value, ...readStanding(other) }] : [];
  return { parties, problems };
}

function readFirst(draft: IntakeDraft, identityRequired: boolean): ReadParties {
  const submitter = readPersonForm(draft.submitter, { role: 'submitter', identityRequired });
  const side = readStanding({ ground: '', relation: null, side: draft.side });
  if (draft.applicantIs === 'submitter') {
    return submitter.ok
      ? { parties: [{ role: 'applicant', person: submitter.value, ...side }], problems: [] }
      : { parties: [], problems: submitter.error };
  }
  const applicant = readPersonForm(draft.applicant, { role: 'applicant', identityRequired });
  const problems = [
    ...(submitter.ok ? [] : submitter.error),
    ...(applicant.ok ? [] : applicant.error),
    ...findGroundProblem('ground', draft.ground),
  ];
  const parties: Party[] = [];
  if (applicant.ok) parties.push({ role: 'applicant', person: applicant.value, ...side });
  const { ground, relation } = draft;
  if (submitter.ok) {
    parties.push({ role: 'submitter', person: submitter.value, ...readStanding({ ground, relation }) });
  }
  return { parties, problems };
}

/**
 * One person at the counter is the applicant; when the applicant is somebody else, both stand on the dossier. Further
 * applicants and representatives follow in the order they were added.
 */
export function readParties(draft: IntakeDraft, identityRequired: boolean): ReadParties {
  const first = readFirst(draft, identityRequired);
  const others = draft.others.map((other) => readOther(other, identityRequired));
  const read = [first, ...others];
  return {
    // Applicants before those who come for them: papers name the first one.
    parties: read
      .flatMap(({ parties }) => parties)
      .sort((a, b) => Number(b.role === 'applicant') - Number(a.role === 'applicant')),
    problems: read.flatMap(({ problems }) => problems),
  };
}
