import type { LocalDay } from '../../shared/base/time';
import { procedureSchema, type Procedure } from '../../shared/domain/procedure';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import { buildReference } from '../../shared/domain/reference';
import type { DesktopBridge } from '../../shared/ipc/contract';
import { findRecords, recountOpenDates } from './open-records';
import { guardStore, type Stores } from './open-stores';
import { setReference, useReference } from './reference.store';
import type { ReferenceDoc } from './rx-schemas';

function listRows(pack: ReferencePackage): readonly { readonly key: string; readonly row: unknown }[] {
  switch (pack.kind) {
    case 'procedures':
      return pack.rows.map((row) => ({ key: `${row.code}|${row.validFrom}`, row }));
    case 'units':
      return pack.rows.map((row) => ({ key: `${row.id}|${row.validFrom}`, row }));
    case 'rules':
      return pack.rows.map((row) => ({ key: row.validFrom, row }));
    case 'calendar':
      return [{ key: 'calendar', row: pack.rows }];
    case 'addresses':
    case 'forms':
      // No dossier is judged by them: only the package in force is used, from memory (forms by main alone).
      return [];
  }
}

function toDocs(pack: ReferencePackage): ReferenceDoc[] {
  const { kind, version } = pack;
  return listRows(pack).map(({ key, row }) => ({
    id: `${kind}|${version}|${key}`,
    kind,
    version,
    row: JSON.stringify(row),
  }));
}

/**
 * Keeps the rows of every package that was ever in force here: a dossier is judged by the versions it was received
 * under, long after a newer package came.
 */
async function keepRows({ reference }: Stores, packages: readonly ReferencePackage[]): Promise<void> {
  for (const pack of packages) {
    const { kind, version } = pack;
    const known = await reference.find({ selector: { kind, version }, sort: [{ kind: 'asc' }], limit: 1 }).exec();
    if (known.length === 0) await reference.bulkInsert(toDocs(pack));
  }
}

/** Puts together the rules in force on a day from the packages main holds, and shows them to every screen. */
export async function loadReference(desktop: DesktopBridge, day: LocalDay): Promise<void> {
  const packages = await desktop.reference.current();
  if (!packages.ok) {
    setReference({ ...useReference.getState(), problem: packages.error });
    return;
  }
  const built = buildReference(packages.value, day);
  const held = { packages: packages.value, day };
  setReference(
    built.ok ? { ...held, reference: built.value, problem: null } : { ...held, reference: null, problem: built.error },
  );
  await keepReference();
  await recountOpenDates();
}

/** Keeps the rows of the rules in the open store. */
export async function keepReference(): Promise<void> {
  const stores = findRecords()?.stores;
  if (stores === undefined) return;
  const { packages } = useReference.getState();
  // Without these rows older dossiers show today's wording of their procedure; nothing else depends on them.
  await guardStore(() => keepRows(stores, packages));
}

/**
 * The procedure as it stood in a package version on a day: what a dossier received then is judged by. `undefined` when
 * this device never held that version.
 */
export async function findFrozenProcedure(input: {
  readonly version: string;
  readonly code: string;
  readonly day: LocalDay;
}): Promise<Procedure | undefined> {
  const stores = findRecords()?.stores;
  if (stores === undefined) return undefined;
  const prefix = `procedures|${input.version}|${input.code}|`;
  const query = stores.reference.find({
    selector: { id: { $gte: prefix, $lte: `${prefix}${input.day}` } },
    sort: [{ id: 'asc' }],
    limit: 50,
  });
  const found = await guardStore(() => query.exec());
  const newest = found.ok ? found.value.at(-1) : undefined;
  const parsed = newest === undefined ? undefined : procedureSchema.safeParse(JSON.parse(newest.row));
  return parsed?.success === true ? parsed.data : undefined;
}
