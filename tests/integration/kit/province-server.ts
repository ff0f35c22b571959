import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../server/database/open-database';
import { startServer, type RunningServer } from '../../../server/http';
import type { Action } from '../../../shared/domain/actions/action';
import { receiptSchema, type Receipt } from '../../../shared/domain/verdict';
import { makeTempFolder } from '../../support/journal-kit';
import type { TestEngine } from '../../support/server-engines';
import { startFaultyLine, type FaultyLine } from './faulty-line';
import type { OfficeClock } from './office-clock';

/** Where a server keeps everything. Without `databaseUrl`: PGlite on disk. */
export interface ServerPlace {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** One row of the table of accepted and refused acts. */
export interface ServerRow {
  readonly action: Action;
  readonly receipt: Receipt;
  readonly subjectKey: string;
  readonly pos: number;
  readonly deviceId: string;
}

/** What lies in a server's database, read behind its back. */
export interface ServerContent {
  readonly rows: readonly ServerRow[];
  readonly codes: readonly { readonly code: string; readonly subjectKey: string; readonly state: string }[];
  readonly leases: readonly {
    readonly leaseId: string;
    readonly deviceId: string;
    readonly day: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly quarantined: number;
}

/** A folder and, on PostgreSQL, a database of its own, both gone after the test. */
export async function makeServerPlace(engine: TestEngine): Promise<ServerPlace> {
  const dataDir = await makeTempFolder('province');
  if (engine.name === 'pglite') return { dataDir };
  const { databaseUrl, drop } = await engine.open();
  onTestFinished(drop);
  return { dataDir, databaseUrl };
}

/** Reads the database. No server may be running on an embedded one. */
export async function readServerContent(place: ServerPlace): Promise<ServerContent> {
  const database = await openDatabase(place);
  try {
    const { db } = database;
    const actions = await db.selectFrom('actions').selectAll().orderBy('subject_key').orderBy('pos').execute();
    const codes = await db.selectFrom('dossier_codes').selectAll().orderBy('code').execute();
    const leases = await db.selectFrom('leases').selectAll().orderBy('day').orderBy('from_no').execute();
    const quarantine = await db.selectFrom('quarantine').select('item_hash').execute();
    return {
      rows: actions.map((row) => ({
        action: JSON.parse(row.action_json) as Action,
        receipt: receiptSchema.parse(JSON.parse(row.receipt_json)),
        subjectKey: row.subject_key,
        pos: row.pos,
        deviceId: row.device_id,
      })),
      codes: codes.map((row) => ({ code: row.code, subjectKey: row.subject_key, state: row.state })),
      leases: leases.map((row) => ({
        ...{ leaseId: row.lease_id, deviceId: row.device_id, day: row.day, from: row.from_no, to: row.to_no },
      })),
      quarantined: quarantine.length,
    };
  } finally {
    await database.close();
  }
}

/** The reference server in this process, on one engine, with the clock of the office. */
export interface ProvinceServer {
  readonly place: ServerPlace;
  readonly server: () => RunningServer;
  /** The way devices reach it. It stays the same over a restart. */
  readonly line: FaultyLine;
  /** A one-time code for a counter of the unit of the tests. */
  readonly newCode: (counterId: string) => Promise<string>;
  readonly start: (options?: { readonly restored?: boolean }) => Promise<RunningServer>;
  readonly stop: () => Promise<void>;
  /** Stops it and takes the mark of the clean stop away: the same as a power cut, as far as the next start can tell. */
  readonly cutPower: () => Promise<void>;
  /** Stops it if it runs and reads its database. */
  readonly content: () => Promise<ServerContent>;
}

/** Starts a server on an engine. It comes back at the same port, so devices find it again. */
export async function startProvinceServer(engine: TestEngine, clock: OfficeClock): Promise<ProvinceServer> {
  const place = await makeServerPlace(engine);
  let port = 0;
  let running: RunningServer | undefined;
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  const server = (): RunningServer => {
    if (running === undefined) throw new Error('the server is stopped');
    return running;
  };
  const start: ProvinceServer['start'] = async (options = {}) => {
    running = await startServer({ host: '127.0.0.1', port, ...place, sampleData: false, now: clock.now, ...options });
    port = Number(new URL(running.url).port);
    return running;
  };
  onTestFinished(stop);
  const { url } = await start();
  return {
    place,
    server,
    line: await startFaultyLine(url),
    newCode: (counterId) =>
      server().issueEnrolCode({
        ...{ unitId: 'H41.26', counterId, receivesFor: [], roles: ['intakeOfficer', 'supervisor'] },
        expiresAt: clock.now() + 3_600_000,
      }),
    start,
    stop,
    cutPower: async () => {
      await stop();
      await rm(join(place.dataDir, 'clean-stop'), { force: true });
    },
    content: async () => {
      await stop();
      return readServerContent(place);
    },
  };
}
