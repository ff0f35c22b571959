import type { CDPSession, Page } from '@playwright/test';

const SILENCE_MS = 120;

/** How a scanner, or a person, types. */
export interface Pace {
  /** Milliseconds from one key to the next; none: as quick as the engine takes them. */
  readonly gap?: number;
  /** The PC hangs so long before the key of this place (from 0). */
  readonly hang?: { readonly before: number; readonly ms: number };
  /** Without the Enter that closes a scan. */
  readonly isOpen?: boolean;
}

interface Stroke {
  readonly key: string;
  readonly text: string;
  readonly code?: string;
  readonly windowsVirtualKeyCode?: number;
}

const enter: Stroke = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };

/**
 * Types a text as a handheld scanner does: key by key at machine speed, whatever has the focus, closed by Enter. Letters
 * that no key of the layout makes come as characters, the way scanners in Unicode mode send them.
 */
export async function scanBurst(page: Page, text: string, pace: Pace = {}): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const keys = Array.from(text, (character): Stroke => ({ key: character, text: character }));
    const strokes = pace.isOpen === true ? keys : [...keys, enter];
    // Sent without waiting in between: the engine takes them in order, far quicker than fingers.
    const start = Date.now();
    await Promise.all(strokes.map((stroke, place) => send(session, stroke, { ...pace, start, place })));
    // A scan ends with a silence. Nobody types into that; a driver would.
    await page.evaluate((silence) => new Promise((done) => setTimeout(done, silence)), SILENCE_MS);
  } finally {
    await session.detach();
  }
}

/** Sends one key at its time, stamped with that time: a busy test machine must not change the pace. */
async function send(
  session: CDPSession,
  stroke: Stroke,
  { gap, hang, start, place }: Pace & { readonly start: number; readonly place: number },
): Promise<void> {
  const after = (gap ?? 0) * place + (hang !== undefined && place >= hang.before ? hang.ms : 0);
  const isPaced = gap !== undefined || hang !== undefined;
  if (after > 0) await new Promise((due) => setTimeout(due, start + after - Date.now()));
  const stamp = isPaced ? { timestamp: (start + after) / 1000 } : {};
  await Promise.all([
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, ...stamp }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: stroke.key, ...stamp }),
  ]);
}
