import type { Instant } from '../base/time';
import { formatDay } from '../base/time';
import type { SyncFailure, SyncStatus } from '../ipc/messages';
import type { Message } from './message';

/** How much a sentence should catch the eye. */
export type SyncTone = 'info' | 'warn' | 'danger';

/** Something out of the ordinary: short for the status bar, in full for the sync desk. */
export interface Abnormality {
  readonly kind: string;
  readonly tone: SyncTone;
  readonly short: Message;
  readonly detail: Message;
}

/** Fewer official codes than this for today is worth a word: about an hour of a busy counter. */
export const FEW_CODES = 15;

/** The one sentence of the status bar. Its numbers are dossiers, never acts. */
export function describeStored(status: Pick<SyncStatus, 'saved' | 'accepted' | 'waiting'>): Message {
  const { saved, accepted, waiting } = status;
  if (saved === 0 && accepted === 0 && waiting === 0) return { key: 'sync.bar.nothingYet' };
  return { key: 'sync.bar.stored', values: { saved, accepted, waiting } };
}

type AbnormalKind =
  | 'diskLow'
  | 'untrusted'
  | 'auth'
  | 'protocol'
  | 'clockDoubt'
  | 'captivePortal'
  | 'network'
  | 'noCodes'
  | 'notConfigured'
  | 'notDurable';

function plain(kind: AbnormalKind, tone: SyncTone): Abnormality {
  return { kind, tone, short: { key: `sync.abnormal.${kind}.short` }, detail: { key: `sync.abnormal.${kind}.detail` } };
}

function counted(kind: 'issues' | 'fewCodes', tone: SyncTone, count: number): Abnormality {
  const values = { count };
  return {
    kind,
    tone,
    short: { key: `sync.abnormal.${kind}.short`, values },
    detail: { key: `sync.abnormal.${kind}.detail`, values },
  };
}

function describeFailure(failure: SyncFailure): Abnormality {
  switch (failure.kind) {
    case 'untrusted':
      return plain('untrusted', 'danger');
    case 'auth':
      return plain('auth', 'danger');
    case 'protocol':
      return plain('protocol', 'danger');
    case 'captivePortal':
      return plain('captivePortal', 'warn');
    case 'network':
      return plain('network', 'info');
    case 'server': {
      const values = { status: failure.status };
      return {
        kind: 'server',
        tone: 'warn',
        short: { key: 'sync.abnormal.server.short' },
        detail: { key: 'sync.abnormal.server.detail', values },
      };
    }
  }
}

function describeCodes(status: SyncStatus): Abnormality | undefined {
  // Without a line to the province no codes are ever granted: that is said once, by `notConfigured`.
  if (status.line === 'notConfigured' || status.codesLeft.today >= FEW_CODES) return undefined;
  return status.codesLeft.today === 0 ? plain('noCodes', 'warn') : counted('fewCodes', 'warn', status.codesLeft.today);
}

const toneOrder: Readonly<Record<SyncTone, number>> = { danger: 0, warn: 1, info: 2 };

/** Everything out of the ordinary, the most pressing first; empty means normal. */
export function listAbnormal(status: SyncStatus): readonly Abnormality[] {
  const found: (Abnormality | undefined)[] = [
    status.diskLow ? plain('diskLow', 'danger') : undefined,
    status.issues.length > 0 ? counted('issues', 'warn', status.issues.length) : undefined,
    status.failure === null ? undefined : describeFailure(status.failure),
    status.clockDoubt ? plain('clockDoubt', 'warn') : undefined,
    describeCodes(status),
    status.line === 'notConfigured' ? plain('notConfigured', 'info') : undefined,
    // Down without a known class is still down: never a false green.
    status.line === 'down' && status.failure === null ? plain('network', 'info') : undefined,
    status.serverDurable === false && status.accepted > 0 ? plain('notDurable', 'info') : undefined,
  ];
  return found.filter((item) => item !== undefined).sort((a, b) => toneOrder[a.tone] - toneOrder[b.tone]);
}

/** What the status bar says: its sentence, and at most one more. */
export function describeStatusBar(status: SyncStatus): { readonly stored: Message; readonly more: Abnormality | null } {
  return { stored: describeStored(status), more: listAbnormal(status)[0] ?? null };
}

const MINUTE_MS = 60_000;

/** How long something has been waiting, rounded down to one unit. */
export function describeAge(at: Instant, now: Instant): Message {
  const minutes = Math.max(0, Math.floor((now - at) / MINUTE_MS));
  if (minutes < 1) return { key: 'sync.age.justNow' };
  if (minutes < 60) return { key: 'sync.age.minutes', values: { count: minutes } };
  if (minutes < 24 * 60) return { key: 'sync.age.hours', values: { count: Math.floor(minutes / 60) } };
  return { key: 'sync.age.days', values: { count: Math.floor(minutes / (24 * 60)) } };
}

/** How many official codes are left, and until which day. */
export function describeCodesLeft(codes: SyncStatus['codesLeft']): Message {
  if (codes.today === 0) return { key: 'sync.desk.codesNone' };
  if (codes.lastDay === null) return { key: 'sync.desk.codesToday', values: { count: codes.today } };
  return { key: 'sync.desk.codesUntil', values: { count: codes.today, day: formatDay(codes.lastDay) } };
}
