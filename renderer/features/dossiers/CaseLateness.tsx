import { type ReactNode, useMemo } from 'react';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { LateFinding } from '../../../shared/domain/overdue-causes';
import {
  describeApology,
  describeEvidence,
  describeFinding,
  describeShare,
} from '../../../shared/text/overdue-sentences';
import { Explain, Icon, t } from '../../ui';
import { explainLateness } from './case-late';
import type { CaseSurroundings } from './use-surroundings';

/** The rows a cause rests on, one key away. */
function Evidence({ finding }: { readonly finding: LateFinding }): ReactNode {
  return (
    <Explain label={t('dossiers.dates.evidence')} title={t('dossiers.dates.evidenceTitle')}>
      <ul className="act-refused text-small">
        {finding.causes.map((share) => (
          <li key={share.cause}>
            <span className="strong">{t(describeShare(share))}</span>
            <ul className="case-evidence">
              {share.evidence.map((row, index) => (
                <li key={index}>{t(describeEvidence(row))}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Explain>
  );
}

/** Why the dossier is overdue, by what was recorded, and where its apology stands. */
export function CaseLateness({
  state,
  around,
}: {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
}): ReactNode {
  const { rules, deadlineRules, ownUnits, now } = around;
  const { findings, apology } = useMemo(
    () => explainLateness(state, { rules, deadlineRules, ownUnits, now }),
    [state, rules, deadlineRules, ownUnits, now],
  );
  return (
    <>
      {findings.map((finding) => (
        <div key={finding.stage} className="case-late row">
          <Icon name="warn" />
          <span>{t(describeFinding(finding))}</span>
          <Evidence finding={finding} />
        </div>
      ))}
      {apology && <p className="text-small">{t(describeApology(apology))}</p>}
    </>
  );
}
