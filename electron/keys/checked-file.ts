import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../shared/base/canonical-json';
import { err, ok, type Result } from '../../shared/base/result';
import { replaceFile } from '../durable-file';
import { findFileText } from './find-file-text';

const frameSchema = z.object({
  format: z.int().min(1),
  revision: z.int().min(1),
  sha256: z.string(),
  content: z.unknown(),
});

/** Why a kept file cannot be used. `newer`: a later version of the app wrote it. */
export type CheckedFileError = { readonly kind: 'damaged' } | { readonly kind: 'newer'; readonly format: number };

/** A small JSON file kept twice, because everything else is lost with it. */
export interface CheckedFile<T> {
  readonly content: T | undefined;
  /** Writes both copies durably, one after the other: at least one is whole at any moment. */
  readonly save: (content: T) => Promise<void>;
}

interface Copy<T> {
  readonly revision: number;
  readonly content: T;
}

/**
 * Opens `<name>.json` and `<name>.copy.json` in `folder`. The newest whole copy counts; a missing, older or damaged other
 * copy is written again at once. Both damaged is an error, both absent is `content: undefined`.
 */
export async function openCheckedFile<T>(options: {
  readonly folder: string;
  readonly name: string;
  readonly format: number;
  readonly schema: z.ZodType<T>;
  /** Content to go on with when both copies are damaged; without it that is an error. */
  readonly ifDamaged?: T;
}): Promise<Result<CheckedFile<T>, CheckedFileError>> {
  const paths = [join(options.folder, `${options.name}.json`), join(options.folder, `${options.name}.copy.json`)];
  const texts = await Promise.all(paths.map(findFileText));
  const read = texts.map((text) => (text === undefined ? undefined : readCopy(text, options)));
  const newer = read.find((copy) => copy?.ok === false && copy.error.kind === 'newer');
  if (newer?.ok === false) return newer;
  const whole = read
    .flatMap((copy) => (copy?.ok === true ? [copy.value] : []))
    .sort((a, b) => b.revision - a.revision)[0];
  const damaged = whole === undefined && read.some((copy) => copy !== undefined);
  if (damaged && options.ifDamaged === undefined) return err({ kind: 'damaged' });

  let revision = whole?.revision ?? 0;
  const write = async (content: T): Promise<void> => {
    const sha256 = hashOf(content);
    const text = JSON.stringify({ format: options.format, revision, sha256, content });
    for (const path of paths) await replaceFile(path, text);
  };
  if (whole !== undefined && read.some((copy) => copy?.ok !== true || copy.value.revision !== revision)) {
    await write(whole.content);
  }
  return ok({
    content: damaged ? options.ifDamaged : whole?.content,
    save: (content) => {
      revision += 1;
      return write(content);
    },
  });
}

function readCopy<T>(
  text: string,
  options: { readonly format: number; readonly schema: z.ZodType<T> },
): Result<Copy<T>, CheckedFileError> {
  const frame = frameSchema.safeParse(parseJson(text));
  if (!frame.success) return err({ kind: 'damaged' });
  if (frame.data.format > options.format) return err({ kind: 'newer', format: frame.data.format });
  const content = options.schema.safeParse(frame.data.content);
  if (!content.success || frame.data.sha256 !== hashOf(frame.data.content)) return err({ kind: 'damaged' });
  return ok({ revision: frame.data.revision, content: content.data });
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more form of damage; the caller reports it as such.
    return undefined;
  }
}
