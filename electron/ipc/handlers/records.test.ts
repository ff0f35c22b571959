import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../shared/base/result';
import type { JournalEntry } from '../../../shared/domain/journal-entry';
import type { Proposal } from '../../../shared/domain/proposal';
import type { Desk } from '../../desk';
import type { DiskRoom } from '../../disk/disk-guard';
import { createRecordsHandlers } from './records';

const entry = (line: number): JournalEntry => ({ line, body: { kind: 'access', entries: [] } });
const reception = { act: { kind: 'DossierReceived' } } as unknown as Proposal;
const other = { act: { kind: 'plain', plainKind: 'FormPrinted', payload: { v: 1 } } } as unknown as Proposal;

let room: DiskRoom;
let proposed: number;
let noted: unknown[];

/** The parts of a desk that records use, over a journal of nine lines. */
const desk = {
  books: {
    journal: {
      head: () => ({ line: 9, hash: 'abc' }),
      read: (afterLine: number, limit: number) =>
        Promise.resolve(
          Array.from({ length: limit }, (_, i) => entry(afterLine + 1 + i)).filter(({ line }) => line <= 9),
        ),
      readLines: (lines: readonly number[]) => Promise.resolve(lines.map(entry)),
    },
    index: { linesOf: (key: string) => (key === 'dossier:a' ? [7, 2, 4] : [4, 9]) },
    door: {
      propose: () => {
        proposed += 1;
        return Promise.resolve(ok({ line: 10, actions: [] }));
      },
      noteAccess: (note: unknown) => noted.push(note),
    },
  },
} as unknown as Desk;

const handlers = createRecordsHandlers({ desk: () => desk, room: () => Promise.resolve(room) });

beforeEach(() => {
  [room, proposed, noted] = ['enough', 0, []];
});

describe('records handlers', () => {
  it('read the tail in order with the head of the chain', async () => {
    expect(await handlers.tail({ afterLine: 6, limit: 10 })).toEqual(
      ok({ entries: [7, 8, 9].map(entry), lastLine: 9, chainHead: 'abc' }),
    );
  });

  it('read only the lines of the subjects asked for, each once and oldest first', async () => {
    const tail = await handlers.tail({ afterLine: 2, limit: 3, subjectKeys: ['dossier:a', 'dossier:b'] });
    expect(tail.ok && tail.value.entries.map(({ line }) => line)).toEqual([4, 7, 9]);
    const cut = await handlers.tail({ afterLine: 0, limit: 2, subjectKeys: ['dossier:a'] });
    expect(cut.ok && cut.value.entries.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['enough', reception, 1],
    ['noScans', reception, 1],
    ['noIntake', reception, 0],
    ['noIntake', other, 1],
  ] as const)('with room "%s" let a proposal through or say the disk is full', async (now, proposal, times) => {
    room = now;
    const answer = await handlers.propose({ proposals: [proposal] });
    expect([answer.ok, proposed]).toEqual([times === 1, times]);
    if (!answer.ok) expect(answer.error).toEqual({ kind: 'diskFull' });
  });

  it('note an access with only the fields that were given', async () => {
    await handlers.noteAccess({ what: 'viewed' });
    await handlers.noteAccess({ what: 'revealed', subjectKey: 'dossier:a', detail: 'phone' });
    expect(noted).toEqual([{ what: 'viewed' }, { what: 'revealed', subjectKey: 'dossier:a', detail: 'phone' }]);
  });
});
