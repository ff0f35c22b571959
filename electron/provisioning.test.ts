import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../shared/domain/unit';
import { checkProvision, parseProvision, placeOf, readProvision } from './provisioning';

const officer = { officerId: 'a', name: 'Lê Thị Thu Hà', role: 'intakeOfficer', unitId: 'H41.26' } as const;
const whole = {
  unitId: 'H41.26',
  counterId: 'quay-1',
  deviceName: 'Quầy 1',
  practice: false,
  officers: [{ officer, password: 'mật khẩu dài' }],
};
const parse = (change: object): unknown => parseProvision(JSON.stringify({ ...whole, ...change }));

describe('parseProvision', () => {
  it('takes a whole file and describes the place', () => {
    const parsed = parseProvision(
      JSON.stringify({ ...whole, serverUrl: 'https://mcdt.example.vn/qmc', enrolCode: 'ABCD-EFGH-JKLM' }),
    );
    expect(parsed.ok && placeOf(parsed.value)).toEqual({
      unitId: 'H41.26',
      counterId: 'quay-1',
      deviceName: 'Quầy 1',
      practice: false,
      serverUrl: 'https://mcdt.example.vn/qmc',
      enrolCode: 'ABCD-EFGH-JKLM',
      serverKeys: [],
    });
  });

  it.each(['http://127.0.0.1:8090', 'http://localhost:1', 'http://[::1]:8090'])(
    'takes the demo server at %s',
    (serverUrl) => {
      expect(parse({ serverUrl })).toMatchObject({ ok: true });
    },
  );

  it.each([
    [{ serverUrl: 'http://mcdt.example.vn' }, 'serverUrl'],
    [{ serverUrl: 'http://127.0.0.1.example.vn' }, 'serverUrl'],
    [{ serverUrl: 'file:///etc/passwd' }, 'serverUrl'],
    [{ officers: [] }, 'officers'],
    [{ officers: [{ officer, password: 'short' }] }, 'officers.0.password'],
    [{ officers: [whole.officers[0], whole.officers[0]] }, 'officers'],
    [{ officers: [{ officer: { ...officer, role: 'root' }, password: 'mật khẩu dài' }] }, 'officers.0.officer.role'],
    [{ practice: 'no' }, 'practice'],
    [{ counterId: '' }, 'counterId'],
    [{ recoveryPublicKey: 'x' }, 'recoveryPublicKey'],
    [{ somethingElse: 1 }, ''],
  ])('refuses %j and names the field', (change, field) => {
    expect(parse(change)).toEqual({ ok: false, error: { kind: 'badProvision', field } });
  });

  it('gives a practice place the practice officers when the file names none, and a real one an error', () => {
    const { officers: _none, ...rest } = whole;
    const practice = parseProvision(JSON.stringify({ ...rest, practice: true }));
    expect(practice.ok && practice.value.officers.map((item) => item.officer.role)).toEqual([
      'intakeOfficer',
      'postalOfficer',
      'supervisor',
    ]);
    expect(parse({ officers: undefined })).toEqual({ ok: false, error: { kind: 'badProvision', field: 'officers' } });
  });

  it('refuses what is no JSON', () => {
    expect(parseProvision('{"unitId":')).toEqual({ ok: false, error: { kind: 'badProvision', field: 'json' } });
  });
});

describe('readProvision', () => {
  it('refuses a file that is not there and a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'provision-'));
    for (const path of [join(folder, 'missing.json'), folder]) {
      expect(await readProvision(path)).toEqual({ ok: false, error: { kind: 'badProvision', field: 'file' } });
    }
    await writeFile(join(folder, 'unit.json'), JSON.stringify(whole));
    expect(await readProvision(join(folder, 'unit.json'))).toMatchObject({ ok: true });
  });
});

describe('checkProvision', () => {
  const unit = { id: 'H41.26', counters: [{ id: 'quay-1', name: 'Quầy 1', book: 'Q1' }] } as unknown as Unit;
  const units = new Map([[unit.id, unit]]);
  const provision = { ...whole, officers: [] };

  it.each([
    [{}, true],
    [{ unitId: 'H41.27' }, 'unitId'],
    [{ counterId: 'quay-9' }, 'counterId'],
  ])('judges %j by the units of the packages', (change, expected) => {
    const checked = checkProvision({ ...provision, ...change }, units, '2026-11-20');
    expect(checked.ok ? true : checked.error.field).toBe(expected);
  });

  it('offers no unit that has been merged away, from its day on', () => {
    const ended = { ...unit, succession: { unitId: 'H41.32', from: '2026-11-20', act: 'NQ 1' } };
    const merging = new Map([ended, { ...unit, id: 'H41.32' }].map((one) => [one.id, one]));
    expect(checkProvision(provision, merging, '2026-11-19').ok).toBe(true);
    expect(checkProvision(provision, merging, '2026-11-20')).toEqual({
      ok: false,
      error: { kind: 'badProvision', field: 'unitId' },
    });
  });
});
