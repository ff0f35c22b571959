import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { findCommit } from '../support/commit';
import { checkoutRoot } from '../support/electron-path';

/** One figure with what it is measured against in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same unit, measured in the same run. */
  readonly baseline: number;
  readonly ratio: number;
  /** Highest ratio that is still good. */
  readonly target: number;
  readonly ok: boolean;
}

/** Sets a figure beside its baseline. */
export function compare(
  name: string,
  figure: { readonly value: number; readonly baseline: number; readonly target: number; readonly unit: string },
): BenchResult {
  const { value, baseline, target, unit } = figure;
  const ratio = value / baseline;
  return {
    name,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(ratio),
    target,
    ok: ratio <= target,
  };
}

/** The value that so large a share of the sorted values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('a quantile of nothing');
  return value;
}

/** See {@link quantile}. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Prints the suite: as JSON when asked for, else as lines. `--keep` also writes it to `reports/bench-<suite>.json`. Fails the
 * program when a target is missed.
 */
export async function report(
  suite: string,
  results: readonly BenchResult[],
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadAverage: loadavg().map(round),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    ...details,
  };
  if (process.argv.includes('--keep')) await keep(suite, { machine, results });
  if (process.argv.includes('--json')) console.log(JSON.stringify({ suite, machine, results }, null, 2));
  else {
    for (const { name, value, unit, baseline, ratio, target, ok } of results) {
      console.log(
        `${ok ? 'ok  ' : 'MISS'} ${name}: ${String(value)} ${unit}, baseline ${String(baseline)}, ratio ${String(ratio)} (target ${String(target)})`,
      );
    }
  }
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

async function keep(suite: string, content: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(checkoutRoot, 'reports');
  await mkdir(folder, { recursive: true });
  const kept = { suite, commit: await findCommit(), date: new Date().toISOString(), ...content };
  await writeFile(join(folder, `bench-${suite}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}

/** Thousandths are enough. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
