import type { BurstState } from './scan-burst';

/** Puts back what was there before. */
export type Undo = () => void;

/** What the first keys of a scan did before it was known as one. */
export interface ScanMemory {
  /** A key is about to be let through to `owner`; `before` and `after` are the reader's states around it. */
  readonly note: (owner: object | null, before: BurstState, after: BurstState) => void;
  /** Takes back all that was done since this place in the text read, in whichever fields. */
  readonly takeBack: (from: number) => void;
}

interface Copy {
  readonly at: number;
  readonly owner: object | null;
  readonly undo: Undo;
}

/**
 * Keeps a copy of a field where a scan may have begun in it: at each run of keys, and whenever the keys go to another
 * field. `remember` makes the copy of the field that the next key goes to.
 */
export function createScanMemory(remember: (owner: object | null) => Undo): ScanMemory {
  let copies: readonly Copy[] = [];
  return {
    note: (owner, before, after) => {
      const isNewText = before.text === '' || !after.text.startsWith(before.text);
      if (isNewText) copies = [];
      if (after.text === '') return;
      if (after.run.keys > 1 && copies.at(-1)?.owner === owner) return;
      const copy = { at: isNewText ? 0 : before.text.length, owner, undo: remember(owner) };
      copies = dropUseless([...copies, copy], after.run.lead);
    },
    takeBack: (from) => {
      const touched = copies.filter(({ at }) => at >= from);
      copies = [];
      // The oldest copy of a field last: that is how it was.
      for (const { undo } of touched.toReversed()) undo();
    },
  };
}

/** A scan begins at the lead of the running keys, or with the whole text: copies in between are of no use any more. */
function dropUseless(copies: readonly Copy[], lead: number): readonly Copy[] {
  return copies.filter(
    ({ at, owner }, index) => at >= lead || copies.findIndex((copy) => copy.owner === owner) === index,
  );
}
