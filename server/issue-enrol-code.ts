import { mkdir, realpath } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { roleSchema, type Role } from '../shared/domain/officer';
import { lockDataFolder } from './data-folder-lock';
import { openDatabase } from './database/open-database';
import { newEnrolCode, putEnrolCode, type EnrolGrant } from './enrolment';
import { readServerSettings, type ServerSettings } from './server-settings';

/** A code is printed and carried to the counter the same day. */
const LIFE_MS = 24 * 3_600_000;

function readList(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}

function readGrant(args: readonly string[]): EnrolGrant {
  const text = { type: 'string' } as const;
  const options = { unit: text, counter: text, 'receives-for': text, roles: text };
  const { values } = parseArgs({ args: [...args], options });
  if (values.unit === undefined) throw new Error('--unit is missing');
  const roles: Role[] = readList(values.roles ?? 'intakeOfficer,supervisor').map((role) => roleSchema.parse(role));
  const receivesFor = readList(values['receives-for']);
  return {
    unitId: values.unit,
    counterId: values.counter ?? null,
    receivesFor,
    roles,
    expiresAt: Date.now() + LIFE_MS,
  };
}

/** An embedded database takes one process only; PostgreSQL any number, also beside a running server. */
async function putCode(settings: ServerSettings, code: string, grant: EnrolGrant): Promise<void> {
  await mkdir(settings.dataDir, { recursive: true });
  const embedded = settings.databaseUrl === undefined;
  const lock = embedded ? await lockDataFolder(await realpath(settings.dataDir)) : undefined;
  if (lock?.ok === false) throw new Error('stop the server first: its embedded database takes one process only');
  const database = await openDatabase(settings);
  try {
    await putEnrolCode(database.db, code, grant);
  } finally {
    await database.close();
  }
}

/**
 * Command for the province's technician: prints a one-time enrolment code, good for a day.
 * `--unit H41.26 [--counter quay-1] [--receives-for H41.27,H41.28] [--roles intakeOfficer,supervisor]`
 */
async function main(): Promise<void> {
  const settings = readServerSettings(process.env);
  if (!settings.ok) throw new Error(`setting ${settings.error.name} does not fit`);
  const grant = readGrant(process.argv.slice(2));
  const code = newEnrolCode((count) => randomBytes(count));
  await putCode(settings.value, code, grant);
  process.stdout.write(`${code}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`no code: ${error instanceof Error ? error.message : 'unknown cause'}\n`);
  process.exitCode = 1;
});
