import { getDesktop } from '../desktop';

/**
 * Leaves a trace of a screen's fault in main's log. Only the reference, the class of the error and names of our own
 * components: messages may carry what was typed.
 */
export function reportFault(ref: string, error: unknown, componentStack: string): void {
  const errorName = (error instanceof Error ? error.name : typeof error).replace(/\W/g, '').slice(0, 60) || 'unknown';
  const frames = (componentStack.match(/\bat (\w+)/g) ?? []).slice(0, 6).join(' ').slice(0, 400);
  void getDesktop().app.noteScreenFault({ ref, errorName, frames });
}
