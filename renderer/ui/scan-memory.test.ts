import { beforeEach, describe, expect, it } from 'vitest';
import { type BurstState, noBurst, readPress } from './scan-burst';
import { createScanMemory, type ScanMemory } from './scan-memory';

interface Field {
  text: string;
  selected: boolean;
}

const code = 'H41.26-260309-0007';
let memory: ScanMemory;
let burst: BurstState;
let at: number;

beforeEach(() => {
  [burst, at] = [noBurst, 1000];
  memory = createScanMemory((owner) => {
    const field = owner as Field | null;
    const copy = field && { ...field };
    return () => {
      if (field && copy) Object.assign(field, copy);
    };
  });
});

function makeField(text = '', selected = false): Field {
  return { text, selected };
}

/** Keys at one pace; each goes where the focus is at that moment. */
function press(text: string, gap: number | ((i: number) => number), focus: (i: number) => Field | null): void {
  Array.from(text).forEach((key, i) => {
    at += typeof gap === 'number' ? gap : gap(i);
    const before = burst;
    const step = readPress(burst, { text: key, at });
    burst = step.state;
    const field = focus(i);
    if (step.effect.kind === 'begin') memory.takeBack(step.effect.from);
    if (step.effect.kind !== 'pass') return;
    memory.note(field, before, burst);
    if (!field) return;
    field.text = field.selected ? key : field.text + key;
    field.selected = false;
  });
}

describe('scan memory', () => {
  it.each([3, 25])('gives a field back as it was when a scanner types %i ms a key', (gap) => {
    const name = makeField('Trần Thị');
    press(code, gap, () => name);
    expect(name).toEqual(makeField('Trần Thị'));
  });

  it('gives selected text back when the first key replaced it', () => {
    const name = makeField('Trần Thị', true);
    press(code, 4, () => name);
    expect(name).toEqual(makeField('Trần Thị', true));
  });

  it('gives every field back when the focus moves in mid-scan', () => {
    const [name, number, phone] = [makeField(), makeField('0400', true), makeField('09')];
    press(code, 4, (i) => [name, name, number, phone, name][i] ?? number);
    expect([name, number, phone]).toEqual([makeField(), makeField('0400', true), makeField('09')]);
  });

  it('gives the field back that came under the caret after the first keys went nowhere', () => {
    const name = makeField('', true);
    press(code, 4, (i) => (i < 2 ? null : name));
    expect(name).toEqual(makeField('', true));
  });

  it.each([120, 280, 900])('leaves nothing behind when the PC hangs %i ms after four keys', (hang) => {
    const name = makeField();
    press(
      code,
      (i) => (i === 4 ? hang : 4),
      () => name,
    );
    expect(name.text).toBe('');
  });

  it('keeps what a person typed right before, in whichever field', () => {
    const [name, number] = [makeField(), makeField()];
    press('Hoa', 90, () => name);
    press('12', 110, () => number);
    press(
      code,
      (i) => (i === 0 ? 200 : 4),
      () => number,
    );
    expect([name.text, number.text]).toEqual(['Hoa', '12']);
  });

  it('takes back what a slow scanner typed before its bar gave it away', () => {
    const name = makeField('Trần');
    press('040188912345|', 120, () => name);
    expect(name.text).toBe('Trần');
  });

  it('never touches what a quick person types', () => {
    const name = makeField();
    press('nguyen thi hoa', 60, () => name);
    expect(name.text).toBe('nguyen thi hoa');
  });
});
