import { create } from 'zustand';
import type { LocalDay } from '../../shared/base/time';
import type { Reference, ReferencePackage } from '../../shared/domain/reference-package';
import type { ReferenceError } from '../../shared/domain/reference';
import type { IpcError } from '../../shared/ipc/messages';

/** The rules in force today, or why there are none. Public data: procedures, calendars, units. */
export interface ReferenceState {
  readonly reference: Reference | null;
  /** Every package main holds: what was in force on an earlier day is read from them. */
  readonly packages: readonly ReferencePackage[];
  /** Day the rules were put together for. */
  readonly day: LocalDay | null;
  readonly problem: ReferenceError | IpcError | null;
}

/** Rules in force; only `reference` writes them. */
export const useReference = create<ReferenceState>()(() => ({
  reference: null,
  packages: [],
  day: null,
  problem: null,
}));

/** Replaces what is known of the rules. */
export function setReference(state: ReferenceState): void {
  useReference.setState(state);
}
