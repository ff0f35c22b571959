import { describe, expect, test } from 'vitest';
import { findBytes, toBase64 } from './base64';

function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_none, index) => (index * 151 + length) % 256);
}

describe('toBase64', () => {
  test.each([0, 1, 2, 3, 4, 5, 255, 256, 257, 70_000])('gives standard base64 of %i bytes', (length) => {
    const bytes = bytesOf(length);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(findBytes(toBase64(bytes))).toEqual(bytes);
  });
});

describe('findBytes', () => {
  test('finds nothing in what is no base64', () => {
    expect(findBytes('ä!')).toBeUndefined();
  });
});
