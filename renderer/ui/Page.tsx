import type { ReactNode } from 'react';
import './page.css';

interface PageProps {
  readonly children: ReactNode;
  /** Right panel: the citizen in front of me, or what may be done. */
  readonly context?: ReactNode;
  readonly contextLabel?: string;
  /** Bottom bar. The primary action stands at its right end, on every screen. */
  readonly actions?: ReactNode;
  /** Tables use the whole width; forms stay in one column. */
  readonly isWide?: boolean;
}

/** The work area of a screen, between title bar and status bar. */
export function Page({ children, context, contextLabel, actions, isWide = false }: PageProps): ReactNode {
  return (
    <div className="page">
      <div className="page-main">
        <div className="page-scroll">
          <div className={isWide ? 'page-column page-column-wide' : 'page-column'}>{children}</div>
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {context && (
        <aside className="page-context" aria-label={contextLabel}>
          {context}
        </aside>
      )}
    </div>
  );
}

interface SectionProps {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, aside, children }: SectionProps): ReactNode {
  return (
    <section className="ui-section">
      {(title ?? aside) && (
        <div className="row-between">
          {title && <h2 className="text-section">{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

interface DetailListProps {
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly columns?: 1 | 2;
}

/** Labels and their values. */
export function DetailList({ items, columns = 1 }: DetailListProps): ReactNode {
  return (
    <dl className={columns === 2 ? 'ui-details ui-details-two' : 'ui-details'}>
      {items.map((item) => (
        <div key={item.label} className="ui-detail">
          <dt className="muted">{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
