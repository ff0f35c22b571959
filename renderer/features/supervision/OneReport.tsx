import { type ReactNode, useState } from 'react';
import { tableReportIdSchema } from '../../../shared/reports/report-data';
import type { ReportEntry } from '../../../shared/reports/report-catalogue';
import type { CellPlace } from '../../records/report-protocol';
import { useSession } from '../../session.store';
import { Button, EmptyState, KeyHint, Notice, t } from '../../ui';
import { BehindList } from './BehindList';
import { describeReportFailure } from './read-report';
import { checkParams } from './report-params';
import { sayReport } from './say-report';
import { ReportParamsBar } from './ReportParamsBar';
import { ReportShown } from './ReportShown';
import type { ReportsState } from './use-report-desk';
import { useEscape } from './use-escape';

interface OneReportProps {
  readonly entry: ReportEntry;
  readonly reports: ReportsState;
  readonly onBack: () => void;
}

/** What the report is; once it is made, for which time. */
function Head({
  entry,
  about,
  onBack,
}: Pick<OneReportProps, 'entry' | 'onBack'> & { readonly about: string }): ReactNode {
  return (
    <div className="report-head">
      <Button variant="quiet" icon="back" label={t('reportScreen.back')} onPress={onBack}>
        {t('reportScreen.back')} <KeyHint keys="Esc" />
      </Button>
      <div className="grow">
        <h2 className="text-section">{t(entry.title)}</h2>
        <p className="muted text-small truncate" title={about}>
          {about}
        </p>
      </div>
    </div>
  );
}

/** Makes and stops. The button keeps its place and the focus while a report is being made. */
function MakeButton({ reports, onMake }: { readonly reports: ReportsState; readonly onMake: () => void }): ReactNode {
  const { making, made } = reports;
  return (
    <div className="report-make">
      {making !== undefined && (
        <>
          <span className="muted text-small tabular" role="status">
            {t('reportScreen.make.progress', { read: making.read, all: making.all })}
          </span>
          <Button keys="Alt+X" onPress={reports.stop}>
            {t('reportScreen.make.cancel')}
          </Button>
        </>
      )}
      <Button
        variant="primary"
        keys="Ctrl+Enter"
        autoFocus={made === undefined}
        isPending={making !== undefined}
        onPress={onMake}
      >
        {t(made === undefined ? 'reportScreen.make.button' : 'reportScreen.make.again')}
      </Button>
    </div>
  );
}

/** One report: its parameters, its tables, the dossiers behind a figure, its export. */
export function OneReport({ entry, reports, onBack }: OneReportProps): ReactNode {
  const [place, setPlace] = useState<CellPlace | null>(null);
  const [last, setLast] = useState<CellPlace | null>(null);
  const [isAsked, setAsked] = useState(false);
  const counters = useSession((session) => session.unit?.counters ?? []);
  const { params, preset, made, failure } = reports;
  const faults = checkParams(entry, params, preset.today);
  const shown = made?.id === entry.id ? made : undefined;
  useEscape(() => {
    if (place === null) onBack();
    else setPlace(null);
  });
  const make = (): void => {
    const id = tableReportIdSchema.safeParse(entry.id);
    setAsked(true);
    if (Object.keys(faults).length > 0 || !id.success) return;
    setLast(null);
    void reports.make(id.data);
  };
  if (shown !== undefined && place !== null) {
    return (
      <BehindList
        made={shown}
        place={place}
        onBack={() => {
          setPlace(null);
        }}
      />
    );
  }
  return (
    <div className="board">
      <Head
        entry={entry}
        about={shown === undefined ? t(entry.about) : shown.read.report.subtitles.map(sayReport).join(' ')}
        onBack={onBack}
      />
      <div className="report-ask">
        <ReportParamsBar
          entry={entry}
          params={params}
          preset={preset}
          counters={counters}
          faults={isAsked ? faults : {}}
          onChange={reports.setParams}
        />
        <MakeButton reports={reports} onMake={make} />
      </div>
      {failure && <Notice tone="warn">{t(describeReportFailure(failure))}</Notice>}
      {shown === undefined && failure === undefined && (
        <EmptyState title={t(reports.making ? 'reportScreen.make.making' : 'reportScreen.make.start')}>
          {t('reportScreen.make.startHint')}
        </EmptyState>
      )}
      {shown && (
        <ReportShown
          entry={entry}
          made={shown}
          reports={reports}
          last={last}
          onBehind={(next) => {
            setLast(next);
            setPlace(next);
          }}
        />
      )}
    </div>
  );
}
