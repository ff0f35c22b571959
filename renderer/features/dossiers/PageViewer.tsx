import type { ReactNode } from 'react';
import { Button, Dialog, t, useShortcut } from '../../ui';
import type { CasePage } from './case-papers';
import { PagePicture } from './PagePicture';

interface PageViewerProps {
  readonly pages: readonly CasePage[];
  /** Index of the page shown large; null: closed. */
  readonly shown: number | null;
  readonly onShow: (index: number | null) => void;
}

interface NeighbourKeysProps {
  readonly at: number;
  readonly count: number;
  readonly onShow: (index: number) => void;
}

/** Stands inside the dialog, whose keys alone are heard while it is open. */
function NeighbourKeys({ at, count, onShow }: NeighbourKeysProps): null {
  useShortcut('Alt+ArrowLeft', t('dossiers.case.previousPage'), {
    run: () => {
      onShow(at - 1);
    },
    isEnabled: at > 0,
  });
  useShortcut('Alt+ArrowRight', t('dossiers.case.nextPage'), {
    run: () => {
      onShow(at + 1);
    },
    isEnabled: at < count - 1,
  });
  return null;
}

/** One page, large, with its neighbours a key away. */
export function PageViewer({ pages, shown, onShow }: PageViewerProps): ReactNode {
  const page = shown === null ? undefined : pages[shown];
  const at = shown ?? 0;
  return (
    <Dialog
      isOpen={page !== undefined}
      onClose={() => {
        onShow(null);
      }}
      title={page ? t(page.name) : ''}
      actions={
        <>
          <Button icon="back" isDisabled={at === 0} onPress={() => onShow(at - 1)}>
            {t('dossiers.case.previousPage')}
          </Button>
          <Button icon="next" isDisabled={at >= pages.length - 1} onPress={() => onShow(at + 1)}>
            {t('dossiers.case.nextPage')}
          </Button>
          <Button variant="primary" autoFocus onPress={() => onShow(null)}>
            {t('shell.button.close')}
          </Button>
        </>
      }
    >
      <NeighbourKeys at={at} count={pages.length} onShow={onShow} />
      {page && <PagePicture key={page.pageId} page={page} isLarge />}
      <p className="muted text-small tabular">{t('dossiers.case.pageOf', { no: at + 1, count: pages.length })}</p>
    </Dialog>
  );
}
