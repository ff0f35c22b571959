import { expect, test } from '@playwright/test';
import { buildLateApp } from '../soak/late-append/build-late-app';
import { runKills } from '../soak/kill-run';

test('what was said to be saved survives a kill at that moment and the loss of the store', async () => {
  const report = await runKills({ kills: 4, tell: () => undefined });
  expect(report).toMatchObject({ kills: 4, lost: [], repeatedCodes: [], wrongWords: [] });
});

test('the same harness sees the loss when the append comes after the answer', async () => {
  const report = await runKills({ kills: 1, appFolder: await buildLateApp(), tell: () => undefined });
  expect(report.lost).toHaveLength(1);
});
