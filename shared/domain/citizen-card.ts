import { err, ok, type Result } from '../base/result';
import { localDaySchema, type LocalDay } from '../base/time';
import { foldVietnamese } from '../base/vietnamese';
import { looksLikeMrz, parseCardMrz, type MrzError } from './citizen-card-mrz';
import { CARD_TEXT_MAX, looksLikeCardFields, readCardFields, type CardTextError } from './citizen-card-text';
import { readTypedMarks } from './citizen-card-typing';
import type { Person } from './person';
import { readIdStructure } from './person-checks';

export { CARD_TEXT_MAX } from './citizen-card-text';

/**
 * Something about a readable scan that the officer should compare with the card itself. `numberRepaired`: the first
 * characters came twice; `junkDropped`: something stood behind the last field; `backSide`: read from the lines on the back,
 * which have no marks and no address; `backUnproven`: their overall check digit does not fit.
 */
export type CardDoubt =
  'marksLost' | 'encodingRepaired' | 'fieldMissing' | 'numberRepaired' | 'junkDropped' | 'backSide' | 'backUnproven';

/**
 * What the QR of a citizen card says. Unsigned, so a typing aid and no proof. `birth` is a day or a bare year; the address
 * is kept as printed on the card, with units that may no longer exist.
 */
export interface CitizenCard {
  readonly layout: 'card2021' | 'card2024' | 'backSide';
  readonly personalId: string;
  readonly oldId: string | undefined;
  readonly name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female' | undefined;
  readonly address: string;
  readonly issuedOn: LocalDay | undefined;
  /** Only the back says so; undefined also for cards without end. */
  readonly expiresOn?: LocalDay | undefined;
  readonly doubts: readonly CardDoubt[];
}

/** Why a scan is no usable card. Carries only what the sentence needs, never the whole payload. */
export type CardError =
  | CardTextError
  | MrzError
  | { readonly kind: 'fieldCount'; readonly count: number }
  | { readonly kind: 'idLength'; readonly length: number }
  | { readonly kind: 'idNotDigits' }
  | { readonly kind: 'oldId' }
  | { readonly kind: 'name'; readonly why: 'empty' | 'tooLong' | 'letters' }
  | { readonly kind: 'date'; readonly field: 'birth' | 'issuedOn'; readonly text: string }
  | { readonly kind: 'sex' }
  | { readonly kind: 'addressTooLong'; readonly max: number };

const NAME_MAX = 200;
const ADDRESS_MAX = 500;
const FIELDS_MAX = 15;
/** The card of 2024 has at least ten fields; what follows the seventh is not documented and stays unread. */
const FIELDS_2024 = 10;
const BIRTH_YEARS = { first: 1850, last: 2150 } as const;

/** Seven fields out of six: a reader left out either the old number or, at the end, the day of issue. */
function fillSix(fields: readonly string[]): readonly string[] {
  const oldIdThere = /^(\d{9}|\d{12})?$/.test(fields[1] ?? '');
  return oldIdThere ? [...fields, ''] : [fields[0] ?? '', '', ...fields.slice(1)];
}

/** `ddMMyyyy` with or without separators, or ISO order. A day of `00` or four digits alone leave the year. */
function readDate(text: string): string | undefined {
  const iso = localDaySchema.safeParse(text).success ? text : undefined;
  const match = /^(?:(\d{2})[ ./-]?(\d{2})[ ./-]?)?(\d{4})$/.exec(text);
  const [, day, month, year] = match ?? [];
  const found = iso ?? (day === undefined || day === '00' ? year : `${year ?? ''}-${month ?? ''}-${day}`);
  if (found === undefined || !isPossible(found)) return undefined;
  return found;
}

function isPossible(date: string): boolean {
  const year = Number(date.slice(0, 4));
  if (year < BIRTH_YEARS.first || year > BIRTH_YEARS.last) return false;
  if (date.length === 4) return true;
  const read = new Date(`${date}T00:00:00.000Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === date;
}

function readSex(text: string): 'male' | 'female' | undefined | 'unknown' {
  const folded = foldVietnamese(text);
  if (folded === '') return undefined;
  if (folded === 'nam' || folded === 'male') return 'male';
  if (folded === 'nu' || folded === 'female') return 'female';
  return 'unknown';
}

function findNumberError(personalId: string, oldId: string): CardError | undefined {
  if (!/^\d+$/.test(personalId)) return { kind: 'idNotDigits' };
  if (personalId.length !== 12) return { kind: 'idLength', length: personalId.length };
  return /^(\d{9}|\d{12})?$/.test(oldId) ? undefined : { kind: 'oldId' };
}

/** Names on cards are Latin letters with Vietnamese marks; others are the traces of a wrong code page. */
function findNameError(name: string): CardError | undefined {
  if (name === '') return { kind: 'name', why: 'empty' };
  if (name.length > NAME_MAX) return { kind: 'name', why: 'tooLong' };
  return /^[a-z][a-z '’.-]*$/.test(foldVietnamese(name)) ? undefined : { kind: 'name', why: 'letters' };
}

/** The seven fields every card has, after repairs, and which repairs there were. */
interface Front {
  readonly personalId: string;
  readonly oldId: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly address: string;
  readonly issuedOn: string;
}

/** A number whose first characters came twice: taken only where year of birth and sex then agree with the other fields. */
function dropRepeatedStart({ personalId, birth, sex }: Front): string | undefined {
  const times = personalId.length - 12;
  if (times < 1 || times > 3 || !/^\d+$/.test(personalId)) return undefined;
  const number = personalId.slice(times);
  if (!number.startsWith(personalId.slice(0, times))) return undefined;
  const structure = readIdStructure(number);
  const agrees = readDate(birth)?.slice(0, 4) === structure.birthYear && readSex(sex) === structure.sex;
  return agrees ? number : undefined;
}

function repairFront(front: Front): { readonly front: Front; readonly doubts: readonly CardDoubt[] } {
  const doubts: CardDoubt[] = [];
  const typed = readTypedMarks(front);
  if (typed) doubts.push('encodingRepaired');
  const personalId = dropRepeatedStart(typed ?? front);
  if (personalId !== undefined) doubts.push('numberRepaired');
  // The last field of the old card is a date of fixed length, so what stands behind it is not the card's.
  const issuedOn = /^(\d{2}[ ./-]?\d{2}[ ./-]?\d{4})[^\d].*$/.exec(front.issuedOn)?.[1];
  if (issuedOn !== undefined) doubts.push('junkDropped');
  const oldId = /^0+$/.test(front.oldId) ? '' : front.oldId;
  return {
    front: {
      ...(typed ?? front),
      oldId,
      personalId: personalId ?? front.personalId,
      issuedOn: issuedOn ?? front.issuedOn,
    },
    doubts,
  };
}

function findMarkDoubt({ name, address }: Front): readonly CardDoubt[] {
  const written = `${name} ${address}`;
  return address !== '' && foldVietnamese(written) === written.toLowerCase() ? ['marksLost'] : [];
}

function buildCard(front: Front, doubts: readonly CardDoubt[], count: number): Result<CitizenCard, CardError> {
  const { personalId, oldId, name, address } = front;
  const wrong = findNumberError(personalId, oldId) ?? findNameError(name);
  if (wrong) return err(wrong);
  const birth = readDate(front.birth);
  if (birth === undefined) return err({ kind: 'date', field: 'birth', text: front.birth.slice(0, 20) });
  const sex = readSex(front.sex);
  if (sex === 'unknown') return err({ kind: 'sex' });
  if (address.length > ADDRESS_MAX) return err({ kind: 'addressTooLong', max: ADDRESS_MAX });
  const issuedOn = front.issuedOn === '' ? undefined : readDate(front.issuedOn);
  if (front.issuedOn !== '' && issuedOn?.length !== 10) {
    return err({ kind: 'date', field: 'issuedOn', text: front.issuedOn.slice(0, 20) });
  }
  return ok({
    layout: count >= FIELDS_2024 ? 'card2024' : 'card2021',
    personalId,
    oldId: oldId === '' ? undefined : oldId,
    name,
    birth,
    sex,
    address,
    issuedOn,
    doubts: [...findMarkDoubt(front), ...doubts],
  });
}

function parseBack(text: string): Result<CitizenCard, CardError> {
  const back = parseCardMrz(text);
  if (!back.ok) return back;
  const { proven, ...read } = back.value;
  const doubts: CardDoubt[] = proven ? ['backSide'] : ['backSide', 'backUnproven'];
  return ok({ ...read, layout: 'backSide', oldId: undefined, address: '', issuedOn: undefined, doubts });
}

function parseFront(text: string): Result<CitizenCard, CardError> {
  const read = readCardFields(text);
  if (!read.ok) return read;
  const { fields, repaired } = read.value;
  if (fields.length < 6 || fields.length > FIELDS_MAX) return err({ kind: 'fieldCount', count: fields.length });
  const missing = fields.length === 6;
  const [personalId = '', oldId = '', name = '', birth = '', sex = '', address = '', issuedOn = ''] = missing
    ? fillSix(fields)
    : fields;
  const found = repairFront({ personalId, oldId, name, birth, sex, address, issuedOn });
  const doubts: CardDoubt[] = [
    ...(repaired ? (['encodingRepaired'] as const) : []),
    ...(missing ? (['fieldMissing'] as const) : []),
    ...found.doubts,
  ];
  return buildCard(found.front, [...new Set(doubts)], fields.length);
}

/**
 * Reads the QR of a citizen card: seven fields (card of 2021) or at least ten (card of 2024, same first seven); failing
 * that, the machine-readable lines on its back. Every failure is an answer; the text may be anything a scanner or keyboard
 * can send. Domain notes §7.1, §7.3.
 */
export function parseCitizenCard(text: string): Result<CitizenCard, CardError> {
  return text.length <= CARD_TEXT_MAX && looksLikeMrz(text) ? parseBack(text) : parseFront(text);
}

/**
 * Whether a burst from a scanner is meant to be a card, readable or not: a faulty card must get its own message and never
 * end up as typed text.
 */
export function looksLikeCard(text: string): boolean {
  return looksLikeMrz(text.slice(0, CARD_TEXT_MAX)) || looksLikeCardFields(text);
}

/** The person a card names, ready for a dossier's parties. */
export function buildPersonFromCard(card: CitizenCard): Person {
  return {
    name: card.name,
    identity: { kind: 'personalId', number: card.personalId },
    birth: card.birth,
    ...(card.sex === undefined ? {} : { sex: card.sex }),
    ...(card.address === '' ? {} : { address: card.address }),
    source: 'card',
  };
}
