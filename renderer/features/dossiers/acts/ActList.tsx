import type { ReactNode } from 'react';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { Button, Explain, t } from '../../../ui';
import { groupActs } from '../act-groups';
import { actKeys, actName, listRefusedActs, type PanelAct } from '../case-acts';
import type { CaseSurroundings } from '../use-surroundings';
import type { KeptActDraft } from './act-draft';
import { describeKeptDraft } from './DraftLine';
import type { KeptDrafts } from './use-kept-forms';

interface ActListProps {
  readonly state: DossierState;
  readonly acts: readonly PanelAct[];
  readonly next: PanelAct | undefined;
  readonly drafts: KeptDrafts | undefined;
  readonly around: CaseSurroundings;
  readonly onOpen: (kind: PanelAct) => void;
}

/** Text waits in the form of this act. */
function DraftMark({
  kept,
  officerId,
}: {
  readonly kept: KeptActDraft | undefined;
  readonly officerId: string;
}): ReactNode {
  return kept && <p className="act-draft-mark muted text-small">{t(describeKeptDraft(kept, officerId))}</p>;
}

/** What may be done now: the next step alone and first, then the rest in small groups. */
export function ActList({ state, acts, next, drafts, around, onOpen }: ActListProps): ReactNode {
  if (acts.length === 0) return <p className="muted">{t('dossiers.act.none')}</p>;
  return (
    <div className="act-groups">
      {groupActs(acts, next).map(({ group, kinds }) => (
        <section key={group} className="act-group">
          <h4 className="act-group-name muted text-small">{t(`dossiers.act.group.${group}`)}</h4>
          <ul className="act-list">
            {kinds.map((kind) => (
              <li key={kind}>
                <Button
                  variant="quiet"
                  keys={actKeys[kind]}
                  onPress={() => {
                    onOpen(kind);
                  }}
                >
                  {t(actName(kind, state))}
                </Button>
                <DraftMark kept={drafts?.get(kind)} officerId={around.officer.officerId} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What may not be done now, each with its reason, on demand. */
export function WhyNot({
  state,
  around,
}: {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
}): ReactNode {
  const refused = listRefusedActs({ state, actor: around.officer, at: around.now, rules: around.actRules });
  if (refused.length === 0) return null;
  return (
    <Explain label={t('dossiers.act.whyNot')} title={t('dossiers.act.whyNotTitle')}>
      <ul className="act-refused text-small">
        {refused.map(({ kind, why }) => (
          <li key={kind}>
            <span className="strong">{t(actName(kind, state))}</span>
            <br />
            {t(why)}
          </li>
        ))}
      </ul>
    </Explain>
  );
}
