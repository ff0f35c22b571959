import type { ReactNode } from 'react';
import { formatDong } from '../../../shared/base/money';
import { toLocalTime, type Instant } from '../../../shared/base/time';
import { describeAppointmentTrace } from '../../../shared/text/deadline-sentences';
import { Explain, RadioRow, StatusChip, t } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeFee } from './intake-money';
import type { IntakeView } from './intake-form';
import { changeDraft } from './intake.store';
import { describeDue } from './saved-sentence';

const payments = ['cash', 'transfer', 'later'] as const;
/** From here on the screen says that the promise is about to change. */
const CUTOFF_NOTICE = { from: '14:45', to: '15:00' } as const;

function Payment({ fee }: { readonly fee: IntakeFee }): ReactNode {
  return (
    <FieldSlot field="payment">
      <RadioRow
        label={t('intake.fee.method')}
        labelHidden
        options={payments.map((value) => ({ value, text: t(`intake.fee.${value}`) }))}
        value={fee.payment}
        isDisabled={!fee.mayCollect}
        onChange={(value) => {
          changeDraft((current) => ({ ...current, payment: payments.find((one) => one === value) ?? current.payment }));
        }}
      />
    </FieldSlot>
  );
}

/** The sum, or why none may be named. */
function sumText({ uncounted: [first], isUnknown, total }: IntakeFee): string {
  if (first) return t(`intake.fee.notCounted.${first}`);
  return isUnknown ? t('intake.fee.unknown') : formatDong(total);
}

function Fee({ fee }: Pick<IntakeView, 'fee'>): ReactNode {
  const ground = fee && (fee.total > 0 && !fee.mayCollect ? t('intake.fee.mayNotCollect') : t(fee.ground));
  return (
    <div className="intake-sum">
      <div className="intake-sum-line">
        <span className="muted">{t('intake.fee.title')}</span>
        {fee && <span className="intake-sum-value tabular">{sumText(fee)}</span>}
        {fee?.isProvisional && !fee.isUnknown && <StatusChip tone="warn">{t('intake.fee.provisional')}</StatusChip>}
        {fee && fee.total > 0 && <Payment fee={fee} />}
      </div>
      <p className="muted text-small">{ground}</p>
    </div>
  );
}

function Due({ view, now }: { readonly view: IntakeView; readonly now: Instant }): ReactNode {
  const { appointment } = view;
  const time = toLocalTime(now);
  const isCutoffNear = appointment?.limit.unit === 'sameDay' && time >= CUTOFF_NOTICE.from && time <= CUTOFF_NOTICE.to;
  return (
    <div className="intake-sum">
      <div className="intake-sum-line">
        <span className="muted">{t('intake.due.title')}</span>
        {appointment && (
          <>
            <span className="intake-sum-value tabular" data-promised={appointment.promisedAt ?? ''}>
              {t(describeDue(appointment, view.legalTime?.at ?? now))}
            </span>
            {appointment.provisional && <StatusChip tone="warn">{t('intake.due.provisional')}</StatusChip>}
            <Explain label={t('intake.due.why')} keys="F8" title={t('intake.due.whyTitle')}>
              <ol className="intake-trace" tabIndex={0}>
                {describeAppointmentTrace(appointment).map((step, no) => (
                  <li key={`${step.key}-${String(no)}`}>{t(step)}</li>
                ))}
              </ol>
            </Explain>
          </>
        )}
      </div>
      <p className="muted text-small">{isCutoffNear ? t('intake.due.cutoffSoon') : ''}</p>
    </div>
  );
}

/** What it costs and when it is ready, each with its ground; always in view, above the key that promises it. */
export function MoneyAndDue({ view, now }: { readonly view: IntakeView; readonly now: Instant }): ReactNode {
  return (
    <div className="intake-sums">
      <Fee fee={view.fee} />
      <Due view={view} now={now} />
    </div>
  );
}
