import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../shared/base/result';
import type { LocalDay } from '../shared/base/time';
import { referencePackageSchema, type Reference, type ReferencePackage } from '../shared/domain/reference-package';
import { buildReference, type ReferenceError } from '../shared/domain/reference';
import { signedPackageSchema } from '../shared/sync/protocol';

/** Reference packages of this PC: those of the installer, and those the province sent. */
export interface ReferenceStore {
  readonly packages: () => readonly ReferencePackage[];
  /** Rules in force on a day. */
  readonly reference: (day: LocalDay) => Reference;
  /** Keeps a package whose signature was verified, as it was signed. Refused when no rules could be built with it. */
  readonly save: (pack: ReferencePackage, signedText: string) => Promise<Result<null, ReferenceError>>;
  readonly onChange: (listener: (kinds: readonly string[]) => void) => () => void;
}

/** What the store needs from outside. */
export interface ReferenceStorePorts {
  readonly installerFolder: string;
  readonly savedFolder: string;
  readonly today: () => LocalDay;
  readonly replaceFile: (path: string, text: string) => Promise<void>;
  /** Told of a kept package that cannot be read; the installer's takes its place. */
  readonly onFault: (error: unknown) => void;
}

/** Why nothing can be received on this PC: the installed packages are missing or damaged. */
export type ReferenceStoreError = { readonly kind: 'badPackages'; readonly file: string } | ReferenceError;

/** Reads all packages. */
export async function openReferenceStore(
  ports: ReferenceStorePorts,
): Promise<Result<ReferenceStore, ReferenceStoreError>> {
  const installed = await readInstalled(ports.installerFolder);
  if (!installed.ok) return installed;
  let packages: readonly ReferencePackage[] = [...(await readSaved(ports)), ...installed.value];
  const first = buildReference(packages, ports.today());
  if (!first.ok) return first;
  const byDay = new Map([[ports.today(), first.value]]);
  const listeners = new Set<(kinds: readonly string[]) => void>();
  return ok({
    packages: () => packages,
    reference: (day) => {
      const known = byDay.get(day);
      if (known !== undefined) return known;
      const built = buildReference(packages, day);
      // Dates before the first package have no rules of their own; today's are the nearest there are.
      const reference = built.ok ? built.value : first.value;
      byDay.set(day, reference);
      return reference;
    },
    save: async (pack, signedText) => {
      const next = [pack, ...packages.filter((other) => !isSame(other, pack))];
      const built = buildReference(next, ports.today());
      if (!built.ok) return built;
      await ports.replaceFile(join(ports.savedFolder, `${pack.kind}-${pack.version}.json`), signedText);
      packages = next;
      byDay.clear();
      for (const listener of listeners) listener([pack.kind]);
      return ok(null);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}

function isSame(a: ReferencePackage, b: ReferencePackage): boolean {
  return a.kind === b.kind && a.version === b.version && a.origin === b.origin;
}

async function readInstalled(folder: string): Promise<Result<readonly ReferencePackage[], ReferenceStoreError>> {
  const packages: ReferencePackage[] = [];
  for (const name of await listJson(folder)) {
    const parsed = referencePackageSchema.safeParse(parseJson(await readFile(join(folder, name), 'utf8')));
    if (!parsed.success) return err({ kind: 'badPackages', file: name });
    packages.push(parsed.data);
  }
  return ok(packages);
}

async function readSaved({ savedFolder, onFault }: ReferenceStorePorts): Promise<readonly ReferencePackage[]> {
  const packages: ReferencePackage[] = [];
  for (const name of await listJson(savedFolder)) {
    const parsed = signedPackageSchema.safeParse(parseJson(await readFile(join(savedFolder, name), 'utf8')));
    if (parsed.success) packages.push(parsed.data.package);
    else onFault(parsed.error);
  }
  return packages;
}

async function listJson(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more form of a damaged package; the schema then says so.
    return undefined;
  }
}
