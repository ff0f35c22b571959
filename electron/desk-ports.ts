import { randomBytes } from 'node:crypto';
import type { EventName } from '../shared/ipc/channels';
import type { EventData } from '../shared/ipc/contract';
import type { DeskPorts } from './desk';
import type { DiskGuard } from './disk/disk-guard';
import { createActionIds } from './journal/action-ids';
import type { Launch } from './launch';
import type { ProcessFaults } from './process-faults';
import type { Session } from './session';
import type { Stores } from './stores';
import { startSyncDesk } from './sync-desk';

/** Sends an event to the page. */
export type Send = <E extends EventName>(name: E, data: EventData[E]) => void;

/** What the desk needs of the other parts. */
export function buildDeskPorts(input: {
  readonly launch: Launch;
  readonly stores: Stores;
  readonly guard: DiskGuard;
  readonly faults: ProcessFaults;
  readonly now: () => number;
  readonly newId: () => string;
  readonly session: () => Session | undefined;
  readonly send: Send;
}): DeskPorts {
  const { launch, stores, guard, faults, now, send } = input;
  const isUnlocked = (): boolean => Boolean(input.session()?.signedIn());
  const reportReason = (event: string, reason: string): string => {
    const ref = launch.newRef();
    launch.log(event, { ref, reason });
    return ref;
  };
  return {
    folder: launch.folder,
    ids: createActionIds(randomBytes),
    reference: stores.reference.reference,
    session: () => input.session()?.signedIn() ?? null,
    reportFault: (code) => reportReason('diskFailed', code),
    reportUnreadable: (reason) => reportReason('deskUnreadable', reason),
    later: (task) => {
      setTimeout(task, 1000);
    },
    wall: now,
    monotonic: () => performance.now(),
    onGrow: (lastLine) => {
      // Behind the answer of the act itself: news that comes first makes the page read the line back before it shows it.
      setImmediate(() => {
        if (isUnlocked()) send('journalGrew', { lastLine });
      });
    },
    startSync: (opened) =>
      startSyncDesk({
        ...opened,
        place: stores.place,
        reference: stores.reference,
        agencies: () => listAgencies(stores),
        fetch: (url, init) => fetch(url, init),
        newId: input.newId,
        random: Math.random,
        now,
        isDiskLow: () => guard.room() !== 'enough',
        onChange: (status) => {
          if (isUnlocked()) send('syncChanged', status);
        },
        onFault: (error) => faults.report('syncFault', error),
      }),
  };
}

/** Agencies whose codes this counter gives out: its own unit, and those its delegated officers act for. */
function listAgencies(stores: Stores): string[] {
  const own = stores.place.find()?.unitId;
  const delegated = stores.vault.status().officers.map((officer) => officer.delegation?.unitId);
  return [...new Set([own, ...delegated])].filter((id) => id !== undefined);
}
