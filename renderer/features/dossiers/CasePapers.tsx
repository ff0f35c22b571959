import { type ReactNode, useState } from 'react';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { Icon, Section, StatusChip, t } from '../../ui';
import { type CasePage, type CasePaper, describeCustody, listMissing, listPages, listPapers } from './case-papers';
import { PagePicture } from './PagePicture';
import { PageViewer } from './PageViewer';
import type { CaseSurroundings } from './use-surroundings';

function count(value: number): string {
  return value === 0 ? '–' : String(value);
}

function PaperRow({ paper }: { readonly paper: CasePaper }): ReactNode {
  const { counts } = paper;
  return (
    <tr>
      <th scope="row" title={paper.name}>
        {paper.name}
        {paper.mode !== 'submit' && <span className="muted"> ({t(`dossiers.case.paperMode.${paper.mode}`)})</span>}
      </th>
      <td>{counts ? count(counts.original) : ''}</td>
      <td>{counts ? count(counts.certifiedCopy) : ''}</td>
      <td>{counts ? count(counts.photocopy) : ''}</td>
      <td>{paper.pageCount > 0 ? t('dossiers.case.pageCount', { count: paper.pageCount }) : '–'}</td>
    </tr>
  );
}

function PaperTable({ papers }: { readonly papers: readonly CasePaper[] }): ReactNode {
  const heads = ['original', 'certifiedCopy', 'photocopy', 'pages'] as const;
  return (
    <table className="case-papers" aria-label={t('dossiers.case.papers')}>
      <thead>
        <tr>
          <th scope="col">{t('dossiers.case.paperColumn.name')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`dossiers.case.paperColumn.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <PaperRow key={paper.paperId} paper={paper} />
        ))}
      </tbody>
    </table>
  );
}

function Filmstrip({
  pages,
  onOpen,
}: {
  readonly pages: readonly CasePage[];
  readonly onOpen: (index: number) => void;
}): ReactNode {
  return (
    <ul className="case-filmstrip" aria-label={t('dossiers.case.pages')}>
      {pages.map((page, index) => (
        <li key={page.pageId}>
          <button
            type="button"
            className="case-filmstrip-page"
            aria-label={t('dossiers.case.openPage', { name: t(page.name) })}
            onClick={() => {
              onOpen(index);
            }}
          >
            <PagePicture page={page} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Papers, what is missing, where the originals are, and the pages to leaf through. */
export function CasePapers({
  state,
  around,
}: {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
}): ReactNode {
  const [shown, setShown] = useState<number | null>(null);
  const pages = listPages(state);
  const missing = listMissing(
    state,
    around.procedure?.cases.find((one) => one.id === state.caseId),
  );
  return (
    <Section
      title={t('dossiers.case.papers')}
      aside={
        <span className="muted text-small row">
          <Icon name="archive" />
          {t(describeCustody(state))}
        </span>
      }
    >
      {state.papers.length > 0 ? (
        <PaperTable papers={listPapers(state)} />
      ) : (
        <p className="muted">{t('dossiers.case.noPapers')}</p>
      )}
      {missing.length > 0 && state.isOpen && (
        <StatusChip tone="warn" icon="warn">
          {t('dossiers.case.missing', { names: missing.join('; ') })}
        </StatusChip>
      )}
      {pages.length > 0 && <Filmstrip pages={pages} onOpen={setShown} />}
      <PageViewer pages={pages} shown={shown} onShow={setShown} />
    </Section>
  );
}
