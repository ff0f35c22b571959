import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Result } from '../../../shared/base/result';
import { formatDong } from '../../../shared/base/money';
import { toLocalDay, type LocalDay } from '../../../shared/base/time';
import type { Officer } from '../../../shared/domain/officer';
import { can } from '../../../shared/domain/permissions';
import type { Unit } from '../../../shared/domain/unit';
import type { IpcError, SavedExport, SaveError } from '../../../shared/ipc/messages';
import type { Register } from '../../../shared/reports/register-data';
import { useRecordsStatus } from '../../records/records-status.store';
import { useSession } from '../../session.store';
import { useActRules, useOfficeNames } from '../../use-office';
import { Button, Checkbox, Notice, t, useNow } from '../../ui';
import { AddendumPart } from './AddendumPart';
import { CloseDialog } from './CloseDialog';
import { ClosedNotice } from './ClosedNotice';
import { CounterLine } from './CounterLine';
import { DayPicker } from './DayPicker';
import { ExportButton, ExportOutcome } from './ExportBar';
import { RegisterTable } from './RegisterTable';
import type { ReadDay } from './read-day';
import { makeAddenda, makeShownRegister, type RegisterLook } from './shown-register';
import { noteRegisterAccess, type RegisterPapers } from './supervision.commands';
import { useDay } from './use-day';

const NOW_MS = 30_000;

function Totals({ register }: { readonly register: Register }): ReactNode {
  const { received, counter, online, post, fee, feeCollected, feeUndecided = 0, waiting } = register.totals;
  return (
    <div className="row-between">
      <p className="text-small tabular">
        {t('supervision.register.totals', { received, counter, online, post })}{' '}
        {t('supervision.register.money', { fee: formatDong(fee), collected: formatDong(feeCollected) })}{' '}
        {feeUndecided > 0 && `${t('supervision.register.undecided', { count: feeUndecided })} `}
        {t('supervision.register.waiting', { count: waiting })}
      </p>
      <CounterLine counters={register.counters} day={register.day} />
    </div>
  );
}

interface DayRegisterProps {
  readonly unit: Unit;
  readonly officer: Officer;
  readonly counterId: string;
}

interface OneDayProps extends DayRegisterProps {
  readonly day: LocalDay;
  readonly today: LocalDay;
  readonly now: number;
  readonly masked: boolean;
}

function makePapers(read: ReadDay, look: RegisterLook, now: number): RegisterPapers {
  return { register: makeShownRegister(read, look, now), addenda: makeAddenda(read, look, now) };
}

function OneDay({ unit, officer, counterId, day, today, now, masked }: OneDayProps): ReactNode {
  const [isClosing, setClosing] = useState(false);
  const [outcome, setOutcome] = useState<Result<SavedExport, SaveError | IpcError>>();
  const practice = useSession((session) => session.practice);
  const isCurrent = useRecordsStatus((records) => records.phase === 'ready' && records.searchReady);
  const { officerName } = useOfficeNames();
  const { sets } = useActRules();
  const { read, isBusy, hasFailed, question, refresh } = useDay(unit, day, practice);
  const look = useMemo(
    () => ({ counterId, viewer: officer.name, officerName, masked }),
    [counterId, officer.name, officerName, masked],
  );
  const register = useMemo(() => read && makeShownRegister(read, look, now), [read, look, now]);
  const isLost = read !== undefined && read.closing !== null && read.closed === null;
  const mayClose = can(officer.role, 'closeRegister', sets) && read?.closing === null && day <= today;
  // What was exported before is no longer the whole of the day.
  const readAnew = (): void => {
    setOutcome(undefined);
    refresh();
  };
  const endClosing = (): void => {
    setClosing(false);
  };
  return (
    <>
      {day > today && <Notice tone="info">{t('supervision.register.future')}</Notice>}
      {hasFailed && (
        <Notice tone="warn" action={<Button onPress={refresh}>{t('shell.button.retry')}</Button>}>
          {t('supervision.register.failed')}
        </Notice>
      )}
      {outcome && <ExportOutcome outcome={outcome} onDismiss={() => setOutcome(undefined)} />}
      {read?.closing && (
        <ClosedNotice closing={read.closing} unit={unit} officerName={officerName} isReproduced={!isLost} />
      )}
      <RegisterTable register={register} isBusy={isBusy} />
      {read && <AddendumPart read={read} question={question} officer={officer} onIssued={readAnew} />}
      {register && <Totals register={register} />}
      <div className="board-actions">
        {mayClose && !isCurrent && <span className="muted text-small grow">{t('supervision.close.preparing')}</span>}
        {isLost && <span className="muted text-small grow">{t('supervision.register.exportUnsafe')}</span>}
        {read && register && (
          <ExportButton
            rows={register.rows.length}
            isDisabled={isLost}
            make={() => makePapers(read, look, Date.now())}
            onOutcome={setOutcome}
          />
        )}
        {mayClose && (
          <Button variant="primary" keys="Alt+C" isDisabled={!isCurrent} onPress={() => setClosing(true)}>
            {t('supervision.close.button')}
          </Button>
        )}
      </div>
      {isClosing && register && mayClose && (
        <CloseDialog
          register={register}
          question={question}
          counterId={counterId}
          officerId={officer.officerId}
          onCancel={endClosing}
          onClosed={() => {
            endClosing();
            readAnew();
          }}
        />
      )}
    </>
  );
}

/** The daily intake log: look, export, close; after the closing the rows stand still and what comes late is listed apart. */
export function DayRegisterView({ unit, officer, counterId }: DayRegisterProps): ReactNode {
  const now = useNow(NOW_MS);
  const today = toLocalDay(now);
  const [day, setDay] = useState<LocalDay>(today);
  // Numbers are uncovered for one day at a time.
  const [revealedDay, setRevealedDay] = useState<LocalDay | null>(null);
  const masked = revealedDay !== day;
  const unitId = unit.id;
  useEffect(() => {
    noteRegisterAccess({ unitId, day, counterId }, 'viewed');
  }, [unitId, day, counterId]);
  return (
    <div className="board">
      <div className="row-between">
        <DayPicker day={day} today={today} onChange={setDay} />
        <Checkbox
          isSelected={!masked}
          onChange={(isRevealed) => {
            if (isRevealed) noteRegisterAccess({ unitId, day, counterId }, 'revealed');
            setRevealedDay(isRevealed ? day : null);
          }}
        >
          {t('supervision.register.revealed')}
        </Checkbox>
      </div>
      <OneDay key={day} {...{ unit, officer, counterId, day, today, now, masked }} />
    </div>
  );
}
