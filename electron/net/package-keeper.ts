import { err, ok, type Result } from '../../shared/base/result';
import type { ReferencePackage } from '../../shared/domain/procedure';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { ProvincialClient } from './provincial-client';
import { isPackageGenuine, type ServerKeys } from './server-signature';

/** Packages in force here, and where a newer one is kept. */
export interface PackagePorts {
  readonly client: Pick<ProvincialClient, 'package'>;
  readonly installed: () => readonly { readonly kind: string; readonly version: string; readonly origin: string }[];
  readonly keys: () => ServerKeys;
  readonly save: (pack: ReferencePackage, signed: string) => Promise<Result<unknown, unknown>>;
}

/** Fetches what the province has and this device does not; unsigned or foreign packages are never installed. Gives the kinds that changed. */
export async function keepPackages(
  offered: readonly { readonly kind: string; readonly version: string }[],
  ports: PackagePorts,
): Promise<Result<readonly string[], SyncFailure>> {
  const installed = ports.installed();
  const changed: string[] = [];
  for (const { kind, version } of offered) {
    const mine = installed.find((item) => item.kind === kind);
    if (mine === undefined || (mine.version === version && mine.origin === 'province')) continue;
    const answer = await ports.client.package(kind);
    if (!answer.ok) return answer;
    if (answer.value.package.kind !== kind || !isPackageGenuine(answer.value, ports.keys())) {
      return err({ kind: 'untrusted' });
    }
    const kept = await ports.save(answer.value.package, JSON.stringify(answer.value));
    if (kept.ok) changed.push(kind);
  }
  return ok(changed);
}
