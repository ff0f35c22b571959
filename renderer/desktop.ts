import type { DesktopBridge } from '../shared/ipc/contract';

declare global {
  interface Window {
    /** Put there by the preload script; the page's only way out. */
    readonly desktop: DesktopBridge;
  }
}

/** The bridge to main. A function, not a constant, so that modules can be loaded where there is no window. */
export function getDesktop(): DesktopBridge {
  return window.desktop;
}
