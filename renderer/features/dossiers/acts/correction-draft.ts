import { err, ok, type Result } from '../../../../shared/base/result';
import { toNfc } from '../../../../shared/base/vietnamese';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Person } from '../../../../shared/domain/person';
import { findMissing, type FieldErrors } from './field-errors';

type Changes = PayloadOf<'DetailsCorrected'>['changes'];

/** A correction as typed: the details as they should be. */
export interface CorrectionDraft {
  readonly name: string;
  readonly number: string;
  readonly birth: string;
  readonly phone: string;
  readonly address: string;
  readonly summary: string;
  readonly returnMethod: NonNullable<DossierState['returnMethod']>;
  readonly returnAddress: string;
  readonly reason: string;
}

function numberOf(person: Person | null): string {
  return person === null || person.identity.kind === 'none' ? '' : person.identity.number;
}

/** The details as they are. */
export function startCorrection(state: DossierState): CorrectionDraft {
  const { applicant } = state;
  return {
    name: applicant?.name ?? '',
    number: numberOf(applicant),
    birth: applicant?.birth ?? '',
    phone: applicant?.phone ?? '',
    address: applicant?.address ?? '',
    summary: state.summary,
    returnMethod: state.returnMethod ?? 'counter',
    returnAddress: state.returnAddress ?? '',
    reason: '',
  };
}

/** Kind of number stays what it was unless it was none: a passport is not turned into a personal id by a typo. */
function correctIdentity(person: Person, number: string): Person['identity'] | undefined {
  const { identity } = person;
  if (number === '') return identity.kind === 'none' ? identity : { kind: 'none', reason: 'other' };
  if (identity.kind === 'passport' || identity.kind === 'taxCode') return { kind: identity.kind, number };
  if (/^\d{12}$/.test(number)) return { kind: 'personalId', number };
  return /^\d{9}$/.test(number) ? { kind: 'oldId', number } : undefined;
}

function correctPerson(person: Person, draft: CorrectionDraft): Person | undefined {
  const identity = correctIdentity(person, draft.number.replaceAll(/\s/g, ''));
  if (identity === undefined) return undefined;
  const { birth, phone, address, ...rest } = { ...person };
  const next = {
    birth: draft.birth.trim() || undefined,
    phone: draft.phone.replaceAll(/[\s.]/g, '') || undefined,
    address: toNfc(draft.address.trim()) || undefined,
  };
  const isSame =
    birth === next.birth && phone === next.phone && address === next.address && person.name === draft.name.trim();
  if (isSame && numberOf(person) === numberOf({ ...person, identity })) return person;
  return {
    ...rest,
    name: toNfc(draft.name.trim()),
    identity,
    source: 'typed',
    ...(next.birth === undefined ? {} : { birth: next.birth }),
    ...(next.phone === undefined ? {} : { phone: next.phone }),
    ...(next.address === undefined ? {} : { address: next.address }),
  };
}

function correctParties(state: DossierState, draft: CorrectionDraft): Result<Partial<Changes>, FieldErrors> {
  const index = state.parties.findIndex((party) => party.role === 'applicant');
  const party = state.parties[index];
  if (!party) return ok({});
  const person = correctPerson(party.person, draft);
  if (person === undefined) return err({ number: { key: 'dossiers.act.badDigits' } });
  return ok(person === party.person ? {} : { parties: state.parties.with(index, { ...party, person }) });
}

/** What differs from the dossier, and why. Fields that stay are left out, so that two corrections can meet. */
export function readCorrection(
  draft: CorrectionDraft,
  state: DossierState,
): Result<PayloadOf<'DetailsCorrected'>, FieldErrors> {
  const missing = findMissing(draft, state.applicant === null ? ['reason'] : ['name', 'reason']);
  const parties = correctParties(state, draft);
  // All at once: an officer who mends one field must not meet the next error only then.
  if (!parties.ok) return err({ ...missing, ...parties.error });
  if (missing) return err(missing);
  const before = startCorrection(state);
  const changes: Changes = {
    ...parties.value,
    ...(draft.summary.trim() === before.summary ? {} : { summary: toNfc(draft.summary.trim()) }),
    ...(draft.returnMethod === before.returnMethod ? {} : { returnMethod: draft.returnMethod }),
    ...(draft.returnAddress.trim() === before.returnAddress
      ? {}
      : { returnAddress: toNfc(draft.returnAddress.trim()) }),
  };
  if (Object.keys(changes).length === 0) return err({ reason: { key: 'dossiers.act.nothingChanged' } });
  return ok({ v: 1, reason: draft.reason.trim(), changes });
}
