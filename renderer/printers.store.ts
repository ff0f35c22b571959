import { create } from 'zustand';
import type { DesktopBridge } from '../shared/ipc/contract';
import type { PrinterInfo } from '../shared/ipc/messages';
import { getDesktop } from './desktop';

/** Chosen in place of a printer: the paper is only kept as a file. */
export const FILE_ONLY = '';

/** The print queues of this PC as last asked; null before the first answer. */
export const usePrinters = create<{ readonly printers: readonly PrinterInfo[] | null }>()(() => ({ printers: null }));

/** Asks the system again: printers come, go and run out of paper. */
export async function refreshPrinters(
  desktop: DesktopBridge = getDesktop(),
): ReturnType<typeof desktop.print.printers> {
  const answer = await desktop.print.printers();
  if (answer.ok) usePrinters.setState({ printers: answer.value });
  return answer;
}

/**
 * The queue to print on, {@link FILE_ONLY} where there is none. What the officer chose stands, also when it cannot print
 * now: the paper must not come out somewhere else unasked. Nothing chosen: the default one when it takes work, else any
 * that does, else the default with its fault.
 */
export function choosePrinter(printers: readonly PrinterInfo[], chosen: string | null): string {
  if (chosen !== null) return chosen;
  const ready = printers.filter((printer) => printer.state === 'ready');
  const usual = ready.find((printer) => printer.isDefault) ?? ready[0] ?? printers.find((printer) => printer.isDefault);
  return (usual ?? printers[0])?.name ?? FILE_ONLY;
}

/** A queue as people call it. */
export function labelPrinter(printers: readonly PrinterInfo[], name: string): string {
  const description = printers.find((printer) => printer.name === name)?.description ?? '';
  return description === '' ? name : description;
}

/** The choice after this one: queue by queue, then the file alone. */
export function findNextPrinter(printers: readonly PrinterInfo[], current: string): string {
  const choices = [...printers.map(({ name }) => name), FILE_ONLY];
  return choices[(choices.indexOf(current) + 1) % choices.length] ?? FILE_ONLY;
}
