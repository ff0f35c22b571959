import {
  type BurstEffect,
  type BurstState,
  CLOSE_MS,
  noBurst,
  readPress,
  settleBurst,
  SLOW_GAP_MS,
} from './scan-burst';
import { findTextBox, insertAtCaret, isSecretBox, type TextBox, writeText } from './text-box';

/** Who hears of scans. */
export interface ScanListener {
  /** Answers whether the payload was understood. */
  readonly onScan: (payload: string) => boolean;
  /** Something was scanned into a password or PIN box and thrown away. */
  readonly onSecretBurst: () => void;
}

/** Takes what is typed, piece by piece, and hands scans on. */
export interface ScanFeed {
  /** True when the piece belongs to a scan and must not reach the page. */
  readonly take: (text: string, event: Event) => boolean;
  readonly stop: () => void;
}

interface Snapshot {
  readonly box: TextBox;
  readonly value: string;
}

/** What the field under the caret held before the scan began. */
function createFieldMemory(): {
  readonly note: (target: EventTarget | null, before: BurstState, after: BurstState) => void;
  readonly restore: (target: EventTarget | null, effect: BurstEffect) => void;
} {
  let beforeText: Snapshot | undefined;
  let beforeRun: Snapshot | undefined;
  return {
    note: (target, before, after) => {
      const box = findTextBox(target);
      const snapshot = box && { box, value: box.value };
      if (after.run.keys <= 1) beforeRun = snapshot;
      if (before.text === '' || !after.text.startsWith(before.text)) beforeText = snapshot;
    },
    restore: (target, effect) => {
      const clean = effect === 'beginRun' ? beforeRun : beforeText;
      if (clean !== undefined && clean.box === target) writeText(clean.box, clean.value);
      beforeText = undefined;
      beforeRun = undefined;
    },
  };
}

/** Makes a feed. The field under the focus is left as it was before the scan; an unknown payload lands in it as text. */
export function createScanFeed(listener: ScanListener): ScanFeed {
  const memory = createFieldMemory();
  let burst: BurstState = noBurst;
  let target: EventTarget | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (): void => {
    const outcome = settleBurst(burst, performance.now());
    if (!outcome) return;
    burst = noBurst;
    if (isSecretBox(target)) {
      listener.onSecretBurst();
      return;
    }
    const isTaken = 'scan' in outcome && listener.onScan(outcome.scan);
    const box = findTextBox(target);
    if (!isTaken && box?.isConnected) insertAtCaret(box, 'scan' in outcome ? outcome.scan : outcome.giveBack);
  };

  return {
    take: (text, event) => {
      const before = burst;
      const step = readPress(burst, { text, at: event.timeStamp });
      burst = step.state;
      if (step.effect === 'pass') {
        memory.note(event.target, before, burst);
        return false;
      }
      if (step.effect !== 'swallow') {
        target = event.target;
        memory.restore(target, step.effect);
      }
      clearTimeout(timer);
      timer = setTimeout(finish, (burst.phase === 'closing' ? CLOSE_MS : SLOW_GAP_MS) + 1);
      return true;
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
