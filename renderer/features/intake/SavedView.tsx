import { type ReactNode, useEffect, useRef } from 'react';
import type { Reference } from '../../../shared/domain/reference-package';
import { useDossier } from '../../records/use-dossiers';
import { DetailList, Icon, StatusChip, t } from '../../ui';
import { type SavedDossier, useIntake } from './intake.store';
import type { PrintWish } from './print-flow';
import { PrintLine } from './PrintLine';
import { describeDue, describeNext, describeOutcome, describeSavedFee, isReceptionQuestioned } from './saved-sentence';

interface SavedViewProps {
  readonly saved: SavedDossier;
  readonly reference: Reference;
  readonly onPrint: (wish: PrintWish) => void;
}

/** "Đã lưu …": shown from the answer of the door, kept up to date when the province answers. */
export function SavedView({ saved, reference, onPrint }: SavedViewProps): ReactNode {
  const print = useIntake((state) => state.print);
  const live = useDossier(saved.dossierId);
  const known = live.loading ? undefined : live.value;
  // The lists may not have it yet; then what the door answered stands.
  const state = known && known.timeline.length >= saved.state.timeline.length ? known : saved.state;
  const next = describeNext(saved.what);
  const { appointment, slip, applicant, submitter } = saved.state;
  const procedure = reference.procedures.get(state.procedureCode ?? '');
  const fee = describeSavedFee(state);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    headingRef.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isQuestioned = isReceptionQuestioned(state);
  // The lists may lag behind the answer of the door, or know of acts that came after it.
  const latest = known && known.timeline.length > saved.state.timeline.length ? known : saved.state;
  const wasPrinted = latest.prints.some((one) => one.form === 'receipt');
  return (
    <section className="intake-saved" aria-label={t('intake.saved.region')} data-dossier={saved.dossierId}>
      <div className={isQuestioned ? 'intake-saved-head intake-saved-issue' : 'intake-saved-head'} role="status">
        <Icon name={isQuestioned ? 'warn' : 'done'} size={20} />
        <h2 ref={headingRef} className="text-section tabular">
          {t(describeOutcome(saved.what, saved.savedAt, state))}
        </h2>
      </div>
      {next && <p className="strong">{t(next)}</p>}
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
          ...(next
            ? []
            : [
                {
                  label: t('intake.saved.due'),
                  value: appointment && (
                    <span className="row">
                      <span className="tabular">
                        {t(describeDue(appointment, saved.state.receivedAt ?? saved.savedAt))}
                      </span>
                      {appointment.provisional && <StatusChip tone="warn">{t('intake.due.provisional')}</StatusChip>}
                    </span>
                  ),
                },
                { label: t('intake.saved.fee'), value: t(fee) },
                {
                  label: t('intake.saved.slip'),
                  value: slip && <span className="tabular">{t('intake.saved.slipNo', { ...slip })}</span>,
                },
              ]),
        ]}
      />
      {next ? (
        <p className="muted">{t('intakeRules.saved.printForm')}</p>
      ) : (
        <PrintLine
          print={print}
          wasPrinted={wasPrinted}
          onPrint={(wish) => {
            onPrint({ ...wish, state: latest });
          }}
        />
      )}
    </section>
  );
}
