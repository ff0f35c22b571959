import { useEffect, useMemo } from 'react';
import { getDesktop } from '../../desktop';
import { useRecordsStatus } from '../../records/records-status.store';
import { useRoute } from '../../route.store';
import { classifyScan } from '../../../shared/domain/slip-qr';
import { useScan, useScanMemory } from '../../ui';
import { keepDrafts } from './draft-keeper';
import { obeySeed, openScreen, takeCard, type Desk } from './intake-flow';
import { findCaret } from './field-places';
import type { DraftOwner } from './intake-draft';
import { rememberDraft } from './intake.store';
import { takeKitSlip } from './kit-slip';
import { takeLandedPage } from './scan-flow';

/** The counter this screen works at, and who sits there. */
export function useDesk(counterId: string, { officerId, name }: DraftOwner): Desk {
  return useMemo(
    () => ({ counterId, officer: { officerId, name }, now: () => Date.now() }),
    [counterId, officerId, name],
  );
}

/** Drafts are kept while the screen is shown, and the one that was open is brought back. */
export function useDrafts(desk: Desk): void {
  const order = useRoute((route) => route.intake);
  const isOpen = useRecordsStatus(({ phase }) => phase !== 'closed' && phase !== 'opening');
  useEffect(() => {
    if (!isOpen) return;
    void openScreen(desk).then(() => obeySeed(order, desk));
  }, [desk, order, isOpen]);
  useEffect(() => keepDrafts(desk, findCaret), [desk]);
}

/** Cards go to the person line, pages to their paper. */
export function useArrivals(desk: Desk): void {
  useScan((text) => {
    const scan = classifyScan(text);
    if (scan.type === 'paper' && scan.paper.kind === 'kitSlip') return takeKitSlip(scan.paper.slipNo);
    if (scan.type !== 'card') return false;
    void takeCard(text, desk);
    return true;
  });
  useScanMemory(rememberDraft);
  useEffect(() => getDesktop().on('pageLanded', takeLandedPage), []);
}
