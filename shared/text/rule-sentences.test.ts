import { describe, expect, it } from 'vitest';
import type { CardError } from '../domain/citizen-card';
import type { IntakeWarning } from '../domain/intake';
import type { PersonWarning } from '../domain/person-checks';
import type { TimeLimit } from '../domain/procedure-limit';
import { sayVi, type Message } from './message';
import {
  describeCardDoubt,
  describeCardError,
  describeIntakeRefusal,
  describeIntakeWarning,
  describePersonWarning,
  describeReferenceError,
  describeSlipQrError,
  feeFreeText,
  feeLineText,
  feeTotalText,
  limitText,
} from './rule-sentences';

/** A sentence is complete when no mark is left open and it is no bare key. */
function expectComplete(message: Message): void {
  const sentence = sayVi(message);
  expect(sentence).not.toMatch(/\{\{/);
  expect(sentence).not.toBe(message.key);
  expect(sentence.length).toBeGreaterThan(5);
}

describe('limitText', () => {
  it.each<[TimeLimit, string]>([
    [{ unit: 'workingDays', amount: 3 }, '3 ngày làm việc'],
    [{ unit: 'workingHours', amount: 4 }, '4 giờ làm việc'],
    [{ unit: 'calendarDays', amount: 30 }, '30 ngày'],
    [{ unit: 'months', amount: 6 }, '6 tháng'],
    [{ unit: 'sameDay' }, 'trong ngày làm việc'],
    [{ unit: 'none' }, 'không quy định thời hạn'],
  ])('says the limit in words when it is %o', (limit, words) => {
    expect(sayVi(limitText(limit))).toBe(words);
  });
});

describe('fee sentences', () => {
  it('say amounts as on paper when money is due or free', () => {
    expect(sayVi(feeLineText({ ledger: 'stateFee', name: 'Phí chứng thực', amount: 12_000 }))).toBe(
      'Phí chứng thực: 12.000 đ',
    );
    expect(sayVi(feeTotalText(36_000))).toBe('Tổng cộng 36.000 đ (Ba mươi sáu nghìn đồng)');
    expect(sayVi(feeFreeText({ basis: 'free', ground: 'đúng hạn' }))).toBe('Không thu (đúng hạn)');
  });
});

const person: PersonWarning[] = [
  { kind: 'idYear', idYear: '1988', birthYear: '1989' },
  { kind: 'idSex', idSex: 'male' },
  { kind: 'idSex', idSex: 'female' },
  { kind: 'idPlace', place: '003' },
  { kind: 'oldIdEnded', since: '2025-01-01' },
  { kind: 'birthInFuture' },
  { kind: 'birthLongAgo', years: 130 },
  { kind: 'notNewborn', years: 5 },
  { kind: 'nameHasDigits' },
];
const intake: IntakeWarning[] = [
  { kind: 'noApplicant' },
  { kind: 'identityMissing', party: 0 },
  { kind: 'person', party: 0, warning: { kind: 'birthInFuture' } },
  { kind: 'missingPaper', paperId: 'a', name: 'Tờ khai' },
  { kind: 'extraPaper', name: 'Đơn' },
  { kind: 'notDigitised', paperId: 'a', name: 'Tờ khai' },
  { kind: 'quantityMissing', quantity: 'pages' },
  { kind: 'quantityMissing', quantity: 'copies' },
  { kind: 'feeDiffers', expected: 10_000, entered: 0 },
  { kind: 'returnAddressMissing' },
  { kind: 'outsideOpeningHours' },
];
const card: CardError[] = [
  { kind: 'empty' },
  { kind: 'tooLong', length: 4096, max: 1500 },
  { kind: 'controlCharacter', code: 0 },
  { kind: 'twoCards' },
  { kind: 'vietnameseKeyboard' },
  { kind: 'fieldCount', count: 5 },
  { kind: 'idLength', length: 11 },
  { kind: 'idNotDigits' },
  { kind: 'oldId' },
  { kind: 'name', why: 'empty' },
  { kind: 'name', why: 'tooLong' },
  { kind: 'name', why: 'letters' },
  { kind: 'date', field: 'birth', text: '31021988' },
  { kind: 'date', field: 'issuedOn', text: '32042021' },
  { kind: 'sex' },
  { kind: 'addressTooLong', max: 500 },
  { kind: 'mrzLength', length: 30 },
  ...(['number', 'birth', 'expiry', 'name'] as const).map((part) => ({ kind: 'mrzCheck' as const, part })),
];

describe('sentences about rules', () => {
  const all: Message[] = [
    ...person.map(describePersonWarning),
    ...intake.map(describeIntakeWarning),
    ...card.map(describeCardError),
    ...(['marksLost', 'encodingRepaired', 'fieldMissing'] as const).map(describeCardDoubt),
    ...(['numberRepaired', 'junkDropped', 'backSide', 'backUnproven'] as const).map(describeCardDoubt),
    ...(['notASlip', 'newerVersion', 'damaged'] as const).map((kind) => describeSlipQrError({ kind })),
    ...(['procedures', 'calendar', 'units'] as const).map((name) =>
      describeReferenceError({ kind: 'missingPackage', package: name }),
    ),
    describeReferenceError({ kind: 'noWorkingTime', unitId: 'H41.26' }),
    describeIntakeRefusal({ kind: 'unknownProcedure', code: '9.999999' }),
    describeIntakeRefusal({ kind: 'unknownCase', code: '1.001193', caseId: 'x' }),
    describeIntakeRefusal({ kind: 'unknownUnit', unitId: 'H99' }),
  ];

  it.each(all.map((message) => [message.key, message] as const))('are complete when %s is said', (_key, message) => {
    expectComplete(message);
  });

  it('are different for different causes', () => {
    expect(new Set(all.map(sayVi)).size).toBe(all.length - 1);
  });

  it('name what the officer must see when numbers matter', () => {
    expect(sayVi(describeCardError({ kind: 'idLength', length: 11 }))).toContain('11 chữ số, phải đủ 12');
    expect(sayVi(describeCardError({ kind: 'controlCharacter', code: 0x202e }))).toContain('U+202E');
    expect(sayVi(describeIntakeWarning({ kind: 'feeDiffers', expected: 10_000, entered: 0 }))).toContain(
      '10.000 đ, đang ghi 0 đ',
    );
    expect(sayVi(describePersonWarning({ kind: 'oldIdEnded', since: '2025-01-01' }))).toContain('01/01/2025');
  });
});
