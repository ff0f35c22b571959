import { err, ok, type Result } from '../../shared/base/result';
import type { Instant } from '../../shared/base/time';
import type { Officer } from '../../shared/domain/officer';
import type { UnlockError } from '../../shared/ipc/messages';
import { openCheckedFile, type CheckedFileError } from './checked-file';
import type { DataKey } from './data-key';
import { openLockOut } from './lock-out';
import { productArgonCosts } from './password-hash';
import { createPinBox } from './pin-box';
import { parseRecoveryKey, type RecoveryTextError } from './recovery-key';
import { addOfficer, createVault, removeOfficer, setRecovery } from './vault-changes';
import { findRecoveredKey, findUnwrapped, markDeviceSecret, vaultContentSchema } from './vault-content';
import type { NewOfficer, VaultOptions, VaultParts } from './vault-parts';

/** What the lock screen may know before anybody unlocked. */
export interface VaultStatus {
  readonly exists: boolean;
  readonly officers: readonly (Officer & { readonly hasPin: boolean })[];
  readonly blockedUntil: Instant | null;
  /** The device secret that every wrap needs is gone or another one: only the recovery key opens the vault now. */
  readonly needsRecovery: boolean;
  readonly hasRecovery: boolean;
}

/** Why the recovery key did not open the vault. */
export type RecoverError =
  RecoveryTextError | { readonly kind: 'noVault' } | { readonly kind: 'noRecovery' } | { readonly kind: 'otherKey' };

/** The data key of this installation and everybody who may open it. */
export interface KeyVault {
  readonly status: () => VaultStatus;
  /** First set-up: makes the data key. Fails when there is a vault already, so that no data key is ever replaced. */
  readonly create: (input: {
    readonly officers: readonly NewOfficer[];
    readonly recoveryPublicKey?: string;
  }) => Promise<Result<DataKey, { readonly kind: 'exists' }>>;
  /** Adds an officer, or gives one a new password or record; needs the data key of somebody unlocked. */
  readonly addOfficer: (dataKey: DataKey, entry: NewOfficer) => Promise<Result<null, { readonly kind: 'noVault' }>>;
  readonly removeOfficer: (
    officerId: string,
  ) => Promise<Result<null, { readonly kind: 'unknownOfficer' } | { readonly kind: 'lastOfficer' }>>;
  /** Wraps the data key to the unit's recovery public key (base64, uncompressed point). */
  readonly setRecovery: (dataKey: DataKey, publicKey: string) => Promise<Result<null, { readonly kind: 'noVault' }>>;
  readonly unlock: (officerId: string, password: string) => Promise<Result<DataKey, UnlockError>>;
  /** The officer must have unlocked by password in this process: the data key is the proof. */
  readonly setPin: (officerId: string, pin: string, dataKey: DataKey) => Promise<void>;
  readonly unlockWithPin: (officerId: string, pin: string) => Promise<Result<DataKey, UnlockError>>;
  /** Exit, a long suspend or a removed token: every PIN is forgotten. */
  readonly dropPins: () => void;
  readonly recover: (privateText: string) => Promise<Result<DataKey, RecoverError>>;
}

/** Opens the vault of a data folder; an empty folder gives a vault that does not exist yet. */
export async function openKeyVault(options: VaultOptions): Promise<Result<KeyVault, CheckedFileError>> {
  const file = await openCheckedFile({ folder: options.folder, name: 'keys', format: 1, schema: vaultContentSchema });
  if (!file.ok) return file;
  const lockOut = await openLockOut({
    folder: options.folder,
    now: options.now,
    monotonic: options.monotonic ?? (() => performance.now()),
  });
  if (!lockOut.ok) return lockOut;
  const costs = options.argon ?? productArgonCosts;
  let content = file.value.content;
  const parts: VaultParts = {
    options,
    costs,
    lockOut: lockOut.value,
    pins: createPinBox({ cost: costs.pin, randomBytes: options.randomBytes }),
    content: () => content,
    keep: async (next) => {
      await file.value.save(next);
      content = next;
    },
  };
  return ok(buildVault(parts));
}

function buildVault(parts: VaultParts): KeyVault {
  // One at a time: tries running side by side would share one count, and two savers one revision.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const run = turn.then(task);
    turn = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  };
  return {
    status: () => buildStatus(parts),
    create: (input) => inTurn(() => createVault(parts, input)),
    addOfficer: (dataKey, entry) => inTurn(() => addOfficer(parts, dataKey, entry)),
    removeOfficer: (officerId) => inTurn(() => removeOfficer(parts, officerId)),
    setRecovery: (dataKey, publicKey) => inTurn(() => setRecovery(parts, dataKey, publicKey)),
    unlock: (officerId, password) => inTurn(() => unlock(parts, officerId, password)),
    setPin: (officerId, pin, dataKey) => inTurn(() => parts.pins.set(officerId, pin, dataKey)),
    unlockWithPin: (officerId, pin) => inTurn(() => unlockWithPin(parts, officerId, pin)),
    dropPins: () => {
      parts.pins.dropAll();
    },
    recover: (privateText) => inTurn(() => Promise.resolve(recover(parts, privateText))),
  };
}

function buildStatus({ content, options, pins, lockOut }: VaultParts): VaultStatus {
  const current = content();
  const wraps = current?.officers ?? [];
  const mark = current === undefined ? null : markDeviceSecret(current.vaultId, options.deviceSecret);
  return {
    exists: current !== undefined,
    officers: wraps.map(({ officer }) => ({ ...officer, hasPin: pins.has(officer.officerId) })),
    blockedUntil: lockOut.blockedUntil(),
    needsRecovery: wraps.length > 0 && wraps.every((wrap) => wrap.deviceMark !== null && wrap.deviceMark !== mark),
    hasRecovery: current !== undefined && current.recovery !== null,
  };
}

async function unlock(parts: VaultParts, officerId: string, password: string): Promise<Result<DataKey, UnlockError>> {
  const content = parts.content();
  const wrap = content?.officers.find(({ officer }) => officer.officerId === officerId);
  if (content === undefined || wrap === undefined) return err({ kind: 'unknownOfficer' });
  const until = parts.lockOut.blockedUntil();
  if (until !== null) return err({ kind: 'blocked', until });
  // A right password cannot help here, so no try is spent on it.
  if (wrap.deviceMark !== null && wrap.deviceMark !== markDeviceSecret(content.vaultId, parts.options.deviceSecret)) {
    return err({ kind: 'needsRecovery' });
  }
  const noted = await parts.lockOut.noteTry(officerId);
  const dataKey = await findUnwrapped(content, wrap, { password, deviceSecret: parts.options.deviceSecret });
  if (dataKey === undefined) {
    return err(
      noted.until === null
        ? { kind: 'wrongSecret', triesLeft: noted.triesLeft }
        : { kind: 'blocked', until: noted.until },
    );
  }
  await parts.lockOut.noteSuccess(officerId);
  return ok(dataKey);
}

async function unlockWithPin(parts: VaultParts, officerId: string, pin: string): Promise<Result<DataKey, UnlockError>> {
  const known = parts.content()?.officers.some(({ officer }) => officer.officerId === officerId) === true;
  if (!known) return err({ kind: 'unknownOfficer' });
  const tried = await parts.pins.open(officerId, pin);
  switch (tried.kind) {
    case 'opened':
      return ok(tried.dataKey);
    case 'wrong':
      return err({ kind: 'wrongSecret', triesLeft: tried.triesLeft });
    case 'dropped':
      return err({ kind: 'needsPassword' });
  }
}

function recover(parts: VaultParts, privateText: string): Result<DataKey, RecoverError> {
  const content = parts.content();
  if (content === undefined) return err({ kind: 'noVault' });
  if (content.recovery === null) return err({ kind: 'noRecovery' });
  const secret = parseRecoveryKey(privateText);
  if (!secret.ok) return secret;
  const dataKey = findRecoveredKey(content, secret.value);
  return dataKey === undefined ? err({ kind: 'otherKey' }) : ok(dataKey);
}
