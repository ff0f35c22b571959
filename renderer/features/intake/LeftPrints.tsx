import type { ReactNode } from 'react';
import { openDossier } from '../../route.store';
import { Button, Notice, Over, t } from '../../ui';
import { dismissLeftPrint, useIntake } from './intake.store';

/** Slips that went wrong after the officer had gone on: each with its dossier, from where it can be printed again. They lie over
 * the screen: the next person's fields stay under the hand. */
export function LeftPrints(): ReactNode {
  const leftPrints = useIntake((state) => state.leftPrints);
  return (
    <Over>
      {leftPrints.map(({ dossierId, message }) => (
        <Notice
          key={dossierId}
          tone="warn"
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
            dismissLeftPrint(dossierId);
          }}
        >
          {t(message)}
        </Notice>
      ))}
    </Over>
  );
}
