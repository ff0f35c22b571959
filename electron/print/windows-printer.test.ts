import { describe, expect, it } from 'vitest';
import type { ToolAnswer } from './run-tool';
import { createWindowsPrinter } from './windows-printer';

const queues = [
  { name: 'HP "Quầy 1"', comment: 'Quầy 1', status: 0, isDefault: true },
  { name: 'Cũ', comment: '', status: 128, isDefault: false },
];

function createFake(): {
  calls: { program: string; args: readonly string[]; env: Readonly<Record<string, string>> }[];
  printer: ReturnType<typeof createWindowsPrinter>;
} {
  const calls: ReturnType<typeof createFake>['calls'] = [];
  const printer = createWindowsPrinter((program, args, env = {}) => {
    calls.push({ program, args, env });
    const script = args.at(-1) ?? '';
    const out = script.includes('Get-PrintJob')
      ? JSON.stringify([{ id: '12', document: 'a.pdf' }])
      : JSON.stringify(queues);
    const answer: ToolAnswer = { code: 0, out, err: '' };
    return Promise.resolve(answer);
  }, 'C:\\app\\SumatraPDF.exe');
  return { calls, printer };
}

describe('windows printer', () => {
  it('names states in our words', async () => {
    expect(await createFake().printer.list()).toEqual([
      { name: 'HP "Quầy 1"', description: 'Quầy 1', isDefault: true, state: 'ready', trouble: null },
      { name: 'Cũ', description: 'Cũ', isDefault: false, state: 'stopped', trouble: 'offline' },
    ]);
  });

  it('never puts a printer name into a script', async () => {
    const { calls, printer } = createFake();
    const order = { file: 'C:\\x\\a.pdf', printer: 'HP "Quầy 1"', copies: 2, media: 'A4', title: 'QMC' } as const;
    expect(await printer.submit(order)).toEqual({ ok: true, value: { jobId: '12' } });
    expect(
      calls.filter(({ program }) => program === 'powershell.exe').some(({ args }) => args.join(' ').includes('HP')),
    ).toBe(false);
    expect(calls.find(({ program }) => program.endsWith('SumatraPDF.exe'))?.args).toEqual([
      '-print-to',
      'HP "Quầy 1"',
      '-print-settings',
      '2x,paper=A4,fit',
      '-silent',
      '-exit-when-done',
      'C:\\x\\a.pdf',
    ]);
    expect(await printer.isWaiting({ printer: 'x', jobId: '12' })).toBe(true);
  });
});
