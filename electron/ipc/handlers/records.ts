import { err, ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Proposal } from '../../../shared/domain/proposal';
import type { Desk } from '../../desk';
import type { DiskRoom } from '../../disk/disk-guard';
import type { JournalIndex } from '../../journal/journal-index';

/** The journal as the page may use it: read, propose, note an access. */
export function createRecordsHandlers(ports: {
  readonly desk: () => Desk;
  readonly room: () => Promise<DiskRoom>;
}): Handlers['records'] {
  return {
    handshake: (claim) => Promise.resolve(ok(ports.desk().books.handshake(claim))),
    tail: async ({ afterLine, limit, subjectKeys }) => {
      const { journal, index } = ports.desk().books;
      const { line: lastLine, hash: chainHead } = journal.head();
      const entries =
        subjectKeys === undefined
          ? await journal.read(afterLine, limit)
          : await journal.readLines(
              listLines(index, subjectKeys)
                .filter((line) => line > afterLine)
                .slice(0, limit),
            );
      return ok({ entries: [...entries], lastLine, chainHead });
    },
    propose: async ({ proposals }) => {
      // The last room is kept for the acts of dossiers that are here already and for the province's receipts.
      if (proposals.some(opensDossier) && (await ports.room()) === 'noIntake') return err({ kind: 'diskFull' });
      const recorded = await ports.desk().books.door.propose(proposals);
      return recorded.ok ? ok({ line: recorded.value.line, actions: [...recorded.value.actions] }) : recorded;
    },
    noteAccess: ({ what, subjectKey, detail }) => {
      ports.desk().books.door.noteAccess({
        what,
        ...(subjectKey === undefined ? {} : { subjectKey }),
        ...(detail === undefined ? {} : { detail }),
      });
      return Promise.resolve(ok(null));
    },
    leases: () => {
      const { index } = ports.desk().books;
      return Promise.resolve(ok({ leases: [...index.heldLeases()], returned: [...index.returned()] }));
    },
  };
}

/** Lines that say something of these subjects, oldest first. */
function listLines(index: Pick<JournalIndex, 'linesOf'>, subjectKeys: readonly string[]): number[] {
  return [...new Set(subjectKeys.flatMap((key) => index.linesOf(key)))].sort((a, b) => a - b);
}

function opensDossier({ act }: Proposal): boolean {
  return act.kind === 'DossierReceived';
}
