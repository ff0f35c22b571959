/** A scanner types faster than people do: at most this many milliseconds a key, on average. */
export const FAST_GAP_MS = 30;
/** A busy PC lets single keys of a scan come late; a longer pause than this parts it from what was typed before. */
export const RUN_GAP_MS = 100;
/** Slow scanners (radio, remote desktop) are known by the `|` of their payload; their gaps stay below this. */
export const SLOW_GAP_MS = 300;
/** A PC that hangs (a screen just opened, a remote desktop) parts a scan; what came at machine speed before still belongs to it. */
export const STALL_MS = 1000;
/** After the closing Enter a second line of the same payload would follow within this time. */
export const CLOSE_MS = 50;
/** So many keys at machine speed, alone between two pauses, are the beginning of a scan that was held up. */
const STALLED_KEYS = 3;
/** People roll over four or five keys at machine speed; six in a row they do not. */
const FAST_KEYS = 6;
/** Shortest text before the first `|` of any known payload is `QMC1`. */
const KEYS_BEFORE_PIPE = 3;

/**
 * The presses since the last pause of {@link RUN_GAP_MS}: how many, since when, and where they begin in `text`. `lead`:
 * where a scan would begin that these presses belong to, with what came at machine speed right before the pause.
 */
interface Run {
  readonly keys: number;
  readonly since: number;
  readonly from: number;
  readonly lead: number;
}

/** Where a reader stands between two key presses. Start with {@link noBurst}. */
export interface BurstState {
  /** Text since the last long pause. */
  readonly text: string;
  readonly run: Run;
  readonly lastAt: number;
  readonly phase: 'typing' | 'scanning' | 'closing';
}

/** Nothing was typed yet. */
export const noBurst: BurstState = {
  text: '',
  run: { keys: 0, since: 0, from: 0, lead: 0 },
  lastAt: Number.NEGATIVE_INFINITY,
  phase: 'typing',
};

/**
 * What becomes of the key press. `pass`: typing. `begin`: a scan was recognised, this press is ours, and what its
 * predecessors did since `from` (a place in the text read so far) is taken back. `swallow`: part of a running scan.
 */
export type BurstEffect =
  { readonly kind: 'pass' } | { readonly kind: 'begin'; readonly from: number } | { readonly kind: 'swallow' };

interface Step {
  readonly state: BurstState;
  readonly effect: BurstEffect;
}

/** Reads one press: a piece of text, `\n` for Enter or Tab, `\b` for Backspace. `at` in milliseconds. */
export function readPress(state: BurstState, press: { readonly text: string; readonly at: number }): Step {
  const gap = press.at - state.lastAt;
  // Only a silence ends a scan, see settleBurst: a late key is still its own.
  if (state.phase !== 'typing' && gap <= STALL_MS) {
    return { state: continueScan(state, press), effect: { kind: 'swallow' } };
  }
  if (press.text === '\n' || press.text === '\b') {
    return { state: { ...noBurst, lastAt: press.at }, effect: { kind: 'pass' } };
  }
  const before = gap <= SLOW_GAP_MS || (gap <= STALL_MS && isStalled(state)) ? state.text : '';
  const run = gap <= RUN_GAP_MS ? { ...state.run, keys: state.run.keys + 1 } : startRun(state, before, press.at);
  const next: BurstState = { text: before + press.text, run, lastAt: press.at, phase: 'typing' };
  if (press.text.includes('|') && next.text.length > KEYS_BEFORE_PIPE) {
    return { state: { ...next, phase: 'scanning' }, effect: { kind: 'begin', from: 0 } };
  }
  if (run.keys >= FAST_KEYS && isMachineSpeed(run, press.at)) {
    return {
      state: { ...next, text: next.text.slice(run.lead), phase: 'scanning' },
      effect: { kind: 'begin', from: run.lead },
    };
  }
  return { state: next, effect: { kind: 'pass' } };
}

function isMachineSpeed({ keys, since }: Run, until: number): boolean {
  return keys > 1 && until - since <= FAST_GAP_MS * (keys - 1);
}

function isStalled({ run, lastAt }: BurstState): boolean {
  return run.keys >= STALLED_KEYS && isMachineSpeed(run, lastAt);
}

/** A new run after a pause. One lone key, or several at machine speed, are nobody's typing when a scan follows so soon. */
function startRun({ run, lastAt }: BurstState, before: string, at: number): Run {
  const from = before.length;
  const isOfScan = from > 0 && (isMachineSpeed(run, lastAt) || (run.keys === 1 && run.from === 0));
  return { keys: 1, since: at, from, lead: isOfScan ? run.lead : from };
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

/** Gap between two lines of a card's back: some readers type each line as a scan of its own. */
const MRZ_LINE_MS = 400;
const MRZ_LINES = 3;

/** The first one or two of the three lines of a card's back: the rest is still on its way. */
function isPartOfMrz(text: string): boolean {
  const lines = text.trimEnd().split('\n');
  return lines.length < MRZ_LINES && /^I/i.test(text) && lines.every((line) => /^[A-Z0-9<]{30}$/i.test(line));
}

/** How long a running scan may be silent before {@link settleBurst} has something to say. */
export function patienceOf({ phase, text }: Pick<BurstState, 'phase' | 'text'>): number {
  if (phase !== 'closing') return SLOW_GAP_MS;
  return isPartOfMrz(text) ? MRZ_LINE_MS : CLOSE_MS;
}

/**
 * What a silence until `at` means: the payload is whole, or machine typing without Enter goes back to the field. Bars are
 * nobody's typing: with them it is a scan, from a scanner that sends no Enter.
 */
export function settleBurst(
  state: BurstState,
  at: number,
): { readonly scan: string } | { readonly giveBack: string } | undefined {
  const silence = at - state.lastAt;
  if (state.phase === 'closing' && silence >= patienceOf(state)) return { scan: state.text.trim() };
  if (state.phase === 'scanning' && silence >= SLOW_GAP_MS) {
    return state.text.includes('|') ? { scan: state.text.trim() } : { giveBack: state.text };
  }
  return undefined;
}
