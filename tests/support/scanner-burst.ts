import type { Page } from '@playwright/test';

const SILENCE_MS = 120;

/**
 * Types a text as a handheld scanner does: key by key at machine speed, whatever has the focus, closed by Enter. Letters
 * that no key of the layout makes come as characters, the way scanners in Unicode mode send them.
 */
export async function scanBurst(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const keys = Array.from(text, (character) => ({ key: character, text: character }));
    const strokes = [...keys, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
    // Sent without waiting in between: the engine takes them in order, far quicker than fingers.
    await Promise.all(
      strokes.flatMap((stroke) => [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: stroke.key }),
      ]),
    );
    // A scan ends with a silence. Nobody types into that; a driver would.
    await page.evaluate((silence) => new Promise((done) => setTimeout(done, silence)), SILENCE_MS);
  } finally {
    await session.detach();
  }
}
