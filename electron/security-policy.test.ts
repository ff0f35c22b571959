import { describe, expect, it } from 'vitest';
import { buildWebPreferences, isOwnPage, isOwnUrl, isPermitted, SECURITY_HEADERS } from './security-policy';

describe('SECURITY_HEADERS', () => {
  const directives = new Map(
    (SECURITY_HEADERS['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );

  it('allows nothing by default and no inline, eval or foreign source anywhere', () => {
    expect(directives.get('default-src')).toBe("'none'");
    expect([...directives.values()].join(' ')).not.toMatch(/unsafe|https?:|\*|wasm/);
  });

  it.each([
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'egov dompurify'],
  ])('sets %s to %s', (name, value) => {
    expect(directives.get(name)).toBe(value);
  });

  it('allows data: addresses for pictures only', () => {
    expect([...directives].filter(([, value]) => value.includes('data:')).map(([name]) => name)).toEqual(['img-src']);
  });
});

describe('isOwnUrl', () => {
  it.each(['app://bundle/', 'app://bundle/index.html?x#y', 'blob:app://bundle/0f1c'])('lets %s through', (url) => {
    expect(isOwnUrl(url)).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://bundle.evil/',
    'app://bundle:80/',
    'app://evil@bundle/',
    'app://user:word@bundle/',
    'app:bundle',
    'app:///bundle',
    'blob:app://bundle.evil/x',
    'blob:https://example.org/x',
    'data:text/html,x',
    'devtools://devtools/bundled/x.html',
    'javascript:alert(1)',
    '',
    'bundle',
  ])('stops %s', (url) => {
    expect(isOwnUrl(url)).toBe(false);
  });

  it('lets the developer tools load when they are switched on', () => {
    expect(isOwnUrl('devtools://devtools/bundled/x.html', true)).toBe(true);
  });
});

describe('isOwnPage', () => {
  it('refuses a blob even of the own origin', () => {
    expect(isOwnPage('blob:app://bundle/0f1c')).toBe(false);
    expect(isOwnPage('app://bundle/')).toBe(true);
  });
});

describe('isPermitted', () => {
  // Every permission named by the runtime's documentation, and one that does not exist yet.
  const refused = [
    'clipboard-read',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'pointerLock',
    'serial',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'unknown',
    'usb',
    'window-management',
    'fileSystem',
    'deprecated-sync-clipboard-read',
    'background-sync',
    'ambient-light-sensor',
    'not-invented-yet',
  ];

  it.each(refused)('refuses %s', (permission) => {
    expect(isPermitted(permission, 'app://bundle')).toBe(false);
  });

  it('grants writing text to the clipboard and lasting storage to the own origin only', () => {
    expect(isPermitted('clipboard-sanitized-write', 'app://bundle')).toBe(true);
    expect(isPermitted('persistent-storage', 'app://bundle/')).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', 'https://example.org')).toBe(false);
    expect(isPermitted('clipboard-sanitized-write', '')).toBe(false);
  });
});

describe('buildWebPreferences', () => {
  const preferences = buildWebPreferences({ preload: '/p.cjs', devTools: false });

  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['webSecurity', true],
    ['safeDialogs', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['spellcheck', false],
    ['devTools', false],
  ] as const)('sets %s to %s', (name, value) => {
    expect(preferences[name]).toBe(value);
  });

  it('switches no feature of the engine on', () => {
    expect(
      Object.keys(preferences).filter((name) => /blink|additional|plugins|session|partition/iu.test(name)),
    ).toEqual([]);
  });
});
