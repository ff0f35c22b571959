import { type ReactNode, useState } from 'react';
import { Icon, t } from '../../ui';
import type { CasePage } from './case-papers';

/** A page as main gives it out; one that is not on this PC says so in its place. */
export function PagePicture({
  page,
  isLarge = false,
}: {
  readonly page: CasePage;
  readonly isLarge?: boolean;
}): ReactNode {
  const [hasFailed, setFailed] = useState(false);
  if (!page.isPicture || hasFailed) {
    return (
      <span className="case-page-none muted text-small">
        <Icon name="file" size={20} />
        {hasFailed ? t('dossiers.case.pageFailed') : 'PDF'}
      </span>
    );
  }
  return (
    <img
      className={isLarge ? 'case-page-large' : 'case-page-small'}
      src={`/pages/${page.pageId}`}
      alt={t(page.name)}
      loading="lazy"
      decoding="async"
      onError={() => {
        setFailed(true);
      }}
    />
  );
}
