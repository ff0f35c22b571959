import type { Delegation, Officer, Role } from '../../shared/domain/officer';
import type { Person } from '../../shared/domain/person';
import type { SeededRandom } from './random';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Võ'] as const;
const middles = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Hữu', 'Thu'] as const;
const given = ['An', 'Bình', 'Châu', 'Dũng', 'Hằng', 'Khánh', 'Lộc', 'Quỳnh', 'Thảo', 'Ước'] as const;

/** A person whose number fits birth year and sex, so that no person check fires unless a test asks for it. */
export function buildPerson(random: SeededRandom, overrides: Partial<Person> = {}): Person {
  const year = random.int(1950, 2005);
  const sex = random.pick(['male', 'female'] as const);
  const century = year >= 2000 ? 2 : 0;
  const marker = String(century + (sex === 'female' ? 1 : 0));
  const number = `040${marker}${String(year).slice(2)}${random.digits(6)}`;
  return {
    name: `${random.pick(families)} ${random.pick(middles)} ${random.pick(given)}`,
    identity: { kind: 'personalId', number },
    birth: `${String(year)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
    sex,
    address: `Xóm ${String(random.int(1, 20))}, xã Hoa Sơn, tỉnh Nghệ An`,
    phone: `09${random.digits(8)}`,
    source: 'card',
    ...overrides,
  };
}

export function buildDelegation(overrides: Partial<Delegation> = {}): Delegation {
  return {
    id: 'UQ-01',
    unitId: 'H41.26',
    employer: 'Bưu điện tỉnh Nghệ An',
    decisionNo: '15/QĐ-UBND',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    procedures: [],
    mayCollectFees: true,
    ...overrides,
  };
}

/** An officer of the unit `H41.26`; a postal officer comes with a delegation valid in 2026. */
export function buildOfficer(role: Role = 'intakeOfficer', overrides: Partial<Officer> = {}): Officer {
  const names: Readonly<Record<Role, string>> = {
    intakeOfficer: 'Trần Thị Hằng',
    postalOfficer: 'Lê Văn Lộc',
    shiftLeader: 'Hoàng Ngọc Châu',
    supervisor: 'Phạm Đức Bình',
    unitAdmin: 'Võ Hữu Khánh',
  };
  return {
    officerId: `demo-${role}`,
    name: names[role],
    role,
    unitId: 'H41.26',
    ...(role === 'postalOfficer' ? { delegation: buildDelegation() } : {}),
    ...overrides,
  };
}
