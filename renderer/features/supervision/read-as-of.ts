import { ok, type Result } from '../../../shared/base/result';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import type { JournalEntry } from '../../../shared/domain/journal-entry';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { IpcError } from '../../../shared/ipc/messages';
import { groupEntries } from '../../records/journal-additions';

type Tail = DesktopBridge['records']['tail'];

const TAIL_LINES = 2000;
const TAIL_SUBJECTS = 1000;

/** The journal's end: its last line and the head of its hash chain. */
export interface JournalHead {
  readonly line: number;
  readonly chainHead: string;
}

/** Where the journal ends now. Reads no entry: nothing stands behind the greatest number. */
export async function readJournalHead(tail: Tail): Promise<Result<JournalHead, IpcError>> {
  const answer = await tail({ afterLine: Number.MAX_SAFE_INTEGER, limit: 1 });
  return answer.ok ? ok({ line: answer.value.lastLine, chainHead: answer.value.chainHead }) : answer;
}

async function readEntries(tail: Tail, subjectKeys: string[], upTo: number): Promise<Result<JournalEntry[], IpcError>> {
  const entries: JournalEntry[] = [];
  let afterLine = 0;
  for (;;) {
    const answer = await tail({ afterLine, limit: TAIL_LINES, subjectKeys });
    if (!answer.ok) return answer;
    entries.push(...answer.value.entries.filter((entry) => entry.line <= upTo));
    const last = answer.value.entries.at(-1)?.line;
    if (last === undefined || last >= upTo) return ok(entries);
    afterLine = last;
  }
}

/**
 * Dossiers as this PC's journal knew them at a line, those it did not know yet left out. Read from the journal itself: the
 * store holds only the present.
 */
export async function readStatesAsOf(
  tail: Tail,
  dossierIds: readonly string[],
  line: number,
): Promise<Result<readonly DossierState[], IpcError>> {
  const states: DossierState[] = [];
  for (let start = 0; start < dossierIds.length; start += TAIL_SUBJECTS) {
    const ids = dossierIds.slice(start, start + TAIL_SUBJECTS);
    const keys = ids.map((id) => `dossier:${id}`);
    const entries = await readEntries(tail, keys, line);
    if (!entries.ok) return entries;
    const { dossiers } = groupEntries(entries.value);
    for (const dossierId of ids) {
      const addition = dossiers.get(dossierId);
      if (addition) states.push(foldDossier({ dossierId, ...addition.history }));
    }
  }
  return ok(states);
}
