import { focusOn, setIntake, useIntake } from './intake.store';
import { pagesOf } from './draft-changes';
import type { IntakeDraft } from './intake-draft';

/** The paper somebody most likely wants to scan now: the row under the focus, else the first one without pages. */
export function guessPaper(draft: IntakeDraft): string {
  const focused = draft.papers.find(
    ({ paperId }) => draft.focus === `papers.${paperId}` || draft.focus === `papers.${paperId}.name`,
  );
  const handedOver = draft.papers.filter((row) => row.mode === 'submit');
  const waiting = handedOver.find((row) => pagesOf(draft, row.paperId).length === 0);
  return (focused ?? waiting ?? handedOver[0])?.paperId ?? '';
}

/** Opens the scan panel for a paper. */
export function openScan(paperId?: string): void {
  const { draft } = useIntake.getState();
  if (!draft) return;
  setIntake({ isScanOpen: true, scanPaperId: paperId ?? guessPaper(draft) });
  focusOn('scan.paper');
}

/** Closes it; what was scanned stays. */
export function closeScan(): void {
  const { draft } = useIntake.getState();
  setIntake({ isScanOpen: false });
  focusOn(draft === null || draft.focus === '' ? 'procedure' : draft.focus);
}
