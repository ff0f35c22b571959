import { beyond, DAY, finishLate, muchLater, noTaxPause, readyInTime, type Story } from './overdue-plot';
import { finish, handOver, inTime, notice, receive, submitOnline, supplement, toDesk } from './overdue-stories';

const staff: Story[] = [
  {
    injected: 'staff',
    name: 'desk slow',
    tell: (world) => {
      const started = receive(world, world.start);
      return finishLate(world, toDesk(world, started), started.due);
    },
  },
  {
    injected: 'staff',
    name: 'folder forgotten at the counter',
    tell: (world) => {
      const started = receive(world, world.start);
      const handedAt = world.later(started.receivedAt, world.share(110, 190) * started.limitMs);
      handOver(world, handedAt, 'Bộ phận hộ tịch');
      const at = world.later(handedAt, world.share(10, 40) * started.limitMs);
      finish(world, { at });
      return muchLater(world, at);
    },
  },
  {
    injected: 'staff',
    name: 'slow after a supplement was brought',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = inTime(world, toDesk(world, started), started.due);
      const answeredAt = world.later(at, world.share(50, 400) * DAY);
      return finishLate(world, answeredAt, supplement(world, { at, answeredAt, due: started.due }));
    },
  },
  {
    injected: 'staff',
    name: 'slow beside a short consultation',
    tell: (world) => {
      const started = receive(world, world.start);
      const desk = toDesk(world, started);
      const sentAt = world.later(desk, world.share(5, 20) * started.limitMs);
      world.act('Forwarded', { at: sentAt, payload: { to: 'Công an xã', purpose: 'consultation' } });
      handOver(world, world.later(sentAt, world.share(1, 3) * started.limitMs), 'Bộ phận địa chính');
      return finishLate(world, sentAt, started.due);
    },
  },
  {
    injected: 'staff',
    name: 'folder left for the other unit too late',
    tell: (world) => {
      const started = receive(world, world.start, { handlingUnit: 'Chi nhánh Văn phòng đăng ký đất đai' });
      const handedAt = world.later(started.receivedAt, 2 * DAY + world.share(80, 150) * started.limitMs);
      handOver(world, handedAt, 'Chi nhánh Văn phòng đăng ký đất đai');
      const at = world.later(handedAt, world.share(20, 55) * started.limitMs);
      finish(world, { at });
      return muchLater(world, at);
    },
  },
];

const mixed: Story[] = [
  {
    injected: 'staff',
    name: 'desk very slow, other unit a little',
    tell: (world) => {
      const started = receive(world, world.start);
      const desk = toDesk(world, started);
      const sentAt = world.later(desk, world.share(90, 120) * started.limitMs);
      world.act('Forwarded', { at: sentAt, payload: { to: 'Công an xã', purpose: 'consultation' } });
      const backAt = world.later(sentAt, world.share(3, 25) * started.limitMs);
      handOver(world, backAt, 'Bộ phận hộ tịch');
      const at = world.later(backAt, world.share(70, 120) * started.limitMs);
      finish(world, { at });
      return muchLater(world, at);
    },
  },
  {
    injected: 'waitingOtherUnit',
    name: 'other unit very slow, desk a little',
    tell: (world) => {
      const started = receive(world, world.start);
      const sentAt = world.later(toDesk(world, started), world.share(80, 95) * started.limitMs);
      world.act('Forwarded', { at: sentAt, payload: { to: 'Công an xã', purpose: 'consultation' } });
      const backAt = world.later(sentAt, world.share(90, 200) * started.limitMs);
      handOver(world, backAt, 'Bộ phận hộ tịch');
      const at = world.later(backAt, world.share(10, 40) * started.limitMs);
      finish(world, { at });
      return muchLater(world, at);
    },
  },
  {
    injected: 'syncLate',
    name: 'typed a little late, then the line was down for days',
    tell: (world) => {
      const started = receive(world, world.start);
      const happenedAt = readyInTime(world, started);
      const at = world.later(started.due, world.share(3, 25) * DAY);
      const arrival = world.later(at, world.share(100, 900) * DAY);
      finish(world, { at, arrival, parts: { happenedAt, backEntry: { reason: 'forgotten' } } });
      return muchLater(world, arrival);
    },
  },
  {
    injected: 'staff',
    name: 'desk slow, then the line was down for a while',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = beyond(world, toDesk(world, started), started.due);
      const arrival = world.later(at, world.share(100, 900) * DAY);
      finish(world, { at, arrival });
      return muchLater(world, arrival);
    },
  },
];

const accepted: Story[] = [
  {
    injected: 'acceptedLate',
    name: 'inbox not looked at',
    tell: (world) => {
      submitOnline(world, world.start);
      const at = world.later(world.start, world.share(180, 900) * DAY);
      const appointment = world.appoint(at);
      world.act('OnlineSubmissionAccepted', { at, payload: { appointment } });
      finish(world, { at: inTime(world, at, appointment.legalDue ?? at) });
      return muchLater(world, appointment.legalDue ?? at);
    },
  },
  {
    injected: 'acceptedLate',
    name: 'never answered',
    tell: (world) => {
      submitOnline(world, world.start);
      return { asOf: world.later(world.start, world.share(200, 2_000) * DAY) };
    },
  },
  {
    injected: 'acceptedLate',
    name: 'refused much too late',
    tell: (world) => {
      submitOnline(world, world.start);
      const at = world.later(world.start, world.share(180, 900) * DAY);
      world.act('IntakeRefused', { at });
      return muchLater(world, at);
    },
  },
];

const waiting: Story[] = [
  {
    injected: 'waitingCitizen',
    name: 'payment not made',
    tell: (world) => {
      const started = receive(world, world.start);
      notice(world, readyInTime(world, started));
      return { asOf: world.later(started.due, world.share(100, 3_000) * DAY) };
    },
  },
  {
    injected: 'waitingCitizen',
    name: 'papers not brought, portal complains',
    tell: (world) => {
      const started = receive(world, world.start);
      world.act('SupplementRequested', { at: readyInTime(world, started) });
      return { asOf: world.later(started.due, world.share(100, 3_000) * DAY), listed: true };
    },
  },
  {
    injected: 'waitingCitizen',
    name: 'payment slow and no pause for it',
    world: noTaxPause,
    tell: (world) => {
      const started = receive(world, world.start);
      const at = world.later(toDesk(world, started), world.share(10, 40) * started.limitMs);
      const told = notice(world, at);
      const paidAt = world.later(at, world.share(110, 250) * started.limitMs);
      world.act('ObligationFulfilled', { at: paidAt, payload: { notificationId: told.id } });
      const readyAt = world.later(paidAt, world.share(2, 15) * started.limitMs);
      finish(world, { at: readyAt });
      return muchLater(world, readyAt);
    },
  },
  {
    injected: 'waitingTax',
    name: 'tax authority slow and no pause for it',
    world: noTaxPause,
    tell: (world) => {
      const started = receive(world, world.start);
      const sentAt = world.later(toDesk(world, started), world.share(10, 40) * started.limitMs);
      world.act('Forwarded', { at: sentAt, payload: { to: 'Thuế cơ sở 3' } });
      const told = notice(world, world.later(sentAt, world.share(120, 250) * started.limitMs));
      const paidAt = world.later(told.at, world.share(2, 12) * started.limitMs);
      world.act('ObligationFulfilled', { at: paidAt, payload: { notificationId: told.id } });
      const readyAt = world.later(paidAt, world.share(2, 12) * started.limitMs);
      finish(world, { at: readyAt });
      return muchLater(world, readyAt);
    },
  },
  {
    injected: 'waitingTax',
    name: 'tax authority has not answered',
    tell: (world) => {
      const started = receive(world, world.start);
      world.act('Forwarded', { at: readyInTime(world, started), payload: { to: 'Thuế cơ sở 3' } });
      return { asOf: world.later(started.due, world.share(100, 3_000) * DAY) };
    },
  },
  {
    injected: 'waitingOtherUnit',
    name: 'consultation not answered for long',
    tell: (world) => {
      const started = receive(world, world.start);
      const sentAt = world.later(toDesk(world, started), world.share(10, 40) * started.limitMs);
      world.act('Forwarded', { at: sentAt, payload: { to: 'Công an xã', purpose: 'consultation' } });
      const backAt = world.later(sentAt, world.share(130, 250) * started.limitMs);
      handOver(world, backAt, 'Bộ phận hộ tịch');
      const readyAt = world.later(backAt, world.share(2, 20) * started.limitMs);
      finish(world, { at: readyAt });
      return muchLater(world, readyAt);
    },
  },
  {
    injected: 'waitingOtherUnit',
    name: 'handling unit slow',
    tell: (world) => {
      const started = receive(world, world.start, { handlingUnit: 'Chi nhánh Văn phòng đăng ký đất đai' });
      const handedAt = world.later(started.receivedAt, world.share(5, 90) * DAY);
      handOver(world, handedAt, 'Chi nhánh Văn phòng đăng ký đất đai');
      return finishLate(world, handedAt, started.due);
    },
  },
];

/** Stories of people: late acceptance, own handling, and waiting for others. */
export const officeStories: readonly Story[] = [...staff, ...mixed, ...accepted, ...waiting];
