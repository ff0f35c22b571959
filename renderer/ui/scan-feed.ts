import { type BurstState, noBurst, patienceOf, readPress, settleBurst } from './scan-burst';
import { createScanMemory, type ScanMemory, type Undo } from './scan-memory';
import { copyBox, findTextBox, insertAtCaret, isSecretBox } from './text-box';

/** Who hears of scans. */
export interface ScanListener {
  /** Answers whether the payload was of use. */
  readonly onScan: (payload: string) => boolean;
  /** A copy of what the page holds beside the text of the field, for the case that a scan's first keys change it. */
  readonly remember: () => Undo;
  /** Something was scanned into a password or PIN box and thrown away. */
  readonly onSecretBurst: () => void;
}

/** Takes what is typed, piece by piece, and hands scans on. */
export interface ScanFeed {
  /** True when the piece belongs to a scan and must not reach the page. */
  readonly take: (text: string, event: Event) => boolean;
  readonly stop: () => void;
}

/** Copies the field a key goes to, and whatever else the page wants to have back. */
function createMemory(listener: ScanListener): ScanMemory {
  return createScanMemory((owner) => {
    const box = findTextBox(owner);
    const undoBox = box && copyBox(box);
    const undoRest = listener.remember();
    return () => {
      undoBox?.();
      undoRest();
    };
  });
}

/**
 * Makes a feed. Every field is left as it was before the scan, whatever the scan was; machine typing that was no scan
 * lands in the field it was meant for.
 */
export function createScanFeed(listener: ScanListener): ScanFeed {
  const memory = createMemory(listener);
  let burst: BurstState = noBurst;
  let target: EventTarget | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (at = performance.now()): void => {
    const outcome = settleBurst(burst, at);
    if (!outcome) return;
    burst = noBurst;
    if (isSecretBox(target)) {
      listener.onSecretBurst();
      return;
    }
    if ('scan' in outcome) {
      listener.onScan(outcome.scan);
      return;
    }
    const box = findTextBox(target);
    if (box?.isConnected) insertAtCaret(box, outcome.giveBack);
  };

  return {
    take: (text, event) => {
      // A page that hung lets keys in before its timers: a scan that is whole by now comes first.
      if (burst.phase === 'closing') finish(event.timeStamp);
      const before = burst;
      const step = readPress(burst, { text, at: event.timeStamp });
      burst = step.state;
      if (step.effect.kind === 'pass') {
        memory.note(event.target, before, burst);
        return false;
      }
      if (step.effect.kind === 'begin') {
        target = event.target;
        memory.takeBack(step.effect.from);
      }
      clearTimeout(timer);
      timer = setTimeout(finish, patienceOf(burst) + 1);
      return true;
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
