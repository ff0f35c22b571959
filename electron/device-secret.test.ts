import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDeviceSecret, type SecretStore } from './device-secret';
import { replaceFile } from './durable-file';

let folder: string;
let faults: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secret-'));
  faults = 0;
});

/** A key store that turns every letter; `wrong` opens nothing, as after a lost key ring. */
function createStore(change: Partial<SecretStore> = {}): SecretStore {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isReal: () => true,
    encrypt: (text) => turn(Buffer.from(text)),
    decrypt: (sealed) => turn(sealed).toString(),
    ...change,
  };
}

function open(store: SecretStore, vaultExists = false): Promise<Buffer | null> {
  return openDeviceSecret({ folder, store, randomBytes, replaceFile, onFault: () => (faults += 1), vaultExists });
}

describe('openDeviceSecret', () => {
  it('makes a secret once and gives the same one afterwards', async () => {
    const made = await open(createStore());
    expect(made).toHaveLength(32);
    expect(await open(createStore(), true)).toEqual(made);
    const raw = await readFile(join(folder, 'device-secret.bin'));
    expect(raw.includes(made?.toString('base64') ?? '')).toBe(false);
  });

  it('makes none where the key store protects nothing, and none beside a vault that was made without', async () => {
    expect(await open(createStore({ isReal: () => false }))).toBeNull();
    expect(await open(createStore(), true)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is null and changes nothing when the key store was lost', async () => {
    await open(createStore());
    const before = await readFile(join(folder, 'device-secret.bin'));
    const lost = createStore({
      decrypt: () => {
        throw new Error('lost');
      },
    });
    expect(await open(lost, true)).toBeNull();
    expect(faults).toBe(1);
    expect(await readFile(join(folder, 'device-secret.bin'))).toEqual(before);
  });

  it('throws when the file is there but cannot be read', async () => {
    await writeFile(join(folder, 'x'), '');
    await expect(
      openDeviceSecret({
        folder: join(folder, 'x'),
        store: createStore(),
        randomBytes,
        replaceFile,
        onFault: () => undefined,
        vaultExists: false,
      }),
    ).rejects.toThrow('ENOTDIR');
  });
});
