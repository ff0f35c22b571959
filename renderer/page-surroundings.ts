import type { DesktopBridge } from '../shared/ipc/contract';
import type { OpenRecordsInput } from './records/open-records';

/** What a session needs of its page. */
export interface PageSurroundings {
  readonly desktop: DesktopBridge;
  readonly now: () => number;
  /** Parts of the store a test brings; the page brings none. */
  readonly records?: Omit<OpenRecordsInput, 'desktop' | 'keys'>;
}
