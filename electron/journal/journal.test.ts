import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alterFile,
  appendNotes,
  buildNote,
  CHAIN_SEED,
  journalKey,
  makeTempFolder,
  openFaultyFiles,
  openTestJournal,
  type DiskFaults,
} from '../../tests/support/journal-kit';
import { createEnvelope } from '../keys/envelope';
import { openJournal } from './journal';
import { verifyChain } from './verify-chain';

const FIRST = '00000001.qmj';

function noFaults(changes: Partial<DiskFaults> = {}): DiskFaults {
  return { write: [], datasync: [], create: [], ...changes };
}

/** Ends of all lines of a fresh one-segment journal: sizes after each append. */
async function fillSegment(folder: string, count: number): Promise<readonly number[]> {
  const { journal } = await openTestJournal(folder);
  const ends: number[] = [0];
  for (let n = 1; n <= count; n += 1) {
    await appendNotes(journal, n, n);
    ends.push((await readFile(join(folder, FIRST))).length);
  }
  await journal.close();
  return ends;
}

describe('journal', () => {
  it('gives back every line in order when opened again', async () => {
    const folder = await makeTempFolder();
    const first = await openTestJournal(folder);
    await appendNotes(first.journal, 1, 25);
    const head = first.journal.head();
    await first.journal.close();

    const { journal, entries } = await openTestJournal(folder);
    expect(entries.map((entry) => entry.body)).toEqual(Array.from({ length: 25 }, (_, index) => buildNote(index + 1)));
    expect(journal.head()).toEqual(head);
    expect(journal.damage()).toEqual({ lines: 0, gaps: [], breaks: [], tornBytes: 0 });
    await appendNotes(journal, 26, 26);
    expect(journal.head().line).toBe(26);
    expect((await verifyChain(folder, journalKey, CHAIN_SEED)).whole).toBe(true);
  });

  it('keeps one order when many appends are handed in at once', async () => {
    const folder = await makeTempFolder();
    const { journal } = await openTestJournal(folder);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => journal.append(buildNote(index + 1))));
    expect(answers.map((answer) => answer.ok && answer.value.line)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    const entries = await journal.read(0, 100);
    expect(entries.map((entry) => entry.body)).toEqual(Array.from({ length: 60 }, (_, index) => buildNote(index + 1)));
  });

  it('reads a window and single lines across segments when asked', async () => {
    const folder = await makeTempFolder();
    const { journal } = await openTestJournal(folder, { segmentBytes: 700 });
    await appendNotes(journal, 1, 20);
    expect((await readdir(folder)).length).toBeGreaterThan(4);
    expect((await journal.read(7, 5)).map((entry) => entry.line)).toEqual([8, 9, 10, 11, 12]);
    expect((await journal.readLines([2, 19, 99])).map((entry) => entry.body)).toEqual([buildNote(2), buildNote(19)]);
  });

  it('holds no readable text on disk when lines name a person', async () => {
    const folder = await makeTempFolder();
    const { journal } = await openTestJournal(folder);
    await journal.append(buildNote(1, 'Nguyễn Thị Hoa'));
    const bytes = await readFile(join(folder, FIRST));
    expect(bytes.includes('Nguyễn Thị Hoa')).toBe(false);
    expect(bytes.includes('officer')).toBe(false);
  });

  it('refuses to open and changes nothing when the key is another one', async () => {
    const folder = await makeTempFolder();
    const ends = await fillSegment(folder, 3);
    await alterFile(join(folder, FIRST), (bytes) => bytes.subarray(0, (ends[3] ?? 0) - 5));
    const before = await readFile(join(folder, FIRST));
    const otherKey = createEnvelope({ id: 1, bytes: new Uint8Array(32).fill(9) });
    expect(await openJournal({ folder, key: otherKey, chainSeed: CHAIN_SEED })).toEqual({
      ok: false,
      error: { kind: 'wrongKey' },
    });
    expect(await readFile(join(folder, FIRST))).toEqual(before);
  });

  it('fails the append when it was closed', async () => {
    const { journal } = await openTestJournal(await makeTempFolder());
    await journal.close();
    expect((await journal.append(buildNote(1))).ok).toBe(false);
  });
});

describe('journal end', () => {
  it('drops the cut-off line, keeps its bytes aside and goes on, when torn at any byte', async () => {
    const folder = await makeTempFolder();
    const ends = await fillSegment(folder, 3);
    const whole = await readFile(join(folder, FIRST));
    const lastStart = ends[2] ?? 0;
    for (let cut = lastStart; cut < whole.length; cut += 1) {
      await rm(folder, { recursive: true });
      await openTestJournal(folder).then(({ journal }) => appendNotes(journal, 1, 1).then(() => journal.close()));
      await alterFile(join(folder, FIRST), () => whole.subarray(0, cut));

      const { journal, entries } = await openTestJournal(folder);
      expect(entries.map((entry) => entry.line)).toEqual([1, 2]);
      expect(journal.damage()).toEqual({ lines: 0, gaps: [], breaks: [], tornBytes: cut - lastStart });
      const aside = (await readdir(folder)).filter((name) => name.startsWith('torn-'));
      expect(aside).toHaveLength(cut === lastStart ? 0 : 1);
      if (aside[0] !== undefined) {
        expect(await readFile(join(folder, aside[0]))).toEqual(whole.subarray(lastStart, cut));
      }
      await appendNotes(journal, 3, 3);
      await journal.close();
      expect(await verifyChain(folder, journalKey, CHAIN_SEED)).toMatchObject({ whole: true, lines: 3, tornBytes: 0 });
    }
  });

  it('takes zeros behind the last line for a torn write when the file grew before its data', async () => {
    const folder = await makeTempFolder();
    await fillSegment(folder, 2);
    await alterFile(join(folder, FIRST), (bytes) => Buffer.concat([bytes, Buffer.alloc(300)]));
    const { journal, entries } = await openTestJournal(folder);
    expect(entries).toHaveLength(2);
    expect(journal.damage()).toMatchObject({ lines: 0, tornBytes: 300 });
  });

  it('reports a saved last line as damaged and never overwrites it when any of its bytes was changed', async () => {
    const folder = await makeTempFolder();
    const ends = await fillSegment(folder, 3);
    const whole = await readFile(join(folder, FIRST));
    const lastStart = ends[2] ?? 0;
    for (let at = lastStart; at < whole.length; at += 1) {
      await rm(folder, { recursive: true });
      await openTestJournal(folder).then(({ journal }) => appendNotes(journal, 1, 1).then(() => journal.close()));
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x41, at);
      await alterFile(join(folder, FIRST), () => flipped);

      const { journal } = await openTestJournal(folder);
      expect(journal.damage()).toMatchObject({
        lines: 1,
        gaps: [{ afterLine: 2, beforeLine: null, lines: 1, bytes: whole.length - lastStart }],
      });
      await appendNotes(journal, 4, 4);
      expect(journal.head().line).toBe(4);
      await journal.close();
      expect(await readFile(join(folder, FIRST))).toEqual(flipped);
      const again = await openTestJournal(folder);
      expect(again.entries.map((entry) => entry.line)).toEqual([1, 2, 4]);
      expect(again.journal.damage()).toMatchObject({ lines: 1, gaps: [{ afterLine: 2, beforeLine: 4, lines: 1 }] });
    }
  });
});

describe('journal middle', () => {
  it('reports the one line and keeps all others when any byte of it was changed', async () => {
    const folder = await makeTempFolder();
    const ends = await fillSegment(folder, 4);
    const whole = await readFile(join(folder, FIRST));
    const [from, to] = [ends[1] ?? 0, ends[2] ?? 0];
    for (let at = from; at < to; at += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0xff, at);
      await alterFile(join(folder, FIRST), () => flipped);
      const { journal, entries } = await openTestJournal(folder);
      expect(entries.map((entry) => entry.line)).toEqual([1, 3, 4]);
      expect(journal.damage()).toEqual({
        lines: 1,
        gaps: [{ afterLine: 1, beforeLine: 3, lines: 1, bytes: to - from }],
        breaks: [],
        tornBytes: 0,
      });
      expect((await journal.read(0, 10)).map((entry) => entry.line)).toEqual([1, 3, 4]);
      await journal.close();
      expect(await readFile(join(folder, FIRST))).toEqual(flipped);
    }
  });

  it('names every missing line when a whole segment is gone', async () => {
    const folder = await makeTempFolder();
    const { journal } = await openTestJournal(folder, { segmentBytes: 700 });
    await appendNotes(journal, 1, 12);
    await journal.close();
    await rm(join(folder, '00000002.qmj'));
    const again = await openTestJournal(folder, { segmentBytes: 700 });
    const lost = again.journal.damage().lines;
    expect(lost).toBeGreaterThan(0);
    expect(again.entries).toHaveLength(12 - lost);
    expect(again.journal.damage().gaps).toMatchObject([{ lines: lost, bytes: 0 }]);
  });

  it('reports a break when a line of another history was put in its place', async () => {
    const [folder, other] = [await makeTempFolder(), await makeTempFolder()];
    await fillSegment(folder, 2);
    const { journal } = await openTestJournal(other);
    await journal.append(buildNote(7));
    await journal.append(buildNote(8));
    await journal.close();
    const foreign = await readFile(join(other, FIRST));
    const ends = await fillSegment(await makeTempFolder(), 1);
    await alterFile(join(folder, FIRST), (own) => Buffer.concat([own.subarray(0, ends[1]), foreign.subarray(ends[1])]));
    const report = await verifyChain(folder, journalKey, CHAIN_SEED);
    expect(report.whole).toBe(false);
    expect(report.breaks).toEqual([2]);
  });

  it('never loses more than the lines that were hit when bytes are changed at random', async () => {
    const folder = await makeTempFolder();
    const ends = await fillSegment(folder, 12);
    const whole = await readFile(join(folder, FIRST));
    const lineAt = (offset: number): number => ends.findIndex((end) => end > offset);
    const hits = fc.uniqueArray(fc.integer({ min: 0, max: (ends[11] ?? 1) - 1 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(hits, async (offsets) => {
        const flipped = Buffer.from(whole);
        for (const at of offsets) flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at);
        await alterFile(join(folder, FIRST), () => flipped);
        const hit = new Set(offsets.map(lineAt));
        const { journal, entries } = await openTestJournal(folder);
        expect(entries.map((entry) => entry.line)).toEqual(
          Array.from({ length: 12 }, (_, index) => index + 1).filter((line) => !hit.has(line)),
        );
        expect(journal.damage().lines).toBe(hit.size);
        await journal.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('journal on a failing disk', () => {
  it('writes the line anew in a fresh segment when the flush failed', async () => {
    const folder = await makeTempFolder();
    const faults = noFaults();
    const { journal } = await openTestJournal(folder, { files: await openFaultyFiles(folder, faults) });
    await appendNotes(journal, 1, 2);
    faults.datasync.push('EIO');
    expect(await journal.append(buildNote(3))).toEqual({ ok: true, value: { line: 3 } });
    await appendNotes(journal, 4, 4);
    await journal.close();
    expect((await readdir(folder)).sort()).toEqual([FIRST, '00000002.qmj']);
    const again = await openTestJournal(folder);
    expect(again.entries.map((entry) => entry.body)).toEqual([1, 2, 3, 4].map((n) => buildNote(n)));
    expect(again.journal.damage().lines).toBe(0);
  });

  it('lets the later copy count when the distrusted one stayed on the disk', async () => {
    const folder = await makeTempFolder();
    const faults = noFaults();
    const faulty = await openFaultyFiles(folder, faults);
    const { journal } = await openTestJournal(folder, {
      files: {
        ...faulty,
        create: async (name) => ({ ...(await faulty.create(name)), truncate: () => Promise.reject(new Error('EIO')) }),
      },
    });
    await appendNotes(journal, 1, 2);
    faults.datasync.push('EIO', 'EIO', 'EIO', 'EIO');
    expect(await journal.append(buildNote(99))).toEqual({ ok: false, error: { kind: 'diskFailed', code: 'EIO' } });
    faults.datasync.length = 0;
    await appendNotes(journal, 3, 4);
    await journal.close();
    const again = await openTestJournal(folder);
    expect(again.entries.map((entry) => entry.body)).toEqual([1, 2, 3, 4].map((n) => buildNote(n)));
    expect(again.journal.damage()).toMatchObject({ lines: 0, breaks: [] });
  });

  it('says the disk is full, leaves no half line and goes on once there is room', async () => {
    const folder = await makeTempFolder();
    const faults = noFaults();
    const { journal } = await openTestJournal(folder, { files: await openFaultyFiles(folder, faults) });
    await appendNotes(journal, 1, 2);
    const before = await readFile(join(folder, FIRST));
    faults.write.push('ENOSPC', 'ENOSPC');
    expect(await journal.append(buildNote(3))).toEqual({ ok: false, error: { kind: 'diskFull' } });
    faults.write.push('ENOSPC');
    faults.create.push(undefined, 'ENOSPC');
    expect(await journal.append(buildNote(3))).toEqual({ ok: false, error: { kind: 'diskFull' } });
    expect(await readFile(join(folder, FIRST))).toEqual(before);
    expect(journal.head().line).toBe(2);
    faults.create.length = 0;
    await appendNotes(journal, 3, 4);
    await journal.close();
    const again = await openTestJournal(folder);
    expect(again.entries.map((entry) => entry.body)).toEqual([1, 2, 3, 4].map((n) => buildNote(n)));
  });

  it('never loses an answered line nor brings back a refused one when faults fall anywhere', async () => {
    const fault = fc.constantFrom(undefined, undefined, undefined, 'EIO', 'ENOSPC');
    const schedule = fc.record({
      write: fc.array(fault, { maxLength: 20 }),
      datasync: fc.array(fault, { maxLength: 30 }),
      create: fc.array(fault, { maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(schedule, async (plan) => {
        const folder = await makeTempFolder();
        const faults = noFaults({ write: [...plan.write], datasync: [...plan.datasync], create: [...plan.create] });
        const { journal } = await openTestJournal(folder, {
          files: await openFaultyFiles(folder, faults),
          segmentBytes: 900,
        });
        const answered: number[] = [];
        for (let n = 1; n <= 15; n += 1) if ((await journal.append(buildNote(n))).ok) answered.push(n);
        await journal.close();
        const again = await openTestJournal(folder);
        const found = again.entries.map(({ body }) => (body.kind === 'access' ? body.entries[0]?.at : undefined));
        const wholeUnanswered = found.filter((n) => n !== undefined && !answered.includes(n));
        expect(found.filter((n) => n !== undefined && answered.includes(n))).toEqual(answered);
        // Only the very last refused line may be whole on the disk, when the disk refused to take it back as well.
        expect(wholeUnanswered.length).toBeLessThanOrEqual(1);
        await again.journal.close();
      }),
      { numRuns: 40 },
    );
  });
});
