import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/base/result';
import { formatDay, type Instant } from '../../../shared/base/time';
import { toNfc } from '../../../shared/base/vietnamese';
import { readIdStructure } from '../../../shared/domain/person-checks';
import type { Identity, Person } from '../../../shared/domain/person';
import type { Message } from '../../../shared/text/message';
import { findDate } from './typed-date';

export const identityKinds = ['personalId', 'oldId', 'passport', 'taxCode', 'none'] as const;
export const noneReasons = ['newborn', 'foreigner', 'notNeeded', 'other'] as const;

/** A person while being typed: every field holds the text as written, right or wrong, so that nothing is lost. */
export const personFormSchema = z.object({
  name: z.string(),
  identityKind: z.enum(identityKinds),
  number: z.string(),
  noneReason: z.enum(noneReasons),
  birth: z.string(),
  sex: z.enum(['', 'male', 'female']),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  source: z.enum(['typed', 'card', 'reused', 'portal']),
  /** When the card was read; null when no card was. */
  cardReadAt: z.int().nullable(),
});
/** See {@link personFormSchema}. */
export type PersonForm = z.infer<typeof personFormSchema>;

/** A field with something wrong in it that keeps the dossier from being received. `field` as in `data-field`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: Message;
}

const NAME_MAX = 200;
const ADDRESS_MAX = 500;

/** Nobody yet. */
export const emptyPerson: PersonForm = {
  name: '',
  identityKind: 'personalId',
  number: '',
  noneReason: 'other',
  birth: '',
  sex: '',
  address: '',
  phone: '',
  email: '',
  source: 'typed',
  cardReadAt: null,
};

/** Whether nothing of a person was entered. */
export function isBlankPerson(form: PersonForm): boolean {
  return [form.name, form.number, form.birth, form.address, form.phone].every((text) => text.trim() === '');
}

/** One line of text as it is kept: composed letters, single spaces. */
function tidy(text: string): string {
  return toNfc(text).replace(/\s+/g, ' ').trim();
}

function tidyNumber(text: string): string {
  return tidy(text).replace(/[\s.]/g, '').toUpperCase();
}

/** The form of a known person. */
export function fillPersonForm(person: Person, cardReadAt: Instant | null): PersonForm {
  const { identity, birth = '' } = person;
  return {
    ...emptyPerson,
    name: person.name,
    identityKind: identity.kind,
    number: identity.kind === 'none' ? '' : identity.number,
    noneReason: identity.kind === 'none' ? identity.reason : 'other',
    birth: birth.length === 10 ? formatDay(birth) : birth,
    sex: person.sex ?? '',
    address: person.address ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    source: person.source,
    cardReadAt,
  };
}

/** Sex follows from a whole 12-digit number: one field less to fill; what is already chosen stays. */
export function completeFromNumber(form: PersonForm): PersonForm {
  const number = tidyNumber(form.number);
  const isWhole = form.identityKind === 'personalId' && /^\d{12}$/.test(number);
  return isWhole && form.sex === '' ? { ...form, sex: readIdStructure(number).sex } : form;
}

const message = (key: Message['key'], values: Message['values'] = {}): Message => ({ key, values });

function findDigitsProblem(
  number: string,
  rule: { readonly length: number; readonly key: Message['key'] },
): Message | undefined {
  if (!/^\d+$/.test(number)) return message('intake.problem.numberNotDigits');
  return number.length === rule.length ? undefined : message(rule.key, { length: number.length });
}

function findNumberProblem(form: PersonForm): Message | undefined {
  const number = tidyNumber(form.number);
  if (form.identityKind === 'none') return undefined;
  if (number === '') return message('intake.problem.numberEmpty');
  switch (form.identityKind) {
    case 'personalId':
      return findDigitsProblem(number, { length: 12, key: 'intake.problem.idLength' });
    case 'oldId':
      return findDigitsProblem(number, { length: 9, key: 'intake.problem.oldIdLength' });
    case 'passport':
      return /^[A-Z0-9]{5,20}$/.test(number) ? undefined : message('intake.problem.passport');
    case 'taxCode':
      return /^\d{10}(-\d{3})?$/.test(number) ? undefined : message('intake.problem.taxCode');
  }
}

function findNameProblem(name: string): Message | undefined {
  if (name === '') return message('intake.problem.nameEmpty');
  return name.length > NAME_MAX
    ? message('intake.problem.nameTooLong', { length: name.length, max: NAME_MAX })
    : undefined;
}

function tidyPhone(text: string): string {
  return text.replace(/[\s.()-]/g, '');
}

function findRestProblems(form: PersonForm): readonly (readonly [keyof PersonForm, Message | undefined])[] {
  const address = tidy(form.address);
  const phone = tidyPhone(form.phone);
  const birthWrong = form.birth.trim() !== '' && findDate(form.birth, true) === undefined;
  const phoneWrong = phone !== '' && !/^\+?\d{8,15}$/.test(phone);
  const addressWrong = address.length > ADDRESS_MAX;
  return [
    ['birth', birthWrong ? message('intake.problem.birth') : undefined],
    ['phone', phoneWrong ? message('intake.problem.phone') : undefined],
    [
      'address',
      addressWrong ? message('intake.problem.textTooLong', { length: address.length, max: ADDRESS_MAX }) : undefined,
    ],
  ];
}

function buildIdentity(form: PersonForm, identityRequired: boolean): Identity {
  const number = tidyNumber(form.number);
  if (form.identityKind === 'none') return { kind: 'none', reason: form.noneReason };
  // Where the law asks no identity paper, an empty field is an answer, not a gap.
  if (number === '' && !identityRequired) return { kind: 'none', reason: 'notNeeded' };
  return { kind: form.identityKind, number };
}

/** The identity typed so far when it can be looked up: a whole, well-formed number. */
export function findIdentity(form: PersonForm): Exclude<Identity, { kind: 'none' }> | undefined {
  if (form.identityKind === 'none' || findNumberProblem(form) !== undefined) return undefined;
  return { kind: form.identityKind, number: tidyNumber(form.number) };
}

/**
 * The person a form describes, or what is wrong in it, field by field. Fields are named `<role>.<field>`.
 * Wrong means: cannot be recorded as what it claims to be. What is merely unlikely is a warning and comes from the rules.
 */
export function readPersonForm(
  form: PersonForm,
  options: { readonly role: string; readonly identityRequired: boolean },
): Result<Person, readonly FieldProblem[]> {
  const name = tidy(form.name);
  const numberOptional = !options.identityRequired && form.number.trim() === '';
  const checks: readonly (readonly [keyof PersonForm, Message | undefined])[] = [
    ['name', findNameProblem(name)],
    ['number', numberOptional ? undefined : findNumberProblem(form)],
    ...findRestProblems(form),
  ];
  const problems = checks.flatMap(([field, found]) =>
    found === undefined ? [] : [{ field: `${options.role}.${field}`, message: found }],
  );
  if (problems.length > 0) return err(problems);
  const birth = findDate(form.birth, true);
  const address = tidy(form.address);
  const phone = tidyPhone(form.phone);
  return ok({
    name,
    identity: buildIdentity(form, options.identityRequired),
    ...(birth === undefined ? {} : { birth }),
    ...(form.sex === '' ? {} : { sex: form.sex }),
    ...(address === '' ? {} : { address }),
    ...(phone === '' ? {} : { phone }),
    ...(form.email === '' ? {} : { email: form.email }),
    source: form.source,
  });
}
