import { type ReactNode, useMemo, useState } from 'react';
import { formatDay } from '../../../shared/base/time';
import { useReference } from '../../records/reference.store';
import { Button, Notice, Section, Skeleton, StatusChip, t } from '../../ui';
import { listPackageRows, type PackageRow } from './package-rows';
import { PackageDetail } from './PackageDetail';

/** How sure one may be of a package, in a few words. */
function unconfirmedWords({ unconfirmed }: PackageRow): string {
  return unconfirmed === 0
    ? t('shell.settings.packageAllConfirmed')
    : t('shell.settings.packageUnconfirmed', { count: unconfirmed });
}

interface PackageLineProps {
  readonly row: PackageRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function PackageLine({ row, isOpen, onToggle }: PackageLineProps): ReactNode {
  const { pack, state } = row;
  const isOwn = pack.origin === 'province';
  return (
    <li className="settings-line">
      <div className="row-between">
        <span className="grow">
          {t(`shell.settings.packageKind.${pack.kind}`)}
          <span className="muted tabular">
            {' · '}
            {t('shell.settings.packageLine', { version: pack.version, validFrom: formatDay(pack.validFrom) })}
          </span>
          <span className="muted package-under">
            {t(`shell.settings.packageState.${state}`)}
            {' · '}
            {unconfirmedWords(row)}
          </span>
        </span>
        <StatusChip tone={isOwn ? 'ok' : 'warn'} icon={isOwn ? 'done' : 'info'}>
          {t(`shell.settings.packageOrigin.${pack.origin}`)}
        </StatusChip>
        <Button variant="quiet" onPress={onToggle}>
          {t(isOpen ? 'shell.settings.packageHide' : 'shell.settings.packageShow')}
        </Button>
      </div>
      {isOpen && <PackageDetail row={row} />}
    </li>
  );
}

/** The reference packages on this PC: which rules, from when, from whom, how sure, and what each of them changed. */
export function PackagesSection(): ReactNode {
  const { packages, reference, day, problem } = useReference();
  const rows = useMemo(
    () => (day === null ? undefined : listPackageRows(packages, reference, day)),
    [packages, reference, day],
  );
  const [open, setOpen] = useState<string | null>(null);
  if (rows === undefined && problem === null) return <Skeleton rows={2} />;
  return (
    <Section title={t('shell.settings.packages')}>
      {problem !== null && <Notice tone="warn" title={t('shell.settings.packageProblem')} />}
      <ul className="settings-list">
        {rows?.map((row) => (
          <PackageLine
            key={row.id}
            row={row}
            isOpen={open === row.id}
            onToggle={() => {
              setOpen(open === row.id ? null : row.id);
            }}
          />
        ))}
      </ul>
    </Section>
  );
}
