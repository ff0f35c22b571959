import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRefs } from './fault-ref';

describe('createRefs', () => {
  it('makes four letters that stay apart on the phone', () => {
    const newRef = createRefs(randomBytes);
    const refs = Array.from({ length: 200 }, newRef);
    expect(refs.every((ref) => /^[AHKLMNQRSVX]{4}$/.test(ref))).toBe(true);
    expect(new Set(refs).size).toBeGreaterThan(150);
  });
});
