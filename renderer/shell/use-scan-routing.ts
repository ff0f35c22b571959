import { useState } from 'react';
import { buildPersonFromCard } from '../../shared/domain/citizen-card';
import { classifyScan } from '../../shared/domain/slip-qr';
import type { Message } from '../../shared/text/message';
import { describeCardError, describePaperQr, describeSlipQrError } from '../../shared/text/rule-sentences';
import { findDossiersByCode } from '../records/projection-queries';
import { openDossier, openIntake, searchDossiers } from '../route.store';
import { useHeardScan, useScan } from '../ui';

/** What could not be done with a scan. */
export interface ScanProblem {
  readonly title: Message;
  readonly detail: Message;
}

const SHOWN_CHARACTERS = 40;

async function openByCode(code: string): Promise<void> {
  const found = await findDossiersByCode(code);
  const [only, ...others] = found.ok ? found.value : [];
  if (only !== undefined && others.length === 0) openDossier(only.dossierId);
  else searchDossiers(code);
}

/**
 * Scan anything, anywhere: a card begins an intake with that person, a slip or code opens its dossier. A screen that can
 * use the scan itself was asked before. Gives the problem to show, and a way to put it aside.
 */
export function useScanRouting(): { readonly problem: ScanProblem | null; readonly dismiss: () => void } {
  const [problem, setProblem] = useState<ScanProblem | null>(null);
  useHeardScan(() => {
    setProblem(null);
  });
  useScan(
    (text) => {
      const scan = classifyScan(text);
      switch (scan.type) {
        case 'card':
          if (scan.card.ok) {
            openIntake({ person: buildPersonFromCard(scan.card.value), doubts: scan.card.value.doubts });
          } else {
            setProblem({ title: { key: 'shell.search.cardUnreadable' }, detail: describeCardError(scan.card.error) });
          }
          return true;
        case 'slip':
          if (scan.slip.ok) openDossier(scan.slip.value.fields.dossierId, scan.slip.value);
          else {
            setProblem({ title: { key: 'shell.search.slipUnreadable' }, detail: describeSlipQrError(scan.slip.error) });
          }
          return true;
        case 'code':
          void openByCode(scan.code);
          return true;
        case 'paper':
          if (scan.paper.kind === 'folder') openDossier(scan.paper.dossierId);
          else setProblem({ title: { key: 'shell.search.paperScanned' }, detail: describePaperQr(scan.paper) });
          return true;
        case 'unknown':
          setProblem({
            title: { key: 'shell.search.unknownScan' },
            detail: { key: 'shell.search.unknownScanSafe', values: { text: text.slice(0, SHOWN_CHARACTERS) } },
          });
          return true;
      }
    },
    { isFallback: true },
  );
  return {
    problem,
    dismiss: () => {
      setProblem(null);
    },
  };
}
