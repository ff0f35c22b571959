import { describe, expect, it } from 'vitest';
import { buildPairingTable, checkPairing } from './temporary-number';

const fitting = {
  temporary: 'TAM-M01-261120-003',
  official: 'H41.26-261120-900001',
  agencyId: 'H41.26',
  receivedDay: '2026-11-20',
};

describe('checkPairing', () => {
  it('has no doubt when agency and day agree, whatever the day of the temporary number', () => {
    expect(checkPairing(fitting)).toEqual([]);
    expect(checkPairing({ ...fitting, temporary: 'tam-m01-090101-001', agencyId: ' h41.26 ' })).toEqual([]);
  });

  it.each([
    ['the number replaced is official', { temporary: fitting.official }, [{ kind: 'notTemporary' }]],
    ['the number replaced is nothing', { temporary: 'x' }, [{ kind: 'notTemporary' }]],
    ['the code is temporary', { official: fitting.temporary }, [{ kind: 'notOfficial' }]],
    ['nothing is a code', { temporary: '', official: '' }, [{ kind: 'notTemporary' }, { kind: 'notOfficial' }]],
    ['the agency is another', { agencyId: 'H41.27' }, [{ kind: 'otherAgency', expected: 'H41.27', found: 'H41.26' }]],
    [
      'the day is another',
      { receivedDay: '2026-11-19' },
      [{ kind: 'otherDay', expected: '2026-11-19', found: '2026-11-20' }],
    ],
  ])('doubts when %s', (_what, changes, doubts) => {
    expect(checkPairing({ ...fitting, ...changes })).toEqual(doubts);
  });
});

describe('buildPairingTable', () => {
  it('lists every temporary number with its code and names what repeats', () => {
    const table = buildPairingTable([
      { dossierId: 'd1', code: 'H41.26-261120-900001', temporaryCode: 'TAM-M01-261120-002' },
      { dossierId: 'd2', code: null, temporaryCode: 'TAM-M01-261120-001' },
      { dossierId: 'd3', code: 'H41.26-261120-0001', temporaryCode: null },
      { dossierId: 'd4', code: 'h41.26-261120-900001', temporaryCode: 'tam-m01-261120-002' },
      { dossierId: 'd5', code: null, temporaryCode: 'TAM-M02-261120-001' },
    ]);
    expect(table.rows).toEqual([
      { temporary: 'TAM-M01-261120-001', official: null, dossierId: 'd2' },
      { temporary: 'TAM-M01-261120-002', official: 'H41.26-261120-900001', dossierId: 'd1' },
      { temporary: 'TAM-M02-261120-001', official: null, dossierId: 'd5' },
      { temporary: 'tam-m01-261120-002', official: 'h41.26-261120-900001', dossierId: 'd4' },
    ]);
    expect(table.repeated).toEqual(['TAM-M01-261120-002']);
    expect(table.shared).toEqual(['H41.26-261120-900001']);
    expect(buildPairingTable([])).toEqual({ rows: [], repeated: [], shared: [] });
  });
});
