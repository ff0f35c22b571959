import { type ReactNode, useState } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import type { Officer } from '../../../shared/domain/officer';
import type { Unit } from '../../../shared/domain/unit';
import type { DayPaper } from '../../../shared/forms/unit-forms';
import type { Message, TextKey } from '../../../shared/text/message';
import { describePrintError } from '../../../shared/text/printer-sentences';
import { PreviewButton } from '../../papers/PreviewButton';
import { describePrinted, hasTwoOnOne, layoutOf, type PrinterChoice, startChoice } from '../../papers/printer-choice';
import { PrinterFields, useChosenPrinter } from '../../papers/PrinterFields';
import { FILE_ONLY } from '../../printers.store';
import { Button, Notice, Section, t, useNow } from '../../ui';
import { previewOther, printOther } from './other-forms.commands';
import { findPeriodFault, type OtherForm, type OtherWish } from './other-forms';
import { OtherFormsFields } from './OtherFormsFields';
import { openExportsFolder } from './supervision.commands';
import { useOtherPapers } from './use-other-forms';

const NOW_MS = 30_000;

interface Told {
  readonly tone: 'ok' | 'danger';
  readonly message: Message;
}

function startWish(now: number): OtherWish {
  const today = toLocalDay(now);
  const of = { day: today, from: `${today.slice(0, 7)}-01`, to: today };
  return { form: 'procedureSheet', ...of, book: 'BS', procedureCode: null, caseId: null, paperId: null };
}

/** Forms that are always there have no reason to be absent. */
function absentKey(form: OtherForm): TextKey | undefined {
  switch (form) {
    case 'authorisation':
    case 'lostSlipDeclaration':
    case 'certificationRegister':
    case 'selfTest':
      return undefined;
    default:
      return `printing.paper.other.absent.${form}`;
  }
}

function PrintBar(props: { readonly paper: DayPaper; readonly name: string; readonly onTold: (told: Told) => void }) {
  const { paper, name } = props;
  const [choice, setChoice] = useState<PrinterChoice>(startChoice);
  const [isBusy, setBusy] = useState(false);
  const printer = useChosenPrinter(choice);
  const print = async (): Promise<void> => {
    setBusy(true);
    const how = { printer: printer === FILE_ONLY ? null : printer, copies: choice.copies, ...layoutOf(choice) };
    const printed = await printOther(paper.fill, how);
    setBusy(false);
    props.onTold(
      printed.ok
        ? { tone: 'ok', message: describePrinted(name, printed.value) }
        : { tone: 'danger', message: describePrintError(printed.error) },
    );
  };
  return (
    <>
      <PrinterFields choice={choice} hasLayout={hasTwoOnOne(paper.fill.form)} onChange={setChoice} />
      <div className="row">
        <PreviewButton name={name} ask={() => previewOther(paper.fill, layoutOf(choice))} />
        <Button variant="primary" icon="print" keys="Ctrl+Enter" isPending={isBusy} onPress={() => void print()}>
          {t('dossiers.act.submit.FormPrinted')}
        </Button>
      </div>
    </>
  );
}

function NoPaper({ wish, isBusy }: { readonly wish: OtherWish; readonly isBusy: boolean }): ReactNode {
  const why = absentKey(wish.form);
  if (isBusy) return <p className="muted">{t('printing.paper.other.reading')}</p>;
  return why === undefined ? null : <Notice tone="info">{t(why)}</Notice>;
}

/** Papers that belong to no single dossier: chosen, looked at, printed; what cannot be printed says why. */
export function OtherForms({ unit, officer }: { readonly unit: Unit; readonly officer: Officer }): ReactNode {
  const now = useNow(NOW_MS);
  const [wish, setWish] = useState(() => startWish(now));
  const [told, setTold] = useState<Told>();
  const { papers, around, isBusy, hasFailed, refresh } = useOtherPapers(unit, officer, wish);
  const paper = papers.find(({ id }) => id === wish.paperId) ?? papers[0];
  const name = t(`printing.paper.name.${wish.form}`);
  return (
    <div className="board other-forms">
      <Section title={t('printing.paper.other.title')}>
        <OtherFormsFields
          wish={wish}
          today={toLocalDay(now)}
          procedures={around.procedures}
          papers={papers}
          onChange={(next) => {
            setWish(next);
            setTold(undefined);
          }}
        />
        {hasFailed && (
          <Notice tone="warn" action={<Button onPress={refresh}>{t('shell.button.retry')}</Button>}>
            {t('printing.paper.other.readFailed')}
          </Notice>
        )}
        {paper === undefined && !hasFailed && findPeriodFault(wish) === undefined && (
          <NoPaper wish={wish} isBusy={isBusy} />
        )}
        {paper && <PrintBar key={wish.form} paper={paper} name={name} onTold={setTold} />}
        {told && (
          <Notice
            tone={told.tone}
            onDismiss={() => setTold(undefined)}
            action={
              <Button icon="folder" onPress={() => void openExportsFolder()}>
                {t('shell.button.openFolder')}
              </Button>
            }
          >
            {t(told.message)}
          </Notice>
        )}
      </Section>
    </div>
  );
}
