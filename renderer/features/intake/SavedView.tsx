import { type ReactNode, useEffect, useRef, useState } from 'react';
import { toLocalTime } from '../../../shared/base/time';
import type { Reference } from '../../../shared/domain/procedure';
import { getDesktop } from '../../desktop';
import { useDossier } from '../../records/use-dossiers';
import { Button, DetailList, Icon, Notice, RadioRow, StatusChip, t } from '../../ui';
import { type PrintStep, type SavedDossier, useIntake } from './intake.store';
import { describeFileOnly } from './intake-failures';
import { describeDue, describeSaved, describeSavedFee, isReceptionQuestioned } from './saved-sentence';

const reprintReasons = ['notOut', 'unreadable', 'extra'] as const;

interface PrintLineProps {
  readonly print: PrintStep;
  readonly wasPrinted: boolean;
  readonly onPrint: (reason: string | null) => void;
}

/** What became of the slip, and how to print it again. A first print needs no reason, a further one does. */
function PrintLine({ print, wasPrinted, onPrint }: PrintLineProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<(typeof reprintReasons)[number]>('notOut');
  const hasFile = print.kind === 'failed' || (print.kind === 'printed' && print.printer === null);
  const press = (): void => {
    if (wasPrinted && !isAsking) {
      setAsking(true);
      return;
    }
    setAsking(false);
    onPrint(wasPrinted ? t(`intake.print.reasons.${reason}`) : null);
  };
  return (
    <div className="stack-tight">
      <p
        className={print.kind === 'failed' ? 'intake-print-state intake-print-failed' : 'intake-print-state'}
        role="status"
      >
        <Icon name={print.kind === 'failed' ? 'warn' : 'print'} />
        <span>{describePrint(print)}</span>
      </p>
      {print.kind === 'printed' && print.unrecorded && <Notice tone="warn">{t(print.unrecorded)}</Notice>}
      {isAsking && (
        <RadioRow
          label={t('intake.print.reason')}
          options={reprintReasons.map((value) => ({ value, text: t(`intake.print.reasons.${value}`) }))}
          value={reason}
          onChange={(value) => {
            setReason(reprintReasons.find((one) => one === value) ?? reason);
          }}
        />
      )}
      <div className="row">
        <Button icon="print" keys="F9" onPress={press}>
          {t(wasPrinted ? 'intake.print.again' : 'intake.print.retry')}
        </Button>
        {hasFile && (
          <Button variant="quiet" icon="folder" onPress={() => void getDesktop().app.openExportsFolder()}>
            {t('shell.button.openFolder')}
          </Button>
        )}
      </div>
    </div>
  );
}

function describePrint(print: PrintStep): string {
  switch (print.kind) {
    case 'idle':
    case 'working':
      return t('intake.print.working');
    case 'failed':
      return t(print.message);
    case 'printed':
      return print.printer === null
        ? t(describeFileOnly(print.file))
        : t('intake.print.sent', { printer: print.printer, time: toLocalTime(print.at) });
  }
}

interface SavedViewProps {
  readonly saved: SavedDossier;
  readonly reference: Reference;
  readonly onPrint: (reason: string | null) => void;
}

/** "Đã lưu …": shown from the answer of the door, kept up to date when the province answers. */
export function SavedView({ saved, reference, onPrint }: SavedViewProps): ReactNode {
  const print = useIntake((state) => state.print);
  const live = useDossier(saved.dossierId);
  const known = live.loading ? undefined : live.value;
  const state = known?.reception ? known : saved.state;
  const { appointment, slip, applicant, submitter } = saved.state;
  const procedure = reference.procedures.get(state.procedureCode ?? '');
  const fee = describeSavedFee(state, procedure);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    headingRef.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isQuestioned = isReceptionQuestioned(state);
  const wasPrinted = saved.state.prints.some((one) => one.form === 'receipt');
  return (
    <section className="intake-saved" aria-label={t('intake.saved.region')} data-dossier={saved.dossierId}>
      <div className={isQuestioned ? 'intake-saved-head intake-saved-issue' : 'intake-saved-head'} role="status">
        <Icon name={isQuestioned ? 'warn' : 'done'} size={20} />
        <h2 ref={headingRef} className="text-section tabular">
          {t(describeSaved(saved.savedAt, state))}
        </h2>
      </div>
      <p className="muted">
        {t('intake.saved.safe')} {saved.shown ? '' : t('intake.saved.notShown')}
      </p>
      <DetailList
        columns={2}
        items={[
          { label: t('intake.saved.applicant'), value: <span className="strong">{applicant?.name}</span> },
          ...(submitter && submitter.name !== applicant?.name
            ? [{ label: t('intake.person.submitter'), value: submitter.name }]
            : []),
          { label: t('intake.saved.procedure'), value: procedure?.shortName ?? state.procedureCode },
          {
            label: t('intake.saved.due'),
            value: appointment && (
              <span className="row">
                <span className="tabular">{t(describeDue(appointment, saved.state.receivedAt ?? saved.savedAt))}</span>
                {appointment.provisional && <StatusChip tone="warn">{t('intake.due.provisional')}</StatusChip>}
              </span>
            ),
          },
          { label: t('intake.saved.fee'), value: t(fee) },
          {
            label: t('intake.saved.slip'),
            value: slip && <span className="tabular">{t('intake.saved.slipNo', { ...slip })}</span>,
          },
        ]}
      />
      <PrintLine print={print} wasPrinted={wasPrinted} onPrint={onPrint} />
    </section>
  );
}
