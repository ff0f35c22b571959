import { execFile } from 'node:child_process';

/** What a program of the system answered. `code` -1: it could not be started or was ended for taking too long. */
export interface ToolAnswer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program with an argument list; never through a shell. */
export type RunTool = (
  program: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
) => Promise<ToolAnswer>;

/** Runs programs of this machine, `timeoutMs` at most each. Messages come in English, so that they can be told apart. */
export function createRunTool(timeoutMs: number): RunTool {
  return (program, args, env = {}) =>
    new Promise((resolve) => {
      const options = {
        timeout: timeoutMs,
        killSignal: 'SIGKILL' as const,
        windowsHide: true,
        env: { ...process.env, LC_ALL: 'C', ...env },
      };
      execFile(program, [...args], options, (error, out, errors) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, out, err: errors });
      });
    });
}
