import { err, ok } from '../../shared/base/result';
import type { PrinterInfo, PrinterTrouble } from '../../shared/ipc/messages';
import { findFault, type Printer } from './printer';
import type { RunTool } from './run-tool';

/** Printing through CUPS by its own programs: silent printing of the engine reports success for stopped and rejecting queues. */
export function createCupsPrinter(run: RunTool): Printer {
  const list = async (): Promise<readonly PrinterInfo[]> =>
    parsePrinters((await run('lpstat', ['-l', '-p', '-a', '-d'])).out);
  return {
    list,
    submit: async (order) => {
      const fault = findFault(await list(), order.printer);
      if (fault !== undefined) return err(fault);
      const options = ['-o', `media=${order.media}`, '-o', 'fit-to-page', '-t', order.title];
      const answer = await run('lp', ['-d', order.printer, '-n', String(order.copies), ...options, '--', order.file]);
      if (answer.code !== 0) return err(parseRefusal(answer.err, answer.code));
      return ok({ jobId: parseJobId(answer.out) });
    },
    isWaiting: async ({ printer, jobId }) => {
      const { code, out } = await run('lpstat', ['-W', 'not-completed', '-o', printer]);
      // An unreachable queue says nothing about the job: better watched once more than called done.
      return code !== 0 || out.split('\n').some((line) => line.split(/\s/u)[0] === jobId);
    },
  };
}

/** Reads the answer of `lpstat -l -p -a -d` (English messages). Details are indented, so no description can pose as a queue. */
export function parsePrinters(text: string): PrinterInfo[] {
  const printers = new Map<string, PrinterInfo>();
  let current: string | undefined;
  let standard: string | undefined;
  const change = (name: string, part: Partial<PrinterInfo>): void => {
    const known = printers.get(name) ?? {
      ...{ name, description: name, isDefault: false },
      ...{ state: 'ready' as const, trouble: null },
    };
    printers.set(name, { ...known, ...part });
  };
  for (const line of text.split('\n')) {
    const queue = /^printer (?<name>\S+) (?<rest>.*)$/u.exec(line)?.groups;
    const rejecting = /^(?<name>\S+) not accepting requests/u.exec(line)?.groups?.['name'];
    const description = /^\s+Description: (?<text>.+)$/u.exec(line)?.groups?.['text'];
    if (queue !== undefined) {
      current = queue['name'] ?? '';
      change(current, { state: queue['rest']?.startsWith('disabled') === true ? 'stopped' : 'ready' });
    } else if (rejecting !== undefined && printers.has(rejecting)) change(rejecting, { state: 'rejecting' });
    else if (description !== undefined && current !== undefined) change(current, { description });
    else if (current !== undefined && /^\s/u.test(line)) {
      const trouble = readTrouble(line);
      if (trouble !== undefined) change(current, { trouble });
    } else standard = /^system default destination: (?<name>\S+)$/u.exec(line)?.groups?.['name'] ?? standard;
  }
  if (standard !== undefined && printers.has(standard)) change(standard, { isDefault: true });
  return [...printers.values()];
}

/** Parts of the reasons that queues name (RFC 8011 §5.4.12), the one that stops the paper first. */
const troubleWords: readonly (readonly [RegExp, PrinterTrouble])[] = [
  [/media-(?:empty|needed)/u, 'paperOut'],
  [/media-jam/u, 'jam'],
  [/(?:cover|door|interlock)-open/u, 'coverOpen'],
  [/(?:toner|marker-supply)-empty/u, 'inkOut'],
  [/offline|shutdown|connecting-to-device|timed-out/u, 'offline'],
  [/paused/u, 'paused'],
  [/-error\b/u, 'attention'],
];

/** What a detail line tells of a trouble: the reasons of the queue, or the sentence of a backend that reaches nobody. */
function readTrouble(line: string): PrinterTrouble | undefined {
  if (/^\s+The printer may not exist or is unavailable/u.test(line)) return 'offline';
  const reasons = /^\s+Alerts: (?<reasons>.+)$/u.exec(line)?.groups?.['reasons'] ?? '';
  return troubleWords.find(([pattern]) => pattern.test(reasons))?.[1];
}

function parseJobId(text: string): string | null {
  return /^request id is (?<job>\S+-\d+) /u.exec(text)?.groups?.['job'] ?? null;
}

/** The queue may change between look and order; its own words then tell why. */
function parseRefusal(
  text: string,
  code: number,
): { kind: 'noPrinter' } | { kind: 'printerRejects' } | { kind: 'printFailed'; code: string } {
  if (text.includes('does not exist')) return { kind: 'noPrinter' };
  if (text.includes('not accepting jobs')) return { kind: 'printerRejects' };
  return { kind: 'printFailed', code: `lp ${String(code)}` };
}
