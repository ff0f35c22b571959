import type { DiskGuard } from './disk/disk-guard';
import type { Launch } from './launch';
import type { Machines } from './machines';
import type { Previews } from './previews';
import type { Session } from './session';
import type { Stores } from './stores';

/** Parts that know of each other only through the composition root. */
export interface Parts {
  readonly launch: Launch;
  readonly stores: Stores;
  readonly guard: DiskGuard;
  readonly previews: Previews;
  readonly session: Session;
  readonly machines: Machines;
}
