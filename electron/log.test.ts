import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, describeError, formatLine } from './log';

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'log-'));

describe('createLog', () => {
  it('stays below twice its size when it is written for long', () => {
    const folder = makeFolder();
    const log = createLog({ folder, maxBytes: 2000, now: () => 0 });
    for (let i = 0; i < 200; i += 1) log('something', { count: i });
    const sizes = ['log.jsonl', 'log.1.jsonl'].map((name) => statSync(join(folder, name)).size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2000);
    expect(readFileSync(join(folder, 'log.jsonl'), 'utf8').trimEnd().split('\n').at(-1)).toContain('"count":199');
  });

  it('does not throw when the folder is gone', () => {
    const folder = join(makeFolder(), 'missing');
    createLog({ folder, maxBytes: 100, now: () => 0 })('lost', {});
    expect(existsSync(folder)).toBe(false);
  });
});

describe('formatLine', () => {
  it('drops fields that are not on the list and control characters', () => {
    const fields = { reason: 'a\nb\u202Ec', name: 'Nguyễn Thị Hoa' };
    expect(formatLine(0, 'test', fields)).toBe('{"at":"1970-01-01T00:00:00.000Z","event":"test","reason":"a b c"}');
  });
});

describe('describeError', () => {
  it('tells class, code and place but never the message', () => {
    const error = Object.assign(new TypeError('Nguyễn Thị Hoa 040188002345\n    at Nguyễn Thị Hoa'), {
      code: 'ENOSPC',
    });
    const line = JSON.stringify(describeError(error));
    expect(line).toContain('TypeError');
    expect(line).toContain('ENOSPC');
    expect(line).toContain('log.test.ts:');
    expect(line).not.toContain('Hoa');
    expect(line).not.toContain('0401');
  });

  it('tells only the type when something else was thrown', () => {
    expect(describeError('Nguyễn Thị Hoa')).toEqual({ errorName: 'string' });
  });
});
