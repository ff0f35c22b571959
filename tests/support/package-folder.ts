import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { referenceKinds, referencePackageSchema, type ReferencePackage } from '../../shared/domain/reference-package';
import { makeTempFolder } from './journal-kit';

/** The installer's packages; a province's own forms are not among them. */
export function readInstallerPackages(): readonly ReferencePackage[] {
  const kinds = referenceKinds.filter((kind) => kind !== 'forms');
  return kinds.map((kind) =>
    referencePackageSchema.parse(
      JSON.parse(readFileSync(new URL(`../../build/packages/${kind}.json`, import.meta.url), 'utf8')),
    ),
  );
}

/** Writes packages into a folder of their own, as a province keeps them, and names it. */
export async function makePackageFolder(packages: readonly ReferencePackage[]): Promise<string> {
  const folder = await makeTempFolder('packages');
  for (const pack of packages) await writeFile(join(folder, `${pack.kind}.json`), JSON.stringify(pack));
  return folder;
}
