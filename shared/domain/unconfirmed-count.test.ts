import { describe, expect, it } from 'vitest';
import { readInstallerPackages } from '../../tests/support/package-folder';
import { countUnconfirmed } from './unconfirmed-count';

const packages = readInstallerPackages();

describe('countUnconfirmed', () => {
  it('counts what the installer’s packages themselves flag', () => {
    const counts = Object.fromEntries(packages.map((pack) => [pack.kind, countUnconfirmed(pack)]));
    for (const pack of packages) {
      const flagged = JSON.stringify(pack.rows).match(/"provisional":true/g)?.length ?? 0;
      if (pack.kind === 'calendar' || pack.kind === 'units') expect(counts[pack.kind]).toBe(flagged);
    }
    expect(counts['rules']).toBe(8);
    expect(counts['addresses']).toBe(0);
    expect(counts['procedures']).toBeGreaterThan(48);
  });

  it('counts the days of a unit alone, but no confirmed ones', () => {
    const units = packages.find((pack) => pack.kind === 'units');
    if (units?.kind !== 'units') throw new Error('no units');
    const day = { day: '2026-09-09', name: 'Bão', decisionNo: '1', workingTime: [], openingHours: [] };
    const rows = units.rows.map((unit) => ({ ...unit, localDays: [day, { ...day, provisional: true }] }));
    expect(countUnconfirmed({ ...units, rows })).toBe(rows.length);
  });
});
