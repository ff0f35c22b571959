import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSchema } from '../../../shared/domain/person';
import {
  completeFromNumber,
  emptyPerson,
  fillPersonForm,
  findIdentity,
  isBlankPerson,
  personFormSchema,
  readPersonForm,
  type PersonForm,
} from './person-form';
import { findDate, spellDate } from './typed-date';

const strict = { role: 'submitter', identityRequired: true };
const hoa: PersonForm = { ...emptyPerson, name: 'Nguyễn Thị Hoa', number: '040188000123', birth: '12/05/1988' };

function problemsOf(form: PersonForm, options = strict): Record<string, string> {
  const read = readPersonForm(form, options);
  return read.ok ? {} : Object.fromEntries(read.error.map(({ field, message }) => [field, message.key]));
}

describe('readPersonForm', () => {
  it('gives the person when every field is right', () => {
    expect(
      readPersonForm({ ...hoa, phone: '091 234.5678', sex: 'female', address: ' Xóm 1,  xã Ví Dụ ' }, strict),
    ).toEqual({
      ok: true,
      value: {
        name: 'Nguyễn Thị Hoa',
        identity: { kind: 'personalId', number: '040188000123' },
        birth: '1988-05-12',
        sex: 'female',
        address: 'Xóm 1, xã Ví Dụ',
        phone: '0912345678',
        source: 'typed',
      },
    });
  });

  it('gives composed letters when the name was pasted decomposed', () => {
    const read = readPersonForm({ ...hoa, name: 'Đặng Thị Hoà'.normalize('NFD') }, strict);
    expect(read.ok && read.value.name).toBe('Đặng Thị Hoà'.normalize('NFC'));
  });

  it.each([
    ['04018800012', 'intake.problem.idLength'],
    ['0401880001234', 'intake.problem.idLength'],
    ['04018800012A', 'intake.problem.numberNotDigits'],
    ['', 'intake.problem.numberEmpty'],
  ])('names the number when it is %j', (number, key) => {
    expect(problemsOf({ ...hoa, number })).toEqual({ 'submitter.number': key });
  });

  it('says how many digits an 11-digit number has', () => {
    const read = readPersonForm({ ...hoa, number: '04018800012' }, strict);
    expect(!read.ok && read.error[0]?.message.values).toEqual({ length: 11 });
  });

  it('takes spaces and dots out of a number when it was typed in groups', () => {
    expect(findIdentity({ ...hoa, number: '040 188.000 123' })).toEqual({ kind: 'personalId', number: '040188000123' });
  });

  it.each(['31/02/1990', '00/01/1990', '1/13/1990', 'hôm qua', '12/05/88'])(
    'names the birth when it is %j',
    (birth) => {
      expect(problemsOf({ ...hoa, birth })).toEqual({ 'submitter.birth': 'intake.problem.birth' });
    },
  );

  it('takes a name of 200 characters and names one of 4,000', () => {
    expect(problemsOf({ ...hoa, name: 'Ễ'.repeat(200) })).toEqual({});
    const read = readPersonForm({ ...hoa, name: 'a'.repeat(4000) }, strict);
    expect(!read.ok && read.error).toEqual([
      { field: 'submitter.name', message: { key: 'intake.problem.nameTooLong', values: { length: 4000, max: 200 } } },
    ]);
  });

  it('records no dummy number when the law asks none and none was typed', () => {
    const read = readPersonForm({ ...hoa, number: '' }, { role: 'submitter', identityRequired: false });
    expect(read.ok && read.value.identity).toEqual({ kind: 'none', reason: 'notNeeded' });
  });

  it('records the reason when the person has no number', () => {
    const child: PersonForm = {
      ...emptyPerson,
      name: 'Lê An',
      identityKind: 'none',
      noneReason: 'newborn',
      number: '12',
    };
    const read = readPersonForm(child, strict);
    expect(read.ok && read.value.identity).toEqual({ kind: 'none', reason: 'newborn' });
  });

  it('never gives a person the journal would refuse, whatever was typed', () => {
    const form = fc.record({
      ...Object.fromEntries(
        ['name', 'number', 'birth', 'address', 'phone'].map((field) => [field, fc.string({ maxLength: 600 })]),
      ),
      identityKind: fc.constantFrom('personalId', 'oldId', 'passport', 'taxCode', 'none'),
    });
    fc.assert(
      fc.property(form, fc.boolean(), (typed, identityRequired) => {
        const read = readPersonForm(personFormSchema.parse({ ...emptyPerson, ...typed }), {
          role: 'x',
          identityRequired,
        });
        if (read.ok) expect(personSchema.safeParse(read.value).success).toBe(true);
        else expect(read.error.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('fillPersonForm', () => {
  it('gives back the same person when nothing is changed', () => {
    const person = {
      name: 'Lê Văn An',
      identity: { kind: 'personalId', number: '040090000123' },
      birth: '1990',
      source: 'card',
    } as const;
    expect(readPersonForm(fillPersonForm(person, 5), strict)).toEqual({ ok: true, value: person });
  });
});

describe('findDate', () => {
  it.each([
    ['01021990', '1990-02-01'],
    ['1/2/1990', '1990-02-01'],
    ['1990', '1990'],
    ['29/02/2023', undefined],
  ])('reads %j as %j', (text, found) => {
    expect(findDate(text, true)).toBe(found);
  });

  it('refuses a bare year where a day is needed', () => {
    expect(findDate('1990', false)).toBeUndefined();
  });

  it('spells eight digits with slashes and leaves what is no date', () => {
    expect(spellDate('01021990')).toBe('01/02/1990');
    expect(spellDate('31/02/1990')).toBe('31/02/1990');
  });
});

describe('completeFromNumber', () => {
  it('fills the sex when a whole number names it, and never changes a chosen one', () => {
    expect(completeFromNumber(hoa).sex).toBe('female');
    expect(completeFromNumber({ ...hoa, sex: 'male' }).sex).toBe('male');
    expect(completeFromNumber({ ...hoa, number: '0401' }).sex).toBe('');
  });
});

describe('isBlankPerson', () => {
  it('is true only while nothing was entered', () => {
    expect(isBlankPerson(emptyPerson)).toBe(true);
    expect(isBlankPerson({ ...emptyPerson, phone: '09' })).toBe(false);
  });
});
