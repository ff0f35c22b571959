import type { PowerMonitor, WebContents } from 'electron';

/** When the screen locks by itself. */
export interface PowerPorts {
  readonly powerMonitor: PowerMonitor;
  readonly contents: WebContents;
  /** Minutes without a key or a click. */
  readonly idleMinutes: number;
  readonly now: () => number;
  readonly lock: () => void;
  /** After a suspend so long that the PC may be in other hands. */
  readonly dropAll: () => void;
  /** The monotonic clock may have stood still. */
  readonly onResume: () => void;
}

const LONG_SUSPEND_MS = 4 * 3_600_000;
const POLL_MS = 5000;

/** Locks on idle time, on the system's own lock and on suspend. */
export function watchPower(ports: PowerPorts): void {
  const { powerMonitor, contents, now } = ports;
  let suspendedAt: number | undefined;
  let lastInputAt = now();
  contents.on('input-event', () => {
    lastInputAt = now();
  });
  powerMonitor.on('suspend', () => {
    suspendedAt = now();
    ports.lock();
  });
  powerMonitor.on('resume', () => {
    if (suspendedAt !== undefined && now() - suspendedAt > LONG_SUSPEND_MS) ports.dropAll();
    suspendedAt = undefined;
    ports.onResume();
  });
  powerMonitor.on('lock-screen', ports.lock);
  const timer = setInterval(() => {
    // Input that reaches the page without a device (accessibility tools, remote help) is work as well.
    const idleMs = Math.min(powerMonitor.getSystemIdleTime() * 1000, now() - lastInputAt);
    if (idleMs >= ports.idleMinutes * 60_000) ports.lock();
  }, POLL_MS);
  timer.unref();
}
