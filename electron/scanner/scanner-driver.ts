import type { ScanSource } from '../../shared/ipc/messages';

/** Why something from a scanner is no page. */
export type RejectReason = 'unsupported' | 'incomplete' | 'tooLarge';

/** What a driver reports while a run goes on. */
export type ScanEvent =
  | {
      readonly type: 'page';
      /** Name of the file or page, for the officer. */
      readonly name: string;
      readonly content: () => AsyncIterable<Uint8Array>;
      /** To be called before the page is sealed under an id: after a kill the driver then knows whether it still has to give it. */
      readonly taking: (pageId: string) => Promise<void>;
      /** To be called once the page is safely kept; until then the driver keeps its own copy. */
      readonly taken: () => Promise<void>;
      /** To be called when the content proves to be no page after all. */
      readonly reject: (reason: RejectReason) => Promise<void>;
    }
  | { readonly type: 'rejected'; readonly name: string; readonly reason: RejectReason };

/** A kind of scanner. `scan` ends when there are no more pages, or soon after `signal` is aborted. */
export interface ScannerDriver {
  readonly kind: ScanSource['kind'];
  readonly sources: () => Promise<readonly ScanSource[]>;
  readonly scan: (request: { readonly sourceId: string }, signal: AbortSignal) => AsyncIterable<ScanEvent>;
}
