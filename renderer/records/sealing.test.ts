import { describe, expect, test } from 'vitest';
import { findBytes, toBase64 } from './base64';
import { buildPersonKey, buildPhoneKey, importRecordKeys, openJson, sealJson, type RecordKeys } from './sealing';

async function keys(fill = 7): Promise<RecordKeys> {
  return importRecordKeys({ records: new Uint8Array(32).fill(fill), index: new Uint8Array(32).fill(fill + 1) });
}

const binding = { kind: 'dossier', id: 'a' } as const;
const damaged = { ok: false, error: { kind: 'sealDamaged', id: 'a' } };

describe('importRecordKeys', () => {
  test('overwrites the raw bytes and gives keys nobody can read when keys were handed over', async () => {
    const raw = { records: new Uint8Array(32).fill(9), index: new Uint8Array(32).fill(9) };
    const imported = await importRecordKeys(raw);
    expect([...raw.records, ...raw.index].every((byte) => byte === 0)).toBe(true);
    await expect(crypto.subtle.exportKey('raw', imported.records)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', imported.index)).rejects.toThrow();
  });

  test('overwrites the raw bytes when they are no key', async () => {
    const raw = { records: new Uint8Array(5).fill(9), index: new Uint8Array(32).fill(9) };
    await expect(importRecordKeys(raw)).rejects.toThrow();
    expect([...raw.records, ...raw.index].every((byte) => byte === 0)).toBe(true);
  });
});

describe('sealJson', () => {
  test('gives back the value when opened with the same key and binding', async () => {
    const { records } = await keys();
    const value = { name: 'Đặng Thị Ngọc Ánh', nfd: 'Nguyễn'.normalize('NFD'), long: 'ỹ'.repeat(4000) };
    expect(await openJson(records, binding, await sealJson(records, binding, value))).toEqual({ ok: true, value });
  });

  test('gives a new text each time when the same value is sealed twice', async () => {
    const { records } = await keys();
    expect(await sealJson(records, binding, 1)).not.toBe(await sealJson(records, binding, 1));
  });

  test.each([
    ['another id', { kind: 'dossier', id: 'b' }],
    ['another kind', { kind: 'draft', id: 'a' }],
  ] as const)('cannot be opened when bound to %s', async (_name, other) => {
    const { records } = await keys();
    const opened = await openJson(records, other, await sealJson(records, binding, 1));
    expect(opened).toEqual({ ok: false, error: { kind: 'sealDamaged', id: other.id } });
  });

  test('cannot be opened when the key is another', async () => {
    const sealed = await sealJson((await keys(1)).records, binding, 1);
    expect(await openJson((await keys(2)).records, binding, sealed)).toEqual(damaged);
  });

  test('cannot be opened when any single byte was changed', async () => {
    const { records } = await keys();
    const envelope = findBytes(await sealJson(records, binding, 'x'));
    if (envelope === undefined) throw new Error('no envelope');
    for (let i = 0; i < envelope.length; i += 1) {
      const changed = envelope.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(await openJson(records, binding, toBase64(changed))).toEqual(damaged);
    }
  });

  test.each(['', 'AQ==', 'not base64 ✗'])('is damaged when the text is %j', async (text) => {
    expect(await openJson((await keys()).records, binding, text)).toEqual(damaged);
  });
});

describe('blind keys', () => {
  test('are equal when phone or passport are written differently', async () => {
    const { index } = await keys();
    expect(await buildPhoneKey(index, '+84912345678')).toBe(await buildPhoneKey(index, '0912 345 678'));
    expect(await buildPersonKey(index, { kind: 'passport', number: 'b1234 567' })).toBe(
      await buildPersonKey(index, { kind: 'passport', number: 'B1234567' }),
    );
  });

  test('differ when kind, number or key differ', async () => {
    const { index } = await keys(1);
    const other = await keys(2);
    const person = { kind: 'personalId', number: '001090012345' } as const;
    const all = [
      await buildPersonKey(index, person),
      await buildPersonKey(index, { kind: 'personalId', number: '001090012346' }),
      await buildPersonKey(index, { kind: 'passport', number: '001090012345' }),
      await buildPersonKey(other.index, person),
      await buildPhoneKey(index, '001090012345'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('are empty when there is no number', async () => {
    const { index } = await keys();
    expect(await buildPersonKey(index, { kind: 'none', reason: 'newborn' })).toBe('');
    expect(await buildPhoneKey(index, undefined)).toBe('');
  });
});
