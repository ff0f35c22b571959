import { type ReactNode, useState } from 'react';
import type { Result } from '../../../shared/base/result';
import { Button, Notice, t } from '../../ui';
import { DoorFrame } from './DoorFrame';

interface FirstRunProps {
  /** Sets up the practice unit; the answer's `ref` is for the phone. */
  readonly onStartPractice: () => Promise<Result<unknown, { readonly kind: string; readonly ref?: string }>>;
}

/** No unit was ever set up on this PC: says so plainly, because an emptied PC must not look like a new one. */
export function FirstRun({ onStartPractice }: FirstRunProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const start = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await onStartPractice();
    setBusy(false);
    if (!answer.ok) setFailure(answer.error.ref ?? answer.error.kind);
  };
  return (
    <DoorFrame title={t('unlock.firstRun.title')} subtitle={t('unlock.firstRun.lead')}>
      <div className="door-columns">
        <section className="stack-tight">
          <h2 className="text-section">{t('unlock.firstRun.practiceTitle')}</h2>
          <p>{t('unlock.firstRun.practiceBody')}</p>
          <div className="row">
            <Button variant="primary" keys="Ctrl+Enter" autoFocus isPending={isBusy} onPress={() => void start()}>
              {isBusy ? t('unlock.firstRun.practiceBusy') : t('unlock.firstRun.practiceButton')}
            </Button>
          </div>
        </section>
        <section className="stack-tight">
          <h2 className="text-section">{t('unlock.firstRun.realTitle')}</h2>
          <p>{t('unlock.firstRun.realBody')}</p>
          <p className="muted">{t('unlock.firstRun.realLater')}</p>
        </section>
      </div>
      {failure !== undefined && <Notice tone="danger" title={t('unlock.firstRun.failed', { ref: failure })} />}
    </DoorFrame>
  );
}
