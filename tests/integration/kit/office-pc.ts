import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import type { SyncStatus } from '../../../shared/ipc/messages';
import { makeDataFolder, resolveDataFolder, type DataFolder } from '../../../electron/data-folder';
import { openDesk, type Desk } from '../../../electron/desk';
import { createActionIds } from '../../../electron/journal/action-ids';
import type { DoorSession } from '../../../electron/journal/door-turn';
import { openKeyVault, type KeyVault } from '../../../electron/keys/key-vault';
import { createProvincialClient, type ProvincialClient } from '../../../electron/net/provincial-client';
import { openPlace, type Place, type PlaceFile } from '../../../electron/place';
import { openReferenceStore, type ReferenceStore } from '../../../electron/reference-store';
import { startSyncDesk } from '../../../electron/sync-desk';
import { buildSession, loadReference } from '../../support/door-kit';
import { makeTempFolder } from '../../support/journal-kit';

const PASSWORD = 'mật khẩu của quầy';
/** Costs of a test; what the product pays is tested at the vault. */
const CHEAP = { memoryKiB: 8, passes: 1, lanes: 1 };
const installerFolder = fileURLToPath(new URL('../../../build/packages/', import.meta.url));

/** A counter PC without its window: vault, journal, door and line as main joins them. Clock and cable are the test's. */
export interface OfficePc {
  /** The PC's clock, whatever the province thinks. */
  wall: () => Instant;
  /** The clock nobody can set, in milliseconds. */
  monotonic: () => number;
  /** Whether the cable is in. */
  online: boolean;
  readonly folder: DataFolder;
  readonly place: PlaceFile;
  readonly reference: ReferenceStore;
  /** Who sits at the counter. */
  session: DoorSession;
  /** Faults of ours the line met; a test that expects none says so. */
  readonly faults: readonly unknown[];
  /** Starts the PC and unlocks it by password. */
  readonly open: () => Promise<Desk>;
  readonly desk: () => Desk;
  /** One full exchange with the province, and how the status bar tells it. */
  readonly exchange: () => Promise<SyncStatus>;
  readonly close: () => Promise<void>;
}

/** Where a PC stands and what it is told at its set-up. */
export interface PcOptions {
  readonly serverUrl: string;
  readonly enrolCode: string;
  readonly counterNo?: 0 | 1;
  readonly wall: () => Instant;
}

/** For tests of the PC alone: a province that is never reached. */
export const noProvince = { serverUrl: 'http://127.0.0.1:9', enrolCode: 'KHONG-CO-TINH' } as const;

interface Parts {
  readonly folder: DataFolder;
  readonly place: PlaceFile;
  readonly reference: ReferenceStore;
  readonly vault: KeyVault;
  readonly session: DoorSession;
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`the PC does not start: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function setUp(options: PcOptions): Promise<Parts> {
  const root = await makeTempFolder('pc');
  const machine = { platform: process.platform, homeFolder: root, env: {} };
  const folder = resolveDataFolder(machine, { practice: false, override: root });
  makeDataFolder(folder);
  const rules = loadReference(toLocalDay(options.wall()));
  const session = buildSession(rules, { counter: pickCounter(rules, options.counterNo ?? 0) });
  const place = must(await openPlace(root));
  await place.save(buildPlace(options, session));
  const reference = must(
    await openReferenceStore({
      installerFolder,
      savedFolder: folder.packages,
      today: () => toLocalDay(options.wall()),
      replaceFile: (path, text) => writeFile(path, text),
      onFault: (error) => {
        throw error;
      },
    }),
  );
  const argon = { password: CHEAP, pin: CHEAP };
  const vault = must(
    await openKeyVault({ folder: folder.keys, deviceSecret: null, now: options.wall, randomBytes, argon }),
  );
  must(await vault.create({ officers: [{ officer: session.officer, password: PASSWORD }] }));
  return { folder, place, reference, vault, session };
}

function pickCounter(rules: ReturnType<typeof loadReference>, no: 0 | 1): DoorSession['counter'] {
  const counter = rules.units.get('H41.26')?.counters[no];
  if (counter === undefined) throw new Error(`the installer units have no counter ${String(no)}`);
  return counter;
}

function buildPlace({ serverUrl, enrolCode }: PcOptions, { unit, counter }: DoorSession): Place {
  return {
    ...{ unitId: unit.id, counterId: counter.id, deviceName: `Máy ${counter.name}`, practice: false },
    ...{ serverUrl, enrolCode, serverKeys: [] },
  };
}

/** Opens everything an unlock opens. */
async function unlock(pc: OfficePc, vault: KeyVault, noteFault: (fault: unknown) => void): Promise<Desk> {
  const dataKey = must(await vault.unlock(pc.session.officer.officerId, PASSWORD));
  const note = (reason: string): string => {
    noteFault(reason);
    return 'ABCD';
  };
  const opened = await openDesk(
    {
      folder: pc.folder,
      ids: createActionIds(randomBytes),
      reference: pc.reference.reference,
      session: () => pc.session,
      reportFault: note,
      reportUnreadable: note,
      later: () => undefined,
      wall: () => pc.wall(),
      monotonic: () => pc.monotonic(),
      onGrow: () => undefined,
      startSync: (desk) =>
        startSyncDesk({
          ...desk,
          place: pc.place,
          reference: pc.reference,
          agencies: () => [pc.session.unit.id],
          fetch: (url, init) => (pc.online ? fetch(url, init) : Promise.reject(new TypeError('no cable'))),
          newId: randomUUID,
          random: Math.random,
          now: () => pc.wall(),
          isDiskLow: () => false,
          onChange: () => undefined,
          onFault: noteFault,
        }),
    },
    dataKey,
  );
  return must(opened);
}

/** Sets a PC up in a folder of its own. The cable is in; nothing is open yet. */
export async function createOfficePc(options: PcOptions): Promise<OfficePc> {
  const { vault, ...parts } = await setUp(options);
  const faults: unknown[] = [];
  let desk: Desk | undefined;
  const getDesk = (): Desk => {
    if (desk === undefined) throw new Error('the PC is off');
    return desk;
  };
  const close = async (): Promise<void> => {
    const open = desk;
    desk = undefined;
    await open?.close();
  };
  const pc: OfficePc = {
    ...parts,
    wall: options.wall,
    monotonic: () => performance.now(),
    online: true,
    faults,
    desk: getDesk,
    open: async () => {
      await close();
      desk = await unlock(pc, vault, (fault) => faults.push(fault));
      return desk;
    },
    exchange: async () => {
      await getDesk().sync.now();
      return getDesk().sync.status();
    },
    close,
  };
  onTestFinished(close);
  return pc;
}

/** Calls of the PC's own device beside its engine, at any address. */
export function openClient(pc: OfficePc, baseUrl: string): ProvincialClient {
  const { deviceKey, deviceId } = pc.desk();
  return createProvincialClient({
    ...{ baseUrl, fetch, timeoutMs: 10_000, newJti: randomUUID, deviceId: () => deviceId },
    signer: { publicJwk: deviceKey.publicJwk, sign: (text) => Promise.resolve(deviceKey.sign(text)) },
  });
}
