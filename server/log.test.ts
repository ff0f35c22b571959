import { describe, expect, it } from 'vitest';
import { openLog, toFaultFields } from './log';

describe('openLog', () => {
  it('writes the fields it knows and nothing else', () => {
    const lines: string[] = [];
    const log = openLog({ write: (line) => void lines.push(line) }, 'info');
    const fields = { route: '/v1/push', method: 'POST', status: 200, ms: 3, deviceId: 'M01', body: 'Nguyễn Văn A' };
    log.request(fields);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      route: '/v1/push',
      status: 200,
      deviceId: 'M01',
      msg: 'request',
    });
    expect(lines.join('')).not.toContain('Nguyễn');
  });
});

describe('toFaultFields', () => {
  it('names a fault by kind, code and place without its message', () => {
    const error = Object.assign(new RangeError('value "Nguyễn Văn A" is too long'), {
      code: '22001',
      detail: '040189900112',
    });
    const fields = toFaultFields(error, 'ABCD');
    expect(fields).toMatchObject({ errorId: 'ABCD', name: 'RangeError', code: '22001' });
    expect(fields.at[0]).toContain('log.test');
    expect(JSON.stringify(fields)).not.toMatch(/Nguyễn|0401/);
  });

  it('survives whatever was thrown', () => {
    expect(toFaultFields('text', 'ABCD')).toEqual({ errorId: 'ABCD', name: 'string', at: [] });
  });
});
