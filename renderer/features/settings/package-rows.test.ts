import { describe, expect, it } from 'vitest';
import { buildReference } from '../../../shared/domain/reference';
import type { ReferencePackage } from '../../../shared/domain/reference-package';
import { sayVi } from '../../../shared/text/message';
import { readInstallerPackages } from '../../../tests/support/package-folder';
import { listChanges, listPackageRows, listUnconfirmedLines } from './package-rows';

const DAY = '2026-11-20';
const installed = readInstallerPackages();

function rowsOf(packages: readonly ReferencePackage[]) {
  const built = buildReference(packages, DAY);
  return listPackageRows(packages, built.ok ? built.value : null, DAY);
}

function get(kind: ReferencePackage['kind']): ReferencePackage {
  const found = installed.find((pack) => pack.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

/** The province's rules: a second free supplement. */
function ofProvince(changes: { version: string; validFrom: string }): ReferencePackage {
  const rules = get('rules');
  if (rules.kind !== 'rules') throw new Error('no rules');
  const rows = rules.rows.map((row) => ({ ...row, supplementsAllowed: 2, provisional: [] }));
  return { ...rules, ...changes, origin: 'province', rows };
}

describe('listPackageRows', () => {
  it('shows the installer’s packages in force, with nothing to compare them with', () => {
    const rows = rowsOf(installed);
    expect(rows.map(({ pack, state, previous }) => [pack.kind, state, previous])).toEqual(
      ['procedures', 'calendar', 'units', 'rules', 'addresses'].map((kind) => [kind, 'inForce', null]),
    );
    expect(rows.every((row) => listChanges(row).length === 0)).toBe(true);
  });

  it('puts the province’s package first, keeps the installer’s behind it, and tells what changed', () => {
    const now = ofProvince({ version: '2026.11.01', validFrom: '2026-11-01' });
    const later = ofProvince({ version: '2026.12.01', validFrom: '2026-12-01' });
    const rules = rowsOf([now, later, ...installed]).filter(({ pack }) => pack.kind === 'rules');
    expect(rules.map(({ pack, state, previous }) => [pack.version, state, previous?.version])).toEqual([
      ['2026.12.01', 'later', '2026.11.01'],
      ['2026.11.01', 'inForce', '2026.11.22'],
      ['2026.11.22', 'kept', undefined],
    ]);
    expect(rules.map(({ unconfirmed }) => unconfirmed)).toEqual([0, 0, 8]);
    const [first, second] = rules;
    expect(first && listChanges(first)).toEqual([]);
    expect(second && listChanges(second)).toMatchObject([
      { kind: 'changed', changes: [{ kind: 'members', fields: ['provisional', 'supplementsAllowed'] }] },
    ]);
  });

  it('takes every calendar for used that brings a year', () => {
    const calendar = get('calendar');
    if (calendar.kind !== 'calendar') throw new Error('no calendar');
    const next: ReferencePackage = {
      ...{ ...calendar, origin: 'province', version: '2026.11.10', validFrom: '2026-11-10' },
      rows: { years: [2028], entries: [] },
    };
    const older: ReferencePackage = { ...next, version: '2026.11.09', validFrom: '2026-11-09' };
    const states = rowsOf([older, next, ...installed]).flatMap(({ pack, state }) =>
      pack.kind === 'calendar' ? [[pack.version, state]] : [],
    );
    expect(states).toEqual([
      ['2026.11.10', 'inForce'],
      ['2026.11.09', 'kept'],
      [calendar.version, 'inForce'],
    ]);
  });
});

describe('listUnconfirmedLines', () => {
  it('names procedures with what is not sure of them, parts of the rules, and days', () => {
    const words = (kind: ReferencePackage['kind']) =>
      listUnconfirmedLines(get(kind)).map(({ name, what }) => `${name} ${sayVi(what)}`.trim());
    expect(words('procedures').length).toBeGreaterThan(0);
    expect(words('procedures').every((line) => line.includes('chưa đối chiếu văn bản gốc'))).toBe(true);
    expect(words('rules')).toContain('quyền của từng vai trò');
    expect(words('calendar')).toContain('02/01/2026 Nghỉ hoán đổi với thứ bảy 10/01');
    expect([words('units'), words('addresses')]).toEqual([[], []]);
  });
});
