import { type ReactNode, useState } from 'react';
import { formatDay } from '../../../shared/base/time';
import type { Register } from '../../../shared/reports/register-data';
import { Button, Dialog, Notice, t, TextField, useNow } from '../../ui';
import { useUnitCalendar } from '../../use-office';
import { describeCloseError } from './close-failures';
import { findEarlyEnd } from './early-closing';
import { EarlyClosing } from './EarlyClosing';
import type { DayQuestion } from './read-day';
import { type ClosedDay, type CloseError, closeRegister } from './supervision.commands';

const NOW_MS = 5000;

interface CloseDialogProps {
  readonly register: Register;
  readonly question: DayQuestion;
  readonly counterId: string;
  readonly officerId: string;
  readonly onClosed: (closed: ClosedDay) => void;
  readonly onCancel: () => void;
}

/** Closes the day for good; counters nothing was heard from need a reason each. A dialog, because it cannot be undone. */
export function CloseDialog({
  register,
  question,
  counterId,
  officerId,
  onClosed,
  onCancel,
}: CloseDialogProps): ReactNode {
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [isAsked, setAsked] = useState(false);
  const [isEarlyAgreed, setEarlyAgreed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CloseError>();
  const silent = register.counters.filter((counter) => counter.dataUntil === null);
  const isMissing = (id: string): boolean => (reasons.get(id) ?? '').trim() === '';
  const count = register.rows.length;
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const earlyEnd = findEarlyEnd(calendar, register.day, now);
  const close = async (): Promise<void> => {
    setAsked(true);
    if (findEarlyEnd(calendar, register.day, Date.now()) !== null && !isEarlyAgreed) return;
    if (silent.some((counter) => isMissing(counter.counterId))) return;
    setBusy(true);
    setFailure(undefined);
    const closed = await closeRegister({ ...question, counterId, officerId, now: Date.now(), reasons });
    setBusy(false);
    if (closed.ok) onClosed(closed.value);
    else setFailure(closed.error);
  };
  return (
    <Dialog
      isOpen
      onClose={onCancel}
      role="alertdialog"
      title={t('supervision.close.title', { day: formatDay(register.day) })}
      actions={
        <>
          <Button autoFocus={silent.length === 0} onPress={onCancel}>
            {t('shell.button.cancel')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isPending={isBusy}
            label={t('supervision.close.confirm', { count })}
            onPress={() => void close()}
          >
            {isBusy ? t('supervision.close.closing') : t('supervision.close.confirm', { count })}
          </Button>
        </>
      }
    >
      <p>{t('supervision.close.body', { count })}</p>
      {silent.length > 0 && <p>{t('supervision.close.missing')}</p>}
      {silent.map(({ counterId: id, name }, index) => (
        <TextField
          key={id}
          label={t('supervision.close.reasonOf', { name })}
          maxLength={300}
          autoFocus={index === 0}
          value={reasons.get(id) ?? ''}
          onChange={(reason) => {
            setReasons(new Map([...reasons, [id, reason]]));
          }}
          error={isAsked && isMissing(id) ? t('supervision.close.reasonNeeded') : undefined}
        />
      ))}
      {earlyEnd !== null && (
        <EarlyClosing
          now={now}
          end={earlyEnd}
          isAgreed={isEarlyAgreed}
          isMissing={isAsked && !isEarlyAgreed}
          onAgree={setEarlyAgreed}
        />
      )}
      {failure && <Notice tone="danger">{t(describeCloseError(failure))}</Notice>}
    </Dialog>
  );
}
