import { describe, expect, it } from 'vitest';
import { readServerSettings } from './server-settings';

describe('readServerSettings', () => {
  it('listens on this machine only when nothing is set', () => {
    expect(readServerSettings({})).toMatchObject({
      ok: true,
      value: { host: '127.0.0.1', port: 8700, sampleData: false, restored: false },
    });
  });

  it('reads every variable', () => {
    const environment = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgres://db/qmc',
      DATA_DIR: '/srv/qmc',
      SAMPLE_DATA: '1',
      RESTORED: '1',
    };
    expect(readServerSettings(environment)).toEqual({
      ok: true,
      value: {
        host: '::1',
        port: 0,
        databaseUrl: 'postgres://db/qmc',
        dataDir: '/srv/qmc',
        sampleData: true,
        restored: true,
      },
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://db'],
    ['SAMPLE_DATA', 'yes'],
    ['HOST', ''],
  ])('names the variable when %s is %s', (name, value) => {
    expect(readServerSettings({ [name]: value })).toEqual({ ok: false, error: { kind: 'badSetting', name } });
  });
});
