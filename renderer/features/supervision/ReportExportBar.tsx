import { type ReactNode, useState } from 'react';
import type { ReportEntry, ReportFormat } from '../../../shared/reports/report-catalogue';
import type { TableReport } from '../../../shared/reports/report-data';
import type { Message } from '../../../shared/text/message';
import { Button, Checkbox, Notice, t } from '../../ui';
import { describeExportError } from './close-failures';
import { countRows } from './report-cells';
import type { ReportExport } from './reports.commands';
import { openExportsFolder } from './supervision.commands';
import type { ReportsState } from './use-report-desk';

interface ExportBarProps {
  readonly entry: ReportEntry;
  readonly report: TableReport;
  readonly reports: ReportsState;
  /** Said at the left of the bar. */
  readonly children: ReactNode;
}

type Failure = Extract<ReportExport, { ok: false }>['error'];

/** The register's sentences speak of the register; a report says the same of its figures. */
function describeFailure(error: Failure): Message {
  switch (error.kind) {
    case 'diskFull':
    case 'cancelled':
      return { key: `reportScreen.export.${error.kind}` };
    case 'renderFailed':
      return { key: 'reportScreen.export.renderFailed', values: { ref: error.ref } };
    case 'noAccess':
      return { key: 'reportScreen.export.noAccess', values: { folder: error.folder } };
    default:
      return describeExportError(error);
  }
}

function Outcome({
  exported,
  onDismiss,
}: {
  readonly exported: ReportExport;
  readonly onDismiss: () => void;
}): ReactNode {
  if (!exported.ok) {
    return (
      <Notice tone={exported.error.kind === 'cancelled' ? 'info' : 'danger'} onDismiss={onDismiss}>
        {t(describeFailure(exported.error))}
      </Notice>
    );
  }
  const { folder, files } = exported.value;
  return (
    <Notice
      tone="ok"
      title={t('reportScreen.export.done', { folder })}
      onDismiss={onDismiss}
      action={
        <Button icon="folder" onPress={() => void openExportsFolder()}>
          {t('shell.button.openFolder')}
        </Button>
      }
    >
      <p className="text-small tabular">{files.map(({ name }) => name).join(' · ')}</p>
    </Notice>
  );
}

/** Which formats, how many rows, and what came of it. */
export function ReportExportBar({ entry, report, reports, children }: ExportBarProps): ReactNode {
  const [chosen, setChosen] = useState<readonly ReportFormat[]>(entry.formats);
  const { exporting, exported } = reports;
  const formats = entry.formats.filter((format) => chosen.includes(format));
  const label = t('reportScreen.export.button', { formats: formats.join(', '), count: countRows(report) });
  return (
    <>
      {exported && <Outcome exported={exported} onDismiss={reports.dismissExport} />}
      <div className="board-actions report-actions">
        <div className="report-said-left">{children}</div>
        {entry.formats.map((format) => (
          <Checkbox
            key={format}
            isSelected={chosen.includes(format)}
            onChange={(isSelected) => {
              setChosen(isSelected ? [...chosen, format] : chosen.filter((one) => one !== format));
            }}
          >
            {format}
          </Checkbox>
        ))}
        {exporting ? (
          <Button keys="Alt+X" onPress={reports.stopExport}>
            {`${t('reportScreen.export.exporting', { done: exporting.done + 1, of: exporting.of })} · ${t('reportScreen.export.cancel')}`}
          </Button>
        ) : (
          <Button
            icon="export"
            keys="Alt+E"
            isDisabled={formats.length === 0}
            onPress={() => void reports.runExport(formats)}
          >
            {formats.length === 0 ? t('reportScreen.export.noFormat') : label}
          </Button>
        )}
      </div>
    </>
  );
}
