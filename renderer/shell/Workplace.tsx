import { type ReactNode } from 'react';
import { fromLocal, toLocalDay } from '../../shared/base/time';
import { StartStep } from '../features/unlock/StartStep';
import { useRecordsStatus } from '../records/records-status.store';
import { useSummaries } from '../records/use-dossiers';
import { openPage, searchDossiers, useRoute } from '../route.store';
import type { PageSurroundings } from '../page-surroundings';
import { lock } from '../session';
import { useSession } from '../session.store';
import { useSyncStatus } from '../sync/sync-status.store';
import { Button, Frame, Notice, Over, SearchField, t, useShortcut } from '../ui';
import { useActRules } from '../use-office';
import { Pages } from './Pages';
import { type RailPage, railOf } from './rail';
import { ShortcutHelp } from './ShortcutHelp';
import { StatusBar } from './StatusBar';
import { StoreNotice } from './StoreNotice';
import { useScanRouting } from './use-scan-routing';

const DAY_MS = 86_400_000;

function GoKey({ entry }: { readonly entry: RailPage }): null {
  useShortcut(entry.keys, t(`shell.rail.${entry.page}`), {
    run: () => {
      openPage(entry.page);
    },
  });
  return null;
}

function Opening({ now, onBegin }: { readonly now: number; readonly onBegin: () => void }): ReactNode {
  const { officer, unit, counter, practice } = useSession();
  const restored = useRecordsStatus((records) => records.restored);
  const restoredOnline = useRecordsStatus((records) => records.restoredOnline);
  const waiting = useSyncStatus((sync) => sync.status?.waiting ?? 0);
  const today = fromLocal(toLocalDay(now), '00:00');
  const counts = useSummaries([
    { isOpen: true, due: { from: today, before: today + DAY_MS } },
    // Bounded below: a dossier without a limit has no due time.
    { isOpen: true, due: { from: 1, before: today } },
  ]);
  const [dueToday, overdue] = counts.loading ? [] : counts.value;
  return (
    <StartStep
      officerName={officer?.name ?? ''}
      place={[unit?.name, counter?.name].filter(Boolean).join(' · ')}
      isPractice={practice}
      restored={restored}
      restoredOnline={restoredOnline}
      waiting={waiting}
      dueToday={dueToday?.dossiers ?? null}
      overdue={overdue?.dossiers ?? null}
      onBegin={onBegin}
    />
  );
}

interface WorkplaceProps {
  readonly page: PageSurroundings;
  /** The day's first unlocking: what is left and what falls due comes first. */
  readonly isStarting: boolean;
  readonly onStarted: () => void;
}

/** At work: rail, search, screens, status. */
export function Workplace({ page, isStarting, onStarted }: WorkplaceProps): ReactNode {
  const officer = useSession((session) => session.officer);
  const isPractice = useSession((session) => session.practice);
  const current = useRoute((route) => route.page);
  const searchText = useRoute((route) => route.search.text);
  const issues = useSyncStatus((sync) => sync.status?.issues.length ?? 0);
  const { problem, dismiss } = useScanRouting();
  const { sets } = useActRules();
  if (officer === null) return null;
  if (isStarting) return <Opening now={page.now()} onBegin={onStarted} />;
  const rail = railOf(officer.role, sets);
  return (
    <>
      {rail.map((entry) => (
        <GoKey key={entry.page} entry={entry} />
      ))}
      <ShortcutHelp />
      <Frame
        rail={rail.map(({ page: id, icon, keys }) => ({
          id,
          icon,
          keys,
          text: t(`shell.rail.${id}`),
          ...(id === 'sync' ? { count: issues } : {}),
        }))}
        current={current}
        onGo={(id) => {
          const entry = rail.find((one) => one.page === id);
          if (entry) openPage(entry.page);
        }}
        who={<Who name={officer.name} role={t(`shell.role.${officer.role}`)} onLock={() => void lock(page)} />}
        title={t(`shell.rail.${current}`)}
        search={
          <SearchField
            label={t('shell.search.label')}
            placeholder={t('shell.search.placeholder')}
            text={searchText}
            onSearch={searchDossiers}
          />
        }
        banner={
          <div className="banners">
            {isPractice && <p className="practice-line">{t('shell.practiceBanner')}</p>}
            <StoreNotice />
            {problem && (
              <Over>
                <Notice tone="warn" title={t(problem.title)} onDismiss={dismiss}>
                  {t(problem.detail)}
                </Notice>
              </Over>
            )}
          </div>
        }
        status={<StatusBar />}
      >
        <Pages page={page} current={current} />
      </Frame>
    </>
  );
}

function Who({
  name,
  role,
  onLock,
}: {
  readonly name: string;
  readonly role: string;
  readonly onLock: () => void;
}): ReactNode {
  return (
    <div className="who">
      <p className="who-name">{name}</p>
      <p className="muted who-role">{role}</p>
      <Button variant="quiet" icon="lock" keys="Ctrl+L" onPress={onLock}>
        {t('shell.button.lock')}
      </Button>
    </div>
  );
}
