import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../shared/base/result';
import { toLocalDay, type LocalDay } from '../shared/base/time';
import type { Message } from '../shared/text/message';
import { openDeviceSecret, type SecretStore } from './device-secret';
import { replaceFile } from './durable-file';
import { hasRecords, setUpUnit, type FirstRunError } from './first-run';
import type { CheckedFileError } from './keys/checked-file';
import { openKeyVault, type KeyVault } from './keys/key-vault';
import type { Launch } from './launch';
import { describeError } from './log';
import { openPlace, type PlaceFile } from './place';
import { findPracticeUnit } from './practice-unit';
import { readProvision } from './provisioning';
import { openReferenceStore, type ReferenceStore } from './reference-store';

/** What can be read before anybody signed in. */
export interface Stores {
  readonly vault: KeyVault;
  readonly place: PlaceFile;
  readonly reference: ReferenceStore;
}

/** What the stores need besides the launch. */
export interface StoresPorts {
  readonly launch: Launch;
  readonly secretStore: SecretStore;
  readonly now: () => number;
}

/** Day of the rules that count now. */
export function todayOf(now: () => number): LocalDay {
  return toLocalDay(now());
}

/** Opens packages, place and vault, and sets the unit up where the command line says so. Fails with what to tell the officer. */
export async function openStores(ports: StoresPorts): Promise<Result<Stores, Message>> {
  const { launch, now } = ports;
  const onFault = (event: string) => (error: unknown) => {
    launch.log(event, { ref: launch.newRef(), ...describeError(error) });
  };
  const reference = await openReferenceStore({
    installerFolder: launch.files.packages,
    savedFolder: launch.folder.packages,
    today: () => todayOf(now),
    replaceFile,
    onFault: onFault('packageUnreadable'),
  });
  if (!reference.ok) return err({ key: 'machine.start.badPackages' });
  const place = await openPlace(launch.folder.root);
  if (!place.ok) return err(describeDamage(place.error));
  const first = await openKeyVault({ folder: launch.folder.keys, deviceSecret: null, now, randomBytes });
  if (!first.ok) return err(describeDamage(first.error));
  const deviceSecret = await openDeviceSecret({
    folder: launch.folder.keys,
    store: ports.secretStore,
    randomBytes,
    replaceFile,
    onFault: onFault('deviceSecretUnreadable'),
    vaultExists: first.value.status().exists,
  });
  const vault = await openKeyVault({ folder: launch.folder.keys, deviceSecret, now, randomBytes });
  if (!vault.ok) return err(describeDamage(vault.error));
  const stores = { vault: vault.value, place: place.value, reference: reference.value };
  const provisioned = await provisionAtStart(ports, stores);
  return provisioned.ok ? ok(stores) : err(provisioned.error);
}

/** Sets up the practice unit that comes with the app. */
export function setUpPractice({ launch, now }: StoresPorts, stores: Stores): Promise<Result<null, FirstRunError>> {
  const today = todayOf(now);
  const { units } = stores.reference.reference(today);
  const provision = findPracticeUnit(units, today);
  if (provision === undefined) return Promise.resolve(err({ kind: 'badProvision', field: 'unitId' }));
  return setUpUnit(
    { ...stores, units: () => units, today: () => today, journalFolder: launch.folder.journal },
    provision,
  );
}

/** The first start takes the set-up file, or the practice unit it was started for. Later starts change nothing. */
async function provisionAtStart(ports: StoresPorts, stores: Stores): Promise<Result<null, Message>> {
  const { launch, now } = ports;
  const { options, folder } = launch;
  if (stores.vault.status().exists) {
    if (options.provision !== null) launch.log('provisionIgnored');
    return ok(null);
  }
  if (await hasRecords(folder.journal)) return err({ key: 'machine.start.damagedKeys' });
  if (options.provision === null) {
    if (!options.practice) return ok(null);
    const practice = await setUpPractice(ports, stores);
    return practice.ok ? practice : err(describeFirstRun(practice.error));
  }
  const provision = await readProvision(options.provision);
  if (!provision.ok) return err(describeFirstRun(provision.error));
  const today = todayOf(now);
  const { units: known } = stores.reference.reference(today);
  const rules = { units: (): typeof known => known, today: (): typeof today => today };
  const done = await setUpUnit({ ...stores, ...rules, journalFolder: folder.journal }, provision.value);
  return done.ok ? done : err(describeFirstRun(done.error));
}

function describeFirstRun(error: FirstRunError): Message {
  switch (error.kind) {
    case 'badProvision':
      return { key: 'machine.start.badProvision', values: { field: error.field } };
    case 'exists':
    case 'recordsWithoutKeys':
      return { key: 'machine.start.damagedKeys' };
  }
}

function describeDamage(error: CheckedFileError): Message {
  return { key: error.kind === 'newer' ? 'machine.start.newerData' : 'machine.start.damagedKeys' };
}
