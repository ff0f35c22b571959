import type { ReactNode } from 'react';
import { shownCode } from '../../../shared/domain/dossier-codes';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { ScannedSlip } from '../../../shared/domain/slip-qr';
import { statusText } from '../../../shared/text/domain-sentences';
import { Icon, type IconName, StatusChip, t } from '../../ui';
import { useOfficeNames } from '../../use-office';
import { describeDossierSync } from './case-sync';
import type { CaseSurroundings } from './use-surroundings';

interface CaseHeaderProps {
  readonly state: DossierState;
  readonly slip: ScannedSlip | null;
  readonly around: CaseSurroundings;
}

const statusIcons: Readonly<Record<DossierState['status'], IconName>> = {
  1: 'clock',
  2: 'file',
  3: 'ban',
  4: 'clock',
  5: 'undo',
  6: 'card',
  7: 'return',
  8: 'ban',
  9: 'done',
  10: 'check',
};

function Codes({ state, code }: { readonly state: DossierState; readonly code: string }): ReactNode {
  const isTemporary = state.code === null && state.temporaryCode !== null;
  const others = state.codes.filter((other) => other !== code);
  return (
    <>
      <span className="case-code tabular">{isTemporary ? t('dossiers.case.temporaryCode', { code }) : code}</span>
      {others.length > 0 && (
        <span className="muted text-small">{t('dossiers.case.otherCodes', { codes: others.join(', ') })}</span>
      )}
    </>
  );
}

/** Who it is and what they came for; where it stands; whether the province has it. */
export function CaseHeader({ state, slip, around }: CaseHeaderProps): ReactNode {
  const code = shownCode(state) || (slip?.fields.code ?? '');
  const procedureCode = state.procedureCode ?? slip?.fields.procedureCode ?? '';
  const shortName = useOfficeNames().procedureName(procedureCode);
  const applicants = state.parties.filter((party) => party.role === 'applicant').length;
  const name = state.applicant?.name ?? t('dossiers.list.stubPerson');
  const { submitter } = state;
  return (
    <header className="case-header">
      <div className="row">
        <Codes state={state} code={code} />
        {!state.stub && (
          <StatusChip tone="info" icon={statusIcons[state.status]}>
            {t(statusText(state.status))}
          </StatusChip>
        )}
      </div>
      <h2 className="case-name">
        {applicants > 1 ? t('dossiers.list.others', { name, count: applicants - 1 }) : name}
        {submitter && submitter.name !== state.applicant?.name && (
          <span className="case-submitter muted">{t('dossiers.case.submittedBy', { name: submitter.name })}</span>
        )}
      </h2>
      <p>
        <span className="tabular muted">{procedureCode}</span>{' '}
        {around.procedure?.name ?? (shortName === procedureCode ? '' : shortName)}
      </p>
      {state.timeline.length > 0 && (
        <p className="case-sync muted text-small">
          <Icon name={state.waitingActionIds.length > 0 ? 'send' : 'check'} />
          {t(describeDossierSync(state))}
        </p>
      )}
    </header>
  );
}
