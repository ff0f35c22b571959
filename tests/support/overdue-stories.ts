import type { Instant } from '../../shared/base/time';
import type { PayloadOf } from '../../shared/domain/actions/action';
import type { Appointment } from '../../shared/domain/appointment-schema';
import { HOUR_MS, SECOND_MS, VERSIONS, type ActOptions, type World } from './overdue-world';

const DAY_MS = 24 * HOUR_MS;

/** What is different at a reception. */
export interface ReceptionOptions {
  readonly online?: boolean;
  /** A submission is accepted in time for sure. */
  readonly prompt?: boolean;
  readonly handlingUnit?: string;
  readonly appointment?: Appointment;
  readonly versions?: Partial<typeof VERSIONS>;
  readonly options?: Partial<ActOptions<'DossierReceived'>>;
}

/** A dossier on its way: when it was received and when it is due by law. */
export interface Started {
  readonly receivedAt: Instant;
  readonly due: Instant;
  /** Working time from reception to due. */
  readonly limitMs: number;
}

function stamp(world: World, receivedAt: Instant, { appointment, versions }: ReceptionOptions) {
  return {
    appointment: appointment ?? world.appoint(receivedAt),
    versions: { ...VERSIONS, formSet: 'TT03-2025' as const, ...versions },
  };
}

/** Slip printed, money taken, a paper added: what surrounds every reception and proves nothing. */
function addBustle(world: World, from: Instant): void {
  world.act('FormPrinted', { at: from + 40 * SECOND_MS });
  if (world.chance(50)) world.act('FeeCollected', { at: from + 70 * SECOND_MS });
  if (world.chance(30)) world.act('PaperAttached', { at: from + 90 * SECOND_MS });
  if (world.chance(20)) world.act('DetailsCorrected', { at: from + 120 * SECOND_MS });
  if (world.chance(10)) world.act('FormPrinted', { at: from + 150 * SECOND_MS, parts: { clockDoubt: true } });
}

/** Submission of the portal; it reaches the province's server after `delay` of real time. */
export function submitOnline(
  world: World,
  submittedAt: Instant,
  changes: { delay?: number; handlingUnit?: string } = {},
) {
  const { delay = world.make.random.int(5, 900) * SECOND_MS, handlingUnit = 'UBND xã Hoa Sơn' } = changes;
  const intake = world.make.intake({ channel: 'online', handlingUnit });
  const at = submittedAt + delay;
  const parts = { deviceId: 'province', officerId: 'province' };
  return world.act('OnlineSubmissionArrived', { at, parts, payload: { submittedAt, intake }, arrival: at });
}

/** Reception at the counter, or acceptance of a submission a little after it came. */
export function receive(world: World, from: Instant, reception: ReceptionOptions = {}): Started {
  const { online = world.chance(30), handlingUnit = 'UBND xã Hoa Sơn', options } = reception;
  // Now and then a few minutes too late, which is not what made the dossier overdue.
  const slightlyLate = reception.prompt !== true && world.chance(15);
  const hours = slightlyLate ? 8 + world.share(2, 60) : world.share(80, 480);
  const receivedAt = online ? world.later(from, hours * HOUR_MS) : from;
  const stamped = stamp(world, receivedAt, reception);
  if (online) {
    submitOnline(world, from, { handlingUnit });
    const { verdict, parts } = options ?? {};
    world.act('OnlineSubmissionAccepted', {
      at: receivedAt,
      payload: stamped,
      ...(verdict && { verdict }),
      ...(parts && { parts }),
    });
  } else {
    world.act('DossierReceived', { at: receivedAt, payload: { handlingUnit, ...stamped }, ...options });
  }
  addBustle(world, receivedAt);
  const due = world.appoint(receivedAt).legalDue ?? receivedAt;
  return { receivedAt, due, limitMs: world.between(receivedAt, due) };
}

/** The folder goes to somebody, with or without a signature. */
export function handOver(world: World, at: Instant, to: string): void {
  const handover = world.act('HandedOver', { at, payload: { to } });
  if (world.chance(80)) {
    const signedAt = at + world.make.random.int(1, 60) * 60 * SECOND_MS;
    world.act('HandoverConfirmed', { at: signedAt, payload: { handoverId: handover.id } });
  }
}

/** To the own desk soon after reception; gives the time the desk begins. */
export function toDesk(world: World, started: Started): Instant {
  const at = world.later(started.receivedAt, world.share(2, 8) * started.limitMs);
  handOver(world, at, 'Bộ phận hộ tịch');
  return at;
}

/** Result ready, and usually returned to the citizen days later. */
export function finish(world: World, options: ActOptions<'OutcomeReady'>): void {
  world.act('OutcomeReady', options);
  if (options.arrival === null || !world.chance(60)) return;
  const returnedAt = world.later(Math.max(options.at, options.arrival ?? 0), world.share(20, 300) * 8 * HOUR_MS);
  world.act('OutcomeReturned', { at: returnedAt });
  if (world.chance(30)) world.act('SurveyAnswered', { at: returnedAt + 60 * SECOND_MS });
}

/** A time well before the due time. */
export function inTime(world: World, from: Instant, due: Instant): Instant {
  return world.later(from, world.share(30, 80) * world.between(from, due));
}

/** A request for papers and its answer; gives the due date by the pause rule of the world. */
export function supplement(
  world: World,
  span: { readonly at: Instant; readonly answeredAt: Instant; readonly due: Instant },
  options: Partial<ActOptions<'SupplementRequested'>> = {},
): Instant {
  const { at, answeredAt, due } = span;
  world.act('SupplementRequested', { at, ...options });
  world.act('SupplementReceived', { at: answeredAt });
  if (world.mode === 'restart') return world.appoint(answeredAt).legalDue ?? due;
  // A limit of calendar days moves by the days of the pause, then on to a working hour.
  if (world.limit.unit === 'calendarDays') {
    const days = Math.floor((answeredAt + 7 * HOUR_MS) / DAY_MS) - Math.floor((at + 7 * HOUR_MS) / DAY_MS);
    return Math.max(world.later(due + days * DAY_MS, 0), world.later(answeredAt, 0));
  }
  return world.later(due, world.between(at, answeredAt));
}

/** A tax notice of a usual amount. */
export function notice(world: World, at: Instant, payload: Partial<PayloadOf<'ObligationNotified'>> = {}) {
  return world.act('ObligationNotified', { at, payload });
}
