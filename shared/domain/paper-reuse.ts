import type { LocalDay } from '../base/time';
import type { ReceivedPaper } from './actions/action-parts';
import type { PayloadOf } from './actions/action';
import { ownersOf, type IndexedPaper } from './paper-index';
import { findInvalidity, type InvalidReason } from './paper-validity';
import type { ChecklistRow } from './paper-checklist';
import type { Party } from './person';
import type { RequiredPaper } from './procedure-paper';

/** For whom and when a paper is looked for. */
export interface ReuseQuestion {
  readonly parties: readonly Party[];
  /** Day of reception. */
  readonly day: LocalDay;
  /** The dossier that is being filled in: its own papers are no earlier ones. */
  readonly dossierId?: string;
}

/** A paper of the right person and type, and why it cannot be used (null: it can). */
export interface ReuseCandidate {
  readonly paper: IndexedPaper;
  readonly invalid: InvalidReason | null;
}

function dayOf(paper: IndexedPaper): LocalDay {
  return paper.issuedOn ?? paper.source.digitisedOn;
}

/** Newest first; of one day the result before the incoming paper. */
function byNewest(a: IndexedPaper, b: IndexedPaper): number {
  if (dayOf(a) !== dayOf(b)) return dayOf(a) < dayOf(b) ? 1 : -1;
  return Number(b.source.kind === 'outcome') - Number(a.source.kind === 'outcome');
}

/**
 * Papers at hand for one paper of a checklist: same person (by number, never by name) and same type, newest first. Invalid
 * ones are kept with their reason, so that the officer sees why the citizen is asked. A paper without type code has none.
 * When it belongs to several people it must be at hand for all of them.
 */
export function findCandidates(
  index: readonly IndexedPaper[],
  required: RequiredPaper,
  question: ReuseQuestion,
): readonly ReuseCandidate[] {
  const owners = ownersOf(required, question.parties);
  if (required.typeCode === undefined || owners.length === 0) return [];
  const typed = index.filter(
    (one) => one.typeCode === required.typeCode && one.source.dossierId !== question.dossierId,
  );
  const own = typed.filter((one) => one.personId === owners[0]);
  const isHeldByAll = (one: IndexedPaper) =>
    owners.every((personId) =>
      typed.some((other) => other.personId === personId && other.source.dossierId === one.source.dossierId),
    );
  const newest = own.reduce((day, one) => (dayOf(one) > day ? dayOf(one) : day), '');
  return own
    .filter(isHeldByAll)
    .sort(byNewest)
    .map((paper) => ({
      paper,
      invalid: findInvalidity(
        {
          validity: required.validity ?? paper.validity,
          issuedOn: paper.issuedOn,
          knownOn: paper.source.digitisedOn,
          replaced: dayOf(paper) < newest,
        },
        question.day,
      ),
    }));
}

/** The paper to offer first; null when none may be used. */
export function findReusable(
  index: readonly IndexedPaper[],
  required: RequiredPaper,
  question: ReuseQuestion,
): IndexedPaper | null {
  return findCandidates(index, required, question).find((one) => one.invalid === null)?.paper ?? null;
}

/** Reusable papers for a whole checklist, by paper id. Papers that are only shown need no file and get none. */
export function findReuseForChecklist(
  rows: readonly ChecklistRow[],
  index: readonly IndexedPaper[],
  question: ReuseQuestion,
): ReadonlyMap<string, IndexedPaper> {
  const found = rows.flatMap(({ paper }) => {
    const reusable = paper.mode === 'present' ? null : findReusable(index, paper, question);
    return reusable === null ? [] : [[paper.id, reusable] as const];
  });
  return new Map(found);
}

/** The act that takes a paper over: nothing is asked of the citizen, no sheet enters custody. */
export function buildReuse(required: RequiredPaper, paper: IndexedPaper): PayloadOf<'PaperReused'> {
  const received: ReceivedPaper = {
    paperId: required.id,
    name: required.name,
    mode: required.mode,
    counts: { original: 0, certifiedCopy: 0, photocopy: 0 },
    ...(paper.issuedOn === null ? {} : { issuedOn: paper.issuedOn }),
  };
  const { kind, dossierId, code, digitisedOn } = paper.source;
  return { v: 1, paper: received, pages: [...paper.pages], source: { kind, dossierId, code, digitisedOn } };
}
