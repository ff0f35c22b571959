import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPurposeEnvelope, deriveSubKey, forgetDataKey, type DataKey } from './data-key';
import { createEnvelope } from './envelope';

const key = { id: 7, bytes: randomBytes(32) };

describe('envelope', () => {
  it('opens to what was sealed only in its own context', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), fc.string(), (plaintext, context, other) => {
        const envelope = createEnvelope(key);
        const sealed = envelope.seal(context, plaintext);
        expect(envelope.open(context, sealed)).toEqual({ ok: true, value: Buffer.from(plaintext) });
        if (other !== context) expect(envelope.open(other, sealed)).toEqual({ ok: false, error: { kind: 'damaged' } });
      }),
    );
  });

  it('stays shut when any byte was changed or cut off', () => {
    const envelope = createEnvelope(key);
    const sealed = envelope.seal('dossier:1', Buffer.from('Nguyễn Văn An'));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(envelope.open('dossier:1', changed).ok).toBe(false);
      expect(envelope.open('dossier:1', sealed.subarray(0, at)).ok).toBe(false);
    }
  });

  it('never makes the same bytes twice when the same text is sealed again', () => {
    const envelope = createEnvelope(key);
    const seen = new Set(Array.from({ length: 500 }, () => envelope.seal('a', Buffer.from('x')).toString('hex')));
    expect(seen.size).toBe(500);
  });

  it('opens old envelopes and seals new ones under the new key when the key was changed', () => {
    const old = createEnvelope(key);
    const fresh = { id: 8, bytes: randomBytes(32) };
    const rotated = createEnvelope(fresh, [key]);
    expect(rotated.open('a', old.seal('a', Buffer.from('trước'))).ok).toBe(true);
    const sealed = rotated.seal('a', Buffer.from('sau'));
    expect(sealed.readUInt32BE(1)).toBe(8);
    expect(old.open('a', sealed)).toEqual({ ok: false, error: { kind: 'unknownKey' } });
  });

  it('names the version when a newer build sealed it', () => {
    const sealed = createEnvelope(key).seal('a', Buffer.from('x'));
    sealed.writeUInt8(2, 0);
    expect(createEnvelope(key).open('a', sealed)).toEqual({ ok: false, error: { kind: 'version' } });
  });
});

describe('data key', () => {
  it('has one stable sub-key per purpose when derived again', () => {
    const dataKey: DataKey = { keyId: 1, bytes: Buffer.alloc(32, 3) };
    const purposes = ['records', 'index', 'journal', 'pages', 'device'] as const;
    const keys = purposes.map((purpose) => deriveSubKey(dataKey, purpose).toString('hex'));
    expect(new Set(keys).size).toBe(5);
    expect(purposes.map((purpose) => deriveSubKey(dataKey, purpose).toString('hex'))).toEqual(keys);
    const sealed = createPurposeEnvelope(dataKey, 'pages').seal('p', Buffer.from('x'));
    expect(createPurposeEnvelope(dataKey, 'journal').open('p', sealed).ok).toBe(false);
  });

  it('is gone from its buffer when forgotten', () => {
    const dataKey: DataKey = { keyId: 1, bytes: Buffer.alloc(32, 3) };
    forgetDataKey(dataKey);
    expect(dataKey.bytes.equals(Buffer.alloc(32))).toBe(true);
  });
});
