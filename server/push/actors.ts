import type { Kysely } from 'kysely';
import type { Action } from '../../shared/domain/actions/action';
import { officerSchema, type Officer } from '../../shared/domain/officer';
import type { Tables } from '../database/tables';
import type { Device } from '../devices';

/** Officers and delegations the province has registered, as far as a push names them. */
export interface OfficerBook {
  readonly byId: ReadonlyMap<string, Officer>;
  readonly byDelegation: ReadonlyMap<string, Officer>;
}

/** Reads the officers of a push in one query. */
export async function loadOfficers(db: Kysely<Tables>, actions: readonly Action[]): Promise<OfficerBook> {
  const ids = [...new Set(actions.map((action) => action.officerId))];
  const delegations = [...new Set(actions.flatMap(({ onBehalfOf }) => (onBehalfOf ? [onBehalfOf.delegationId] : [])))];
  if (ids.length === 0) return { byId: new Map(), byDelegation: new Map() };
  const rows = await db
    .selectFrom('officers')
    .select('officer_json')
    .where((where) =>
      where.or([
        where('officer_id', 'in', ids),
        ...(delegations.length > 0 ? [where('delegation_id', 'in', delegations)] : []),
      ]),
    )
    .execute();
  const officers = rows.map((row) => officerSchema.parse(JSON.parse(row.officer_json)));
  return {
    byId: new Map(officers.map((officer) => [officer.officerId, officer])),
    byDelegation: new Map(
      officers.flatMap((officer) => (officer.delegation ? [[officer.delegation.id, officer]] : [])),
    ),
  };
}

/**
 * Who may have acted. A registered officer stands for himself. One the province does not know yet (added beside a
 * colleague while the line was down) may have any role the device was enrolled for. An act in the name of a unit rests on
 * the delegation it names: none registered, nobody.
 */
export function findActors(action: Action, device: Device, book: OfficerBook): readonly Officer[] {
  const { officerId, onBehalfOf } = action;
  const known = book.byId.get(officerId);
  if (onBehalfOf) {
    const holder =
      known?.delegation?.id === onBehalfOf.delegationId ? known : book.byDelegation.get(onBehalfOf.delegationId);
    return holder ? [holder] : [];
  }
  if (known) return [known];
  return device.roles.map((role) => ({ officerId, name: officerId, role, unitId: device.unitId }));
}
