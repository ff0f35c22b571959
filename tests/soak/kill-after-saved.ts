import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkoutRoot } from '../support/electron-path';
import { findCommit } from '../support/commit';
import { buildLateApp } from './late-append/build-late-app';
import { runKills, type KillReport } from './kill-run';

/** The control needs only enough kills to show that the harness sees a loss. */
const CONTROL_KILLS = 5;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, control: { type: 'boolean', default: false } },
});

function tell(line: string): void {
  console.log(line);
}

function isClean(report: KillReport): boolean {
  return [report.lost, report.repeatedCodes, report.wrongWords].every((found) => found.length === 0);
}

async function main(): Promise<boolean> {
  const kills = Number(values.kills);
  if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1');
  tell(`control: the same with the append after the answer`);
  const control = await runKills({ kills: Math.min(kills, CONTROL_KILLS), appFolder: await buildLateApp(), tell });
  tell(`control: ${String(control.lost.length)} of ${String(control.kills)} lost`);
  if (values.control) return control.lost.length > 0;
  const report = await runKills({ kills, tell });
  const result = {
    commit: await findCommit(),
    date: new Date().toISOString(),
    ...report,
    lost: report.lost.length,
    repeatedCodes: report.repeatedCodes.length,
    control: { kills: control.kills, lost: control.lost.length },
  };
  await mkdir(join(checkoutRoot, 'reports'), { recursive: true });
  await writeFile(join(checkoutRoot, 'reports/kill-after-saved.json'), `${JSON.stringify(result, null, 2)}\n`);
  tell(JSON.stringify(result, null, 2));
  return isClean(report) && control.lost.length > 0;
}

main().then(
  (passed) => {
    process.exitCode = passed ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
