import { setTimeout as wait } from 'node:timers/promises';
import { app, powerMonitor, type BrowserWindow } from 'electron';
import type { Parts } from './parts';
import { watchPower } from './power-watch';
import type { Session } from './session';

/** Minutes without a key or a click until the screen locks. */
// Shorter and officers write the PIN on the desk; a public counter is never empty that long (counter practice: 10 to 15).
const IDLE_MINUTES = 12;
/** Longest time that closing journal and line may take. */
const CLOSE_LIMIT_MS = 5000;

/** Watches window, power and idle time, and closes in order at the end. */
export function watchDesktop(
  parts: Parts,
  ports: { readonly now: () => number; readonly window: BrowserWindow },
): void {
  const { session, machines, guard } = parts;
  const { window } = ports;
  const contents = window.webContents;
  // A page that starts anew has no keys, whatever made it start.
  contents.on('did-navigate', session.notePageGone);
  const lock = (): void => void session.lock();
  watchPower({
    powerMonitor,
    contents,
    idleMinutes: IDLE_MINUTES,
    now: ports.now,
    lock,
    // The page first: what was typed in it is kept.
    dropAll: () => void session.lock().then(session.dropAll),
    onResume: () => session.desk()?.books.clock.restart(),
  });
  closeInOrder(session, () => {
    guard.stop();
    machines.stop();
  });
}

/** The journal is closed before the process goes; a second wish to quit is not held up again. */
function closeInOrder(session: Session, stop: () => void): void {
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    stop();
    // Everything recorded is on the disk already: nobody waits here for a slow line.
    void Promise.race([session.dropAll(), wait(CLOSE_LIMIT_MS)]).finally(() => {
      app.quit();
    });
  });
}
