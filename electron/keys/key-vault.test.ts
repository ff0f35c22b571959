import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/base/canonical-json';
import { buildOfficer } from '../../tests/support/builders';
import { makeTempFolder } from '../../tests/support/journal-kit';
import { openKeyVault, type KeyVault } from './key-vault';
import { createRecoveryKey, parseRecoveryKey } from './recovery-key';
import type { VaultOptions } from './vault-parts';

const CHEAP = { memoryKiB: 8, passes: 1, lanes: 1 };
const argon = { password: CHEAP, pin: CHEAP };
const START = Date.parse('2026-11-20T01:00:00Z');
const hang = buildOfficer('intakeOfficer');
const binh = buildOfficer('supervisor');

/** A PC: clocks that a test moves, and what survives a restart. */
function createPc(folder: string, deviceSecret: Buffer | null = null) {
  const pc = { wall: START, monotonic: 0 };
  const open = async (changes: Partial<VaultOptions> = {}): Promise<KeyVault> => {
    const options = { folder, deviceSecret, now: () => pc.wall, monotonic: () => pc.monotonic, randomBytes, argon };
    const vault = await openKeyVault({ ...options, ...changes });
    if (!vault.ok) throw new Error(vault.error.kind);
    return vault.value;
  };
  const pass = (ms: number): void => {
    pc.wall += ms;
    pc.monotonic += ms;
  };
  return { pc, open, pass };
}

async function createVault(deviceSecret: Buffer | null = null, recoveryPublicKey?: string) {
  const folder = await makeTempFolder('keys');
  const { pc, open, pass } = createPc(folder, deviceSecret);
  const vault = await open();
  const created = await vault.create({
    officers: [
      { officer: hang, password: 'mật khẩu của Hằng' },
      { officer: binh, password: 'mật khẩu của Bình' },
    ],
    ...(recoveryPublicKey === undefined ? {} : { recoveryPublicKey }),
  });
  if (!created.ok) throw new Error('vault exists');
  return { folder, pc, open, pass, vault, dataKey: created.value };
}

async function tryWrong(vault: KeyVault, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await vault.unlock(hang.officerId, 'sai');
}

describe('key vault', () => {
  it('gives every officer the same data key after a restart when the password is right', async () => {
    const { open, dataKey } = await createVault();
    const vault = await open();
    expect(vault.status()).toMatchObject({
      exists: true,
      blockedUntil: null,
      needsRecovery: false,
      hasRecovery: false,
    });
    expect(await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).toEqual({ ok: true, value: dataKey });
    expect(await vault.unlock(binh.officerId, 'mật khẩu của Bình'.normalize('NFD'))).toEqual({
      ok: true,
      value: dataKey,
    });
  });

  it('counts down and names the officer when secret or name is wrong', async () => {
    const { vault } = await createVault();
    expect(await vault.unlock(hang.officerId, 'mật khẩu của Bình')).toEqual({
      ok: false,
      error: { kind: 'wrongSecret', triesLeft: 4 },
    });
    expect(await vault.unlock('ai đó', 'x')).toEqual({ ok: false, error: { kind: 'unknownOfficer' } });
    expect(await vault.unlock(hang.officerId, 'sai')).toEqual({
      ok: false,
      error: { kind: 'wrongSecret', triesLeft: 3 },
    });
    expect((await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(true);
    expect(await vault.unlock(hang.officerId, 'sai')).toEqual({
      ok: false,
      error: { kind: 'wrongSecret', triesLeft: 4 },
    });
  });

  it('never replaces a data key when set up twice', async () => {
    const { vault } = await createVault();
    expect(await vault.create({ officers: [{ officer: hang, password: 'x' }] })).toEqual({
      ok: false,
      error: { kind: 'exists' },
    });
  });

  it('keeps no password and no key in clear on disk when created', async () => {
    const { folder, dataKey } = await createVault();
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'latin1');
      expect(text).not.toContain('mật khẩu');
      expect(text).not.toContain(dataKey.bytes.toString('base64'));
      expect(text).not.toContain(dataKey.bytes.toString('hex'));
    }
  });

  it('lets officers come and go beside somebody unlocked when the data key is at hand', async () => {
    const { open, vault, dataKey } = await createVault();
    const loc = buildOfficer('postalOfficer');
    expect((await vault.addOfficer(dataKey, { officer: loc, password: 'bưu điện' })).ok).toBe(true);
    expect((await vault.addOfficer(dataKey, { officer: hang, password: 'mới' })).ok).toBe(true);
    expect((await vault.removeOfficer(binh.officerId)).ok).toBe(true);
    const again = await open();
    expect(
      again
        .status()
        .officers.map((officer) => officer.officerId)
        .sort(),
    ).toEqual([hang.officerId, loc.officerId].sort());
    expect(await again.unlock(loc.officerId, 'bưu điện')).toEqual({ ok: true, value: dataKey });
    expect((await again.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(false);
    expect((await again.unlock(hang.officerId, 'mới')).ok).toBe(true);
    expect(await again.unlock(binh.officerId, 'mật khẩu của Bình')).toEqual({
      ok: false,
      error: { kind: 'unknownOfficer' },
    });
    await again.removeOfficer(loc.officerId);
    expect(await again.removeOfficer(hang.officerId)).toEqual({ ok: false, error: { kind: 'lastOfficer' } });
  });

  it('does not open for an officer whose role was raised in the file', async () => {
    const { folder, open } = await createVault();
    for (const name of ['keys.json', 'keys.copy.json']) {
      const frame = JSON.parse(
        (await readFile(join(folder, name), 'utf8')).replace('"role":"intakeOfficer"', '"role":"supervisor"'),
      ) as {
        content: unknown;
      };
      const sha256 = createHash('sha256').update(canonicalJson(frame.content)).digest('hex');
      await writeFile(join(folder, name), JSON.stringify({ ...frame, sha256 }));
    }
    const vault = await open();
    expect(vault.status().officers[0]?.role).toBe('supervisor');
    expect(await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).toMatchObject({
      ok: false,
      error: { kind: 'wrongSecret' },
    });
  });

  it('mends itself from the second copy when one file is damaged or gone', async () => {
    const { folder, open, dataKey } = await createVault();
    await writeFile(join(folder, 'keys.json'), Buffer.alloc(512));
    expect(await (await open()).unlock(hang.officerId, 'mật khẩu của Hằng')).toEqual({ ok: true, value: dataKey });
    await writeFile(join(folder, 'keys.copy.json'), '{"format":1');
    expect(await (await open()).unlock(hang.officerId, 'mật khẩu của Hằng')).toEqual({ ok: true, value: dataKey });
  });

  it('says so when a newer version wrote the file', async () => {
    const { folder, open } = await createVault();
    const text = await readFile(join(folder, 'keys.json'), 'utf8');
    await writeFile(join(folder, 'keys.json'), text.replace('"format":1', '"format":2'));
    await expect(open()).rejects.toThrow('newer');
  });
});

describe('lock-out', () => {
  it('makes everybody wait 30 s after the fifth wrong password and doubles up to 15 min', async () => {
    const { pc, pass, vault } = await createVault();
    await tryWrong(vault, 4);
    expect(vault.status().blockedUntil).toBeNull();
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      expect(await vault.unlock(hang.officerId, 'sai')).toEqual({
        ok: false,
        error: { kind: 'blocked', until: pc.wall + seconds * 1000 },
      });
      expect(await vault.unlock(binh.officerId, 'mật khẩu của Bình')).toMatchObject({
        ok: false,
        error: { kind: 'blocked' },
      });
      pass(seconds * 1000 - 1);
      expect(vault.status().blockedUntil).not.toBeNull();
      pass(1);
      expect(vault.status().blockedUntil).toBeNull();
    }
    expect((await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(true);
  });

  it('goes on after a restart, also with the clock set back', async () => {
    const { pc, open, pass, vault } = await createVault();
    await tryWrong(vault, 5);
    pass(30_000);
    await tryWrong(vault, 1);
    pass(20_000);
    const restarted = await open();
    expect(restarted.status().blockedUntil).toBe(pc.wall + 40_000);
    pc.wall = START - 86_400_000;
    const setBack = await open();
    expect(setBack.status().blockedUntil).toBe(pc.wall + 60_000);
    pass(50_000);
    expect((await open()).status().blockedUntil).toBe(pc.wall + 10_000);
    expect((await setBack.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(false);
    pass(10_000);
    expect((await setBack.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(true);
  });

  it('is not shortened when only the wall clock is set forward', async () => {
    const { pc, vault } = await createVault();
    await tryWrong(vault, 5);
    pc.wall += 86_400_000;
    expect(vault.status().blockedUntil).not.toBeNull();
  });

  it('has used up a try when the app is killed while it is judged', async () => {
    const { open, vault } = await createVault();
    await tryWrong(vault, 3);
    const restarted = await open();
    expect(await restarted.unlock(hang.officerId, 'sai')).toEqual({
      ok: false,
      error: { kind: 'wrongSecret', triesLeft: 1 },
    });
  });

  it('counts each try once when many come at the same moment', async () => {
    const { vault } = await createVault();
    const answers = await Promise.all(Array.from({ length: 8 }, () => vault.unlock(hang.officerId, 'sai')));
    expect(answers.filter((answer) => !answer.ok && answer.error.kind === 'wrongSecret')).toHaveLength(4);
  });

  it('makes people wait once, not for ever, when its files are damaged', async () => {
    const { folder, open, pass } = await createVault();
    await writeFile(join(folder, 'lock-out.json'), 'x');
    await writeFile(join(folder, 'lock-out.copy.json'), 'y');
    const vault = await open();
    expect((await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(false);
    pass(15 * 60_000);
    expect((await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(true);
  });
});

describe('PIN', () => {
  it('unlocks again within the process and is forgotten with it', async () => {
    const { open, vault, dataKey } = await createVault();
    expect(await vault.unlockWithPin(hang.officerId, '123456')).toEqual({
      ok: false,
      error: { kind: 'needsPassword' },
    });
    await vault.setPin(hang.officerId, '123456', dataKey);
    expect(vault.status().officers.map((officer) => officer.hasPin)).toEqual([true, false]);
    expect(await vault.unlockWithPin(hang.officerId, '123456')).toEqual({ ok: true, value: dataKey });
    expect(await (await open()).unlockWithPin(hang.officerId, '123456')).toEqual({
      ok: false,
      error: { kind: 'needsPassword' },
    });
  });

  it('is dropped for all officers after three wrong tries', async () => {
    const { vault, dataKey } = await createVault();
    await vault.setPin(hang.officerId, '123456', dataKey);
    await vault.setPin(binh.officerId, '654321', dataKey);
    expect(await vault.unlockWithPin(hang.officerId, '000000')).toEqual({
      ok: false,
      error: { kind: 'wrongSecret', triesLeft: 2 },
    });
    expect(await vault.unlockWithPin(hang.officerId, '000001')).toEqual({
      ok: false,
      error: { kind: 'wrongSecret', triesLeft: 1 },
    });
    expect(await vault.unlockWithPin(hang.officerId, '000002')).toEqual({
      ok: false,
      error: { kind: 'needsPassword' },
    });
    expect(await vault.unlockWithPin(hang.officerId, '123456')).toEqual({
      ok: false,
      error: { kind: 'needsPassword' },
    });
    expect(await vault.unlockWithPin(binh.officerId, '654321')).toEqual({
      ok: false,
      error: { kind: 'needsPassword' },
    });
    expect((await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(true);
  });

  it('leaves no trace on disk when set', async () => {
    const { folder, vault, dataKey } = await createVault();
    const before = await readFile(join(folder, 'keys.json'), 'utf8');
    await vault.setPin(hang.officerId, '123456', dataKey);
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(before);
    expect((await readdir(folder)).some((name) => name.includes('pin'))).toBe(false);
  });
});

describe('device secret and recovery', () => {
  it('asks for the recovery key, spending no try, when the system key store lost its secret', async () => {
    const recovery = createRecoveryKey();
    const { folder, dataKey } = await createVault(randomBytes(32), recovery.publicKey);
    for (const lost of [null, randomBytes(32)]) {
      const vault = await createPc(folder, lost).open();
      expect(vault.status()).toMatchObject({ needsRecovery: true, hasRecovery: true });
      for (let n = 0; n < 7; n += 1) {
        expect(await vault.unlock(hang.officerId, 'mật khẩu của Hằng')).toEqual({
          ok: false,
          error: { kind: 'needsRecovery' },
        });
      }
      expect(await vault.recover(recovery.privateText)).toEqual({ ok: true, value: dataKey });
    }
    const vault = await createPc(folder, null).open();
    await vault.addOfficer(dataKey, { officer: hang, password: 'sau khôi phục' });
    expect(vault.status().needsRecovery).toBe(false);
    expect(await vault.unlock(hang.officerId, 'sau khôi phục')).toEqual({ ok: true, value: dataKey });
  });

  it('does not open by password alone when the device secret is missing from the copied profile', async () => {
    const secret = randomBytes(32);
    const { open, dataKey } = await createVault(secret);
    expect(await (await open()).unlock(hang.officerId, 'mật khẩu của Hằng')).toEqual({ ok: true, value: dataKey });
    expect((await (await open({ deviceSecret: null })).unlock(hang.officerId, 'mật khẩu của Hằng')).ok).toBe(false);
  });

  it('opens with the printed key as people type it, and names each mistake', async () => {
    const recovery = createRecoveryKey();
    const { vault, dataKey } = await createVault(null, recovery.publicKey);
    expect(recovery.privateText).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = ` ${recovery.privateText.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(await vault.recover(typed)).toEqual({ ok: true, value: dataKey });
    expect(await vault.recover('xin chào')).toEqual({ ok: false, error: { kind: 'notARecoveryKey' } });
    const swapped = recovery.privateText.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(await vault.recover(swapped)).toEqual({ ok: false, error: { kind: 'mistyped' } });
    expect(await vault.recover(createRecoveryKey().privateText)).toEqual({ ok: false, error: { kind: 'otherKey' } });
    expect(parseRecoveryKey(recovery.privateText).ok).toBe(true);
  });

  it('says there is no recovery when none was set, and takes one later', async () => {
    const recovery = createRecoveryKey();
    const { open, vault, dataKey } = await createVault();
    expect(await vault.recover(recovery.privateText)).toEqual({ ok: false, error: { kind: 'noRecovery' } });
    await vault.setRecovery(dataKey, recovery.publicKey);
    expect(await (await open()).recover(recovery.privateText)).toEqual({ ok: true, value: dataKey });
  });
});
