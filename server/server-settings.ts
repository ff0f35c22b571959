import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../shared/base/result';

/** Settings of a server process, from its environment. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly sampleData: boolean;
  readonly restored: boolean;
}

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const environmentSchema = z.object({
  PORT: z.coerce.number().pipe(z.int().min(0).max(65_535)).default(8700),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|memory:$)/)
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  SAMPLE_DATA: flag,
  RESTORED: flag,
});

/** Reads `PORT`, `HOST`, `DATABASE_URL`, `DATA_DIR`, `SAMPLE_DATA`, `RESTORED`; names the variable that does not fit. */
export function readServerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<ServerSettings, { readonly kind: 'badSetting'; readonly name: string }> {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) return err({ kind: 'badSetting', name: String(parsed.error.issues[0]?.path[0] ?? '') });
  const { PORT, HOST, DATABASE_URL, DATA_DIR, SAMPLE_DATA, RESTORED } = parsed.data;
  const dataDir = DATA_DIR ?? join(homedir(), '.local', 'share', 'quay-mot-cua-server');
  const settings = { host: HOST, port: PORT, dataDir, sampleData: SAMPLE_DATA, restored: RESTORED };
  return ok(DATABASE_URL === undefined ? settings : { ...settings, databaseUrl: DATABASE_URL });
}
