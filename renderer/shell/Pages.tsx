import { Activity, lazy, type ReactNode, Suspense, useState } from 'react';
import { HelpPage } from '../features/help/HelpPage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { SyncDeskPage } from '../features/sync-desk/SyncDeskPage';
import { type PageName } from '../route.store';
import type { PageSurroundings } from '../page-surroundings';
import { ErrorBoundary, Skeleton } from '../ui';
import { reportFault } from './report-fault';

const IntakePage = lazy(async () => ({ default: (await import('../features/intake/IntakePage')).IntakePage }));
const DossiersPage = lazy(async () => ({ default: (await import('../features/dossiers/DossiersPage')).DossiersPage }));
const SupervisionPage = lazy(async () => ({
  default: (await import('../features/supervision/SupervisionPage')).SupervisionPage,
}));

function drawPage(name: PageName, page: PageSurroundings): ReactNode {
  switch (name) {
    case 'intake':
      return <IntakePage />;
    case 'dossiers':
      return <DossiersPage />;
    case 'supervision':
      return <SupervisionPage />;
    case 'sync':
      return <SyncDeskPage desktop={page.desktop} />;
    case 'settings':
      return <SettingsPage desktop={page.desktop} />;
    case 'help':
      return <HelpPage />;
  }
}

/** The screens visited so far. A hidden one keeps what was typed and asks for nothing; its keys and scans are silent. */
export function Pages({ page, current }: { readonly page: PageSurroundings; readonly current: PageName }): ReactNode {
  const [visited, setVisited] = useState<readonly PageName[]>([current]);
  if (!visited.includes(current)) setVisited([...visited, current]);
  return visited.map((name) => (
    <Activity key={name} mode={name === current ? 'visible' : 'hidden'}>
      <ErrorBoundary resetKey={current} onFault={reportFault}>
        <Suspense fallback={<Skeleton rows={6} />}>{drawPage(name, page)}</Suspense>
      </ErrorBoundary>
    </Activity>
  ));
}
