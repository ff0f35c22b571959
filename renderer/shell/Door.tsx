import { type ReactNode } from 'react';
import { Starting } from '../features/unlock/Starting';
import { FirstRun } from '../features/unlock/FirstRun';
import { UnlockPage } from '../features/unlock/UnlockPage';
import type { PageSurroundings } from '../page-surroundings';
import { startPractice, unlock, unlockWithPin } from '../session';
import { useSession } from '../session.store';

const LAST_OFFICER = 'lastOfficer';

interface DoorProps {
  readonly page: PageSurroundings;
  /** Something was scanned into the password box. */
  readonly wasScanned: boolean;
  /** The first unlocking since the app was started is under way. */
  readonly onColdStart: () => void;
}

/** Before the work: first run, cold start or lock. */
export function Door({ page, wasScanned, onColdStart }: DoorProps): ReactNode {
  const phase = useSession((session) => session.phase);
  const status = useSession((session) => session.status);
  if (phase === 'leaving') return null;
  if (phase === 'starting' || status === null) return <Starting />;
  if (phase === 'firstRun') return <FirstRun onStartPractice={() => startPractice(page)} />;
  const remember = (officerId: string): void => {
    // Survives the reload at lock, not the end of the app; a convenience, nothing that matters.
    sessionStorage.setItem(LAST_OFFICER, officerId);
    if (phase === 'cold') onColdStart();
  };
  return (
    <UnlockPage
      status={status}
      lastOfficerId={sessionStorage.getItem(LAST_OFFICER)}
      onPassword={(officerId, password) => {
        remember(officerId);
        return unlock(page, { officerId, password });
      }}
      onPin={(officerId, pin) => {
        remember(officerId);
        return unlockWithPin(page, { officerId, pin });
      }}
      wasScanned={wasScanned}
    />
  );
}
