import { type ReactNode, useEffect, useState } from 'react';
import type { Instant } from '../../../shared/base/time';
import { listOwnUnits } from '../../../shared/domain/own-units';
import type { Unit } from '../../../shared/domain/unit';
import { getDossierState } from '../../records/dossier-queries';
import { dateRulesOf } from '../../records/legal-dates-of';
import { useReference } from '../../records/reference.store';
import { openDossier } from '../../route.store';
import { Button, Dialog, Notice, t } from '../../ui';
import { useOfficeNames } from '../../use-office';
import { type EvidenceView, explainLateness } from './evidence';

type Read = readonly EvidenceView[] | 'failed' | 'noRules';

/** Reads one dossier whole: evidence is made when somebody asks for it, never kept. */
function useEvidence(dossierId: string, unit: Unit, asOf: Instant): Read | undefined {
  const [held, setHeld] = useState<Read>();
  useEffect(() => {
    let isGone = false;
    void getDossierState(dossierId).then((state) => {
      if (isGone) return;
      const dates = dateRulesOf(useReference.getState());
      if (!state.ok || state.value === undefined || dates === undefined) setHeld('failed');
      else setHeld(explainLateness(state.value, { dates, ownUnits: listOwnUnits(unit), asOf }) ?? 'noRules');
    });
    return () => {
      isGone = true;
    };
  }, [dossierId, unit, asOf]);
  return held;
}

function Finding({ view }: { readonly view: EvidenceView }): ReactNode {
  const { officerName } = useOfficeNames();
  return (
    <section className="evidence">
      <p className="strong">{t(view.sentence)}</p>
      {view.parts.map((part, index) => (
        <div key={index} className="evidence-part">
          <p>
            {t(part.title)}
            {part.officerId !== null && (
              <span className="muted"> · {t('leader.evidence.officer', { name: officerName(part.officerId) })}</span>
            )}
          </p>
          <div className="bar-track" aria-hidden="true">
            <div className="bar-fill" style={{ width: `${String(Math.max(1, part.share * 100))}%` }} />
          </div>
          <ul className="evidence-rows text-small tabular">
            {part.rows.map((row, line) => (
              <li key={line}>{t(row)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface EvidenceDialogProps {
  readonly dossierId: string;
  readonly code: string;
  readonly unit: Unit;
  readonly asOf: Instant;
  readonly onClose: () => void;
}

/** Why one dossier is late, row by row of proof. */
export function EvidenceDialog({ dossierId, code, unit, asOf, onClose }: EvidenceDialogProps): ReactNode {
  const read = useEvidence(dossierId, unit, asOf);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('leader.evidence.title', { code })}
      actions={
        <>
          <Button
            keys="Ctrl+Enter"
            onPress={() => {
              openDossier(dossierId);
            }}
          >
            {t('leader.evidence.open')}
          </Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('shell.button.close')}
          </Button>
        </>
      }
    >
      <div className="evidence-list" aria-busy={read === undefined}>
        {read === 'failed' && <Notice tone="warn">{t('supervision.due.failed')}</Notice>}
        {read === 'noRules' && <Notice tone="info">{t('leader.evidence.noRules')}</Notice>}
        {Array.isArray(read) && read.length === 0 && <p>{t('leader.evidence.none')}</p>}
        {Array.isArray(read) &&
          (read as readonly EvidenceView[]).map((view, index) => <Finding key={index} view={view} />)}
        <p className="muted text-small">{t('leader.evidence.note')}</p>
      </div>
    </Dialog>
  );
}
