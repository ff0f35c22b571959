import { readdir } from 'node:fs/promises';
import { err, ok, type Result } from '../shared/base/result';
import type { LocalDay } from '../shared/base/time';
import type { Unit } from '../shared/domain/unit';
import { forgetDataKey } from './keys/data-key';
import type { KeyVault } from './keys/key-vault';
import type { PlaceFile } from './place';
import { checkProvision, placeOf, type Provision, type ProvisionError } from './provisioning';

/** What setting up joins. */
export interface FirstRunPorts {
  readonly vault: KeyVault;
  readonly place: PlaceFile;
  readonly units: () => ReadonlyMap<string, Unit>;
  readonly today: () => LocalDay;
  readonly journalFolder: string;
}

/** Why nothing was set up. `recordsWithoutKeys`: new keys would make the records that lie here unreadable for ever. */
export type FirstRunError = ProvisionError | { readonly kind: 'exists' } | { readonly kind: 'recordsWithoutKeys' };

/**
 * Sets up a unit on this PC, once: place first, keys last, because the keys are what ends the first run. Interrupted in
 * between, the next start begins anew.
 */
export async function setUpUnit(ports: FirstRunPorts, provision: Provision): Promise<Result<null, FirstRunError>> {
  if (ports.vault.status().exists) return err({ kind: 'exists' });
  if (await hasRecords(ports.journalFolder)) return err({ kind: 'recordsWithoutKeys' });
  const checked = checkProvision(provision, ports.units(), ports.today());
  if (!checked.ok) return checked;
  await ports.place.save(placeOf(provision));
  const { officers, recoveryPublicKey } = provision;
  const created = await ports.vault.create({
    officers,
    ...(recoveryPublicKey === undefined ? {} : { recoveryPublicKey }),
  });
  if (!created.ok) return created;
  forgetDataKey(created.value);
  return ok(null);
}

/** Whether records lie in this folder: a first run never has any. */
export async function hasRecords(journalFolder: string): Promise<boolean> {
  return (await readdir(journalFolder)).length > 0;
}
