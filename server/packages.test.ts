import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openPackageShelf } from './packages';
import type { SigningKey } from './security/signing-key';

const basePackages = fileURLToPath(new URL('../build/packages/', import.meta.url));
const key: Pick<SigningKey, 'keyId' | 'sign'> = { keyId: 'k', sign: (text) => `signed ${text.length}` };

async function copyPackages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qmc-packages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(basePackages, folder, { recursive: true });
  return folder;
}

const open = (folder: string) => openPackageShelf(folder, key as SigningKey);
const kindsOf = async (folder: string) => (await open(folder)).versions.map(({ kind }) => kind);

it('hands out every kind the folder holds; rules and addresses may be missing', async () => {
  const folder = await copyPackages();
  expect(await kindsOf(folder)).toEqual(['procedures', 'calendar', 'units', 'rules', 'addresses']);
  expect((await open(folder)).signed.get('rules')?.signature).toMatch(/^signed \d+$/);
  await rm(join(folder, 'rules.json'));
  expect(await kindsOf(folder)).toEqual(['procedures', 'calendar', 'units', 'addresses']);
});

it('does not start without units', async () => {
  const folder = await copyPackages();
  await rm(join(folder, 'units.json'));
  await expect(open(folder)).rejects.toThrow('units.json');
});

it('hands out what the province prints differently, where it has any', async () => {
  const folder = await copyPackages();
  const head = { kind: 'forms', version: '2026.03.01', validFrom: '2026-03-01', origin: 'province', note: '' };
  const rows = [{ form: 'receipt', validFrom: '2026-03-01', title: 'GIẤY HẸN' }];
  await writeFile(join(folder, 'forms.json'), JSON.stringify({ ...head, rows }));
  expect(await kindsOf(folder)).toContain('forms');
});
