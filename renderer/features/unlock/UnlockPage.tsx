import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SessionStatus } from '../../../shared/ipc/messages';
import { PRACTICE_PASSWORD } from '../../../shared/ipc/practice';
import { Button, Icon, t, TextField } from '../../ui';
import { DoorFrame } from './DoorFrame';
import { OfficerList } from './OfficerList';
import { PIN_LENGTH, type SendSecret, useSecretForm } from './use-secret-form';

interface UnlockPageProps {
  readonly status: SessionStatus;
  /** Whoever locked, to begin with. */
  readonly lastOfficerId: string | null;
  readonly onPassword: SendSecret;
  readonly onPin: SendSecret;
  /** Something was scanned into the secret's box and thrown away: says so where the eye is. */
  readonly wasScanned?: boolean;
}

/** Officer and password at the start; the PIN while the app goes on running. */
export function UnlockPage({
  status,
  lastOfficerId,
  onPassword,
  onPin,
  wasScanned = false,
}: UnlockPageProps): ReactNode {
  const { officers } = status;
  const first = officers.find((officer) => officer.officerId === lastOfficerId) ?? officers[0];
  const [officerId, setOfficerId] = useState(first?.officerId ?? null);
  const [wantsPassword, setWantsPassword] = useState(false);
  const secretRef = useRef<HTMLInputElement>(null);
  const officer = officers.find((one) => one.officerId === officerId);
  const how = status.phase === 'locked' && officer?.hasPin === true && !wantsPassword ? 'pin' : 'password';
  const form = useSecretForm({
    status,
    officerId,
    how,
    onPassword,
    onPin,
    onNeedsPassword: () => {
      setWantsPassword(true);
    },
  });
  const { focusWhen } = form;
  useEffect(() => {
    secretRef.current?.focus();
  }, [focusWhen, how]);

  const select = (id: string, isFinal: boolean): void => {
    setOfficerId(id);
    setWantsPassword(false);
    form.clear();
    if (isFinal) secretRef.current?.focus();
  };
  const counter = [status.unitName, status.counterName].filter((part) => part !== '').join(' · ');
  return (
    <DoorFrame mark="unlock" title={t('unlock.title')} place={counter} isPractice={status.practice}>
      <div className="door-columns">
        <section className="stack-tight">
          <h2 className="strong">{t('unlock.whoAreYou')}</h2>
          <OfficerList officers={officers} selectedId={officerId} onSelect={select} />
        </section>
        <section className="stack-tight unlock-secret" onKeyDown={form.watchCapsLock} onKeyUp={form.watchCapsLock}>
          <TextField
            key={how}
            label={how === 'pin' ? t('unlock.pin') : t('unlock.password')}
            type="password"
            {...(how === 'pin' ? { inputMode: 'numeric' as const, maxLength: PIN_LENGTH } : { maxLength: 256 })}
            value={form.secret}
            onChange={form.type}
            onEnter={form.submit}
            isDisabled={form.waiting !== undefined || officer === undefined}
            error={form.waiting ?? form.error}
            warning={form.capsLock ? t('unlock.capsLock') : undefined}
            hint={wasScanned ? t('shell.search.scanIgnoredInSecret') : undefined}
            inputRef={secretRef}
          />
          <div className="row-between">
            <Button
              variant="primary"
              isPending={form.isBusy}
              isDisabled={form.waiting !== undefined || form.secret === ''}
              onPress={form.submit}
            >
              {form.isBusy ? t('unlock.opening') : t('unlock.open')}
            </Button>
            {status.phase === 'locked' && officer?.hasPin === true && (
              <Button
                variant="quiet"
                keys="F6"
                onPress={() => {
                  setWantsPassword(how === 'pin');
                  form.clear();
                }}
              >
                {how === 'pin' ? t('unlock.usePassword') : t('unlock.usePin')}
              </Button>
            )}
          </div>
          {form.waiting !== undefined && <p className="muted text-small">{t('unlock.blockedStays')}</p>}
        </section>
      </div>
      {status.practice && <p className="muted">{t('unlock.practicePasswords', { password: PRACTICE_PASSWORD })}</p>}
      <p className="door-note muted text-small">
        <Icon name={status.phase === 'locked' ? 'send' : 'info'} />
        {status.phase === 'locked' ? t('unlock.locked') : t('unlock.cold')}
      </p>
    </DoorFrame>
  );
}
