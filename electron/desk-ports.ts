import { randomBytes } from 'node:crypto';
import type { LocalDay } from '../shared/base/time';
import { findUnitInCharge } from '../shared/domain/unit-succession';
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
        agencies: (day) => listAgencies(stores, day),
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

/**
 * Agencies whose codes this counter gives out on a day: its own unit, and those its delegated officers act for, each followed
 * to its successor.
 */
function listAgencies(stores: Stores, day: LocalDay): string[] {
  const { units } = stores.reference.reference(day);
  const own = stores.place.find()?.unitId;
  const delegated = stores.vault.status().officers.map((officer) => officer.delegation?.unitId);
  const named = [own, ...delegated].filter((id) => id !== undefined);
  return [...new Set(named.map((unitId) => findUnitInCharge(units, unitId, day)))];
}
