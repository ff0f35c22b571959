import type { BrowserContext } from '@playwright/test';

/** What went wrong in the page, as the developer tools would show it. */
export interface AppFaults {
  /** Console errors (refusals by the content policy among them) and uncaught errors since the start or the last `take`. */
  readonly take: () => readonly string[];
}

/** Listens from before the first page on. Warnings of the engine about itself are no faults of ours. */
export function watchFaults(context: BrowserContext): AppFaults {
  let faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error' && !/content security policy|trusted type/iu.test(message.text())) return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (event) => {
    const error = event.error();
    faults.push(`uncaught: ${error.stack ?? error.message}`);
  });
  return {
    take: () => {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}
