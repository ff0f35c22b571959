import { createPublicKey, verify } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { makeTempFolder } from '../../tests/support/journal-kit';
import { createEnvelope } from './envelope';
import { openDeviceKey } from './device-key';

const envelope = createEnvelope({ id: 1, bytes: new Uint8Array(32).fill(5) });

async function openKey(folder: string) {
  const opened = await openDeviceKey({ folder, envelope });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

describe('device key', () => {
  it('is the same after a restart and signs what its public half verifies', async () => {
    const folder = await makeTempFolder('device');
    const first = await openKey(folder);
    const again = await openKey(folder);
    expect(again.publicJwk).toEqual(first.publicJwk);
    const signature = again.sign('QMC1|H41.26-261120-0001');
    expect(signature).toMatch(/^[A-Za-z0-9_-]{86}$/);
    const key = { key: createPublicKey({ key: first.publicJwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from('QMC1|H41.26-261120-0001'), key, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    expect(verify('sha256', Buffer.from('QMC1|H41.26-261120-0002'), key, Buffer.from(signature, 'base64url'))).toBe(
      false,
    );
  });

  it('serves a JOSE library when proofs are made with it', async () => {
    const { privateKey, publicJwk } = await openKey(await makeTempFolder('device'));
    const token = await new SignJWT({ htm: 'GET' }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    const { payload } = await jwtVerify(token, createPublicKey({ key: publicJwk, format: 'jwk' }));
    expect(payload).toEqual({ htm: 'GET' });
  });

  it('never puts the private half on disk in clear', async () => {
    const folder = await makeTempFolder('device');
    const { privateKey } = await openKey(folder);
    const secret = privateKey.export({ format: 'jwk' }).d ?? '';
    expect(secret.length).toBeGreaterThan(40);
    expect(await readFile(join(folder, 'device-key.json'), 'utf8')).not.toContain(secret);
  });

  it('refuses another data key and survives the loss of one copy', async () => {
    const folder = await makeTempFolder('device');
    const { publicJwk } = await openKey(folder);
    const foreign = createEnvelope({ id: 1, bytes: new Uint8Array(32).fill(6) });
    expect(await openDeviceKey({ folder, envelope: foreign })).toEqual({ ok: false, error: { kind: 'foreignKey' } });
    await rm(join(folder, 'device-key.json'));
    expect((await openKey(folder)).publicJwk).toEqual(publicJwk);
    await writeFile(join(folder, 'device-key.json'), 'x');
    await writeFile(join(folder, 'device-key.copy.json'), 'y');
    expect(await openDeviceKey({ folder, envelope })).toEqual({ ok: false, error: { kind: 'damaged' } });
  });
});
