import { type ReactNode, useState } from 'react';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { ScannedSlip } from '../../../shared/domain/slip-qr';
import { useRecordsStatus } from '../../records/records-status.store';
import { Button, Page, t } from '../../ui';
import { ActPanel } from './acts/ActPanel';
import { BackButton } from './BackButton';
import { actKeys, actName, findNextAct, listActs, type PanelAct } from './case-acts';
import { CaseDates } from './CaseDates';
import { CaseFacts } from './CaseFacts';
import { CaseHeader } from './CaseHeader';
import { CaseIssues } from './CaseIssues';
import { CaseMoney } from './CaseMoney';
import { CasePapers } from './CasePapers';
import { CasePeople } from './CasePeople';
import { StubFacts } from './StubFacts';
import { Timeline } from './Timeline';
import { useEscape } from './use-escape';
import type { CaseSurroundings } from './use-surroundings';

interface CasePageProps {
  readonly state: DossierState;
  readonly slip: ScannedSlip | null;
  readonly around: CaseSurroundings;
  readonly onBack: () => void;
}

/** Everything of one dossier on one screen: what it is, when it is due, what is here of it, what was done, what may be done. */
export function CasePage({ state, slip, around, onBack }: CasePageProps): ReactNode {
  const [open, setOpen] = useState<PanelAct | null>(null);
  const isCurrent = useRecordsStatus((records) => records.phase === 'ready');
  const allowed = isCurrent ? listActs({ state, actor: around.officer, at: around.now, rules: around.actRules }) : [];
  const next = findNextAct(state, allowed);
  // A form closes first and keeps what was typed in it.
  useEscape(() => {
    if (open === null) onBack();
    else setOpen(null);
  });
  const primary = next !== undefined && open === null && (
    <Button
      variant="primary"
      keys={actKeys[next]}
      onPress={() => {
        setOpen(next);
      }}
    >
      {t(actName(next, state))}
    </Button>
  );
  return (
    <Page
      contextLabel={t('dossiers.act.panel')}
      context={
        <ActPanel
          state={state}
          around={around}
          acts={allowed}
          next={next}
          open={open}
          onOpen={setOpen}
          isCurrent={isCurrent}
        />
      }
      actions={primary}
    >
      <div className="case">
        <BackButton onBack={onBack} />
        <CaseHeader state={state} slip={slip} around={around} />
        {state.stub && <StubFacts slip={slip} />}
        <CaseIssues state={state} />
        <CaseDates state={state} around={around} />
        {!state.stub && <CasePapers state={state} around={around} />}
        {!state.stub && <CaseMoney state={state} />}
        {!state.stub && <CaseFacts state={state} around={around} />}
        {!state.stub && <CasePeople state={state} around={around} />}
        <Timeline state={state} officerName={around.officerName} />
      </div>
    </Page>
  );
}
