import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../shared/base/result';
import type { PageRef } from '../../shared/domain/actions/action-parts';
import { createScanRuns, type KeepError, type ScanRunPorts, type ScanRuns } from './scan-run';
import type { ScanEvent } from './scanner-driver';

type Answer = Result<PageRef, KeepError>;
const pageOf = (n: number): PageRef => ({
  pageId: `page-${String(n)}`,
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  bytes: n,
});

let journal: string[];
let answers: Answer[];
let room: boolean;
let beforePage: (index: number) => void | Promise<void>;

function page(name: string): ScanEvent {
  return {
    type: 'page',
    name,
    content: async function* () {
      yield await Promise.resolve(Buffer.from(name));
    },
    taking: () => Promise.resolve(void journal.push(`taking ${name}`)),
    taken: () => Promise.resolve(void journal.push(`taken ${name}`)),
    reject: (reason) => Promise.resolve(void journal.push(`rejected ${name} ${reason}`)),
  };
}

function createRuns(events: readonly ScanEvent[], changes: Partial<ScanRunPorts> = {}): ScanRuns {
  return createScanRuns({
    drivers: [
      {
        kind: 'folder',
        sources: () => Promise.resolve([{ id: 'folder:a', kind: 'folder', name: 'A', waiting: events.length }]),
        scan: async function* (_request, signal) {
          for (const [index, event] of events.entries()) {
            await beforePage(index);
            if (signal.aborted) return;
            yield event;
          }
        },
      },
    ],
    keepPage: ({ order }) => {
      journal.push(`kept ${String(order)}`);
      return Promise.resolve(answers.shift() ?? ok(pageOf(order + 1)));
    },
    hasRoom: () => room,
    onLanded: (_target, landed) => journal.push(`landed ${landed.pageId}`),
    newId: () => 'run-1',
    newRef: () => 'ABCD',
    log: (event) => journal.push(event),
    ...changes,
  });
}

const request = { sourceId: 'folder:a', draftId: 'draft', paperId: 'to-khai' };

beforeEach(() => {
  [journal, answers, room, beforePage] = [[], [], true, () => undefined];
});

describe('scan run', () => {
  it('tells of each page as soon as it is kept, before the scanner may forget it', async () => {
    const answer = await createRuns([page('a'), page('b')]).start(request);
    expect(answer).toEqual(ok({ runId: 'run-1', pages: [pageOf(1), pageOf(2)] }));
    expect(journal).toEqual([
      ...['taking a', 'kept 0', 'landed page-1', 'taken a'],
      ...['taking b', 'kept 1', 'landed page-2', 'taken b'],
    ]);
  });

  it('goes on after a bad page and names it at the end', async () => {
    answers = [ok(pageOf(1)), err({ kind: 'unsupported' }), ok(pageOf(2))];
    const events: ScanEvent[] = [
      page('a'),
      page('b'),
      { type: 'rejected', name: 'c', reason: 'incomplete' },
      page('d'),
    ];
    expect(await createRuns(events).start(request)).toEqual(err({ kind: 'unreadable', name: 'c' }));
    expect(journal).toContain('rejected b unsupported');
    expect(journal.filter((entry) => entry.startsWith('landed'))).toEqual(['landed page-1', 'landed page-2']);
  });

  it('ends at once when the disk is full and leaves the page with the scanner', async () => {
    answers = [err({ kind: 'diskFull' })];
    expect(await createRuns([page('a'), page('b')]).start(request)).toEqual(err({ kind: 'diskFull' }));
    expect(journal).toEqual(['taking a', 'kept 0']);
    room = false;
    expect(await createRuns([page('a')]).start(request)).toEqual(err({ kind: 'diskFull' }));
    expect(journal).toEqual(['taking a', 'kept 0']);
  });

  it('runs one after another and cancels by draft', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    beforePage = async () => {
      order.push('page');
      await gate;
    };
    const runs = createRuns([page('a'), page('b')]);
    const [first, second] = [runs.start(request), runs.start({ ...request, draftId: 'other' })];
    expect(runs.isRunning()).toBe(true);
    runs.cancel('other');
    runs.cancel('unknown');
    release();
    expect((await first).ok).toBe(true);
    expect(await second).toEqual(err({ kind: 'cancelled' }));
    expect(runs.isRunning()).toBe(false);
    expect(order).toHaveLength(3);
  });

  it('answers what is wrong when there is nothing or nobody to scan', async () => {
    expect(await createRuns([]).start(request)).toEqual(err({ kind: 'empty' }));
    expect(await createRuns([]).start({ ...request, sourceId: 'folder:b' })).toEqual(err({ kind: 'unknownSource' }));
  });

  it('turns a fault of a driver into an answer with its id, and runs again', async () => {
    const runs = createRuns([page('a')]);
    beforePage = () => Promise.reject(new Error('jam'));
    expect(await runs.start(request)).toEqual(err({ kind: 'device', ref: 'ABCD' }));
    expect(journal).toEqual(['scanFault']);
    beforePage = () => undefined;
    expect((await runs.start(request)).ok).toBe(true);
  });
});
