import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import { replaceFile } from '../durable-file';

/** Format of the data folder; a higher number was written by a newer version of the app. */
export const DATA_FORMAT = 1;
const FILE = 'generation.json';

const contentSchema = z.object({ format: z.int().min(1), generation: z.string().min(8).max(60), used: z.boolean() });
type Content = z.infer<typeof contentSchema>;

/** The life of a data folder. The page's store carries the same generation: a foreign one was made for other data. */
export interface GenerationFile {
  readonly generation: string;
  /** Whether records were ever kept here: an empty journal is then a loss, not a first run. */
  readonly used: () => boolean;
  /** Notes, once in a folder's life, that records are kept here. */
  readonly markUsed: () => Promise<void>;
}

/** Why the folder cannot be used by this version. */
export type GenerationError = { readonly kind: 'newer'; readonly format: number };

/** Opens the generation of a folder, or starts one. A damaged file starts a new one, so that the store is rebuilt from the journal. */
export async function openGeneration(options: {
  readonly folder: string;
  readonly newId: () => string;
}): Promise<Result<GenerationFile, GenerationError>> {
  const path = join(options.folder, FILE);
  const found = await findContent(path);
  if (found !== undefined && found.format > DATA_FORMAT) return err({ kind: 'newer', format: found.format });
  let content: Content = found ?? { format: DATA_FORMAT, generation: options.newId(), used: false };
  if (found === undefined) await replaceContent(options.folder, content);
  let marking: Promise<void> | undefined;
  const mark = async (): Promise<void> => {
    try {
      await replaceContent(options.folder, { ...content, used: true });
      content = { ...content, used: true };
    } finally {
      marking = undefined;
    }
  };
  return ok({
    generation: content.generation,
    used: () => content.used,
    markUsed: () => {
      if (content.used) return Promise.resolve();
      marking ??= mark();
      return marking;
    },
  });
}

async function findContent(path: string): Promise<Content | undefined> {
  try {
    const parsed = contentSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function replaceContent(folder: string, content: Content): Promise<void> {
  await replaceFile(join(folder, FILE), JSON.stringify(content));
}
