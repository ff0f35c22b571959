import { type ReactNode, useMemo, useState } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { formatInstant } from '../../../../shared/base/time';
import type { DossierForm } from '../../../../shared/forms/dossier-forms';
import { listDossierForms, type DossierForms, type DossierPaper } from '../../../../shared/forms/list-dossier-forms';
import { sayVi, type Message } from '../../../../shared/text/message';
import { describePrintError } from '../../../../shared/text/printer-sentences';
import { describeRecordError } from '../../../../shared/text/record-error-sentences';
import { PreviewButton } from '../../../papers/PreviewButton';
import { describePrinted, hasTwoOnOne, layoutOf } from '../../../papers/printer-choice';
import { PrinterFields, useChosenPrinter } from '../../../papers/PrinterFields';
import { FILE_ONLY } from '../../../printers.store';
import { useLegalDates } from '../../../records/use-dossiers';
import { Explain, Notice, Picker, t, TextField } from '../../../ui';
import { actName } from '../case-acts';
import { previewPaper, printPaper, type PrintedPaper } from '../dossiers.commands';
import type { ActFormProps } from './ActFrame';
import { ActShell } from './ActShell';
import type { FieldErrors } from './field-errors';
import {
  copyNoOf,
  findChosen,
  isReprint,
  type PrintDraft,
  readPrintReason,
  reprintReasons,
  startPrint,
} from './print-draft';

/** What can be printed, again whenever the dossier or its dates changed. */
function usePapers({ state, around }: ActFormProps): DossierForms {
  const dates = useLegalDates(state);
  const { now, unit, practice, procedure, calendar, officer, officerName } = around;
  return useMemo(
    () =>
      listDossierForms(state, {
        at: now,
        printedBy: officer.name,
        unit,
        practice,
        procedure,
        calendar,
        officerName,
        dates,
      }),
    [state, now, unit, practice, procedure, calendar, officer, officerName, dates],
  );
}

function paperName({ form, money }: Pick<DossierPaper, 'form' | 'money'>): string {
  const name = t(`printing.paper.name.${form}`);
  if (money === undefined) return name;
  const ledger = t(`printing.paper.ledger.${money.ledger}`);
  const values = { amount: formatDong(money.amount), ledger, time: formatInstant(money.at) };
  return `${name} (${t('printing.paper.moneyOf', values)})`;
}

function describeResult(name: string, { outcome, recorded }: PrintedPaper): Message {
  if (recorded.ok) return describePrinted(name, outcome);
  return { key: 'dossiers.act.print.failed', values: { why: sayVi(describeRecordError(recorded.error)) } };
}

interface PrintWork {
  readonly errors: FieldErrors;
  readonly failure: Message | undefined;
  readonly isBusy: boolean;
  readonly print: (paper: DossierPaper, draft: PrintDraft, printer: string) => Promise<void>;
}

function usePrintWork({ state, onSaved }: ActFormProps): PrintWork {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<Message>();
  const [isBusy, setBusy] = useState(false);
  const print = async (paper: DossierPaper, draft: PrintDraft, printer: string): Promise<void> => {
    const reason = readPrintReason(draft, isReprint(paper));
    setErrors(reason.ok ? {} : reason.error);
    if (!reason.ok) return;
    setBusy(true);
    setFailure(undefined);
    const printed = await printPaper(state, {
      ...{ paper, copyNo: copyNoOf(paper, draft), reason: reason.value, copies: draft.copies },
      ...layoutOf(draft),
      printer: printer === FILE_ONLY ? null : printer,
    });
    setBusy(false);
    if (printed.ok) onSaved(describeResult(paperName(paper), printed.value));
    else setFailure(describePrintError(printed.error));
  };
  return { errors, failure, isBusy, print };
}

function WhyAbsent({ absent }: { readonly absent: readonly DossierForm[] }): ReactNode {
  if (absent.length === 0) return null;
  return (
    <Explain label={t('printing.paper.whyNot')} title={t('printing.paper.whyNotTitle')}>
      <ul className="act-refused text-small">
        {absent.map((form) => (
          <li key={form}>
            <span className="strong">{t(`printing.paper.name.${form}`)}</span>
            <br />
            {t(`printing.paper.absent.${form}`)}
          </li>
        ))}
      </ul>
    </Explain>
  );
}

interface DraftProps {
  readonly draft: PrintDraft;
  readonly onChange: (draft: PrintDraft) => void;
}

function ReasonFields({ draft, onChange, errors }: DraftProps & { readonly errors: FieldErrors }): ReactNode {
  return (
    <>
      <Picker
        label={t('dossiers.act.print.reason')}
        width="full"
        reserve={false}
        value={draft.reason}
        options={reprintReasons.map((id) => ({
          id,
          text: id === 'other' ? t('dossiers.act.print.otherReason') : t(`dossiers.act.print.reasonOf.${id}`),
        }))}
        onChange={(id) => {
          onChange({ ...draft, reason: reprintReasons.find((one) => one === id) ?? draft.reason });
        }}
      />
      {draft.reason === 'other' && (
        <TextField
          label={t('dossiers.act.print.otherReason')}
          maxLength={300}
          value={draft.otherReason}
          onChange={(otherReason) => {
            onChange({ ...draft, otherReason });
          }}
          error={errors['otherReason'] && t(errors['otherReason'])}
        />
      )}
    </>
  );
}

function PaperField({ papers, chosen, draft, onChange }: DraftProps & PaperFieldProps): ReactNode {
  return (
    <>
      {chosen.form === 'redatedSlip' && papers[0] === chosen && (
        <Notice tone="warn">{t('printing.paper.redated')}</Notice>
      )}
      <Picker
        label={t('printing.paper.choose')}
        width="full"
        reserve={false}
        value={chosen.id}
        options={papers.map((paper) => ({ id: paper.id, text: paperName(paper) }))}
        onChange={(paperId) => {
          onChange({ ...draft, paperId });
        }}
      />
    </>
  );
}

interface PaperFieldProps {
  readonly papers: readonly DossierPaper[];
  readonly chosen: DossierPaper;
}

/** Chooses a paper of the dossier, shows it, prints it; a second time only with a reason. */
export function PrintForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const { papers, absent } = usePapers(props);
  const [draft, setDraft] = useState<PrintDraft>(startPrint);
  const { errors, failure, isBusy, print } = usePrintWork(props);
  const printer = useChosenPrinter(draft);
  const chosen = findChosen(papers, draft);
  const preview = async (paper: DossierPaper) =>
    previewPaper(state, { paper, copyNo: copyNoOf(paper, draft), ...layoutOf(draft) });
  return (
    <ActShell
      title={t(actName('FormPrinted', state))}
      failure={failure}
      submitText={t('dossiers.act.submit.FormPrinted')}
      isBusy={isBusy}
      canSubmit={chosen !== undefined}
      onSubmit={() => {
        if (chosen) void print(chosen, draft, printer);
      }}
      onClose={props.onClose}
      more={<WhyAbsent absent={absent} />}
    >
      {chosen === undefined && <p className="muted">{t('printing.paper.none')}</p>}
      {chosen && <PaperField papers={papers} chosen={chosen} draft={draft} onChange={setDraft} />}
      {chosen && isReprint(chosen) && <ReasonFields draft={draft} onChange={setDraft} errors={errors} />}
      <PrinterFields
        choice={draft}
        hasLayout={chosen !== undefined && hasTwoOnOne(chosen.form)}
        onChange={(choice) => {
          setDraft({ ...draft, ...choice });
        }}
      />
      {chosen && <PreviewButton name={paperName(chosen)} ask={() => preview(chosen)} />}
    </ActShell>
  );
}
