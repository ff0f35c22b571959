import type { ReactNode } from 'react';
import { Button, Dialog, t } from '../../ui';
import type { CasePage } from './case-papers';
import { PagePicture } from './PagePicture';

interface PageViewerProps {
  readonly pages: readonly CasePage[];
  /** Index of the page shown large; null: closed. */
  readonly shown: number | null;
  readonly onShow: (index: number | null) => void;
}

/** One page, large, with its neighbours a key away. */
export function PageViewer({ pages, shown, onShow }: PageViewerProps): ReactNode {
  const page = shown === null ? undefined : pages[shown];
  const at = shown ?? 0;
  const close = (): void => {
    onShow(null);
  };
  return (
    <Dialog
      isOpen={page !== undefined}
      onClose={close}
      title={page ? t(page.name) : ''}
      actions={
        <>
          <span className="grow muted tabular">{t('dossiers.case.pageOf', { no: at + 1, count: pages.length })}</span>
          <Button
            keys="Alt+ArrowLeft"
            label={t('dossiers.case.previousPage')}
            isDisabled={at === 0}
            onPress={() => {
              onShow(at - 1);
            }}
          >
            {t('dossiers.case.previousPage')}
          </Button>
          <Button
            keys="Alt+ArrowRight"
            label={t('dossiers.case.nextPage')}
            isDisabled={at >= pages.length - 1}
            onPress={() => {
              onShow(at + 1);
            }}
          >
            {t('dossiers.case.nextPage')}
          </Button>
          <Button variant="primary" autoFocus onPress={close}>
            {t('shell.button.close')}
          </Button>
        </>
      }
    >
      {page && <PagePicture key={page.pageId} page={page} isLarge />}
    </Dialog>
  );
}
