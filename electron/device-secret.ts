import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key store of the operating system, as far as it is used. */
export interface SecretStore {
  /** False for the built-in fallback with a fixed password: it protects nothing and is never used. */
  readonly isReal: () => boolean;
  readonly encrypt: (text: string) => Buffer;
  readonly decrypt: (sealed: Buffer) => string;
}

/** What the device secret needs from outside. */
export interface DeviceSecretPorts {
  readonly folder: string;
  readonly store: SecretStore;
  readonly randomBytes: (count: number) => Buffer;
  readonly replaceFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Told of a key store that no longer opens what it sealed. */
  readonly onFault: (error: unknown) => void;
  /** Whether a vault exists: a new secret could open none of its wraps. */
  readonly vaultExists: boolean;
}

/**
 * The random secret of this installation that is mixed into officers' keys, kept by the operating system. Null where there
 * is no real key store, and when it was lost: then the vault asks for the recovery key, and nothing is made anew or deleted.
 */
export async function openDeviceSecret(ports: DeviceSecretPorts): Promise<Buffer | null> {
  const path = join(ports.folder, 'device-secret.bin');
  const sealed = await findFile(path);
  if (sealed !== undefined) return openSealed(ports, sealed);
  if (ports.vaultExists || !ports.store.isReal()) return null;
  const secret = ports.randomBytes(32);
  await ports.replaceFile(path, ports.store.encrypt(secret.toString('base64')));
  return secret;
}

function openSealed({ store, onFault }: DeviceSecretPorts, sealed: Buffer): Buffer | null {
  try {
    return Buffer.from(store.decrypt(sealed), 'base64');
  } catch (error) {
    onFault(error);
    return null;
  }
}

async function findFile(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
