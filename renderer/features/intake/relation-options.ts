import { partyRelationSchema, partySideSchema, type Party } from '../../../shared/domain/person';
import { t } from '../../ui';

type Relation = NonNullable<Party['relation']>;

/** The entry that chooses nothing. */
export const NO_CHOICE = 'none';

/** What the one at the counter may be to the applicant. */
export const submitterRelations: readonly Relation[] = [
  'parent',
  'guardian',
  'spouse',
  'relative',
  'authorised',
  'employee',
  'postalCarrier',
];

/** What further applicants are to the first one. */
export const ownerRelations: readonly Relation[] = ['spouse', 'coOwner', 'heir', 'relative'];

/** Who comes for the applicants. */
export const representativeRelations: readonly Relation[] = ['authorised', 'employee', 'parent', 'guardian'];

/** Entries of a picker, the empty choice first. */
export function listRelations(
  relations: readonly Relation[],
): readonly { readonly id: string; readonly text: string }[] {
  return [NO_CHOICE, ...relations].map((id) => ({ id, text: t(`intakeRules.relation.${id as Relation | 'none'}`) }));
}

/** The relation of an entry; null for none. */
export function findRelation(id: string): Relation | null {
  const found = partyRelationSchema.safeParse(id);
  return found.success ? found.data : null;
}

/** Entries of the two sides of a transfer. */
export function listSides(): readonly { readonly id: string; readonly text: string }[] {
  return (['none', 'transferor', 'transferee'] as const).map((id) => ({ id, text: t(`intakeRules.side.${id}`) }));
}

/** The side of an entry; null for none. */
export function findSide(id: string): NonNullable<Party['side']> | null {
  const found = partySideSchema.safeParse(id);
  return found.success ? found.data : null;
}
