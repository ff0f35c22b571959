import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a log line may say. Names, ids of citizens, addresses, page content and keys have no field here. */
export interface LogFields {
  /** 4-letter id the officer reads out on the phone. */
  readonly ref?: string;
  readonly area?: string;
  readonly channel?: string;
  /** Class of an error, e.g. `TypeError`; never its message, which may quote data. */
  readonly errorName?: string;
  /** System or library code, e.g. `ENOSPC`. */
  readonly errorCode?: string;
  /** Functions and lines of our code, innermost first. */
  readonly frames?: string;
  readonly reason?: string;
  readonly exitCode?: number;
  readonly count?: number;
  readonly bytes?: number;
  readonly ms?: number;
  readonly line?: number;
  readonly status?: number;
  readonly jobId?: string;
  readonly version?: string;
}

/** Writes one line. `event` is a constant of the code, e.g. `pageGone`. Never throws. */
export type Log = (event: string, fields?: LogFields) => void;

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  'ref',
  'area',
  'channel',
  'errorName',
  'errorCode',
  'frames',
  'reason',
  'exitCode',
  'count',
  'bytes',
  'ms',
  'line',
  'status',
  'jobId',
  'version',
]);
const MAX_TEXT = 600;

/**
 * A log of JSON lines in `folder`. At `maxBytes` the file becomes `log.1.jsonl` and the older one goes, so the log never
 * takes more than twice that. Lines are written at once: the last one before a crash is the one that matters.
 */
export function createLog(options: {
  readonly folder: string;
  readonly maxBytes: number;
  readonly now: () => number;
}): Log {
  const file = join(options.folder, 'log.jsonl');
  return (event, fields = {}) => {
    const line = `${formatLine(options.now(), event, fields)}\n`;
    try {
      if (sizeOf(file) + Buffer.byteLength(line) > options.maxBytes) {
        renameSync(file, join(options.folder, 'log.1.jsonl'));
      }
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A full or failing disk must not stop the work that wanted to tell about it: the line goes to the console.
      process.stderr.write(line);
    }
  };
}

/** One line of the log: only allowed fields, texts cut and without control characters. */
export function formatLine(at: number, event: string, fields: LogFields): string {
  const kept = Object.entries(fields)
    .filter(([name]) => allowed.has(name))
    .map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'number' ? value : clean(String(value)),
    ]);
  return JSON.stringify({ at: new Date(at).toISOString(), event: clean(event), ...Object.fromEntries(kept) });
}

/** What of an error may be logged: class, code and where, never the message. */
export function describeError(error: unknown): Pick<LogFields, 'errorName' | 'errorCode' | 'frames'> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    errorName: error.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    frames: listFrames(error.stack ?? ''),
  };
}

function listFrames(stack: string): string {
  return stack
    .split('\n')
    .map(
      (line) =>
        /^\s+at (?:(?:async )?(?<where>[\w.$<>[\] ]+) \()?(?:.*[/\\])?(?<file>[\w.-]+:\d+:\d+)\)?$/u.exec(line)?.groups,
    )
    .filter((groups) => groups !== undefined)
    .slice(0, 8)
    .map((groups) => `${groups['where'] ?? '-'}@${groups['file'] ?? '-'}`)
    .join(' < ');
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, MAX_TEXT);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
