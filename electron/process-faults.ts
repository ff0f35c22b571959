import { app, dialog, type BrowserWindow } from 'electron';
import { sayVi, type Message } from '../shared/text/message';
import type { NewRef } from './fault-ref';
import { describeError, type Log } from './log';
import { createRestartBudget } from './restart-budget';
import { WORKER_NAME_PREFIX } from './worker-process';

/** What the owner of faults needs. */
export interface FaultPorts {
  readonly log: Log;
  readonly newRef: NewRef;
  readonly window: () => BrowserWindow | undefined;
  /** Tells the session that the page lost its keys. */
  readonly onPageGone: () => void;
  readonly monotonic: () => number;
}

/** Faults of all our processes. */
export interface ProcessFaults {
  /** Logs a fault and gives its id; the caller tells the officer. */
  readonly report: (event: string, error: unknown) => string;
}

/** How a process ended; `type` for all but pages. */
interface Gone {
  readonly type?: string;
  readonly reason: string;
  readonly exitCode: number;
}

const gracefulReasons: ReadonlySet<string> = new Set(['clean-exit', 'killed']);

/** The only owner of the events of falling processes: each is logged under an id and told in Vietnamese, once at a time. */
export function watchProcesses(ports: FaultPorts): ProcessFaults {
  const tell = createTeller(ports);
  const report = (event: string, error: unknown): string => {
    const ref = ports.newRef();
    ports.log(event, { ref, ...describeError(error) });
    return ref;
  };
  const mayReload = createRestartBudget({ limit: 3, windowMs: 60_000, now: ports.monotonic });

  process.on('uncaughtException', (error) => {
    tell({ key: 'machine.fault.unexpected' }, report('uncaughtException', error));
  });
  process.on('unhandledRejection', (error) => {
    tell({ key: 'machine.fault.unexpected' }, report('unhandledRejection', error));
  });
  app.on('render-process-gone', (_event, contents, details) => {
    ports.onPageGone();
    const ref = logGone(ports, 'pageGone', details);
    const isTriedAgain = mayReload();
    if (isTriedAgain) contents.reload();
    tell({ key: isTriedAgain ? 'machine.fault.pageGone' : 'machine.fault.pageGoneAgain' }, ref);
  });
  app.on('child-process-gone', (_event, details) => {
    if (gracefulReasons.has(details.reason)) return;
    const ref = logGone(ports, 'childGone', details);
    if (details.name?.startsWith(WORKER_NAME_PREFIX) === true) tell({ key: 'machine.fault.helperGone' }, ref);
  });
  return { report };
}

function logGone(ports: FaultPorts, event: string, gone: Gone): string {
  const ref = ports.newRef();
  ports.log(event, { ref, area: gone.type ?? 'page', reason: gone.reason, exitCode: gone.exitCode });
  return ref;
}

/** One message at a time: a fault in a loop must not bury the desk under windows. */
function createTeller(ports: FaultPorts): (message: Message, ref: string) => void {
  let isOpen = false;
  return (message, ref) => {
    if (isOpen || !app.isReady()) return;
    isOpen = true;
    const options = {
      type: 'warning' as const,
      title: sayVi({ key: 'machine.fault.title' }),
      message: sayVi(message),
      detail: sayVi({ key: 'machine.fault.ref', values: { ref } }),
      buttons: [sayVi({ key: 'machine.fault.close' })],
    };
    const window = ports.window();
    const shown = window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
    void shown.finally(() => {
      isOpen = false;
    });
  };
}
