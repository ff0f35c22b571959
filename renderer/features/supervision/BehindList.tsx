import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { formatInstant } from '../../../shared/base/time';
import { statusText } from '../../../shared/text/domain-sentences';
import type { DossierRow } from '../../records/dossier-row';
import { readDossierRows } from '../../records/dossier-queries';
import type { CellPlace } from '../../records/report-protocol';
import { openDossier } from '../../route.store';
import { useOfficeNames } from '../../use-office';
import { Button, type Column, DataTable, EmptyState, KeyHint, Notice, t } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { figureName } from './report-cells';
import { sayReport } from './say-report';
import type { MadeReport } from './use-report-desk';

/** Names are unsealed for what is shown only. */
const SLICE = 200;

interface BehindListProps {
  readonly made: MadeReport;
  readonly place: CellPlace;
  readonly onBack: () => void;
}

interface Behind {
  readonly ids: readonly string[];
  readonly rows: readonly DossierRow[];
  readonly hasFailed: boolean;
  readonly isBusy: boolean;
}

const rowKey = (row: DossierRow): string => row.dossierId;

function useBehind({ made, place }: Pick<BehindListProps, 'made' | 'place'>, wanted: number): Behind {
  const [found, setFound] = useState<Behind>({ ids: [], rows: [], hasFailed: false, isBusy: true });
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const ids = await made.read.listBehind(place);
      const rows = ids.ok ? await readDossierRows(ids.value.slice(0, wanted)) : ids;
      if (isGone) return;
      setFound({
        ids: ids.ok ? ids.value : [],
        rows: rows.ok ? rows.value : [],
        hasFailed: !rows.ok,
        isBusy: false,
      });
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [made, place, wanted]);
  return found;
}

function useColumns(rows: readonly DossierRow[]): readonly Column<DossierRow>[] {
  const { procedureName } = useOfficeNames();
  const codeWidth = measureWidth(
    rows.map(({ code }) => code),
    CODE_CHARACTERS,
  );
  return useMemo(() => {
    const column = (
      id: 'code' | 'person' | 'procedure' | 'status' | 'received' | 'due',
      width: string,
      textOf: (row: DossierRow) => string,
      sortValue: (row: DossierRow) => string | number = textOf,
    ): Column<DossierRow> => ({
      id,
      width,
      header: t(`reportScreen.behind.${id}`),
      cell: (row) => <span title={textOf(row)}>{textOf(row)}</span>,
      sortValue,
      isTabular: id === 'code' || id === 'received' || id === 'due',
    });
    const timeText = (at: number | null): string => (at === null ? '' : formatInstant(at));
    return [
      column('code', codeWidth, ({ code }) => code),
      column('person', 'minmax(140px, 1.1fr)', ({ applicantName }) => applicantName),
      column('procedure', 'minmax(160px, 1.4fr)', ({ procedureCode }) => procedureName(procedureCode ?? '')),
      column('status', 'minmax(120px, 0.8fr)', ({ status }) => t(statusText(status))),
      column(
        'received',
        '140px',
        ({ receivedAt }) => timeText(receivedAt),
        ({ receivedAt }) => receivedAt ?? 0,
      ),
      column(
        'due',
        '140px',
        ({ legalDue }) => timeText(legalDue),
        ({ legalDue }) => legalDue ?? Infinity,
      ),
    ];
  }, [codeWidth, procedureName]);
}

/** The dossiers behind one figure; Enter opens one, Esc goes back to the figure. */
export function BehindList({ made, place, onBack }: BehindListProps): ReactNode {
  const [wanted, setWanted] = useState(SLICE);
  const { ids, rows, hasFailed, isBusy } = useBehind({ made, place }, wanted);
  const columns = useColumns(rows);
  const { tables, title } = made.read.report;
  const row = tables[place.table]?.rows[place.row];
  const column = tables[place.table]?.columns[place.column];
  const name = row && column ? figureName(row, column).split(' – ').map(sayReport).join(' – ') : sayReport(title);
  const left = ids.length - rows.length;
  return (
    <div className="board">
      <div className="report-head">
        <Button variant="quiet" icon="back" label={t('reportScreen.behind.back')} onPress={onBack}>
          {t('reportScreen.behind.back')} <KeyHint keys="Esc" />
        </Button>
        <h2 className="text-section grow">
          {isBusy ? sayReport(name) : t('reportScreen.behind.title', { count: ids.length, name: sayReport(name) })}
        </h2>
      </div>
      {hasFailed && <Notice tone="warn">{t('reportScreen.failure.behind')}</Notice>}
      <DataTable
        label={t('reportScreen.behind.table', { name: sayReport(name) })}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        isBusy={isBusy}
        shouldFocus
        onOpen={({ dossierId }) => {
          openDossier(dossierId);
        }}
        empty={<EmptyState title={t('reportScreen.behind.empty')} />}
      />
      {left > 0 && rows.length >= wanted && (
        <div className="board-actions">
          <Button
            onPress={() => {
              setWanted(wanted + SLICE);
            }}
          >
            {t('reportScreen.behind.more', { count: Math.min(SLICE, left) })}
          </Button>
        </div>
      )}
    </div>
  );
}
