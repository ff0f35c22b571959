/** A scanner types faster than people do: at most this many milliseconds a key, on average. */
export const FAST_GAP_MS = 30;
/** A busy PC lets single keys of a scan come late; a longer pause than this parts it from what was typed before. */
export const RUN_GAP_MS = 100;
/** Slow scanners (radio, remote desktop) are known by the `|` of their payload; their gaps stay below this. */
export const SLOW_GAP_MS = 300;
/** After the closing Enter a second line of the same payload would follow within this time. */
export const CLOSE_MS = 50;
/** People roll over four or five keys at machine speed; six in a row they do not. */
const FAST_KEYS = 6;
/** Shortest text before the first `|` of any known payload is `QMC1`. */
const KEYS_BEFORE_PIPE = 3;

/** Where a reader stands between two key presses. Start with {@link noBurst}. */
export interface BurstState {
  /** Text since the last long pause. */
  readonly text: string;
  /** The presses since the last pause of {@link RUN_GAP_MS}: how many, since when, and where they begin in `text`. */
  readonly run: { readonly keys: number; readonly since: number; readonly from: number };
  readonly lastAt: number;
  readonly phase: 'typing' | 'scanning' | 'closing';
}

/** Nothing was typed yet. */
export const noBurst: BurstState = {
  text: '',
  run: { keys: 0, since: 0, from: 0 },
  lastAt: Number.NEGATIVE_INFINITY,
  phase: 'typing',
};

/**
 * What becomes of the key press. `pass`: typing. `begin`: a scan was recognised, this press is ours and what its
 * predecessors put into the field is taken back: to the state before the run, or before the whole text when a `|` gave it
 * away. `swallow`: part of a running scan.
 */
export type BurstEffect = 'pass' | 'beginRun' | 'beginWhole' | 'swallow';

/** Reads one press: a piece of text, `\n` for Enter or Tab, `\b` for Backspace. `at` in milliseconds. */
export function readPress(
  state: BurstState,
  press: { readonly text: string; readonly at: number },
): {
  readonly state: BurstState;
  readonly effect: BurstEffect;
} {
  const gap = press.at - state.lastAt;
  if (state.phase !== 'typing' && gap <= SLOW_GAP_MS) {
    return { state: continueScan(state, press), effect: 'swallow' };
  }
  if (press.text === '\n' || press.text === '\b') return { state: { ...noBurst, lastAt: press.at }, effect: 'pass' };
  const before = gap <= SLOW_GAP_MS ? state.text : '';
  const run =
    gap <= RUN_GAP_MS ? { ...state.run, keys: state.run.keys + 1 } : { keys: 1, since: press.at, from: before.length };
  const next: BurstState = { text: before + press.text, run, lastAt: press.at, phase: 'typing' };
  if (press.text.includes('|') && next.text.length > KEYS_BEFORE_PIPE) {
    return { state: { ...next, phase: 'scanning' }, effect: 'beginWhole' };
  }
  const isMachine = run.keys >= FAST_KEYS && press.at - run.since <= FAST_GAP_MS * (run.keys - 1);
  if (isMachine) {
    return { state: { ...next, text: next.text.slice(run.from), phase: 'scanning' }, effect: 'beginRun' };
  }
  return { state: next, effect: 'pass' };
}

function continueScan(state: BurstState, press: { readonly text: string; readonly at: number }): BurstState {
  if (press.text === '\b') return { ...state, text: state.text.slice(0, -1), lastAt: press.at };
  // An input method that rewrites what a scanner types sends Backspaces; they were handled above.
  return {
    ...state,
    text: state.text + press.text,
    lastAt: press.at,
    phase: press.text === '\n' ? 'closing' : 'scanning',
  };
}

/** What a silence until `at` means: the payload is whole, or machine typing without Enter goes back to the field. */
export function settleBurst(
  state: BurstState,
  at: number,
): { readonly scan: string } | { readonly giveBack: string } | undefined {
  const silence = at - state.lastAt;
  if (state.phase === 'closing' && silence >= CLOSE_MS) return { scan: state.text.trim() };
  if (state.phase === 'scanning' && silence >= SLOW_GAP_MS) return { giveBack: state.text };
  return undefined;
}
