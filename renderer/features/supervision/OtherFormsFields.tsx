import type { ReactNode } from 'react';
import type { LocalDay } from '../../../shared/base/time';
import type { Procedure } from '../../../shared/domain/procedure';
import type { DayPaper } from '../../../shared/forms/unit-forms';
import { DateTextField, Picker, RadioRow, t } from '../../ui';
import { DayPicker } from './DayPicker';
import {
  findPeriodFault,
  findProcedureChoice,
  isDayForm,
  otherForms,
  type OtherForm,
  type OtherWish,
} from './other-forms';

interface FieldsProps {
  readonly wish: OtherWish;
  readonly today: LocalDay;
  readonly procedures: readonly Procedure[];
  readonly papers: readonly DayPaper[];
  readonly onChange: (wish: OtherWish) => void;
}

function ProcedureFields({ wish, procedures, onChange }: Omit<FieldsProps, 'today' | 'papers'>): ReactNode {
  const chosen = findProcedureChoice(procedures, wish);
  if (chosen === undefined) return null;
  const { procedure, caseId } = chosen;
  return (
    <>
      <Picker
        label={t('printing.paper.other.procedure')}
        width="full"
        reserve={false}
        value={procedure.code}
        options={procedures.map(({ code, shortName }) => ({ id: code, text: `${shortName} (${code})` }))}
        onChange={(procedureCode) => {
          onChange({ ...wish, procedureCode, caseId: null });
        }}
      />
      {procedure.cases.length > 1 && (
        <Picker
          label={t('printing.paper.other.case')}
          width="full"
          reserve={false}
          value={caseId}
          options={procedure.cases.map(({ id, name }) => ({ id, text: name }))}
          onChange={(id) => {
            onChange({ ...wish, caseId: id });
          }}
        />
      )}
    </>
  );
}

function BookFields({ wish, onChange }: Pick<FieldsProps, 'wish' | 'onChange'>): ReactNode {
  const fault = findPeriodFault(wish);
  return (
    <>
      <RadioRow
        label={t('printing.paper.other.book')}
        options={(['BS', 'SCT'] as const).map((value) => ({ value, text: t(`printing.paper.other.bookOf.${value}`) }))}
        value={wish.book}
        onChange={(book) => {
          onChange({ ...wish, book: book === 'SCT' ? 'SCT' : 'BS' });
        }}
      />
      <div className="row">
        <DateTextField
          label={t('printing.paper.other.from')}
          value={wish.from}
          onChange={(from) => {
            if (from !== '') onChange({ ...wish, from });
          }}
        />
        <DateTextField
          label={t('printing.paper.other.to')}
          value={wish.to}
          error={fault && t(fault)}
          onChange={(to) => {
            if (to !== '') onChange({ ...wish, to });
          }}
        />
      </div>
    </>
  );
}

/** Which paper, of which day, procedure or period. */
export function OtherFormsFields({ wish, today, procedures, papers, onChange }: FieldsProps): ReactNode {
  const chosen = papers.find(({ id }) => id === wish.paperId) ?? papers[0];
  return (
    <>
      <Picker
        label={t('printing.paper.choose')}
        width="full"
        reserve={false}
        value={wish.form}
        options={otherForms.map((form) => ({ id: form, text: t(`printing.paper.name.${form}`) }))}
        onChange={(id) => {
          const form = otherForms.find((one): one is OtherForm => one === id) ?? wish.form;
          onChange({ ...wish, form, paperId: null });
        }}
      />
      {wish.form === 'procedureSheet' && <ProcedureFields {...{ wish, procedures, onChange }} />}
      {wish.form === 'certificationRegister' && <BookFields {...{ wish, onChange }} />}
      {isDayForm(wish.form) && (
        <DayPicker
          day={wish.day}
          today={today}
          onChange={(day) => {
            onChange({ ...wish, day, paperId: null });
          }}
        />
      )}
      {isDayForm(wish.form) && chosen && (
        <Picker
          label={t('printing.paper.other.which')}
          width="full"
          reserve={false}
          value={chosen.id}
          options={papers.map(({ id, label }) => ({ id, text: t(label) }))}
          onChange={(paperId) => {
            onChange({ ...wish, paperId });
          }}
        />
      )}
    </>
  );
}
