import type { Identity } from '../../../shared/domain/person';

const SHOWN = 4;
const DOT = '•';

/** All but the last four characters hidden: enough to compare with a card, too little to copy. */
export function maskNumber(number: string): string {
  return DOT.repeat(Math.max(0, number.length - SHOWN)) + number.slice(-SHOWN);
}

/** The number of an identity, masked unless revealed; `undefined` when there is none. */
export function identityNumber(identity: Identity, isRevealed: boolean): string | undefined {
  if (identity.kind === 'none') return undefined;
  return isRevealed ? identity.number : maskNumber(identity.number);
}
