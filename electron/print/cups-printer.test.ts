import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCupsPrinter, parsePrinters } from './cups-printer';
import { watchJob, type Printer } from './printer';
import { createRunTool, type RunTool } from './run-tool';

const queues = `printer MAY_IN_A4 is idle.  enabled since Sun Nov 22 00:01:37 2026
	Form mounted:
	Description: Quầy 1 - Máy in A4
	Alerts: none
printer HET_GIAY disabled since Sun Nov 22 00:01:37 2026 -
	printer FAKE is idle.  enabled since
	Description: Quầy 2
	Alerts: media-empty-error
printer XA now printing XA-1.  enabled since Sun Nov 22 02:49:07 2026
	The printer may not exist or is unavailable at this time.
	Alerts: none
printer BAO_TRI now printing BAO_TRI-3.  enabled since Sun Nov 22 00:01:37 2026
MAY_IN_A4 accepting requests since Sun Nov 22 00:01:37 2026
HET_GIAY accepting requests since Sun Nov 22 00:01:37 2026
BAO_TRI not accepting requests since Sun Nov 22 00:01:37 2026 -
	bao tri
system default destination: MAY_IN_A4
`;

let folder: string;
let printer: Printer;

/** Puts shell scripts named like the programs of CUPS before everything else on the path. */
async function fake(name: string, script: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n[ "$LC_ALL" = C ] || exit 99\n${script}\n`);
  await chmod(path, 0o755);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cups-'));
  await writeFile(join(folder, 'queues'), queues);
  await fake('lpstat', `cat "${join(folder, 'queues')}"`);
  await fake('lp', `printf '%s\\n' "$@" > "${join(folder, 'ordered')}"; echo "request id is MAY_IN_A4-7 (1 file(s))"`);
  const tool = createRunTool(5000);
  const run: RunTool = (program, args) =>
    tool(program, args, { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` });
  printer = createCupsPrinter(run);
});

const order = { file: '/tmp/-a b.pdf', printer: 'MAY_IN_A4', copies: 2, media: 'A5', title: 'QMC' } as const;

describe('cups printer', () => {
  it('lists queues with their description, default and state', async () => {
    expect(await printer.list()).toEqual([
      { name: 'MAY_IN_A4', description: 'Quầy 1 - Máy in A4', isDefault: true, state: 'ready', trouble: null },
      { name: 'HET_GIAY', description: 'Quầy 2', isDefault: false, state: 'stopped', trouble: 'paperOut' },
      { name: 'XA', description: 'XA', isDefault: false, state: 'ready', trouble: 'offline' },
      { name: 'BAO_TRI', description: 'BAO_TRI', isDefault: false, state: 'rejecting', trouble: null },
    ]);
  });

  it('hands the order over with explicit paper and without a shell', async () => {
    expect(await printer.submit({ ...order, title: '$(reboot); "x"' })).toEqual({
      ok: true,
      value: { jobId: 'MAY_IN_A4-7' },
    });
    const given = (await readFile(join(folder, 'ordered'), 'utf8')).trimEnd().split('\n');
    expect(given).toEqual([
      '-d',
      'MAY_IN_A4',
      '-n',
      '2',
      '-o',
      'media=A5',
      '-o',
      'fit-to-page',
      '-t',
      '$(reboot); "x"',
      '--',
      '/tmp/-a b.pdf',
    ]);
  });

  it.each([
    ['NOWHERE', { kind: 'noPrinter' }],
    ['HET_GIAY', { kind: 'printerStopped', trouble: 'paperOut' }],
    ['BAO_TRI', { kind: 'printerRejects' }],
  ])('does not order at %s: %j', async (name, error) => {
    await fake('lp', 'exit 3');
    expect(await printer.submit({ ...order, printer: name })).toEqual({ ok: false, error });
  });

  it.each([
    ['lp: Error - The printer or class does not exist.', { kind: 'noPrinter' }],
    ['lp: Destination "MAY_IN_A4" is not accepting jobs.', { kind: 'printerRejects' }],
    ['lp: something else', { kind: 'printFailed', code: 'lp 1' }],
  ])('understands the refusal "%s"', async (words, error) => {
    await fake('lp', `echo '${words}' >&2; exit 1`);
    expect(await printer.submit(order)).toEqual({ ok: false, error });
  });

  it('has no printers when there is no print system', async () => {
    await fake('lpstat', 'echo "lpstat: Bad file descriptor" >&2; exit 1');
    expect(await printer.list()).toEqual([]);
  });

  it('follows a job until it has left the queue', async () => {
    await fake(
      'lpstat',
      `n=$(cat "${folder}/n" 2>/dev/null || echo 0); echo $((n+1)) > "${folder}/n"
      [ $n -ge 2 ] || echo "MAY_IN_A4-7   root  1024  Sun Nov 22"; echo "MAY_IN_A4-77  root  1024  Sun Nov 22"`,
    );
    const waits: number[] = [];
    const pace = { everyMs: 500, limitMs: 5000, wait: (ms: number) => Promise.resolve(void waits.push(ms)) };
    expect(await watchJob(printer, { printer: 'MAY_IN_A4', jobId: 'MAY_IN_A4-7' }, pace)).toBe('done');
    expect(waits).toEqual([500, 500]);
    expect(await watchJob(printer, { printer: 'MAY_IN_A4', jobId: 'MAY_IN_A4-77' }, pace)).toBe('stuck');
  });
});

describe('parsePrinters', () => {
  it.each([
    ['media-needed-report', 'paperOut'],
    ['cups-waiting-for-job-completed, media-jam-error', 'jam'],
    ['cover-open', 'coverOpen'],
    ['toner-empty-warning', 'inkOut'],
    ['offline-report', 'offline'],
    ['paused', 'paused'],
    ['spool-area-full-error', 'attention'],
    ['toner-low-report', null],
    ['none', null],
  ])('understands the reason %s', (reasons, trouble) => {
    const text = `printer A is idle.  enabled since Sun Nov 22\n\tAlerts: ${reasons}\n`;
    expect(parsePrinters(text)).toMatchObject([{ name: 'A', trouble }]);
  });

  it('finds nothing in an empty or foreign text', () => {
    expect(parsePrinters('')).toEqual([]);
    expect(parsePrinters('lpstat: Error - add "/version=1.1" to server name.')).toEqual([]);
  });
});
