import { deflateSync } from 'node:zlib';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const WIDTH = 1240;
const HEIGHT = 1754;
const PAPER = 250;
const INK = 40;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A picture of an A4 page at 150 dpi, as a scanner would write it (PNG, grey): a title, lines of words, a signature. `seed`
 * makes pages differ. No text in it: nobody's data.
 */
export function drawPageImage(seed: number): Buffer {
  const rows = Array.from({ length: HEIGHT }, () => Buffer.alloc(WIDTH + 1, PAPER));
  for (const row of rows) row[0] = 0;
  const next = createNumbers(seed);
  drawBox(rows, { left: 380, top: 150, width: 480, height: 26 });
  for (let top = 260; top < 1300; top += 44) drawLine(rows, { top, next });
  for (let step = 0; step < 240; step += 1) {
    drawBox(rows, {
      left: 860 + step,
      top: 1440 + Math.round(24 * Math.sin(step / (9 + (seed % 5)))),
      width: 3,
      height: 3,
    });
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts a page into a watched folder under its final name at once, as good scanners do. */
export async function dropPage(folder: string, name: string, seed: number): Promise<void> {
  const path = join(folder, name);
  await writeFile(`${path}.part`, drawPageImage(seed));
  await rename(`${path}.part`, path);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawBox(rows: readonly Buffer[], { left, top, width, height }: Box): void {
  for (const row of rows.slice(top, top + height)) row.fill(INK, left + 1, left + 1 + width);
}

/** Strokes of word length with gaps between them. */
function drawLine(rows: readonly Buffer[], { top, next }: { readonly top: number; readonly next: () => number }): void {
  let left = 130;
  while (left < 1050) {
    const width = 24 + (next() % 70);
    drawBox(rows, { left, top, width, height: 12 });
    left += width + 14;
  }
}

function createNumbers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, check]);
}

/** CRC-32 as the PNG specification defines it. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
