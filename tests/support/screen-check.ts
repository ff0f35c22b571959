import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { checkoutRoot } from './electron-path';
import type { RunningApp } from './launch-app';

/** The screen size counters have. */
export const counterScreen = { width: 1366, height: 768 } as const;

/** Gives the window exactly this much room for the page. */
export async function fitWindow(running: RunningApp): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, counterScreen);
  // Without a window manager the engine keeps a pixel for itself.
  await expect.poll(() => running.page.evaluate(() => Math.abs(innerWidth - 1366))).toBeLessThanOrEqual(1);
}

/**
 * One screen as it is now: no serious or critical barrier, nothing wider than the window, neither plain nor at 200 %, and
 * a picture of it in `out/screenshots/e2e`.
 */
export async function checkScreen(running: RunningApp, name: string): Promise<void> {
  const { page } = running;
  const folder = join(checkoutRoot, 'out/screenshots/e2e');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await expectNoSidewaysScroll(running, name);
  // Legacy mode: the newer one opens a second page, which this app does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const barriers = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, impact, nodes }) =>
        `${String(impact)} ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  expect.soft(barriers, `barriers on ${name}`).toEqual([]);
  await setZoom(running, 2);
  await writeFile(join(folder, `${name}-zoom-200.png`), await capture(running));
  await expectNoSidewaysScroll(running, `${name} at 200 %`);
  await expectWayOutInSight(running, `${name} at 200 %`);
  await setZoom(running, 1);
}

/** The window as the engine painted it: the driver's own pictures cut a zoomed page off. */
async function capture(running: RunningApp): Promise<Buffer> {
  const picture = await running.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(picture, 'base64');
}

async function setZoom(running: RunningApp, factor: number): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, factor);
  await expect.poll(() => running.page.evaluate(() => devicePixelRatio)).toBe(factor);
  // Until it is painted so: a picture taken at once shows the screen before.
  await running.page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted)))),
  );
}

/** Where somebody works, the button that locks lies in the window whole, whatever the rail must scroll. */
async function expectWayOutInSight(running: RunningApp, name: string): Promise<void> {
  const below = await running.page.evaluate(() =>
    [...document.querySelectorAll('nav .who button')].map(
      (button) => Math.ceil(button.getBoundingClientRect().bottom) - innerHeight,
    ),
  );
  expect.soft(Math.max(...below, 0), `pixels of the lock button below ${name}`).toBeLessThanOrEqual(0);
}

/** Tables may be scrolled in their own frame; the page and its parts may not. */
async function expectNoSidewaysScroll(running: RunningApp, name: string): Promise<void> {
  const wide = await running.page.evaluate(() => {
    const parts = [
      document.documentElement,
      document.body,
      ...document.querySelectorAll('main, main > *, [role=dialog]'),
    ];
    return parts
      .filter(
        (part) =>
          part.scrollWidth > part.clientWidth + 1 &&
          getComputedStyle(part).overflowX !== 'hidden' &&
          part.clientWidth > 0,
      )
      .map((part) => `${part.tagName}.${part.className} is ${String(part.scrollWidth)} in ${String(part.clientWidth)}`);
  });
  expect.soft(wide, `sideways scroll on ${name}`).toEqual([]);
}
