import { describe, expect, it } from 'vitest';
import { findForbiddenSwitch } from './launch-switches';

describe('findForbiddenSwitch', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-port', 'remote-debugging-port'],
    ['-remote-debugging-port=0', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['--remote-debugging-address=0.0.0.0', 'remote-debugging-address'],
    ['--remote-allow-origins=*', 'remote-allow-origins'],
    ['--inspect', 'inspect'],
    ['--inspect=0.0.0.0:9229', 'inspect'],
    ['--inspect-brk', 'inspect-brk'],
    ['--inspect-port=1', 'inspect-port'],
    ['--debug-port=1', 'debug-port'],
    ['--js-flags=--allow-natives-syntax', 'js-flags'],
    ['--renderer-cmd-prefix=gdb', 'renderer-cmd-prefix'],
    ['--utility-cmd-prefix=sh', 'utility-cmd-prefix'],
    ['--disable-web-security', 'disable-web-security'],
    ['--load-extension=/tmp/x', 'load-extension'],
    ['--ignore-certificate-errors-spki-list=x', 'ignore-certificate-errors-spki-list'],
  ])('names what %s would open', (argument, name) => {
    expect(findForbiddenSwitch(['/opt/QuayMotCua/quay-mot-cua', '--practice', argument], 'linux')).toBe(name);
  });

  it('knows the other forms of a switch on Windows', () => {
    for (const argument of [
      '/remote-debugging-port=9222',
      '--Remote-Debugging-Port=9222',
      '-REMOTE-DEBUGGING-PORT=0',
    ]) {
      expect(findForbiddenSwitch(['QuayMotCua.exe', argument], 'win32')).toBe('remote-debugging-port');
    }
  });

  it('lets our own options and harmless switches of the engine pass', () => {
    const argv = ['/opt/QuayMotCua/quay-mot-cua', '--no-sandbox', '--disable-gpu', '--force-device-scale-factor=2'];
    const ours = ['--data-dir=/srv/remote-debugging-port', '--practice', '--exports-dir=/inspect', '--scan-folder=x'];
    expect(findForbiddenSwitch([...argv, ...ours, '/inspect'], 'linux')).toBeUndefined();
  });
});
