import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { describeVerdict, kindText } from '../../../shared/text/domain-sentences';
import { Notice, t } from '../../ui';

/** What the province or this PC found, which act it is about, and who must do something about it. */
export function CaseIssues({ state }: { readonly state: DossierState }): ReactNode {
  const open = state.issues.filter((issue) => !issue.resolved);
  if (open.length === 0) return null;
  return (
    <Notice tone="warn" title={t('dossiers.case.issues')}>
      <ul className="stack-tight">
        {open.map((issue) => {
          const action = state.timeline.find((entry) => entry.action.id === issue.actionId)?.action;
          return (
            <li key={`${issue.actionId} ${issue.verdict} ${issue.cause}`}>
              {t(describeVerdict(issue.cause, issue.whoActs, issue.verdict))}
              {action && (
                <p className="muted text-small">
                  {t('dossiers.case.issueAct', {
                    kind: t(kindText(action.kind)),
                    at: formatInstant(action.happenedAt),
                  })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
