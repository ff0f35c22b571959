import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What stands between a file of the scan folder and its page. */
export interface TakenFilesPorts {
  /** Text of the note, `undefined` when there is none. */
  readonly readNote: () => Promise<string | undefined>;
  /** Replaces the note; when this answers it is on the disk whole. */
  readonly writeNote: (text: string) => Promise<void>;
  /** Whether a page lies sealed and whole in this installation. */
  readonly isKept: (pageId: string) => Promise<boolean>;
}

/** A file as it can be told from others, also after a restart. */
export interface FileState {
  readonly name: string;
  readonly stats: { readonly size: number; readonly mtimeMs: number };
}

/**
 * Remembers which file becomes which page until the file is gone: a kill between sealing and removing must neither lose a
 * page nor make two of it.
 */
export interface TakenFiles {
  /** To be called before the page is sealed. */
  readonly begin: (file: FileState, pageId: string) => Promise<void>;
  /** Whether the page of exactly this file is kept: the file is then only waiting to be removed. */
  readonly isTaken: (file: FileState) => Promise<boolean>;
  /** To be called when the file is gone for good: one that looks the same is then another one. */
  readonly end: (file: FileState) => Promise<void>;
}

const noteSchema = z.record(z.string(), z.string());

/** Opens the memory; the note is read at its first use. */
export function createTakenFiles(ports: TakenFilesPorts): TakenFiles {
  let loaded: Promise<Map<string, string>> | undefined;
  const load = (): Promise<Map<string, string>> => (loaded ??= readNote(ports));
  const save = (pages: ReadonlyMap<string, string>): Promise<void> =>
    ports.writeNote(JSON.stringify(Object.fromEntries(pages)));
  return {
    begin: async (file, pageId) => {
      const pages = await load();
      pages.set(keyOf(file), pageId);
      await save(pages);
    },
    isTaken: async (file) => {
      const pageId = (await load()).get(keyOf(file));
      return pageId !== undefined && ports.isKept(pageId);
    },
    end: async (file) => {
      const pages = await load();
      if (pages.delete(keyOf(file))) await save(pages);
    },
  };
}

/** A note that cannot be read says nothing: at worst a page comes twice, and the officer sees both. */
async function readNote(ports: TakenFilesPorts): Promise<Map<string, string>> {
  const text = await ports.readNote();
  if (text === undefined) return new Map();
  try {
    return new Map(Object.entries(noteSchema.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}

/** Hashed: names of files may name people, and the note lies in clear. */
function keyOf({ name, stats }: FileState): string {
  return createHash('sha256')
    .update(`${name}|${String(stats.size)}|${String(stats.mtimeMs)}`)
    .digest('hex');
}
