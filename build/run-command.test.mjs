import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.mjs';

const node = (script, options) => runCommand(process.execPath, ['-e', script], options);

describe('runCommand', () => {
  it('gives code and both outputs when the program ends', async () => {
    const ended = await node('process.stdout.write("a"); process.stderr.write("b"); process.exitCode = 3');
    expect(ended).toEqual({ code: 3, stdout: 'a', stderr: 'b' });
  });

  it('gives 127 and the reason when there is no such program', async () => {
    const ended = await runCommand('no-such-program-here', []);
    expect(ended.code).toBe(127);
    expect(ended.stderr).toContain('ENOENT');
  });

  it('kills the program and gives 124 when it outlives its time-out', async () => {
    expect((await node('setInterval(() => {}, 1000)', { timeoutMs: 300 })).code).toBe(124);
  });

  it('gives 128 plus the number when a signal ended the program', async () => {
    expect((await node('process.kill(process.pid, "SIGSEGV")')).code).toBe(139);
  });
});
