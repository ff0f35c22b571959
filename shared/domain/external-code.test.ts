import { describe, expect, it } from 'vitest';
import {
  checkExternalCode,
  currentExternalCodes,
  externalSystemSchema,
  externalSystems,
  systemsAwaitingCode,
  type ExternalCode,
} from './external-code';

const draft: ExternalCode = { system: 'civilStatus', code: 'NHAP-1', provisional: true };
const final: ExternalCode = { system: 'civilStatus', code: 'HT-2026-77', provisional: false };
const portal: ExternalCode = { system: 'portal', code: 'G22.99-261120-0001', provisional: false };

describe('externalSystems', () => {
  it('are rows of the schema, each id once, all provisional', () => {
    for (const row of externalSystems) expect(externalSystemSchema.parse(row)).toEqual(row);
    expect(new Set(externalSystems.map((row) => row.id)).size).toBe(externalSystems.length);
    expect(externalSystems.every((row) => row.provisional)).toBe(true);
    expect(externalSystems.map((row) => row.id)).toEqual([
      'portal',
      'civilStatus',
      'linkedServices',
      'land',
      'tax',
      'residence',
      'socialInsurance',
      'business',
      'ministry',
    ]);
    expect(externalSystems.filter((row) => row.givesProvisionalCodes).map((row) => row.id)).toEqual([
      'civilStatus',
      'linkedServices',
    ]);
  });

  it('may be extended by a province, which need not say everything', () => {
    expect(externalSystemSchema.parse({ id: 'x-1', name: 'X', provisional: false })).toEqual({
      id: 'x-1',
      name: 'X',
      provisional: false,
      givesProvisionalCodes: false,
    });
    for (const id of ['', '1x', 'a b', `x${'y'.repeat(60)}`, 'x!']) {
      expect(externalSystemSchema.safeParse({ id, name: 'X', provisional: false }).success).toBe(false);
    }
  });
});

describe('checkExternalCode', () => {
  it.each<[what: string, wanted: ExternalCode, linked: ExternalCode[], doubts: object[]]>([
    ['all is usual', portal, [], []],
    ['spaces and case differ from the usual', { ...portal, code: ' g22.99 - 261120-0001' }, [], []],
    ['nothing was typed', { ...portal, code: ' \u200b ' }, [], [{ kind: 'empty' }]],
    ['the system is unknown', { ...portal, system: 'x' }, [], [{ kind: 'unknownSystem', system: 'x' }]],
    ['the shape is unusual', { ...portal, code: '12345' }, [], [{ kind: 'unusualShape', system: 'portal' }]],
    [
      'only the middle has the shape',
      { ...portal, code: 'xG22.99-261120-0001x' },
      [],
      [{ kind: 'unusualShape', system: 'portal' }],
    ],
    ['no shape is known', { ...final, code: 'bất kỳ' }, [], []],
    ['it is linked already', final, [{ ...final, code: 'ht-2026-77' }], [{ kind: 'alreadyLinked' }]],
    ['the draft becomes final under the same code', { ...draft, provisional: false }, [draft], []],
    ['a final code follows a draft', final, [draft], []],
    [
      'it replaces a final code',
      { ...final, code: 'HT-2026-78' },
      [final],
      [{ kind: 'replacesFinal', code: 'HT-2026-77' }],
    ],
    ['the final code is of another system', final, [portal], []],
  ])('when %s', (_what, wanted, linked, doubts) => {
    expect(checkExternalCode(wanted, linked, externalSystems)).toEqual(doubts);
  });
});

describe('currentExternalCodes', () => {
  it('prefers the last final code, else the last draft', () => {
    const later = { ...draft, code: 'NHAP-2' };
    expect(currentExternalCodes([draft, portal, later])).toEqual([later, portal]);
    expect(currentExternalCodes([draft, final, later])).toEqual([final]);
    expect(currentExternalCodes([final, { ...final, code: 'HT-2026-78' }])).toEqual([{ ...final, code: 'HT-2026-78' }]);
    expect(currentExternalCodes([])).toEqual([]);
  });
});

describe('systemsAwaitingCode', () => {
  it('names systems that gave only a draft code so far', () => {
    expect(systemsAwaitingCode([draft, portal])).toEqual(['civilStatus']);
    expect(systemsAwaitingCode([draft, final, portal])).toEqual([]);
  });
});
