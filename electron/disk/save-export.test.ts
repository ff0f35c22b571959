import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveExport, safeName } from './save-export';

const makeFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'export-')), 'kết xuất');

describe('saveExport', () => {
  it('writes all files whole into a folder it makes itself', async () => {
    const folder = await makeFolder();
    const saved = await saveExport(folder, [
      { name: 'sổ theo dõi.xlsx', bytes: Buffer.from('a') },
      { name: 'sổ theo dõi.pdf', bytes: Buffer.from('bc') },
    ]);
    expect(saved).toMatchObject({
      ok: true,
      value: [
        { name: 'sổ theo dõi.xlsx', bytes: 1 },
        { name: 'sổ theo dõi.pdf', bytes: 2 },
      ],
    });
    expect(await readFile(join(folder, 'sổ theo dõi.pdf'), 'utf8')).toBe('bc');
    expect((await readdir(folder)).sort()).toEqual(['sổ theo dõi.pdf', 'sổ theo dõi.xlsx']);
  });

  it('never changes a file that is there and adds none when the content is the same', async () => {
    const folder = await makeFolder();
    const save = (text: string) => saveExport(folder, [{ name: 'a.pdf', bytes: Buffer.from(text) }]);
    await save('one');
    await save('two');
    await save('one');
    await save('two');
    expect((await readdir(folder)).sort()).toEqual(['a (2).pdf', 'a.pdf']);
    expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('one');
  });

  it('says so when the folder cannot be used', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, '..', 'taken'), '');
    const blocked = join(folder, '..', 'taken');
    expect(await saveExport(blocked, [{ name: 'a.pdf', bytes: Buffer.from('x') }])).toEqual({
      ok: false,
      error: { kind: 'noAccess', folder: blocked },
    });
  });
});

describe('safeName', () => {
  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\x.pdf', 'C--x.pdf'],
    ['a\u0000\u202Eb.pdf', 'a--b.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['  .. ', '_'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('makes %j harmless', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });
});
