import { describe, expect, it } from 'vitest';
import type { DossierRow } from '../../records/dossier-row';
import { createShownRows, KEPT_ROWS } from './shown-rows';

function setUp() {
  const asked: string[][] = [];
  const turns: (() => void)[] = [];
  const rows = createShownRows(
    (ids) => {
      asked.push([...ids]);
      return Promise.resolve(ids.map((dossierId) => ({ dossierId, applicantName: `tên ${dossierId}` }) as DossierRow));
    },
    (run) => turns.push(run),
  );
  const turn = async (): Promise<void> => {
    turns.splice(0).forEach((run) => run());
    await Promise.resolve();
    await Promise.resolve();
  };
  return { rows, asked, turn };
}

describe('createShownRows', () => {
  it('reads what was asked in one turn at once, and nothing twice', async () => {
    const { rows, asked, turn } = setUp();
    const told: string[] = [];
    rows.follow('a', () => told.push('a'));
    rows.follow('b', () => told.push('b'));
    rows.follow('a', () => told.push('a again'));
    expect(rows.get('a')).toBeUndefined();
    await turn();
    expect(asked).toEqual([['a', 'b']]);
    expect(told).toEqual(['a', 'a again', 'b']);
    expect(rows.get('a')?.applicantName).toBe('tên a');
    rows.follow('a', () => told.push('late'));
    await turn();
    expect(asked.length).toBe(1);
  });

  it('tells nobody who has gone', async () => {
    const { rows, turn } = setUp();
    let told = 0;
    const leave = rows.follow('a', () => (told += 1));
    leave();
    await turn();
    expect(told).toBe(0);
  });

  it('keeps a bounded number of names', async () => {
    const { rows, turn } = setUp();
    for (let n = 0; n <= KEPT_ROWS; n += 1) rows.follow(`d${String(n)}`, () => undefined);
    await turn();
    expect(rows.get('d0')).toBeUndefined();
    expect(rows.get(`d${String(KEPT_ROWS)}`)).toBeDefined();
  });
});
