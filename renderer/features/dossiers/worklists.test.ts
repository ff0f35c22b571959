import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { filterOf, findQuery, keepRows, worklistNames } from './worklists';

const today = '2026-11-20';

describe('worklists', () => {
  it('count exactly one day when today is asked for', () => {
    const { received } = filterOf('today', today);
    expect(received).toEqual({ from: fromLocal(today, '00:00'), before: fromLocal('2026-11-21', '00:00') });
  });

  it('are all answered by the store except the review list', () => {
    const missing = worklistNames.filter((name) => findQuery(name, today) === undefined);
    expect(missing).toEqual(['review']);
  });

  it('keep submissions, finished results and stubs out when dossiers in work are listed', () => {
    const rows = [1, 2, 4, 5, 6, 9].map((status) => ({ status, stub: false }));
    const stub = { status: 2, stub: true };
    expect(keepRows('processing', [...rows, stub]).map((row) => row.status)).toEqual([2, 4, 5, 6]);
    expect(keepRows('awaiting', [stub])).toEqual([stub]);
  });
});
