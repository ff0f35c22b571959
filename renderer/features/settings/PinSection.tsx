import { type ReactNode, useState } from 'react';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { Button, Notice, Section, t, TextField } from '../../ui';

const PIN_LENGTH = 6;
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '').slice(0, PIN_LENGTH);

interface Outcome {
  readonly tone: 'ok' | 'danger';
  readonly text: string;
}

/** Sets the PIN that re-unlocks while the app goes on running. */
export function PinSection({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const isShort = pin !== '' && pin.length < PIN_LENGTH;
  const differs = again.length === PIN_LENGTH && again !== pin;
  const isReady = pin.length === PIN_LENGTH && again === pin;
  const save = async (): Promise<void> => {
    if (!isReady) return;
    const answer = await desktop.session.setPin({ pin });
    setPin('');
    setAgain('');
    setOutcome(
      answer.ok
        ? { tone: 'ok', text: t('shell.settings.pinSaved') }
        : { tone: 'danger', text: t(describeIpcError(answer.error)) },
    );
  };
  return (
    <Section title={t('shell.settings.pin')}>
      <p className="muted">{t('shell.settings.pinExplain')}</p>
      <div className="settings-row">
        <TextField
          label={t('shell.settings.pinNew')}
          type="password"
          inputMode="numeric"
          width="short"
          value={pin}
          error={isShort ? t('shell.settings.pinSixDigits') : undefined}
          reserve={false}
          onChange={(text) => {
            setPin(digitsOf(text));
            setOutcome(undefined);
          }}
        />
        <TextField
          label={t('shell.settings.pinAgain')}
          type="password"
          inputMode="numeric"
          width="short"
          value={again}
          error={differs ? t('shell.settings.pinDiffers') : undefined}
          reserve={false}
          onChange={(text) => {
            setAgain(digitsOf(text));
          }}
          onEnter={() => void save()}
        />
        <Button isDisabled={!isReady} onPress={() => void save()}>
          {t('shell.settings.pinSave')}
        </Button>
      </div>
      {outcome && <Notice tone={outcome.tone} title={outcome.text} />}
    </Section>
  );
}
