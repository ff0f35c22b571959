import { type ReactNode, useEffect } from 'react';
import { foldDossier } from '../../../shared/domain/dossier-state';
import type { ScannedSlip } from '../../../shared/domain/slip-qr';
import { useDossier } from '../../records/use-dossiers';
import { EmptyState, Page, Skeleton, t } from '../../ui';
import { BackButton } from './BackButton';
import { CasePage } from './CasePage';
import { noteDossierAccess } from './dossiers.commands';
import { useEscape } from './use-escape';
import { useCaseSurroundings } from './use-surroundings';

interface CaseViewProps {
  readonly dossierId: string;
  /** What a scanned slip says of it, for a dossier this PC does not hold. */
  readonly slip: ScannedSlip | null;
  readonly onBack: () => void;
}

/** In place of a dossier that is not here, or not yet. */
function Elsewhere({ children, onBack }: { readonly children: ReactNode; readonly onBack: () => void }): ReactNode {
  useEscape(onBack);
  return (
    <Page>
      <BackButton onBack={onBack} />
      {children}
    </Page>
  );
}

/** One dossier, live. Opening it is on record. */
export function CaseView({ dossierId, slip, onBack }: CaseViewProps): ReactNode {
  const live = useDossier(dossierId);
  const held = live.loading ? undefined : live.value;
  // Of a slip in the hand the acts of a stub may be recorded, though nothing of the dossier is here yet.
  const state =
    held ?? (slip && !live.loading ? foldDossier({ dossierId, actions: [], receipts: new Map() }) : undefined);
  const around = useCaseSurroundings(held);
  useEffect(() => {
    noteDossierAccess(dossierId, 'viewed');
  }, [dossierId]);
  if (live.loading || around === undefined) {
    return (
      <Elsewhere onBack={onBack}>
        <Skeleton rows={8} />
      </Elsewhere>
    );
  }
  if (state === undefined) {
    return (
      <Elsewhere onBack={onBack}>
        <EmptyState title={t('dossiers.case.unknown')}>{t('dossiers.case.unknownHint')}</EmptyState>
      </Elsewhere>
    );
  }
  return <CasePage state={state} slip={slip} around={around} onBack={onBack} />;
}
