import type { ReactNode } from 'react';
import { Button, KeyHint, t } from '../../ui';

/** Back to the list; Esc does the same from anywhere. */
export function BackButton({ onBack }: { readonly onBack: () => void }): ReactNode {
  return (
    <div className="case-back">
      <Button variant="quiet" icon="back" label={t('dossiers.case.back')} onPress={onBack}>
        {t('dossiers.case.back')} <KeyHint keys="Esc" />
      </Button>
    </div>
  );
}
