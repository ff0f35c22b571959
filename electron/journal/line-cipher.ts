import { err, ok, type Result } from '../../shared/base/result';
import type { JournalBody } from '../../shared/domain/journal-entry';
import { lineContext, type RawLine } from './line-format';

/** Seals and opens journal bodies: the envelope of the `journal` sub-key. `context` binds a body to its place. */
export interface JournalKey {
  readonly seal: (context: string, plaintext: Uint8Array) => Uint8Array;
  readonly open: (context: string, sealed: Uint8Array) => Result<Uint8Array, unknown>;
}

/** Seals a body for its place in the chain. */
export function sealBody(
  key: JournalKey,
  place: { readonly line: number; readonly previous: Buffer },
  body: JournalBody,
): Uint8Array {
  return key.seal(lineContext(place.line, place.previous), Buffer.from(JSON.stringify(body), 'utf8'));
}

/**
 * Opens a line. Its content was checked before it was sealed and the seal proves that it is unchanged, so it is not parsed
 * by schema again: that would cost seconds at each start. Bodies of a newer version come back as they are.
 */
export function openBody(key: JournalKey, raw: RawLine): Result<JournalBody, { readonly kind: 'unreadable' }> {
  const opened = key.open(lineContext(raw.line, raw.previous), raw.sealed);
  if (!opened.ok) return err({ kind: 'unreadable' });
  return ok(JSON.parse(Buffer.from(opened.value).toString('utf8')) as JournalBody);
}
