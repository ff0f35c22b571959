import { toLocalDay, type Instant } from '../base/time';
import { codeSearchKey } from './code-search';
import type { Intake } from './actions/intake-payload';
import type { DuplicateRule } from './duplicate-rule';
import { isSameIdentity, isSameName, listApplicants, mayBeSamePerson } from './parties';
import type { Party } from './person';

/** A dossier as far as the duplicate check looks at it; `DossierState` with its intake's land fits. */
export interface EarlierDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string | null;
  readonly receivedAt: Instant | null;
  readonly isOpen: boolean;
  readonly parties: readonly Party[];
  readonly handlingUnit: string;
  readonly land?: Intake['land'];
}

/** Why a dossier may be the same request. `siblings`: the same parent and day of birth, another name: twins or a new name. */
export type DuplicateReason =
  'samePersonSameDay' | 'sameSubject' | 'sameChild' | 'siblings' | 'sameParcel' | 'sameCertificate';

/** A possible duplicate, to be shown with its reason. Never blocks; the officer's own reason goes into the intake. */
export interface PossibleDuplicate {
  readonly dossierId: string;
  readonly code: string;
  readonly receivedAt: Instant | null;
  readonly why: DuplicateReason;
}

type Wanted = Pick<Intake, 'procedureCode' | 'parties' | 'land' | 'handlingUnit'>;

function shareApplicant(a: readonly Party[], b: readonly Party[]): boolean {
  return listApplicants(a).some((one) => listApplicants(b).some((other) => mayBeSamePerson(one.person, other.person)));
}

/** Somebody with a number who stands on both dossiers: of a child without one, its parents. */
function shareNumber(a: readonly Party[], b: readonly Party[]): boolean {
  return a.some((one) => b.some((other) => isSameIdentity(one.person.identity, other.person.identity)));
}

function compareChildren(wanted: Wanted, earlier: EarlierDossier): DuplicateReason | undefined {
  if (shareApplicant(wanted.parties, earlier.parties)) return 'sameChild';
  for (const { person: child } of listApplicants(wanted.parties)) {
    for (const { person: other } of listApplicants(earlier.parties)) {
      // Two numbers that differ are two children, whoever their parents are.
      if (child.identity.kind !== 'none' && other.identity.kind !== 'none') continue;
      if (!shareNumber(wanted.parties, earlier.parties)) continue;
      if (isSameName(child.name, other.name)) return 'sameChild';
      if (child.birth !== undefined && child.birth === other.birth) return 'siblings';
    }
  }
  return undefined;
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  const key = codeSearchKey(a ?? '');
  return key !== '' && key === codeSearchKey(b ?? '');
}

/** Sheet and parcel numbers repeat from commune to commune, so they count within one handling unit only. */
function compareLand(wanted: Wanted, earlier: EarlierDossier): DuplicateReason | undefined {
  if (!earlier.isOpen) return undefined;
  if (sameText(wanted.land?.certificateSerial, earlier.land?.certificateSerial)) return 'sameCertificate';
  const isSameParcel =
    sameText(wanted.land?.parcelNo, earlier.land?.parcelNo) && sameText(wanted.land?.sheetNo, earlier.land?.sheetNo);
  return isSameParcel && isSameName(wanted.handlingUnit, earlier.handlingUnit) ? 'sameParcel' : undefined;
}

function compare(
  rule: DuplicateRule,
  pair: { readonly wanted: Wanted; readonly earlier: EarlierDossier; readonly at: Instant },
): DuplicateReason | undefined {
  const { wanted, earlier, at } = pair;
  // Of one parcel two different requests at a time disturb each other; elsewhere only the same procedure counts.
  if (rule === 'sameParcel') return compareLand(wanted, earlier);
  if (earlier.procedureCode !== wanted.procedureCode) return undefined;
  switch (rule) {
    case 'none':
      return undefined;
    case 'samePersonSameDay': {
      const isSameDay = earlier.receivedAt !== null && toLocalDay(earlier.receivedAt) === toLocalDay(at);
      return isSameDay && shareApplicant(wanted.parties, earlier.parties) ? 'samePersonSameDay' : undefined;
    }
    case 'sameSubject':
      return shareApplicant(wanted.parties, earlier.parties) ? 'sameSubject' : undefined;
    case 'sameChild':
      return compareChildren(wanted, earlier);
  }
}

/**
 * Dossiers that may be the same request, by the rule of the procedure: open ones first, then the latest. `at`: legal time of
 * the reception. Runs on whatever this device holds, without a line.
 */
export function findDuplicates(input: {
  readonly rule: DuplicateRule;
  readonly wanted: Wanted;
  readonly earlier: readonly EarlierDossier[];
  readonly at: Instant;
}): readonly PossibleDuplicate[] {
  const { rule, wanted, at } = input;
  return [...input.earlier]
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || (b.receivedAt ?? 0) - (a.receivedAt ?? 0))
    .flatMap((earlier) => {
      const why = compare(rule, { wanted, earlier, at });
      const { dossierId, code, receivedAt } = earlier;
      return why === undefined ? [] : [{ dossierId, code, receivedAt, why }];
    });
}
