import type { WebPreferences } from 'electron';

/** The page's only origin. Frozen: IndexedDB belongs to it, a changed origin would hide all data. */
export const APP_SCHEME = 'app';
/** See {@link APP_SCHEME}. */
export const APP_HOST = 'bundle';
/** See {@link APP_SCHEME}. */
export const APP_ORIGIN = 'app://bundle';

/** Privileges of the scheme: `standard` gives IndexedDB, `codeCache` keeps compiled code; never `bypassCSP` or service workers. */
export const APP_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  codeCache: true,
  stream: true,
} as const;

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'self' blob:",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types egov dompurify',
].join('; ');

/** Headers of every response of the protocol, errors included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), ' +
    'local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()',
  'X-DNS-Prefetch-Control': 'off',
};

/** Permissions the page may have. Everything else, known or new, is refused. */
export const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/**
 * Switches of the engine. The page has no way out by any of its own means (fetch, WebSocket, beacon, prefetch, WebRTC):
 * its names do not resolve. Main's own line is Node's and asks the system resolver.
 */
export const ENGINE_SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
  ['no-pings'],
  ['no-proxy-server-autodetect'],
];

/** A proxy nobody listens at: what still leaves the page's session by address (TURN over TCP) ends on this PC. */
export const DEAD_PROXY = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/** Whether a request or a navigation stays inside the app. `devTools` lets the developer's tools load themselves. */
export function isOwnUrl(url: string, devTools = false): boolean {
  if (url.startsWith(`blob:${APP_ORIGIN}/`)) return true;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return false;
  if (devTools && parsed.protocol === 'devtools:') return true;
  const isPlain = parsed.username === '' && parsed.password === '';
  return parsed.protocol === `${APP_SCHEME}:` && parsed.host === APP_HOST && isPlain;
}

/** A navigation may only be to the app's own page: not even to a blob it made. */
export function isOwnPage(url: string): boolean {
  return isOwnUrl(url) && !url.startsWith('blob:');
}

/** Whether a permission asked by `origin` is granted. */
export function isPermitted(permission: string, origin: string): boolean {
  return ALLOWED_PERMISSIONS.has(permission) && (origin === APP_ORIGIN || origin === `${APP_ORIGIN}/`);
}

/** Settings of every page of ours. All closed; the defaults are written out so that a new one cannot open them unseen. */
export function buildWebPreferences(options: { readonly preload: string; readonly devTools: boolean }): WebPreferences {
  return {
    preload: options.preload,
    devTools: options.devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    autoplayPolicy: 'user-gesture-required',
  };
}
