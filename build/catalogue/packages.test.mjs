import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../run-command.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const base = join(root, 'build/packages/procedures.json');

/** @param {string} tool @param {readonly string[]} args */
const run = (tool, args) =>
  runCommand(process.execPath, ['node_modules/tsx/dist/cli.mjs', `build/catalogue/${tool}.ts`, ...args], {
    cwd: root,
    timeoutMs: 60_000,
  });

/** @param {(pack: any) => unknown} change */
async function writeChanged(change) {
  const folder = await mkdtemp(join(tmpdir(), 'qmc-catalogue-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const pack = JSON.parse(await readFile(base, 'utf8'));
  const file = join(folder, 'newer.json');
  await writeFile(file, JSON.stringify(change(pack)));
  return file;
}

it('tells in words what a newer package changes, plain or signed', async () => {
  const newer = await writeChanged((pack) => {
    const row = pack.rows.find((/** @type {any} */ one) => one.code === '1.004873');
    for (const channel of ['counter', 'online', 'post']) row.cases[0].limits[channel].amount = 5;
    return { package: { ...pack, version: '2026.12.01' }, keyId: 'k', signature: 'A'.repeat(86) };
  });
  const { code, stdout } = await run('diff-packages', [base, newer]);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toEqual([
    'procedures 2026.11.20 → 2026.12.01',
    '1.004873 Xác nhận tình trạng hôn nhân: thay đổi',
    '  Không phải xác minh, mọi kênh: thời hạn 3 → 5 ngày làm việc',
  ]);
}, 60_000);

it('refuses two kinds and names the faults of a package', async () => {
  const other = await run('diff-packages', [base, join(root, 'build/packages/units.json')]);
  expect([other.code, other.stderr.trim()]).toEqual([1, 'Hai gói khác loại, không so sánh được.']);
  const faulty = await writeChanged((pack) => ({ ...pack, rows: [pack.rows[0], pack.rows[0]] }));
  const checked = await run('check-packages', [faulty]);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain('{"kind":"rowTwice","key":"2.000815 2025-07-01"}');
  expect((await run('check-packages', [])).code).toBe(0);
}, 60_000);
