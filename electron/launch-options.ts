import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../shared/base/result';

const folder = z.string().min(1).max(4096);

const optionsSchema = z.strictObject({
  /** Folder that takes the place of the frozen data folder: tests and trial installations. */
  'data-dir': folder.optional(),
  /** JSON file that sets up a unit on the first start; see `provisioning.ts`. */
  provision: folder.optional(),
  'exports-dir': folder.optional(),
  /** Watched folder that a scanner or a network share drops pages into. */
  'scan-folder': folder.optional(),
  practice: z.literal(true).optional(),
});

/** What the command line asked for; folders are absolute. */
export interface LaunchOptions {
  readonly dataDir: string | null;
  readonly provision: string | null;
  readonly exportsDir: string | null;
  readonly scanFolder: string | null;
  readonly practice: boolean;
}

const known = new Set(Object.keys(optionsSchema.shape));

/**
 * Reads our own options out of a command line. Everything else on it belongs to the engine (`--no-sandbox`) or to the
 * runtime (the app's folder) and is left alone; an option of ours with a bad value is an error, never a default.
 */
export function parseLaunchOptions(
  argv: readonly string[],
  workingFolder: string,
): Result<LaunchOptions, { kind: 'badOption'; option: string }> {
  const given = Object.fromEntries(argv.map(readOption).filter((option) => option !== null));
  const parsed = optionsSchema.safeParse(given);
  if (!parsed.success) return err({ kind: 'badOption', option: String(parsed.error.issues[0]?.path[0] ?? '') });
  const options = parsed.data;
  const absolute = (path: string | undefined): string | null =>
    path === undefined ? null : resolve(workingFolder, path);
  return ok({
    dataDir: absolute(options['data-dir']),
    provision: absolute(options.provision),
    exportsDir: absolute(options['exports-dir']),
    scanFolder: absolute(options['scan-folder']),
    practice: options.practice ?? false,
  });
}

function readOption(argument: string): [string, string | true] | null {
  const match = /^--([a-z-]+)(?:=(.*))?$/su.exec(argument);
  if (match === null) return null;
  const [, name = '', value] = match;
  return known.has(name) ? [name, value ?? true] : null;
}
