import { describe, expect, it } from 'vitest';
import { choosePrinter, FILE_ONLY, findNextPrinter } from './printers.store';

const printer = (name: string, isDefault: boolean, state: 'ready' | 'stopped') => ({
  ...{ name, description: '', isDefault, state },
  trouble: null,
});

describe('choosePrinter', () => {
  it('takes the default one when it is ready, else another that is, when nobody chose', () => {
    expect(choosePrinter([printer('A', false, 'ready'), printer('B', true, 'ready')], null)).toBe('B');
    expect(choosePrinter([printer('A', false, 'ready'), printer('B', true, 'stopped')], null)).toBe('A');
    expect(choosePrinter([printer('B', true, 'stopped')], null)).toBe('B');
    expect(choosePrinter([], null)).toBe(FILE_ONLY);
  });

  it('stays with what was chosen, also when that stands still or is gone', () => {
    const printers = [printer('A', true, 'ready'), printer('B', false, 'stopped')];
    expect(choosePrinter(printers, 'B')).toBe('B');
    expect(choosePrinter(printers, 'C')).toBe('C');
    expect(choosePrinter(printers, FILE_ONLY)).toBe(FILE_ONLY);
  });
});

describe('findNextPrinter', () => {
  it('goes through every queue, then the file, and begins anew', () => {
    const printers = [printer('A', true, 'ready'), printer('B', false, 'ready')];
    expect(findNextPrinter(printers, 'A')).toBe('B');
    expect(findNextPrinter(printers, 'B')).toBe(FILE_ONLY);
    expect(findNextPrinter(printers, FILE_ONLY)).toBe('A');
    expect(findNextPrinter(printers, 'gone')).toBe('A');
  });
});
