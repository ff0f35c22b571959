import { err, ok, type Result } from '../../shared/base/result';
import { referenceKinds, type ReferencePackage } from '../../shared/domain/reference-package';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { ProvincialClient } from './provincial-client';
import { isPackageGenuine, type ServerKeys } from './server-signature';

/** A package by what it is and which one of them. */
interface PackageName {
  readonly kind: string;
  readonly version: string;
}

/** Packages in force here, and where a newer one is kept. */
export interface PackagePorts {
  readonly client: Pick<ProvincialClient, 'package'>;
  readonly installed: () => readonly (PackageName & { readonly origin: string })[];
  readonly keys: () => ServerKeys;
  readonly save: (pack: ReferencePackage, signed: string) => Promise<Result<unknown, unknown>>;
  /** Names of packages taken since the start. A province may pass on the installer's own: by their origin these never look like its own. */
  readonly taken: Set<string>;
}

/** Fetches what the province has and this device does not; unsigned or foreign packages are never installed. Gives the kinds that changed. */
export async function keepPackages(
  offered: readonly PackageName[],
  ports: PackagePorts,
): Promise<Result<readonly string[], SyncFailure>> {
  const installed = ports.installed();
  const changed: string[] = [];
  for (const { kind, version } of offered) {
    const name = `${kind} ${version}`;
    const mine = installed.filter((item) => item.kind === kind);
    const isHere = mine.some((item) => item.version === version && item.origin === 'province');
    // A kind of a newer version is of no use here.
    if (!isKnownKind(kind) || isHere || ports.taken.has(name)) continue;
    const answer = await ports.client.package(kind);
    if (!answer.ok) return answer;
    if (answer.value.package.kind !== kind || !isPackageGenuine(answer.value, ports.keys())) {
      return err({ kind: 'untrusted' });
    }
    const kept = await ports.save(answer.value.package, JSON.stringify(answer.value));
    if (!kept.ok) continue;
    ports.taken.add(name);
    changed.push(kind);
  }
  return ok(changed);
}

function isKnownKind(kind: string): boolean {
  return referenceKinds.some((known) => known === kind);
}
