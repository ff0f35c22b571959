import { create } from 'zustand';
import type { Instant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Message } from '../../../shared/text/message';
import type { DraftOwner, IntakeDraft } from './intake-draft';
import type { PersonForm } from './person-form';

/** What the person line says of the last card. */
export type CardNotice =
  | { readonly kind: 'problem'; readonly message: Message }
  | { readonly kind: 'doubts'; readonly messages: readonly Message[] }
  /** A card of somebody else: the officer says what it is for. */
  | { readonly kind: 'other'; readonly person: PersonForm; readonly doubts: readonly Message[] };

/** What became of an intake: received, only consigned by the post, or a talk that ended without a reception. */
export type SavedAs = 'DossierReceived' | 'CollectedByPost' | 'GuidanceIssued' | 'RefusalProposed' | 'IntakeRefused';

/** What stands beside the form. `ask`: the guard's questions about papers. */
export type Panel = 'citizen' | 'questions' | 'ask' | 'money' | 'people' | 'address' | 'talk';

/** A dossier that was just received. */
export interface SavedDossier {
  readonly what: SavedAs;
  readonly dossierId: string;
  readonly savedAt: Instant;
  /** Folded from the answer of the door alone, so it is there even when the store lags behind. */
  readonly state: DossierState;
  /** The lists show it already. */
  readonly shown: boolean;
}

/** What became of the slip. */
export type PrintStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | {
      readonly kind: 'printed';
      readonly at: Instant;
      readonly printer: string | null;
      readonly file: string;
      /** No printer because the officer chose the file. */
      readonly isFileChosen: boolean;
      /** The queue took it, but it does not come out. */
      readonly waiting: Message | null;
      /** The print happened but is not in the dossier yet. */
      readonly unrecorded: Message | null;
    }
  | { readonly kind: 'failed'; readonly message: Message };

/** What has to be told of a slip whose dossier had left the screen. */
export interface LeftPrint {
  readonly dossierId: string;
  readonly message: Message;
}

/** A draft that was brought back: when it was kept, or, for another officer's, whose it is and when it was opened again. */
export interface Restored {
  readonly at: Instant;
  readonly ofName: string | null;
}

/** Scanning into the draft. */
export interface ScanStep {
  readonly isRunning: boolean;
  readonly landed: number;
  readonly failure: Message | null;
}

/** State of the intake screen. `typing` → `receiving` → `saved` → `typing` with the next draft. */
export interface IntakeState {
  /** Whose screen it is; another officer after a lock begins with their own. */
  readonly holder: DraftOwner | null;
  readonly draft: IntakeDraft | null;
  readonly stage: 'typing' | 'receiving' | 'saved';
  readonly isPersonOpen: boolean;
  readonly isMoreOpen: boolean;
  readonly isScanOpen: boolean;
  readonly panel: Panel;
  /** Field of the panel that has the focus; empty while it is elsewhere. */
  readonly panelField: string;
  readonly scanPaperId: string;
  /** Fields that were left once: their problems may be shown. */
  readonly left: ReadonlySet<string>;
  /** Receiving was asked for: every problem may be shown. */
  readonly wasAsked: boolean;
  /** A focus order of the screen itself; a higher number is a new order. `caret`: where it stood when it was kept. */
  readonly focusOrder: { readonly no: number; readonly field: string; readonly caret?: IntakeDraft['caret'] };
  readonly card: CardNotice | null;
  /** Why the dossier was not saved. */
  readonly failure: Message | null;
  /** The draft on the screen was brought back. */
  readonly restored: Restored | null;
  /** The dossier of a draft that turned out to be received already. */
  readonly alreadySaved: string | null;
  /** Drafts cannot be kept right now. */
  readonly isUnkept: boolean;
  /** Grows when the counter's drafts changed. */
  readonly draftsNo: number;
  readonly scan: ScanStep;
  readonly saved: SavedDossier | null;
  readonly print: PrintStep;
  readonly leftPrints: readonly LeftPrint[];
  /** Number of the last order of the route that was obeyed. */
  readonly obeyedOrder: number;
}

export const noScan: ScanStep = { isRunning: false, landed: 0, failure: null };

const atFirst: IntakeState = {
  holder: null,
  draft: null,
  stage: 'typing',
  isPersonOpen: true,
  isMoreOpen: false,
  isScanOpen: false,
  panel: 'citizen',
  panelField: '',
  scanPaperId: '',
  left: new Set(),
  wasAsked: false,
  focusOrder: { no: 0, field: '' },
  card: null,
  failure: null,
  restored: null,
  alreadySaved: null,
  isUnkept: false,
  draftsNo: 0,
  scan: noScan,
  saved: null,
  print: { kind: 'idle' },
  leftPrints: [],
  obeyedOrder: 0,
};

/** The intake screen. */
export const useIntake = create<IntakeState>()(() => atFirst);

/** Changes the screen's state. */
export function setIntake(change: Partial<IntakeState>): void {
  useIntake.setState(change);
}

/** Changes the draft while it is being typed; nothing is changed while it is being received. */
export function changeDraft(change: (draft: IntakeDraft) => IntakeDraft): void {
  useIntake.setState(({ draft, stage }) => (draft === null || stage !== 'typing' ? {} : { draft: change(draft) }));
}

/**
 * A copy of what is entered; the returned function puts it back into the same draft, if that is still on the screen. Pages
 * that landed meanwhile stay.
 */
export function rememberDraft(): () => void {
  const { draft: kept } = useIntake.getState();
  return () => {
    changeDraft((current) =>
      kept?.id === current.id ? { ...kept, focus: current.focus, pages: current.pages } : current,
    );
  };
}

/** Puts the focus into a field after the next drawing. */
export function focusOn(field: string): void {
  useIntake.setState(({ focusOrder }) => ({ focusOrder: { no: focusOrder.no + 1, field } }));
}

/** Shows a draft from its beginning, or as it was left. */
export function showDraft(draft: IntakeDraft, how: Partial<IntakeState> = {}): void {
  const isPersonOpen = draft.submitter.name.trim() === '' || draft.focus.startsWith('submitter.');
  const field = draft.focus === '' ? (isPersonOpen ? 'submitter.name' : 'procedure') : draft.focus;
  useIntake.setState(({ holder, focusOrder, draftsNo, obeyedOrder, isUnkept, leftPrints }) => ({
    ...atFirst,
    holder,
    draft: { ...draft, isOpen: true },
    isPersonOpen,
    isMoreOpen: draft.summary !== '' || draft.backEntry.isOn || draft.setCount !== 1,
    focusOrder: { no: focusOrder.no + 1, field, caret: draft.caret },
    draftsNo: draftsNo + 1,
    obeyedOrder,
    isUnkept,
    leftPrints,
    ...how,
  }));
}

/** Keeps what has to be told of a slip after its dossier left the screen; the latest word on a dossier stands alone. */
export function noteLeftPrint(left: LeftPrint): void {
  useIntake.setState(({ leftPrints }) => ({
    leftPrints: [...leftPrints.filter(({ dossierId }) => dossierId !== left.dossierId), left],
  }));
}

/** The officer has read it. */
export function dismissLeftPrint(read: string): void {
  useIntake.setState(({ leftPrints }) => ({ leftPrints: leftPrints.filter(({ dossierId }) => dossierId !== read) }));
}

/** The counter's drafts changed. */
export function noteDraftsChanged(): void {
  useIntake.setState(({ draftsNo }) => ({ draftsNo: draftsNo + 1 }));
}

/** A field was left: what is wrong in it may be said now. */
export function leaveField(field: string): void {
  useIntake.setState(({ left }) => (left.has(field) ? {} : { left: new Set([...left, field]) }));
}
