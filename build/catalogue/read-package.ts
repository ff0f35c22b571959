import { readFile } from 'node:fs/promises';
import { referencePackageSchema, type ReferencePackage } from '../../shared/domain/reference-package';
import { signedPackageSchema } from '../../shared/sync/protocol';

/**
 * Reads a reference package from a file, plain as in `build/packages` or signed as a counter keeps it. The signature is not
 * checked here: these tools tell what a file says, not whom to believe. Throws with the first fault of its shape.
 */
export async function readPackageFile(path: string): Promise<ReferencePackage> {
  const json: unknown = JSON.parse(await readFile(path, 'utf8'));
  const signed = signedPackageSchema.safeParse(json);
  if (signed.success) return signed.data.package;
  const plain = referencePackageSchema.safeParse(json);
  if (plain.success) return plain.data;
  const [issue] = plain.error.issues;
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a reference package'}`);
}
