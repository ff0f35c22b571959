import argon2 from 'argon2';
import { z } from 'zod';

/** Cost of one Argon2id run (RFC 9106): memory in KiB, passes, lanes. Stored beside each wrap so that it can be raised later. */
export const argonCostSchema = z.object({
  memoryKiB: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(8),
});
/** See {@link argonCostSchema}. */
export type ArgonCost = z.infer<typeof argonCostSchema>;

/** Costs of the two secrets. The PIN's key never reaches a disk, so it may be quick enough for changing officers. */
export interface ArgonCosts {
  readonly password: ArgonCost;
  readonly pin: ArgonCost;
}

/** Costs of the product: 64 MiB, t = 3, p = 1 for passwords; the OWASP floor of 19 MiB, t = 2, p = 1 for PINs. */
export const productArgonCosts: ArgonCosts = {
  password: { memoryKiB: 65_536, passes: 3, lanes: 1 },
  pin: { memoryKiB: 19_456, passes: 2, lanes: 1 },
};

/** Number of salt bytes per secret. */
export const SALT_BYTES = 16;

/**
 * 32 bytes stretched from a secret with Argon2id. The secret is normalised (NFC) first: one keyboard types Vietnamese
 * letters composed, the next one decomposed.
 */
export async function stretchSecret(secret: string, salt: Uint8Array, cost: ArgonCost): Promise<Buffer> {
  return argon2.hash(secret.normalize('NFC'), {
    raw: true,
    type: argon2.argon2id,
    salt: Buffer.from(salt),
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
  });
}
