import type { ReactNode } from 'react';
import { formatDay } from '../../../shared/base/time';
import { describeRowChange, describeRowDiff } from '../../../shared/text/package-diff-sentences';
import type { RowDiff } from '../../../shared/domain/package-diff';
import { DetailList, t } from '../../ui';
import { listChanges, listUnconfirmedLines, type PackageRow } from './package-rows';

function ChangedRow({ row }: { readonly row: RowDiff }): ReactNode {
  return (
    <li>
      {t(describeRowDiff(row)).replace(/ +:/, ':')}
      {row.changes.length > 0 && (
        <ul className="package-changes">
          {row.changes.map((change) => {
            const line = t(describeRowChange(change));
            return <li key={line}>{line}</li>;
          })}
        </ul>
      )}
    </li>
  );
}

function Changes({ row }: { readonly row: PackageRow }): ReactNode {
  const { previous } = row;
  if (previous === null) return <p className="muted">{t('shell.settings.packageFirst')}</p>;
  const rows = listChanges(row);
  const origin = t(`shell.settings.packageOrigin.${previous.origin}`);
  return (
    <>
      <h3 className="package-title">
        {t('shell.settings.packageChangesTo', { version: previous.version, origin, count: rows.length })}
      </h3>
      {rows.length === 0 && <p>{t('catalogue.diff.none')}</p>}
      {rows.length > 0 && (
        // A list longer than the screen is scrolled by keys once it has the focus.
        <ul className="package-scroll" tabIndex={0} aria-label={t('shell.settings.packageChanges')}>
          {rows.map((one) => (
            <ChangedRow key={`${one.key} ${one.kind} ${one.since ?? ''}`} row={one} />
          ))}
        </ul>
      )}
      <p className="muted">{t('shell.settings.packageBack', { version: previous.version })}</p>
    </>
  );
}

function Unconfirmed({ row }: { readonly row: PackageRow }): ReactNode {
  const lines = listUnconfirmedLines(row.pack);
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="package-title">{t('shell.settings.packageUnconfirmedList')}</h3>
      <ul className="package-scroll" tabIndex={0} aria-label={t('shell.settings.packageUnconfirmedList')}>
        {lines.map(({ key, name, what }) => (
          <li key={key}>{name === '' ? t(what) : t('shell.settings.packageUnconfirmedOf', { name, what: t(what) })}</li>
        ))}
      </ul>
    </>
  );
}

/** One package opened: where it is from, what it changed, what of it is not confirmed, and the way back. */
export function PackageDetail({ row }: { readonly row: PackageRow }): ReactNode {
  const { pack } = row;
  return (
    <div className="package-detail">
      <DetailList
        items={[
          { label: t('shell.settings.packageSigned'), value: t(`shell.settings.packageSignature.${pack.origin}`) },
          { label: t('shell.settings.packageFrom'), value: formatDay(pack.validFrom) },
          ...(pack.note === '' ? [] : [{ label: t('shell.settings.packageNote'), value: pack.note }]),
        ]}
      />
      <Changes row={row} />
      <Unconfirmed row={row} />
    </div>
  );
}
