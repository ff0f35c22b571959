import type { Identity, Person } from './person';

/** Characters of a number that stay readable: enough to compare with a card, too little to copy. */
const SHOWN = 4;
/** Sign that stands for a hidden character on screens; papers and spreadsheets use `*`, which every font has. */
export const SCREEN_SIGN = '•';
/** See {@link SCREEN_SIGN}. */
export const PAPER_SIGN = '*';
type MaskSign = typeof SCREEN_SIGN | typeof PAPER_SIGN;

/** All but the last four characters hidden; the length stays. Texts of four characters or fewer stay whole. */
export function maskNumber(number: string, sign: MaskSign = SCREEN_SIGN): string {
  return sign.repeat(Math.max(0, number.length - SHOWN)) + number.slice(-SHOWN);
}

/** A telephone number with its last three digits only. */
export function maskPhone(phone: string, sign: MaskSign = SCREEN_SIGN): string {
  return sign.repeat(Math.max(0, phone.length - 3)) + phone.slice(-3);
}

/** First letter and domain of an e-mail address. */
export function maskEmail(email: string, sign: MaskSign = SCREEN_SIGN): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? sign.repeat(email.length) : email.charAt(0) + sign.repeat(at - 1) + email.slice(at);
}

/** The units of an address without house, group and street: all behind the first comma. */
export function maskAddress(address: string): string {
  return address.includes(',') ? address.slice(address.indexOf(',') + 1).trim() : '';
}

/** The number of an identity, masked unless revealed; `undefined` when there is none. */
export function identityNumber(
  identity: Identity,
  isRevealed: boolean,
  sign: MaskSign = SCREEN_SIGN,
): string | undefined {
  if (identity.kind === 'none') return undefined;
  return isRevealed ? identity.number : maskNumber(identity.number, sign);
}

/** What lists and masked exports show of a person: the name whole (it is on every paper), everything else shortened. */
export interface MaskedPerson {
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** Masks a person for lists and exports; what is absent is empty. Law 91/2025/QH15: no more than the purpose needs. */
export function maskPerson(person: Person, sign: MaskSign = SCREEN_SIGN): MaskedPerson {
  return {
    name: person.name,
    identity: identityNumber(person.identity, false, sign) ?? '',
    phone: maskPhone(person.phone ?? '', sign),
    email: maskEmail(person.email ?? '', sign),
    address: maskAddress(person.address ?? ''),
  };
}
