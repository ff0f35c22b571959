import { describe, expect, it } from 'vitest';
import {
  checkCollector,
  collectRuleSchema,
  decideCollectors,
  type CollectAnswer,
  type CollectRule,
} from './collectors';
import {
  checkParties,
  isSameIdentity,
  isSameName,
  listApplicants,
  mayBeSamePerson,
  summariseApplicants,
  type PartyWarning,
} from './parties';
import { partySchema, type Party, type Person } from './person';

function person(name: string, number: string): Person {
  return { name, identity: { kind: 'personalId', number }, source: 'typed' };
}
const husband = person('Nguyễn Văn Bình', '040085000001');
const wife = person('Trần Thị Châu', '040187000002');
const buyer = person('Lê Văn Dũng', '040090000003');
const agent = person('Phạm Thị Én', '040192000004');
const child: Person = {
  name: 'Nguyễn Bảo An',
  identity: { kind: 'none', reason: 'newborn' },
  birth: '2026-02-01',
  source: 'typed',
};

const { birth: _birth, ...unborn } = child;

const sale: Party[] = [
  { role: 'applicant', person: husband, side: 'transferor' },
  { role: 'applicant', person: wife, side: 'transferor', relation: 'spouse' },
  { role: 'applicant', person: buyer, side: 'transferee' },
  { role: 'representative', person: agent, side: 'transferee', relation: 'authorised', ground: 'Giấy ủy quyền số 12' },
];

describe('partySchema', () => {
  it('keeps side and relation, and needs neither', () => {
    for (const party of sale) expect(partySchema.parse(party)).toEqual(party);
    expect(partySchema.parse({ role: 'applicant', person: husband })).toEqual({ role: 'applicant', person: husband });
    expect(partySchema.safeParse({ role: 'applicant', person: husband, side: 'both' }).success).toBe(false);
    expect(partySchema.safeParse({ role: 'applicant', person: husband, relation: 'friend' }).success).toBe(false);
  });
});

describe('applicants', () => {
  it('are listed in order, of one side when asked', () => {
    expect(listApplicants(sale).map((party) => party.person)).toEqual([husband, wife, buyer]);
    expect(listApplicants(sale, 'transferor').map((party) => party.person)).toEqual([husband, wife]);
    expect(listApplicants(sale, 'transferee').map((party) => party.person)).toEqual([buyer]);
  });

  it('are named by the first and the number of others', () => {
    expect(summariseApplicants(sale)).toEqual({ name: 'Nguyễn Văn Bình', others: 2 });
    expect(summariseApplicants(sale, 'transferor')).toEqual({ name: 'Nguyễn Văn Bình', others: 1 });
    expect(summariseApplicants(sale, 'transferee')).toEqual({ name: 'Lê Văn Dũng', others: 0 });
    expect(summariseApplicants([])).toEqual({ name: '', others: 0 });
  });
});

describe('sameness', () => {
  it('of identities needs a number of the same kind', () => {
    expect(isSameIdentity(husband.identity, { ...husband.identity })).toBe(true);
    expect(isSameIdentity(husband.identity, wife.identity)).toBe(false);
    expect(isSameIdentity({ kind: 'oldId', number: '184567890' }, { kind: 'passport', number: '184567890' })).toBe(
      false,
    );
    expect(isSameIdentity(child.identity, child.identity)).toBe(false);
  });

  it('of names overlooks marks, case and spaces', () => {
    expect(isSameName('Nguyễn  Văn Bình ', 'NGUYEN VAN BINH')).toBe(true);
    expect(isSameName('Nguyễn Văn Bình', 'Nguyễn Văn Bính')).toBe(true);
    expect(isSameName('Nguyễn Văn Bình', 'Nguyễn Văn Minh')).toBe(false);
    expect(isSameName(' ', '')).toBe(false);
  });

  it.each<[what: string, a: Person, b: Person, same: boolean]>([
    ['the same number', husband, { ...husband, name: 'khác' }, true],
    ['other numbers of one kind', { ...husband, birth: '1985' }, { ...wife, name: husband.name, birth: '1985' }, false],
    ['a name and birth without a number', child, { ...child, name: 'NGUYEN BAO AN' }, true],
    ['a number on one side only', child, { ...child, identity: husband.identity }, true],
    ['another birth', child, { ...child, birth: '2026-02-02' }, false],
    ['another name', child, { ...child, name: 'Nguyễn Bảo Ân Châu' }, false],
    ['no birth at all', unborn, unborn, false],
  ])('of people: %s', (_what, a, b, same) => {
    expect(mayBeSamePerson(a, b)).toBe(same);
    expect(mayBeSamePerson(b, a)).toBe(same);
  });
});

describe('checkParties', () => {
  it.each<[what: string, parties: Party[], warnings: PartyWarning[]]>([
    ['a sale with both sides', sale, []],
    ['one applicant', sale.slice(0, 1).map(({ role, person: who }) => ({ role, person: who })), []],
    ['one side only', sale.slice(0, 2), [{ kind: 'oneSideOnly', missing: 'transferee' }]],
    ['the other side only', sale.slice(2), [{ kind: 'oneSideOnly', missing: 'transferor' }]],
    [
      'somebody without a side',
      [...sale.slice(0, 3), { role: 'applicant', person: agent }],
      [{ kind: 'sideMissing', party: 3 }],
    ],
    [
      'an owner written twice',
      [...sale, { role: 'applicant', person: wife, side: 'transferor' }],
      [{ kind: 'samePersonTwice', party: 4, first: 1 }],
    ],
    [
      'an owner who also hands the papers in',
      [
        { role: 'applicant', person: husband },
        { role: 'submitter', person: husband },
      ],
      [],
    ],
    [
      'a submitter without any relation',
      [
        { role: 'applicant', person: husband },
        { role: 'submitter', person: agent, ground: '  ' },
      ],
      [{ kind: 'groundMissing', party: 1 }],
    ],
    [
      'a submitter with a relation',
      [
        { role: 'applicant', person: child },
        { role: 'submitter', person: husband, relation: 'parent' },
      ],
      [],
    ],
    [
      'a postal employee',
      [
        { role: 'applicant', person: husband },
        { role: 'submitter', person: agent, relation: 'postalCarrier' },
      ],
      [],
    ],
    [
      'a representative without a paper',
      [
        { role: 'applicant', person: husband },
        { role: 'representative', person: agent, relation: 'authorised' },
      ],
      [{ kind: 'groundMissing', party: 1 }],
    ],
    [
      'representatives by law',
      [
        { role: 'applicant', person: child },
        { role: 'representative', person: husband, relation: 'parent' },
        { role: 'representative', person: wife, relation: 'guardian' },
      ],
      [],
    ],
    [
      'two submitters',
      [
        { role: 'applicant', person: child },
        { role: 'submitter', person: husband, relation: 'parent' },
        { role: 'submitter', person: wife, relation: 'parent' },
      ],
      [{ kind: 'submitterTwice', party: 2 }],
    ],
  ])('says what is odd about %s', (_what, parties, warnings) => {
    expect(checkParties(parties)).toEqual(warnings);
  });
});

describe('decideCollectors', () => {
  const parties: Party[] = [
    ...sale,
    { role: 'submitter', person: agent, relation: 'relative' },
    { role: 'submitter', person: agent, relation: 'postalCarrier' },
    { role: 'submitter', person: agent, relation: 'parent' },
    { role: 'submitter', person: agent, relation: 'guardian', side: 'transferor' },
    { role: 'representative', person: agent, side: 'transferor' },
  ];
  const rows: [rule: CollectRule, answers: CollectAnswer[]][] = [
    ['anyApplicant', ['may', 'may', 'may', 'may', 'withAuthorisation', 'mayNot', 'may', 'may', 'may']],
    ['transferee', ['mayNot', 'mayNot', 'may', 'may', 'withAuthorisation', 'mayNot', 'may', 'mayNot', 'mayNot']],
    ['applicantInPerson', ['may', 'may', 'may', 'mayNot', 'mayNot', 'mayNot', 'mayNot', 'mayNot', 'mayNot']],
  ];
  it.each(rows)('by the rule %s', (rule, answers) => {
    expect(decideCollectors(parties, rule)).toEqual(answers);
    expect(collectRuleSchema.parse(rule)).toBe(rule);
  });

  it.each<[person: Person, rule: CollectRule, answer: CollectAnswer]>([
    [wife, 'anyApplicant', 'may'],
    [wife, 'transferee', 'mayNot'],
    [buyer, 'transferee', 'may'],
    [agent, 'anyApplicant', 'may'],
    [agent, 'applicantInPerson', 'mayNot'],
    [child, 'anyApplicant', 'withAuthorisation'],
    [child, 'transferee', 'withAuthorisation'],
    [child, 'applicantInPerson', 'mayNot'],
  ])('for the person at the counter, by the best role', (who, rule, answer) => {
    expect(checkCollector(who, parties, rule)).toBe(answer);
  });

  it('takes the better of two roles', () => {
    const twice: Party[] = [
      { role: 'submitter', person: agent, relation: 'relative' },
      { role: 'submitter', person: agent, relation: 'postalCarrier' },
    ];
    expect(checkCollector(agent, twice, 'anyApplicant')).toBe('withAuthorisation');
    expect(checkCollector(agent, [...twice, { role: 'applicant', person: agent }], 'anyApplicant')).toBe('may');
  });
});
