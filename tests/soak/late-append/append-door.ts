import {
  createAppendDoor as createHonestDoor,
  type AppendDoor,
  type DoorPorts,
} from '../../../electron/journal/append-door';
import { ok } from '../../../shared/base/result';

/** How long the control keeps a line in memory, as a log that is written once a second would. */
export const LATE_MS = 1000;

/**
 * The door of the control: it answers first and appends afterwards. Built in place of the real one, to show that the
 * harness sees what gets lost that way.
 */
export function createAppendDoor(ports: DoorPorts): AppendDoor {
  return createHonestDoor({ ...ports, journal: answerFirst(ports.journal) });
}

function answerFirst(journal: DoorPorts['journal']): DoorPorts['journal'] {
  let answered = 0;
  const lastLine = (): number => Math.max(answered, journal.head().line);
  return {
    head: () => ({ ...journal.head(), line: lastLine() }),
    append: (body) => {
      const line = lastLine() + 1;
      answered = line;
      setTimeout(() => void journal.append(body), LATE_MS);
      return Promise.resolve(ok({ line }));
    },
  };
}
