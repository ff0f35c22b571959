import { beforeAll, describe, expect, it } from 'vitest';
import { injectedCauses } from '../../tests/support/overdue-plot';
import { simulateOverdue, type SimulatedDossier } from '../../tests/support/overdue-simulator';
import { COUNTER_OFFICER } from '../../tests/support/overdue-world';
import { foldDossier } from './dossier-state';
import { decideOverdueCause, type OverdueFindings } from './overdue-cause';
import { countByOfficer } from './overdue-figures';
import { embeddedRules } from './rule-set';

const RUNS = 800;

interface Judged {
  readonly dossier: SimulatedDossier;
  readonly findings: OverdueFindings;
}

function judge(seed: number): Judged {
  const dossier = simulateOverdue(seed);
  const { rules, versions, ownUnits, asOf, listed } = dossier;
  const state = foldDossier(dossier);
  const input = { state, rules, versions, ownUnits, asOf, listed, acceptance: embeddedRules };
  return { dossier, findings: decideOverdueCause(input) };
}

let judged: readonly Judged[] = [];

beforeAll(() => {
  judged = Array.from({ length: RUNS }, (_, seed) => judge(seed));
}, 60_000);

/** Table of injected against found causes, then the stories that went wrong: shown when the test fails. */
function confusion(): string {
  const table = new Map<string, number>();
  const wrong = new Map<string, number>();
  const add = (to: Map<string, number>, row: string): unknown => to.set(row, (to.get(row) ?? 0) + 1);
  for (const { dossier, findings } of judged) {
    const row = `${dossier.injected} → ${findings.main ?? 'nothing'}`;
    add(table, row);
    if (findings.main !== dossier.injected) add(wrong, `${row}: ${dossier.story}`);
  }
  const print = (rows: Map<string, number>) =>
    [...rows]
      .map(([row, count]) => `${row}: ${count}`)
      .sort()
      .join('\n');
  return `\n${print(table)}\n\nWrong:\n${print(wrong)}`;
}

const personal = ({ findings: { acceptance, handling } }: Judged) =>
  [acceptance, handling].flatMap((finding) => finding?.causes ?? []).filter((share) => share.officerId !== null);

describe(`${RUNS} simulated overdue histories`, () => {
  it('show every cause at least 10 times', () => {
    for (const cause of injectedCauses) {
      expect(judged.filter(({ dossier }) => dossier.injected === cause).length, cause).toBeGreaterThanOrEqual(10);
    }
  });

  it('are given the cause that was put into them, at least 98 in 100', () => {
    const right = judged.filter(({ dossier, findings }) => findings.main === dossier.injected).length;
    expect(right / RUNS, confusion()).toBeGreaterThanOrEqual(0.98);
  });

  it('never turn anything else into somebody’s fault', () => {
    const blamed = judged.filter(
      ({ dossier, findings }) =>
        dossier.injected !== 'staff' &&
        dossier.injected !== 'acceptedLate' &&
        (findings.main === 'staff' || findings.main === 'acceptedLate'),
    );
    expect(blamed.map(({ dossier }) => `${dossier.injected}: ${dossier.story}`)).toEqual([]);
  });

  it('name a person for own handling alone', () => {
    for (const one of judged) {
      for (const share of personal(one)) expect(share.cause, one.dossier.story).toBe('staff');
    }
    const innocent = judged.filter(({ dossier }) =>
      ['unknown', 'syncLate', 'syncRefused', 'clock'].includes(dossier.injected),
    );
    expect(countByOfficer(innocent.map(({ findings }) => findings))).toEqual([]);
  });

  it('name the counter where the folder was left lying there', () => {
    const forgotten = judged.filter(({ dossier }) => dossier.story === 'folder forgotten at the counter');
    expect(forgotten.length).toBeGreaterThan(10);
    for (const { findings } of forgotten) expect(findings.handling?.causes[0]?.officerId).toBe(COUNTER_OFFICER);
  });

  it('divide the whole lateness: shares sum to one, largest first', () => {
    for (const { findings, dossier } of judged) {
      for (const finding of [findings.acceptance, findings.handling]) {
        if (!finding) continue;
        const shares = finding.causes.map((cause) => cause.share);
        expect(
          shares.reduce((sum, share) => sum + share, 0),
          dossier.story,
        ).toBeCloseTo(1, 9);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
        expect(
          finding.causes.every((cause) => cause.evidence.length > 0),
          dossier.story,
        ).toBe(true);
      }
    }
  });
});
