import { startServer } from './http';
import { readServerSettings } from './server-settings';

/** Runs the provincial server until it is asked to stop. Standard output: one line with its address; log: standard error. */
async function main(): Promise<void> {
  const settings = readServerSettings(process.env);
  if (!settings.ok) {
    process.stderr.write(`setting ${settings.error.name} does not fit\n`);
    process.exitCode = 2;
    return;
  }
  const server = await startServer({ ...settings.value, now: () => Date.now(), logStream: process.stderr });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      void server.stop().then(() => process.exit(0));
    });
  }
  process.stdout.write(`listening ${server.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`server not started: ${error instanceof Error ? error.message : 'unknown cause'}\n`);
  process.exit(1);
});
