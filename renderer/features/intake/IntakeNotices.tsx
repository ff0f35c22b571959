import type { ReactNode } from 'react';
import { formatDay, toLocalTime } from '../../../shared/base/time';
import { openDossier } from '../../route.store';
import { Button, Notice, Over, t } from '../../ui';
import type { IntakeSurroundings } from './intake-form';
import { setIntake, useIntake, type Restored } from './intake.store';

function RestoredNotice({ restored: { at, ofName } }: { readonly restored: Restored }): ReactNode {
  const time = toLocalTime(at);
  return (
    <Notice
      tone="info"
      onDismiss={() => {
        setIntake({ restored: null });
      }}
    >
      {ofName === null ? t('intake.drafts.restored', { time }) : t('intake.drafts.restoredOf', { name: ofName, time })}
    </Notice>
  );
}

function AlreadySavedNotice({ dossierId }: { readonly dossierId: string }): ReactNode {
  return (
    <Notice
      tone="info"
      action={
        <Button
          onPress={() => {
            openDossier(dossierId);
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
  );
}

/** In whose name a postal employee works, and what happened to the draft; nothing on an ordinary day. */
export function IntakeNotices({
  around,
  unitName,
}: {
  readonly around: IntakeSurroundings;
  readonly unitName: string;
}): ReactNode {
  const restored = useIntake((state) => state.restored);
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
      <Over>
        {restored !== null && <RestoredNotice restored={restored} />}
        {alreadySaved !== null && <AlreadySavedNotice dossierId={alreadySaved} />}
        {isUnkept && <Notice tone="warn">{t('intake.drafts.notKept')}</Notice>}
      </Over>
    </>
  );
}
