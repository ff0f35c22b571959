import { type ReactNode, useState } from 'react';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { ProcedureCase } from '../../../shared/domain/procedure';
import { Icon, Section, StatusChip, t } from '../../ui';
import {
  type CasePage,
  type CasePaper,
  describeCoverage,
  describeCustody,
  describeDigitised,
  describeExtra,
  findCoverage,
  listCustodyNotes,
  listMissing,
  listPages,
  listPapers,
} from './case-papers';
import { PagePicture } from './PagePicture';
import { PageViewer } from './PageViewer';
import type { CaseSurroundings } from './use-surroundings';

interface PapersProps {
  readonly state: DossierState;
  readonly procedureCase: ProcedureCase | undefined;
}

function count(value: number): string {
  return value === 0 ? '–' : String(value);
}

function PaperRow({ paper, state, procedureCase }: PapersProps & { readonly paper: CasePaper }): ReactNode {
  const { counts } = paper;
  const onFile = state.papers.find((one) => one.paperId === paper.paperId);
  const row = findCoverage(state, procedureCase)?.rows.find((one) => one.paperId === paper.paperId);
  const extra = onFile && describeExtra(onFile, procedureCase);
  return (
    <tr>
      <th scope="row" title={paper.name}>
        {paper.name}
        {paper.mode !== 'submit' && <span className="muted"> ({t(`dossiers.case.paperMode.${paper.mode}`)})</span>}
        {extra && <span className="muted"> ({t(extra)})</span>}
      </th>
      <td>{counts ? count(counts.original) : ''}</td>
      <td>{counts ? count(counts.certifiedCopy) : ''}</td>
      <td>{counts ? count(counts.photocopy) : ''}</td>
      <td className="case-papers-words">{onFile ? t(describeDigitised(onFile, state, row)) : ''}</td>
    </tr>
  );
}

function PaperTable(props: PapersProps): ReactNode {
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
        {listPapers(props.state).map((paper) => (
          <PaperRow key={paper.paperId} {...props} paper={paper} />
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

/** What is missing, how much is digitised, and what else there is to say of sheets. */
function PaperNotes({ state, procedureCase }: PapersProps): ReactNode {
  const missing = listMissing(state, procedureCase);
  const coverage = findCoverage(state, procedureCase);
  return (
    <>
      {missing.length > 0 && state.isOpen && (
        <StatusChip tone="warn" icon="warn">
          {t('dossiers.case.missing', { names: missing.join('; ') })}
        </StatusChip>
      )}
      {coverage && (
        <p className="muted text-small">
          {t(describeCoverage(coverage))}
          {coverage.extraPages > 0 && ` · ${t('casePapers.extraPages', { count: coverage.extraPages })}`}
        </p>
      )}
      {listCustodyNotes(state).map((note) => (
        <p key={note.key} className="text-small">
          {t(note)}
        </p>
      ))}
    </>
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
  const procedureCase = around.procedure?.cases.find((one) => one.id === state.caseId);
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
        <PaperTable state={state} procedureCase={procedureCase} />
      ) : (
        <p className="muted">{t('dossiers.case.noPapers')}</p>
      )}
      <PaperNotes state={state} procedureCase={procedureCase} />
      {pages.length > 0 && <Filmstrip pages={pages} onOpen={setShown} />}
      <PageViewer pages={pages} shown={shown} onShow={setShown} />
    </Section>
  );
}
