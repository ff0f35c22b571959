import { type ReactNode, useEffect, useState } from 'react';
import type { PageRef } from '../../../../shared/domain/actions/action-parts';
import type { IpcError, ScanError, ScanSource } from '../../../../shared/ipc/messages';
import { getDesktop } from '../../../desktop';
import { Button, Notice, Picker, t } from '../../../ui';
import { PagePicture } from '../PagePicture';
import { describeScanError } from './act-failures';

interface ScanPagesProps {
  readonly dossierId: string;
  readonly paperId: string;
  readonly pages: readonly PageRef[];
  /** A page is on the disk. */
  readonly onPage: (page: PageRef) => void;
}

/** Fetches pages for one paper; each shows as it lands. */
export function ScanPages({ dossierId, paperId, pages, onPage }: ScanPagesProps): ReactNode {
  const [sources, setSources] = useState<readonly ScanSource[]>();
  const [sourceId, setSourceId] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ScanError | IpcError>();
  useEffect(() => {
    let isGone = false;
    void getDesktop()
      .scan.sources()
      .then((found) => {
        if (!isGone) setSources(found.ok ? found.value : []);
      });
    return () => {
      isGone = true;
    };
  }, [isBusy]);
  useEffect(
    () =>
      getDesktop().on('pageLanded', (landed) => {
        if (landed.draftId === dossierId && landed.paperId === paperId) onPage(landed.page);
      }),
    [dossierId, paperId, onPage],
  );
  const source = sources?.find((one) => one.id === sourceId) ?? sources?.[0];
  const scan = async (from: ScanSource): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const run = await getDesktop().scan.start({ sourceId: from.id, draftId: dossierId, paperId });
    setBusy(false);
    if (run.ok) run.value.pages.forEach(onPage);
    else setFailure(run.error);
  };
  const nameOf = (one: ScanSource): string =>
    one.waiting === null ? one.name : t('dossiers.act.attach.waiting', { name: one.name, count: one.waiting });
  return (
    <div className="stack-tight">
      {sources?.length === 0 && <p className="muted text-small">{t('dossiers.act.attach.noSource')}</p>}
      {source && (sources?.length ?? 0) > 1 && (
        <Picker
          label={t('dossiers.act.attach.source')}
          width="full"
          reserve={false}
          value={source.id}
          options={(sources ?? []).map((one) => ({ id: one.id, text: nameOf(one) }))}
          onChange={setSourceId}
        />
      )}
      {source && (
        <div className="row">
          <Button
            icon="scan"
            keys="F4"
            label={t('dossiers.act.attach.scan')}
            isPending={isBusy}
            onPress={() => void scan(source)}
          >
            {t(isBusy ? 'dossiers.act.attach.scanning' : 'dossiers.act.attach.scan')}
          </Button>
          <span className="muted text-small">{nameOf(source)}</span>
        </div>
      )}
      {failure && <Notice tone="warn">{t(describeScanError(failure))}</Notice>}
      {pages.length > 0 && (
        <>
          <p className="text-small" role="status">
            {t('dossiers.act.attach.pages', { count: pages.length })}
          </p>
          <ul className="case-filmstrip">
            {pages.map(({ pageId, mime }, index) => (
              <li key={pageId} className="case-filmstrip-page">
                <PagePicture
                  page={{
                    pageId,
                    isPicture: mime !== 'application/pdf',
                    name: { key: 'dossiers.case.pageName', values: { paper: '', no: index + 1 } },
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
