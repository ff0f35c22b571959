import { describe, expect, it } from 'vitest';
import type { OverdueFindings } from './overdue-cause';
import { buildFinding, type LateStretch, type OverdueCause } from './overdue-causes';
import { countByOfficer, countCauses } from './overdue-figures';

const HOUR = 3_600_000;
const part = (cause: OverdueCause, hours: number, officerId: string | null = null): LateStretch => ({
  cause,
  ms: hours * HOUR,
  officerId,
  evidence: [],
});
const finding = (stage: 'acceptance' | 'handling', ...parts: LateStretch[]) =>
  buildFinding({ stage, lateness: 'legal', due: 0, doneAt: null }, parts);

function dossier(main: OverdueCause | null, handling: LateStretch[], acceptance: LateStretch[] = []): OverdueFindings {
  return { main, handling: finding('handling', ...handling), acceptance: finding('acceptance', ...acceptance) };
}

const dossiers: OverdueFindings[] = [
  dossier('staff', [part('staff', 3, 'binh'), part('waitingTax', 1)]),
  dossier('staff', [part('staff', 2, 'an')], [part('acceptedLate', 1)]),
  dossier('waitingTax', [part('waitingTax', 5), part('staff', 1, 'an')]),
  dossier('staff', [part('staff', 4)]),
  dossier('syncLate', [part('syncLate', 9)]),
  dossier('unknown', [part('unknown', 7)]),
  dossier(null, []),
];

describe('countCauses', () => {
  it('counts dossiers by main cause and minutes of every part', () => {
    expect(countCauses(dossiers)).toEqual([
      { cause: 'syncLate', group: 'record', dossiers: 1, workingMinutes: 540 },
      { cause: 'waitingTax', group: 'others', dossiers: 1, workingMinutes: 360 },
      { cause: 'unknown', group: 'unknown', dossiers: 1, workingMinutes: 420 },
      { cause: 'acceptedLate', group: 'office', dossiers: 0, workingMinutes: 60 },
      { cause: 'staff', group: 'office', dossiers: 3, workingMinutes: 600 },
    ]);
    expect(countCauses([])).toEqual([]);
  });
});

describe('countByOfficer', () => {
  it('counts own handling of known persons and nothing else, in the order of ids', () => {
    expect(countByOfficer(dossiers)).toEqual([
      { officerId: 'an', dossiers: 1, workingMinutes: 180 },
      { officerId: 'binh', dossiers: 1, workingMinutes: 180 },
    ]);
  });

  it('counts no sync or unknown, even if a name were on it', () => {
    const wrong = (['syncLate', 'syncRefused', 'unknown', 'clock', 'acceptedLate'] as const).map((cause) =>
      dossier(cause, [part(cause, 1, 'an')]),
    );
    expect(countByOfficer(wrong)).toEqual([]);
  });
});
