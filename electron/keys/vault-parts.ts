import type { Instant } from '../../shared/base/time';
import type { Officer } from '../../shared/domain/officer';
import type { LockOut } from './lock-out';
import type { ArgonCosts } from './password-hash';
import type { PinBox } from './pin-box';
import type { VaultContent } from './vault-content';

/** An officer with the password they chose. */
export interface NewOfficer {
  readonly officer: Officer;
  readonly password: string;
}

/** What the vault needs from outside. */
export interface VaultOptions {
  readonly folder: string;
  /** 32 random bytes kept by the operating system, null where it has no real key store. */
  readonly deviceSecret: Buffer | null;
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds of a clock nobody can set; the process clock unless told. */
  readonly monotonic?: () => number;
  /** Costs for new wraps; existing ones keep theirs. */
  readonly argon?: ArgonCosts;
}

/** An open vault's parts, shared by the functions that read and change it. */
export interface VaultParts {
  readonly options: VaultOptions;
  readonly costs: ArgonCosts;
  readonly lockOut: LockOut;
  readonly pins: PinBox;
  readonly content: () => VaultContent | undefined;
  readonly keep: (content: VaultContent) => Promise<void>;
}
