import { BrowserWindow, type WebContents } from 'electron';
import { APP_ORIGIN, buildWebPreferences } from './security-policy';

/** Opens the one window. It shows itself with its first paint, never white. */
export function openWindow(options: {
  readonly preload: string;
  readonly devTools: boolean;
  readonly icon: string;
  readonly title: string;
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: options.title,
    icon: options.icon,
    backgroundColor: '#F7F8FA',
    autoHideMenuBar: true,
    webPreferences: buildWebPreferences(options),
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  offerZoom(window.webContents);
  return window;
}

/** Loads the page; a load that is cut short by another one is no fault. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED') return;
    throw error;
  });
}

/**
 * Loads the page in a process of its own: a visit to another site ends the old process, and with it everything that was
 * in its memory. A plain reload would keep both.
 */
export async function reloadInNewProcess(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  await window.loadURL('about:blank').catch(() => undefined);
  if (!window.isDestroyed()) await loadPage(window);
}

const ZOOM_STEP = 0.5;
const ZOOM_MOST = 4;

/** Ctrl and plus, minus, zero: without a menu the engine has no zoom of its own. */
function offerZoom(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt) return;
    const step = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': -ZOOM_STEP, '0': 0 }[input.key];
    if (step === undefined) return;
    event.preventDefault();
    const level = step === 0 ? 0 : contents.getZoomLevel() + step;
    contents.setZoomLevel(Math.max(-1, Math.min(ZOOM_MOST, level)));
  });
}
