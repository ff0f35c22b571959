import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

function readTheme(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const textPairs = [
  ['ink', 'page'],
  ['ink', 'surface'],
  ['ink', 'accent-soft'],
  ['ink', 'surface-sunk'],
  ['muted', 'page'],
  ['muted', 'surface'],
  ['muted', 'surface-sunk'],
  ['muted', 'accent-soft'],
  ['accent', 'surface'],
  ['accent', 'page'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'danger'],
  ['ok', 'ok-soft'],
  ['ok', 'surface'],
  ['warn', 'warn-soft'],
  ['warn', 'surface'],
  ['danger', 'danger-soft'],
  ['danger', 'surface'],
] as const;

describe.each([':root', ":root[data-theme='contrast']"])('theme %s', (selector) => {
  const theme = readTheme(selector);
  it.each(textPairs)('%s on %s is readable (AA, 4.5:1)', (ink, ground) => {
    expect(contrast(theme.get(ink) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each([
    ['focus', 'page'],
    ['focus', 'surface'],
    ['line-strong', 'surface'],
  ] as const)('%s against %s can be seen (3:1)', (mark, ground) => {
    expect(contrast(theme.get(mark) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
  });
});
