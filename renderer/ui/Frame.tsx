import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from './Icon';
import type { ShortcutKeys } from './keyboard';
import { ariaKeys } from './KeyHint';
import { OverContext } from './Over';
import { t } from './text';
import './frame.css';

/** One entry of the rail. */
interface RailEntry {
  readonly id: string;
  readonly text: string;
  readonly icon: IconName;
  readonly keys?: ShortcutKeys;
  /** Something there needs a person. */
  readonly count?: number;
}

interface FrameProps {
  /** At most six. */
  readonly rail: readonly RailEntry[];
  readonly current: string;
  readonly onGo: (id: string) => void;
  /** Who is signed in, and how to leave. */
  readonly who: ReactNode;
  readonly title: string;
  readonly search: ReactNode;
  readonly banner?: ReactNode;
  readonly status: ReactNode;
  readonly children: ReactNode;
}

/** Rail, title bar, work area, status bar: the same on every screen. */
export function Frame(props: FrameProps): ReactNode {
  const [over, setOver] = useState<HTMLElement | null>(null);
  return (
    <div className="ui-frame">
      <nav className="ui-rail" aria-label={t('shell.rail.label')}>
        <ul className="ui-rail-list">
          {props.rail.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="ui-rail-entry"
                title={entry.keys}
                aria-keyshortcuts={entry.keys && ariaKeys(entry.keys)}
                aria-current={entry.id === props.current ? 'page' : undefined}
                onClick={() => {
                  props.onGo(entry.id);
                }}
              >
                <Icon name={entry.icon} size={20} />
                <span>{entry.text}</span>
                {entry.count !== undefined && entry.count > 0 && (
                  <span className="ui-rail-count tabular">{entry.count}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
        <div className="ui-rail-who">{props.who}</div>
      </nav>
      <div className="ui-frame-main">
        <header className="ui-frame-head">
          <div className="ui-title-bar">
            <h1 className="text-page truncate">{props.title}</h1>
            {props.search}
          </div>
          <OverContext value={over}>{props.banner}</OverContext>
        </header>
        <div className="ui-over" ref={setOver} />
        <main className="ui-frame-work">
          <OverContext value={over}>{props.children}</OverContext>
        </main>
        <footer className="ui-status-bar">{props.status}</footer>
      </div>
    </div>
  );
}
