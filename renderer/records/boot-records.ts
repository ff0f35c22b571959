import { err, ok, type Result } from '../../shared/base/result';
import type { DesktopBridge } from '../../shared/ipc/contract';
import type { HandshakeAnswer, IpcError } from '../../shared/ipc/messages';
import type { ApplyTarget } from './apply-dossiers';
import { createApplier, type JournalApplier } from './apply-journal';
import { CONTENT_SHAPE } from './dossier-content';
import { dateRulesKey } from './legal-dates-of';
import type { StoreState } from './local-db';
import {
  closeStores,
  emptyStores,
  guardStore,
  openStores,
  type StoreFailure,
  type StorePlace,
  type Stores,
} from './open-stores';
import { createOpenedHistories } from './opened-histories';
import { useReference } from './reference.store';
import type { RecordKeys } from './sealing';

/** What is needed to open the store. */
export interface BootInput {
  readonly desktop: DesktopBridge;
  readonly keys: RecordKeys;
  readonly place: StorePlace;
  readonly onWritten: ApplyTarget['onWritten'];
  /** The store was found damaged: take it for lost. */
  readonly distrust: boolean;
}

/** The open store with its place in the journal. */
export interface BootedRecords {
  readonly stores: Stores;
  readonly applier: JournalApplier;
  readonly answer: HandshakeAnswer;
}

/** Why the store could not be opened. */
export type BootFailure = StoreFailure | { readonly kind: 'handshakeFailed'; readonly error: IpcError };

function freshState(generation: string | null, restoring: boolean): StoreState {
  // What comes into an empty store is counted by the rules of now.
  const dateRules = dateRulesKey(useReference.getState());
  return { id: 'state', generation, appliedLine: 0, shape: CONTENT_SHAPE, witnessId: null, restoring, dateRules };
}

/**
 * Where the store says it stands. Its databases can be emptied one by one behind our back (a damaged sector, a full disk),
 * so a dossier that must be there is looked for: without it nothing the store says counts.
 */
async function readState(stores: Stores, distrust: boolean): Promise<StoreState> {
  const state = await stores.local.state.get('state');
  if (state === undefined || distrust || state.shape !== CONTENT_SHAPE) return freshState(null, false);
  if (state.witnessId === null) return state;
  const witness = await stores.dossiers.findOne(state.witnessId).exec();
  return witness === null ? freshState(null, false) : state;
}

interface Settled {
  readonly stores: Stores;
  readonly state: StoreState;
}

/** Makes the store what main's verdict says it has to be. */
async function settleVerdict({ stores, state }: Settled, answer: HandshakeAnswer): Promise<Settled> {
  switch (answer.verdict) {
    case 'journalBehind':
      return { stores, state };
    case 'ready': {
      // A store that lost its place is never "ready", whatever the answer: only the journal can say what it should hold.
      if (state.generation === null) return settleVerdict({ stores, state }, { ...answer, verdict: 'wiped' });
      const next = { ...state, generation: answer.generation };
      await stores.local.state.put(next);
      return { stores, state: next };
    }
    case 'wiped':
    case 'firstRun': {
      const emptied = await emptyStores(stores);
      const next = freshState(answer.generation, answer.verdict === 'wiped');
      await emptied.local.state.put(next);
      return { stores: emptied, state: next };
    }
  }
}

/** Opens the databases, tells main where they stand and does what its verdict asks. Applies no line yet. */
export async function bootRecords(input: BootInput): Promise<Result<BootedRecords, BootFailure>> {
  const opened = await guardStore(() => openStores(input.place));
  if (!opened.ok) return opened;
  const stores = opened.value;
  const state = await guardStore(() => readState(stores, input.distrust));
  if (!state.ok) {
    await guardStore(() => closeStores(stores));
    return state;
  }
  const { generation, appliedLine } = state.value;
  const answer = await input.desktop.records.handshake({ generation, appliedLine });
  if (!answer.ok) {
    await guardStore(() => closeStores(stores));
    return err({ kind: 'handshakeFailed', error: answer.error });
  }
  const settled = await guardStore(() => settleVerdict({ stores, state: state.value }, answer.value));
  if (!settled.ok) {
    await guardStore(() => closeStores(stores));
    return settled;
  }
  const target: ApplyTarget = {
    stores: settled.value.stores,
    keys: input.keys,
    opened: createOpenedHistories(),
    onWritten: input.onWritten,
  };
  const applier = createApplier(target, (range) => input.desktop.records.tail(range), settled.value.state);
  return ok({ stores: settled.value.stores, applier, answer: answer.value });
}
