import type { ReactNode } from 'react';
import { formatDong } from '../../../shared/base/money';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { Icon, Section, t } from '../../ui';
import { describeCollection } from './acts/undo-drafts';
import { type LedgerRow, listCollections, listLedgers, listMoneyNotes } from './case-money';

const columns = ['due', 'waived', 'collected', 'refunded', 'left'] as const;

function cell(row: LedgerRow, column: (typeof columns)[number]): string {
  const amount = row[column];
  if (amount === null) return t('dossiers.case.feesUndecided');
  return amount === 0 && column !== 'left' ? '–' : formatDong(amount);
}

function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }): ReactNode {
  return (
    <table className="case-papers" aria-label={t('caseFacts.money.title')}>
      <thead>
        <tr>
          <th scope="col">{t('caseFacts.money.ledger')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`caseFacts.money.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ledger}>
            <th scope="row">{t(`caseMoney.ledger.${row.ledger}`)}</th>
            {columns.map((column) => (
              <td key={column}>{cell(row, column)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Money of the dossier by ledger, each act of it, and what must be looked at. */
export function CaseMoney({ state }: { readonly state: DossierState }): ReactNode {
  const rows = listLedgers(state);
  const lines = listCollections(state);
  const nothing = state.feeUndecided ? 'dossiers.case.feesUndecided' : 'dossiers.case.feesNone';
  return (
    <Section title={t('caseFacts.money.title')}>
      {rows.length === 0 ? <p className="muted">{t(nothing)}</p> : <LedgerTable rows={rows} />}
      {listMoneyNotes(state).map((note) => (
        <p key={note.key} className="case-doubt text-small">
          <Icon name="warn" /> {t(note)}
        </p>
      ))}
      {lines.length > 0 && (
        <ul className="text-small tabular" aria-label={t('caseFacts.money.lines')}>
          {lines.map((one) => (
            <li key={one.actionId} className={one.state === 'cancelled' ? 'muted' : undefined}>
              {t(describeCollection(one))} · {t(`caseFacts.money.state.${one.state}`)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
