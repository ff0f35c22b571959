import { create } from 'zustand';

/**
 * State of the page's store. `applying`: it follows the journal after the start (or is rebuilt) and new receptions work;
 * `behind`: it failed and is being reopened, the journal is complete; `readOnly`: it knows lines the journal lost.
 */
export type RecordsPhase = 'closed' | 'opening' | 'applying' | 'ready' | 'behind' | 'readOnly' | 'failed';

/** What screens say about the store; never data of a dossier. */
export interface RecordsStatus {
  readonly phase: RecordsPhase;
  readonly progress: { readonly appliedLine: number; readonly lastLine: number } | null;
  /** Dossiers brought back from the journal since the last unlock; null when nothing had to be. */
  readonly restored: number | null;
  /** How many of those are online submissions nobody has accepted yet. */
  readonly restoredOnline: number;
  /** Journal lines main could not read. */
  readonly damagedLines: number;
  /** Search, counts and boards are complete. */
  readonly searchReady: boolean;
  /** Class of the last failure, to read out on the phone. */
  readonly failure: string | null;
}

const closed: RecordsStatus = {
  phase: 'closed',
  progress: null,
  restored: null,
  restoredOnline: 0,
  damagedLines: 0,
  searchReady: false,
  failure: null,
};

/** The state of the store; only `open-records` writes it. */
export const useRecordsStatus = create<RecordsStatus>()(() => closed);

/** Changes what is known of the store. */
export function setRecordsStatus(change: Partial<RecordsStatus>): void {
  useRecordsStatus.setState(change);
}

/** Back to the state before unlocking. */
export function resetRecordsStatus(): void {
  useRecordsStatus.setState(closed);
}
