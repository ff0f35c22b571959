import type { ReactNode } from 'react';
import { formatDay } from '../../../shared/base/time';
import type { RequiredPaper } from '../../../shared/domain/procedure-paper';
import { Icon, KeyHint, t } from '../../ui';
import type { Checklist, RowStanding } from './checklist';
import type { PaperRow } from './intake-draft';
import { changeDraft } from './intake.store';
import { openScan } from './open-scan';
import { takeOffer, undoReuse } from './paper-keys';
import { describeSourceOf } from './reusable-words';

interface DigitiseCellProps {
  readonly row: PaperRow;
  readonly paper: RequiredPaper | undefined;
  readonly standing: RowStanding;
  /** Pages scanned so far. */
  readonly count: number;
  readonly checklist: Checklist | undefined;
}

function describeDuty(row: PaperRow, paper: RequiredPaper | undefined): string {
  const { original, certifiedCopy, photocopy } = row.counts;
  if (row.mode === 'submit' && original + certifiedCopy + photocopy === 0) return t('intake.papers.notHandedOver');
  if (paper?.digitise.duty === 'required') return t('intake.papers.unscanned');
  return t(paper?.digitise.duty === 'exempt' ? 'intake.papers.exempt' : 'intake.papers.optional');
}

/** Taken over: nothing is asked. One press takes a new one in all the same. */
function Reused({ row, checklist }: Pick<DigitiseCellProps, 'row' | 'checklist'>): ReactNode {
  const day = row.reuse?.paper.issuedOn ?? row.reuse?.source.digitisedOn ?? '';
  return (
    <button
      type="button"
      className="intake-paper-scan intake-paper-scanned"
      aria-label={`${t('intakeRules.row.reused', { day: formatDay(day) })}. ${t('intakeRules.row.undoOf', { name: row.name })}`}
      onClick={() => {
        if (checklist) changeDraft((draft) => undoReuse(draft, checklist, row.paperId));
      }}
    >
      <Icon name="check" />
      {t('intakeRules.row.reused', { day: formatDay(day) })}
    </button>
  );
}

/** The office holds it: one key takes it over. */
function Offer({ row, checklist }: { readonly row: PaperRow; readonly checklist: Checklist }): ReactNode {
  const held = checklist.reusable.get(row.paperId);
  if (!held) return null;
  return (
    <button
      type="button"
      className="intake-paper-scan intake-paper-offer"
      title={t(describeSourceOf(held))}
      onClick={() => {
        changeDraft((draft) => takeOffer(draft, checklist, row.paperId));
      }}
    >
      <Icon name="undo" />
      <span>{t('intakeRules.row.offer')}</span>
      <span className="visually-hidden">
        : {row.name}. {t(describeSourceOf(held))}
      </span>
      <KeyHint keys="Alt+R" />
    </button>
  );
}

/** What a paper still wants: a scan, an answer, nothing; or that the office holds it already. */
export function DigitiseCell(props: DigitiseCellProps): ReactNode {
  const { row, paper, standing, count, checklist } = props;
  if (row.reuse !== null) {
    return (
      <td>
        <Reused row={row} checklist={checklist} />
      </td>
    );
  }
  if (count === 0 && (standing === 'notAsked' || standing === 'open')) {
    return <td className="muted text-small">{t(`intakeRules.row.${standing}`)}</td>;
  }
  if (count === 0 && checklist?.reusable.has(row.paperId) === true && !row.volunteered) {
    return (
      <td>
        <Offer row={row} checklist={checklist} />
      </td>
    );
  }
  if (count === 0 && paper?.digitise.duty === 'exempt') {
    return (
      <td className="muted text-small" title={paper.digitise.reason}>
        {describeDuty(row, paper)}
      </td>
    );
  }
  const state = count > 0 ? t('intake.papers.pages', { count }) : describeDuty(row, paper);
  const unasked = row.volunteered ? ` · ${t('intakeRules.row.volunteered')}` : '';
  return (
    <td>
      <button
        type="button"
        className={count > 0 ? 'intake-paper-scan intake-paper-scanned' : 'intake-paper-scan'}
        aria-label={`${state}${unasked}. ${t('intake.papers.scan', { name: row.name })}`}
        onClick={() => {
          openScan(row.paperId);
        }}
      >
        <Icon name={count > 0 ? 'check' : 'scan'} />
        {state}
        {unasked}
      </button>
    </td>
  );
}
