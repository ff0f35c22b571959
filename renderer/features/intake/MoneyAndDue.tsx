import type { ReactNode } from 'react';
import { formatDong } from '../../../shared/base/money';
import { describeAppointmentTrace, secondStageText } from '../../../shared/text/deadline-sentences';
import { planInternalSteps, type PlannedStep } from '../../../shared/domain/internal-step';
import { buildUnitCalendar } from '../../../shared/domain/working-calendar';
import { formatInstant } from '../../../shared/base/time';
import { Explain, Picker, StatusChip, t } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeFee } from './intake-money';
import type { IntakeView } from './intake-form';
import { changeDraft } from './intake.store';
import { decideAfterCutoff } from './after-cutoff';
import type { IntakeSurroundings } from './intake-form';
import { describeDue } from './saved-sentence';

const payments = ['cash', 'transfer', 'later'] as const;

function Payment({ fee }: { readonly fee: IntakeFee }): ReactNode {
  return (
    <FieldSlot field="payment">
      <Picker
        label={t('intake.fee.method')}
        labelHidden
        reserve={false}
        width="short"
        options={payments.map((id) => ({ id, text: t(`intake.fee.${id}`) }))}
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

/** Why this sum: what may not be taken here, what is waived, else the rule. */
function groundText(fee: IntakeFee): string {
  if (fee.total > 0 && !fee.mayCollect) return t('intake.fee.mayNotCollect');
  if (fee.waiver === null) return t(fee.ground);
  return t('intakeRules.waiver.line', { amount: formatDong(fee.waived), ground: fee.waiver.ground });
}

function Fee({ fee }: Pick<IntakeView, 'fee'>): ReactNode {
  const ground = fee && groundText(fee);
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

/** Internal steps with their own due times; none lies behind the limit. */
function planSteps(
  { appointment, procedureCase, receivingUnit }: IntakeView,
  around: IntakeSurroundings,
): readonly PlannedStep[] {
  if (!appointment) return [];
  const { startsAt, legalDue } = appointment;
  const calendar = buildUnitCalendar(around.reference.calendar, receivingUnit);
  return planInternalSteps({ steps: procedureCase?.steps ?? [], startsAt, legalDue, calendar });
}

function Steps({ steps }: { readonly steps: readonly PlannedStep[] }): ReactNode {
  if (steps.length === 0) return null;
  return (
    <>
      <p className="strong text-small">{t('intakeRules.due.steps')}</p>
      <ol className="intake-trace-steps text-small">
        {steps.map(({ step, due }) => (
          <li key={step.id}>
            {t('intakeRules.due.step', {
              name: step.name,
              hours: step.hours,
              unit: step.unit,
              due: formatInstant(due),
            })}
          </li>
        ))}
      </ol>
    </>
  );
}

/** F8: every step from the reception to the promise, then what a second stage and the internal steps mean. */
function Trace({ view, around }: { readonly view: IntakeView; readonly around: IntakeSurroundings }): ReactNode {
  const { appointment, procedureCase } = view;
  if (!appointment) return null;
  const steps = describeAppointmentTrace(appointment);
  const said = procedureCase?.secondStage ? [...steps, secondStageText()] : steps;
  return (
    <div className="intake-trace" tabIndex={0}>
      <ol>
        {said.map((step, no) => (
          <li key={`${step.key}-${String(no)}`}>{t(step)}</li>
        ))}
      </ol>
      <Steps steps={planSteps(view, around)} />
    </div>
  );
}

/** What is said below the date: that it is about to change, or that it is not the last one. */
function dueNote(view: IntakeView, around: IntakeSurroundings): string {
  if (view.isConsignment) return t('intakeRules.due.consigned');
  const next = decideAfterCutoff(view, around);
  if (next) return t('intakeRules.due.cutoff', { when: describeDue(next, view.legalTime?.at ?? around.now) });
  return view.procedureCase?.secondStage ? t('intakeRules.due.secondStage') : '';
}

function Due({ view, around }: { readonly view: IntakeView; readonly around: IntakeSurroundings }): ReactNode {
  const { appointment } = view;
  return (
    <div className="intake-sum">
      <div className="intake-sum-line">
        <span className="muted">{t('intake.due.title')}</span>
        {appointment && (
          <>
            <span className="intake-sum-value tabular" data-promised={appointment.promisedAt ?? ''}>
              {t(describeDue(appointment, view.legalTime?.at ?? around.now))}
            </span>
            {appointment.provisional && <StatusChip tone="warn">{t('intake.due.provisional')}</StatusChip>}
            <Explain label={t('intake.due.why')} keys="F8" title={t('intake.due.whyTitle')}>
              <Trace view={view} around={around} />
            </Explain>
          </>
        )}
      </div>
      <p className="muted text-small">{dueNote(view, around)}</p>
    </div>
  );
}

/** What it costs and when it is ready, each with its ground; always in view, above the key that promises it. */
export function MoneyAndDue(props: { readonly view: IntakeView; readonly around: IntakeSurroundings }): ReactNode {
  return (
    <div className="intake-sums">
      <Fee fee={props.view.fee} />
      <Due {...props} />
    </div>
  );
}
