import type { ReactNode } from 'react';
import { formatDay, toLocalTime } from '../../../shared/base/time';
import { openDossier } from '../../route.store';
import { Button, Notice, Over, t } from '../../ui';
import type { IntakeSurroundings } from './intake-form';
import { setIntake, useIntake } from './intake.store';

/** In whose name a postal employee works, and what happened to the draft; nothing on an ordinary day. */
export function IntakeNotices({
  around,
  unitName,
}: {
  readonly around: IntakeSurroundings;
  readonly unitName: string;
}): ReactNode {
  const restoredFrom = useIntake((state) => state.restoredFrom);
  const alreadySaved = useIntake((state) => state.alreadySaved);
  const isUnkept = useIntake((state) => state.isUnkept);
  const { delegation } = around.officer;
  const behalf = delegation && {
    unit: unitName,
    decision: delegation.decisionNo,
    until: formatDay(delegation.validTo),
  };
  return (
    <>
      {behalf && <p className="intake-behalf">{t('intake.onBehalf', behalf)}</p>}
      {restoredFrom !== null && (
        <Notice
          tone="info"
          onDismiss={() => {
            setIntake({ restoredFrom: null });
          }}
        >
          {t('intake.drafts.restored', { time: toLocalTime(restoredFrom) })}
        </Notice>
      )}
      {alreadySaved !== null && (
        <Notice
          tone="info"
          action={
            <Button
              onPress={() => {
                openDossier(alreadySaved);
              }}
            >
              {t('intake.saved.open')}
            </Button>
          }
          onDismiss={() => {
            setIntake({ alreadySaved: null });
          }}
        >
          {t('intake.saved.already')}
        </Notice>
      )}
      {isUnkept && (
        <Over>
          <Notice tone="warn">{t('intake.drafts.notKept')}</Notice>
        </Over>
      )}
    </>
  );
}
