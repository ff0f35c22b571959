import type { ReactNode } from 'react';
import type { PageRef } from '../../../shared/domain/actions/action-parts';
import { Button, Icon, IconButton, Section, t } from '../../ui';
import { assignPages, removePage } from './paper-changes';
import { pagesOf } from './paper-rows';
import { UNASSIGNED, type IntakeDraft } from './intake-draft';
import { changeDraft } from './intake.store';

interface StripProps {
  readonly name: string;
  readonly pages: readonly PageRef[];
}

/** Pages of one paper as small pictures, straight from their sealed files. */
function Strip({ name, pages }: StripProps): ReactNode {
  return (
    <ul className="intake-strip" aria-label={`${t('intake.scan.strip')}: ${name}`}>
      {pages.map((page, index) => {
        const no = index + 1;
        const label = t('intake.scan.page', { no, name });
        return (
          <li key={page.pageId} className="intake-strip-page">
            {page.mime === 'application/pdf' ? (
              <span className="intake-strip-pdf" role="img" aria-label={label}>
                <Icon name="file" size={20} />
                {t('intake.scan.pageOfPdf')}
              </span>
            ) : (
              <img
                className="intake-strip-picture"
                src={`app://bundle/pages/${page.pageId}`}
                alt={label}
                loading="lazy"
                decoding="async"
              />
            )}
            <span className="intake-strip-foot">
              <span className="tabular text-small">{no}</span>
              <IconButton
                icon="close"
                label={t('intake.scan.removePage', { no })}
                onPress={() => {
                  changeDraft((draft) => removePage(draft, page.pageId));
                }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Pages of the chosen paper, and those that stand under none. */
export function ScannedPages({ draft, paperId }: { readonly draft: IntakeDraft; readonly paperId: string }): ReactNode {
  const name = draft.papers.find((row) => row.paperId === paperId)?.name ?? '';
  const pages = pagesOf(draft, paperId);
  const loose = pagesOf(draft, UNASSIGNED);
  return (
    <>
      {pages.length === 0 ? <p className="muted">{t('intake.scan.none')}</p> : <Strip name={name} pages={pages} />}
      {loose.length > 0 && (
        <Section title={t('intake.scan.unassigned')}>
          <Strip name={t('intake.scan.unassigned')} pages={loose} />
          {paperId !== '' && (
            <Button
              onPress={() => {
                changeDraft((current) => assignPages(current, paperId));
              }}
            >
              {t('intake.scan.assign')}
            </Button>
          )}
        </Section>
      )}
    </>
  );
}
