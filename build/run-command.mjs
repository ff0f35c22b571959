import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program to its end without a shell and reports how it ended.
 * It never rejects: a program that cannot be started gives code 127, one that outlives its time-out
 * is killed and gives 124, one that a signal ended gives 128 plus its number (as in a shell).
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean }} [options]
 *   `show` passes the output on to the terminal instead of collecting it.
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function runCommand(program, args, options = {}) {
  const { cwd, env = process.env, timeoutMs = 600_000, show = false } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
    child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout: output.stdout, stderr: `${output.stderr}${error.message}` });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const ended = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolve({ code: timedOut ? 124 : ended, ...output });
    });
  });
}

/**
 * The program and leading arguments that start npm: the very npm that runs us where there is one,
 * because a bare `npm` cannot be spawned without a shell on Windows.
 *
 * @returns {{ program: string, leading: string[] }}
 */
export function npmProgram() {
  const path = process.env['npm_execpath'];
  if (path !== undefined && /npm-cli\.c?js$/.test(path)) {
    return { program: process.execPath, leading: [path] };
  }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', leading: [] };
}
