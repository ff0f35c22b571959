import type { PageRef } from '../../../shared/domain/actions/action-parts';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { addPages } from './paper-changes';
import { addPagesToParked, type Desk } from './draft-keeper';
import { describeScanError } from './intake-failures';
import { changeDraft, setIntake, useIntake } from './intake.store';

/** A page landed for a paper of a draft. True when that draft is on the screen and took it. */
export function takeLandedPage(landed: {
  readonly draftId: string;
  readonly paperId: string;
  readonly page: PageRef;
}): boolean {
  const { draft, stage, scan } = useIntake.getState();
  if (draft?.id !== landed.draftId || stage !== 'typing') return false;
  changeDraft((current) => addPages(current, landed.paperId, [landed.page]));
  setIntake({ scan: { ...scan, landed: scan.landed + 1 } });
  return true;
}

/**
 * Runs a source until it is empty. Pages show as they land; the answer names them all again, so that none is missed while
 * the screen was hidden. Pages of a draft that was put aside in the meantime go there.
 */
export async function runScan(
  order: { readonly sourceId: string; readonly draftId: string; readonly paperId: string },
  desk: Desk & { readonly desktop: DesktopBridge },
): Promise<void> {
  if (useIntake.getState().scan.isRunning) return;
  setIntake({ scan: { isRunning: true, landed: 0, failure: null } });
  const run = await desk.desktop.scan.start(order);
  const failure = run.ok ? null : describeScanError(run.error);
  const { landed } = useIntake.getState().scan;
  setIntake({ scan: { isRunning: false, landed, failure } });
  if (!run.ok) return;
  const { pages } = run.value;
  const { draft, stage } = useIntake.getState();
  if (draft?.id === order.draftId && stage === 'typing') {
    changeDraft((current) => addPages(current, order.paperId, pages));
  } else await addPagesToParked({ ...order, pages }, desk);
}
