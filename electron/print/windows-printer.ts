import { z } from 'zod';
import { err, ok } from '../../shared/base/result';
import type { PrinterInfo, PrinterTrouble } from '../../shared/ipc/messages';
import { findFault, type Printer } from './printer';
import type { RunTool } from './run-tool';

const listScript = `
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$default = (Get-CimInstance Win32_Printer -Filter 'Default = TRUE').Name
ConvertTo-Json -Compress @(Get-Printer | ForEach-Object { @{ name = $_.Name; comment = "$($_.Comment)"; status = [int]$_.PrinterStatus; isDefault = $_.Name -eq $default } })`;

const jobsScript = `
[Console]::OutputEncoding = [Text.Encoding]::UTF8
ConvertTo-Json -Compress @(Get-PrintJob -PrinterName $env:QMC_PRINTER | ForEach-Object { @{ id = "$($_.Id)"; document = "$($_.DocumentName)" } })`;

const queuesSchema = z.array(
  z.object({ name: z.string(), comment: z.string(), status: z.int(), isDefault: z.boolean() }),
);
const jobsSchema = z.array(z.object({ id: z.string(), document: z.string() }));

/** Values of `PrinterStatus` (MSFT_Printer) under which a queue goes on printing: normal, printing, busy, warming up … */
const printingStates = new Set([0, 512, 1024, 16_384, 32_768, 65_536]);

/** Bits of `PrinterStatus`, the one that stops the paper first. */
const troubleBits: readonly (readonly [number, PrinterTrouble])[] = [
  [0x10, 'paperOut'],
  [0x40, 'paperOut'],
  [0x8, 'jam'],
  [0x40_0000, 'coverOpen'],
  [0x4_0000, 'inkOut'],
  [0x80, 'offline'],
  [0x1000, 'offline'],
  [0x1, 'paused'],
  [0x2, 'attention'],
  [0x10_0000, 'attention'],
];

/**
 * Printing on Windows: queues by PowerShell's PrintManagement module, PDFs by SumatraPDF (`-print-to`, `-print-settings`).
 * Built to the documented interfaces of both; not yet exercised on a Windows PC. Scripts are constants: a printer's name
 * reaches them as an environment variable, never as text of a command.
 */
export function createWindowsPrinter(run: RunTool, sumatraPath: string): Printer {
  const powershell = async <T>(
    script: string,
    schema: z.ZodType<T[]>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<T[]> => {
    const answer = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], env);
    const parsed = answer.code === 0 ? schema.safeParse(parseJson(answer.out)) : undefined;
    return parsed?.success === true ? parsed.data : [];
  };
  const list = async (): Promise<readonly PrinterInfo[]> =>
    (await powershell(listScript, queuesSchema)).map(({ name, comment, status, isDefault }) => ({
      name,
      description: comment === '' ? name : comment,
      isDefault,
      state: printingStates.has(status) ? 'ready' : 'stopped',
      trouble: troubleBits.find(([bit]) => (status & bit) !== 0)?.[1] ?? null,
    }));
  return {
    list,
    submit: async (order) => {
      const fault = findFault(await list(), order.printer);
      if (fault !== undefined) return err(fault);
      const settings = `${String(order.copies)}x,paper=${order.media},fit`;
      const answer = await run(sumatraPath, [
        '-print-to',
        order.printer,
        '-print-settings',
        settings,
        '-silent',
        '-exit-when-done',
        order.file,
      ]);
      if (answer.code !== 0) return err({ kind: 'printFailed', code: `sumatra ${String(answer.code)}` });
      const jobs = await powershell(jobsScript, jobsSchema, { QMC_PRINTER: order.printer });
      const name = order.file.split(/[\\/]/u).at(-1) ?? '';
      return ok({ jobId: jobs.findLast((job) => job.document.includes(name))?.id ?? null });
    },
    isWaiting: async ({ printer, jobId }) =>
      (await powershell(jobsScript, jobsSchema, { QMC_PRINTER: printer })).some((job) => job.id === jobId),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Anything else than JSON means the script was not run as meant; the caller sees no printers.
    return undefined;
  }
}
