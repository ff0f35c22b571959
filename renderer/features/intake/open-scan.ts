import { focusOn, setIntake, useIntake } from './intake.store';
import { pagesOf } from './paper-rows';
import type { IntakeDraft } from './intake-draft';

/** The paper somebody most likely wants to scan now: the row under the focus, else the first one without pages. */
export function guessPaper(draft: IntakeDraft): string {
  const focused = draft.papers.find(
    ({ paperId }) => draft.focus === `papers.${paperId}` || draft.focus === `papers.${paperId}.name`,
  );
  const submitted = draft.papers.filter((row) => row.mode === 'submit' && row.reuse === null);
  const handedOver = submitted.filter(({ counts }) => counts.original + counts.certifiedCopy + counts.photocopy > 0);
  const waiting = handedOver.find((row) => pagesOf(draft, row.paperId).length === 0);
  return (focused ?? waiting ?? handedOver[0] ?? submitted[0])?.paperId ?? '';
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
