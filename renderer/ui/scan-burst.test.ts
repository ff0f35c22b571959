import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BurstEffect,
  type BurstState,
  CLOSE_MS,
  noBurst,
  readPress,
  settleBurst,
  SLOW_GAP_MS,
  STALL_MS,
} from './scan-burst';

function play(text: string, gapMs: number | ((i: number) => number), start: BurstState = noBurst) {
  let state = start;
  let at = Number.isFinite(start.lastAt) ? start.lastAt : 1000;
  const effects: BurstEffect['kind'][] = [];
  let from: number | undefined;
  Array.from(text).forEach((char, i) => {
    at += typeof gapMs === 'number' ? gapMs : gapMs(i);
    const step = readPress(state, { text: char, at });
    state = step.state;
    effects.push(step.effect.kind);
    if (step.effect.kind === 'begin') from = step.effect.from;
  });
  return { state, effects, at, from };
}

const card = '040188012345|201234567|Nguyễn Thị Hoa|12051988|Nữ|Thôn 3, xã Ba Vì|01022021';

describe('scan burst', () => {
  it('is a scan when keys come at machine speed and end with Enter', () => {
    const { state, at } = play(`${card}\n`, 5);
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: card });
  });
  it('is a scan when a slow scanner is known by its bars only', () => {
    const { state, at, from } = play(`${card}\n`, 120);
    expect(from).toBe(0);
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: card });
  });
  it('is typing when a person types, whatever the text', () => {
    const { effects, state, at } = play('Nguyễn Thị Hoa 0401\n', (i) => 60 + ((i * 37) % 90));
    expect(new Set(effects)).toEqual(new Set(['pass']));
    expect(settleBurst(state, at + 5000)).toBeUndefined();
  });
  it('is typing when five keys are rolled over quickly', () => {
    expect(play('nghie', 12).effects).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
  });
  it('keeps what was typed before out of the payload when the scan follows', () => {
    const typed = play('Hoa', 100);
    const scanned = play('H41.26-260309-0007\n', (i) => (i === 0 ? 250 : 4), typed.state);
    expect(settleBurst(scanned.state, scanned.at + CLOSE_MS)).toEqual({ scan: 'H41.26-260309-0007' });
    expect(scanned.from).toBe(3);
  });
  it('is one scan when a busy PC delivers single keys late', () => {
    const { state, at } = play('H41.26-260309-0007\n', (i) => (i === 1 ? 80 : i % 7 === 0 ? 40 : 4));
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: 'H41.26-260309-0007' });
  });
  it('keeps the three lines of a card back together when the reader pauses between them', () => {
    const lines = [
      'IDVNM0880123453040088012345<<8',
      '8805122F2805129VNM<<<<<<<<<<<4',
      'NGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
    ];
    const first = play(`${lines[0] ?? ''}\n`, 4);
    expect(settleBurst(first.state, first.at + 300)).toBeUndefined();
    const second = play(`${lines[1] ?? ''}\n`, (i) => (i === 0 ? 300 : 4), first.state);
    expect(settleBurst(second.state, second.at + 300)).toBeUndefined();
    const third = play(`${lines[2] ?? ''}\n`, (i) => (i === 0 ? 300 : 4), second.state);
    expect(settleBurst(third.state, third.at + CLOSE_MS)).toEqual({ scan: lines.join('\n') });
  });
  it('gives a lone line of a card back on when no other follows', () => {
    const { state, at } = play('IDVNM0880123453040088012345<<8\n', 4);
    expect(settleBurst(state, at + 400)).toEqual({ scan: 'IDVNM0880123453040088012345<<8' });
  });
  it('gives the text back when machine typing ends without Enter', () => {
    const { state, at } = play('1234567890', 3);
    expect(settleBurst(state, at + SLOW_GAP_MS - 1)).toBeUndefined();
    expect(settleBurst(state, at + SLOW_GAP_MS)).toEqual({ giveBack: '1234567890' });
  });
  it('joins the lines when a payload has several', () => {
    const { state, at } = play('H41.26-260309\nH41.26-0007\n', 4);
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: 'H41.26-260309\nH41.26-0007' });
  });
  it('applies Backspace when an input method rewrites the scanned letters', () => {
    const { state, at } = play('123456|Ngo\bô|1\n', 4);
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: '123456|Ngô|1' });
  });
  it('never loses or invents a character when any text is scanned', () => {
    const printable = fc.string({
      minLength: 8,
      maxLength: 80,
      unit: fc.constantFrom(...Array.from('0123456789|ABCabc ĐđẾế-./')),
    });
    fc.assert(
      fc.property(printable, fc.integer({ min: 0, max: 29 }), (text, gap) => {
        const { state, at } = play(`${text}\n`, gap);
        expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: text.trim() });
      }),
    );
  });

  it('is a scan when the scanner needs 25 ms a key, and typing when a quick person needs 60', () => {
    expect(play('H41.26-260309-0007', 25).effects[5]).toBe('begin');
    expect(play('H41.26-260309-0007', (i) => 25 + (i % 2 === 0 ? 5 : -5)).effects).toContain('begin');
    expect(new Set(play('nguyen thi hoa 0912345678', 60).effects)).toEqual(new Set(['pass']));
  });
  it.each([120, 250, 700])('is one scan when the PC hangs for %i ms after its first four keys', (hang) => {
    const { state, at, from } = play(`${card}\n`, (i) => (i === 4 ? hang : 5));
    expect(from).toBe(0);
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: card });
  });
  it('is one scan when the PC hangs after its very first key, or again and again', () => {
    const once = play(`${card}\n`, (i) => (i === 1 ? 220 : 5));
    expect(settleBurst(once.state, once.at + CLOSE_MS)).toEqual({ scan: card });
    const often = play(`${card}\n`, (i) => (i === 3 || i === 6 || i === 20 ? 200 : 5));
    expect([often.from, settleBurst(often.state, often.at + CLOSE_MS)]).toEqual([0, { scan: card }]);
  });
  it('is one scan when the PC hangs in its middle and no timer came in between', () => {
    const { state, at } = play(`${card}\n`, (i) => (i === 9 ? STALL_MS : 5));
    expect(settleBurst(state, at + CLOSE_MS)).toEqual({ scan: card });
  });
  it('is a scan when a card comes without Enter', () => {
    const { state, at } = play(card, 5);
    expect(settleBurst(state, at + SLOW_GAP_MS)).toEqual({ scan: card });
  });
  it('is no scan when people of many paces type on', () => {
    const pace = fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(pace, (gaps) => {
        const text = 'nguyen thi hoa '.repeat(3).slice(0, gaps.length);
        expect(new Set(play(text, (i) => gaps[i] ?? 60).effects)).toEqual(new Set(['pass']));
      }),
    );
  });
});
