/**
 * Names of every channel between page and main, by area. The preload imports this file only: names, no schemas.
 * A channel is `area.method`; an event is `event:name`.
 */
export const channelNames = {
  app: ['info', 'openExportsFolder', 'noteScreenFault'],
  session: ['status', 'unlock', 'unlockWithPin', 'setPin', 'lock', 'left', 'startPractice'],
  records: ['handshake', 'tail', 'propose', 'noteAccess', 'leases'],
  reference: ['current'],
  scan: ['sources', 'start', 'cancel'],
  print: ['printers', 'previewReceipt', 'printReceipt', 'previewForm', 'printForm'],
  exports: ['register', 'table', 'cancel'],
  sync: ['status', 'now'],
} as const;

/** Events main sends to the page. */
export const eventNames = [
  'journalGrew',
  'syncChanged',
  'sessionChanged',
  'pageLanded',
  'referenceChanged',
  'printJobChanged',
  'exportProgress',
] as const;

/** Area of channels. */
export type AreaName = keyof typeof channelNames;
/** Event name. */
export type EventName = (typeof eventNames)[number];

/** The one wire channel of all requests: a name that is not on the list above reaches main too, and is refused and logged. */
export const requestChannel = 'desktop:request';

/** Name of a request, sent along on {@link requestChannel}. */
export function channelName(area: string, method: string): string {
  return `${area}.${method}`;
}

/** Wire name of an event channel. */
export function eventChannel(name: EventName): string {
  return `event:${name}`;
}
