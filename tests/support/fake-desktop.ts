import { decideHandshake } from '../../electron/journal/boot-handshake';
import { ok, type Result } from '../../shared/base/result';
import type { Action } from '../../shared/domain/actions/action';
import type { JournalBody, JournalEntry } from '../../shared/domain/journal-entry';
import type { Officer } from '../../shared/domain/officer';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import type { Unit } from '../../shared/domain/unit';
import type { Proposal } from '../../shared/domain/proposal';
import type { DesktopBridge, EventData } from '../../shared/ipc/contract';
import type { EventName } from '../../shared/ipc/channels';
import type { IpcError, ProposeError, SessionStatus, SyncStatus } from '../../shared/ipc/messages';
import { buildOfficer, createBuilders, type Builders } from './builders';

type ProposeAnswer = Result<{ line: number; actions: Action[] }, ProposeError | IpcError>;

/** A stand-in for main: a journal in memory and just enough stamping. Everything a test wants to break is a property. */
export interface FakeDesktop {
  readonly bridge: DesktopBridge;
  readonly builders: Builders;
  readonly journal: JournalEntry[];
  /** Appends a line without telling the page. */
  readonly append: (body: JournalBody) => number;
  readonly emit: <E extends EventName>(name: E, data: EventData[E]) => void;
  readonly calls: string[];
  /** Replaces parts of the answers. */
  readonly rig: {
    generation: string;
    /** Set to answer proposals otherwise, e.g. with a full disk. */
    propose?: (proposals: readonly Proposal[]) => ProposeAnswer | undefined;
    tailError?: IpcError;
    packages: ReferencePackage[];
    status: SessionStatus;
    sync: SyncStatus;
    largestTail: number;
    officer: Officer;
    unit: Unit;
  };
}

const emptySync: SyncStatus = {
  line: 'notConfigured',
  activity: 'idle',
  failure: null,
  saved: 0,
  accepted: 0,
  waiting: 0,
  queue: [],
  issues: [],
  lastContactAt: null,
  lastReceiptAt: null,
  serverDurable: null,
  codesLeft: { agencyId: 'H41.26', today: 0, lastDay: null },
  clockDoubt: false,
  diskLow: false,
};

const unit: Unit = {
  id: 'H41.26',
  name: 'Trung tâm Phục vụ hành chính công xã Hoa Sơn',
  parentName: 'UBND xã Hoa Sơn',
  place: 'Hoa Sơn',
  address: 'Thôn 1, xã Hoa Sơn',
  phone: '02383000000',
  kind: 'communeCentre',
  workingTime: [{ from: '07:30', to: '11:30' }],
  openingHours: [{ from: '07:30', to: '11:30' }],
  counters: [{ id: 'q1', name: 'Quầy 1', book: 'Q1' }],
  validFrom: '2025-07-01',
};

function stamp(builders: Builders, { subject, base, act }: Proposal): Action {
  switch (act.kind) {
    case 'DossierReceived':
      return builders.action('DossierReceived', { subject, base }, act.intake);
    case 'OnlineSubmissionAccepted':
      return builders.action('OnlineSubmissionAccepted', { subject, base });
    case 'GuidanceIssued':
    case 'RefusalProposed':
    case 'IntakeRefused':
      return builders.action(act.kind, { subject, base }, act.talk);
    case 'PaperKitIssued':
      return builders.action('PaperKitIssued', { subject, base }, { kitId: act.kitId });
    case 'plain':
      return { ...builders.action('CodeVoided', { subject, base }), kind: act.plainKind, payload: act.payload };
  }
}

function createEvents() {
  const listeners = new Map<EventName, Set<(data: never) => void>>();
  const on: DesktopBridge['on'] = (name, listener) => {
    const known = listeners.get(name) ?? new Set();
    known.add(listener);
    listeners.set(name, known);
    return () => {
      known.delete(listener);
    };
  };
  const emit: FakeDesktop['emit'] = (name, data) => {
    for (const listener of listeners.get(name) ?? []) (listener as (data: unknown) => void)(data);
  };
  return { on, emit };
}

function createRecordsArea(
  fake: Pick<FakeDesktop, 'builders' | 'journal' | 'append' | 'emit' | 'calls' | 'rig'>,
): DesktopBridge['records'] {
  const { builders, journal, append, emit, calls, rig } = fake;
  return {
    handshake: (claim) => {
      calls.push('handshake');
      const known = { generation: rig.generation, lastLine: journal.length, damagedLines: 0 };
      return Promise.resolve(ok(decideHandshake(claim, { ...known, hasContent: journal.length > 0, used: false })));
    },
    tail: ({ afterLine, limit }) => {
      calls.push('tail');
      if (rig.tailError !== undefined) return Promise.resolve({ ok: false, error: rig.tailError });
      const entries = journal.slice(afterLine, afterLine + Math.min(limit, rig.largestTail));
      return Promise.resolve(
        ok({ entries, lastLine: journal.length, chainHead: String(journal.length).padStart(64, '0') }),
      );
    },
    propose: ({ proposals }) => {
      calls.push('propose');
      const rigged = rig.propose?.(proposals);
      if (rigged !== undefined) return Promise.resolve(rigged);
      const actions = proposals.map((proposal) => stamp(builders, proposal));
      const line = append({ kind: 'actions', actions });
      emit('journalGrew', { lastLine: line });
      return Promise.resolve(ok({ line, actions }));
    },
    noteAccess: () => Promise.resolve(ok(null)),
    leases: () => Promise.resolve(ok({ leases: [], returned: [] })),
  };
}

function createSessionArea({
  rig,
  emit,
  calls,
}: Pick<FakeDesktop, 'rig' | 'emit' | 'calls'>): DesktopBridge['session'] {
  const unlocked = () => {
    rig.status = { ...rig.status, phase: 'unlocked' };
    return Promise.resolve(
      ok({
        officer: rig.officer,
        unit: rig.unit,
        counter: { id: 'q1', name: 'Quầy 1', book: 'Q1' },
        deviceId: 'M01',
        practice: false,
        keys: { records: new Uint8Array(32).fill(3), index: new Uint8Array(32).fill(4) },
      }),
    );
  };
  return {
    status: () => Promise.resolve(ok(rig.status)),
    unlock: unlocked,
    unlockWithPin: unlocked,
    setPin: () => Promise.resolve(ok(null)),
    lock: () => {
      rig.status = { ...rig.status, phase: 'locked' };
      emit('sessionChanged', rig.status);
      return Promise.resolve(ok(null));
    },
    left: () => {
      calls.push('left');
      return Promise.resolve(ok(null));
    },
    startPractice: () => Promise.resolve(ok({ ...rig.status, phase: 'cold', practice: true } satisfies SessionStatus)),
  };
}

const notPlayed = (): Promise<never> => Promise.reject(new Error('not part of this stand-in'));

/** Makes a stand-in with an empty journal. */
export function createFakeDesktop(seed = 1): FakeDesktop {
  const builders = createBuilders(seed);
  const journal: JournalEntry[] = [];
  const { on, emit } = createEvents();
  const append = (body: JournalBody): number => journal.push({ line: journal.length + 1, body });
  const status: SessionStatus = {
    phase: 'cold',
    unitName: unit.name,
    counterName: 'Quầy 1',
    practice: false,
    officers: [],
    blockedUntil: null,
  };
  const rig: FakeDesktop['rig'] = {
    generation: `generation-${String(seed)}`,
    packages: [],
    status,
    sync: emptySync,
    largestTail: 2000,
    officer: buildOfficer(),
    unit,
  };
  const fake = { builders, journal, append, emit, calls: [], rig };
  const bridge: DesktopBridge = {
    app: { info: notPlayed, openExportsFolder: notPlayed, noteScreenFault: notPlayed },
    session: createSessionArea(fake),
    records: createRecordsArea(fake),
    reference: { current: () => Promise.resolve(ok(rig.packages)) },
    scan: { sources: notPlayed, start: notPlayed, cancel: notPlayed },
    print: {
      ...{ printers: notPlayed, previewReceipt: notPlayed, printReceipt: notPlayed },
      ...{ previewForm: notPlayed, printForm: notPlayed },
    },
    exports: { register: notPlayed, table: notPlayed, cancel: notPlayed },
    sync: { status: () => Promise.resolve(ok(rig.sync)), now: () => Promise.resolve(ok(rig.sync)) },
    on,
  };
  return { ...fake, bridge };
}
