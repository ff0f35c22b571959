import { err, ok, type Result } from '../../shared/base/result';
import type { AppendFile, JournalFiles } from './journal-files';
import { codeOf } from './system-error';

/** Why a line did not reach the disk. Nothing of it counts. `code`: the system's error code, for the log. */
export type AppendError = { readonly kind: 'diskFull' } | { readonly kind: 'diskFailed'; readonly code: string };

/** Writes lines at the end of the newest segment. Not safe for calls side by side: the journal queues them. */
export interface SegmentWriter {
  /** Resolves with the place once the bytes are on the disk. */
  readonly write: (
    bytes: Uint8Array,
  ) => Promise<Result<{ readonly segment: string; readonly offset: number }, AppendError>>;
  readonly close: () => Promise<void>;
}

/** The segment lines go to now. `safe`: bytes that are known to be on the disk. */
interface OpenSegment {
  readonly name: string;
  readonly file: AppendFile;
  readonly safe: number;
}

const NAME = /^(\d{8})\.qmj$/;

/** Names of segments in a folder, oldest first. Other files are none of the journal's. */
export function listSegments(names: readonly string[]): readonly string[] {
  return names.filter((name) => NAME.test(name)).sort();
}

/**
 * Makes a writer. `resume` is the newest segment and its length when it may be continued; without it the next line starts a
 * new segment. A line whose write or flush failed is never trusted: the segment is left, and the line written once more
 * into a new one. Readers take the later copy.
 */
export function createSegmentWriter(options: {
  readonly files: JournalFiles;
  readonly lastName: string | undefined;
  readonly resume: { readonly name: string; readonly length: number } | undefined;
  readonly segmentBytes: number;
}): SegmentWriter {
  const { files } = options;
  let number = Number(NAME.exec(options.lastName ?? '')?.[1] ?? 0);
  let current: OpenSegment | undefined;
  let resume = options.resume;

  const openFor = async (length: number): Promise<OpenSegment> => {
    if (resume !== undefined) {
      current = { name: resume.name, file: await files.openEnd(resume.name), safe: resume.length };
      resume = undefined;
    }
    if (current !== undefined && (current.safe === 0 || current.safe + length <= options.segmentBytes)) return current;
    await current?.file.close();
    current = undefined;
    number += 1;
    const name = `${String(number).padStart(8, '0')}.qmj`;
    current = { name, file: await files.create(name), safe: 0 };
    await files.syncFolder();
    return current;
  };
  const writeOnce = async (bytes: Uint8Array): Promise<{ readonly segment: string; readonly offset: number }> => {
    const segment = await openFor(bytes.length);
    await segment.file.write(bytes);
    await segment.file.datasync();
    current = { ...segment, safe: segment.safe + bytes.length };
    return { segment: segment.name, offset: segment.safe };
  };
  /** Leaves the segment after a failure. What was half written is taken back if the disk lets us, so it cannot come back as saved. */
  const leave = async (): Promise<void> => {
    const left = current;
    current = undefined;
    resume = undefined;
    if (left === undefined) return;
    await attempt(() => left.file.truncate(left.safe));
    await attempt(() => left.file.datasync());
    await attempt(() => left.file.close());
    if (left.safe === 0) await attempt(() => files.remove(left.name));
  };
  return {
    write: async (bytes) => {
      for (const isLastTry of [false, true]) {
        const done = await attempt(() => writeOnce(bytes));
        if (done.ok) return done;
        await leave();
        if (isLastTry) return err(nameFailure(done.error));
      }
      throw new Error('unreachable: the second try always answers');
    },
    close: async () => {
      const left = current;
      current = undefined;
      await left?.file.close();
    },
  };
}

async function attempt<T>(run: () => Promise<T>): Promise<Result<T, unknown>> {
  try {
    return ok(await run());
  } catch (error) {
    return err(error);
  }
}

function nameFailure(error: unknown): AppendError {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT' ? { kind: 'diskFull' } : { kind: 'diskFailed', code };
}
