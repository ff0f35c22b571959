import { beyond, DAY, muchLater, readyInTime, type Story } from './overdue-plot';
import { finish, handOver, inTime, receive, submitOnline, supplement, toDesk } from './overdue-stories';
import { createWorld, HOUR_MS, SECOND_MS } from './overdue-world';

const quarantined = { type: 'quarantined', cause: 'malformed', whoActs: 'unitAdmin' } as const;

const line: Story[] = [
  {
    injected: 'syncLate',
    name: 'line down around the end',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = readyInTime(world, started);
      const arrival = world.later(started.due, world.share(50, 900) * DAY);
      finish(world, { at, arrival });
      return muchLater(world, arrival);
    },
  },
  {
    injected: 'syncLate',
    name: 'still not sent',
    tell: (world) => {
      const started = receive(world, world.start);
      finish(world, { at: readyInTime(world, started), arrival: null });
      return { asOf: world.later(started.due, world.share(50, 2_000) * DAY), listed: world.chance(50) };
    },
  },
  {
    injected: 'syncLate',
    name: 'acceptance queued behind a broken line',
    tell: (world) => {
      submitOnline(world, world.start);
      const at = world.later(world.start, world.share(10, 80) * DAY);
      const appointment = world.appoint(at);
      const arrival = world.later(at, world.share(200, 250) * DAY);
      world.act('OnlineSubmissionAccepted', { at, payload: { appointment }, arrival });
      finish(world, { at: world.later(arrival, HOUR_MS / 2) });
      return { asOf: world.later(arrival, HOUR_MS) };
    },
    world: (seed) => createWorld(seed, { limit: { unit: 'workingDays', amount: 12 } }),
  },
  {
    injected: 'syncLate',
    name: 'request for papers reached the province late',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = readyInTime(world, started);
      const arrival = world.later(started.due, world.share(100, 500) * DAY);
      const answeredAt = world.later(arrival, world.share(20, 200) * DAY);
      const due = supplement(world, { at, answeredAt, due: started.due }, { arrival });
      finish(world, { at: inTime(world, answeredAt, due) });
      return muchLater(world, due);
    },
  },
  {
    injected: 'syncLate',
    name: 'submission came to the unit late',
    tell: (world) => {
      const cameAt = world.later(world.start, world.share(250, 900) * DAY);
      submitOnline(world, world.start, { delay: cameAt - world.start });
      const at = world.later(cameAt, world.share(5, 70) * DAY);
      const appointment = world.appoint(at);
      world.act('OnlineSubmissionAccepted', { at, payload: { appointment } });
      finish(world, { at: inTime(world, at, appointment.legalDue ?? at) });
      return muchLater(world, appointment.legalDue ?? at);
    },
  },
  {
    injected: 'syncRefused',
    name: 'end set aside by the province',
    tell: (world) => {
      const started = receive(world, world.start);
      finish(world, { at: readyInTime(world, started), verdict: quarantined });
      return muchLater(world, started.due);
    },
  },
  {
    injected: 'syncRefused',
    name: 'acceptance set aside by the province',
    tell: (world) => {
      submitOnline(world, world.start);
      const at = world.later(world.start, world.share(10, 80) * DAY);
      world.act('OnlineSubmissionAccepted', {
        at,
        payload: { appointment: world.appoint(at) },
        verdict: { ...quarantined, cause: 'deviceRevoked' },
      });
      return { asOf: world.later(at, world.share(150, 200) * DAY) };
    },
    world: (seed) => createWorld(seed, { limit: { unit: 'workingDays', amount: 12 } }),
  },
  {
    injected: 'syncRefused',
    name: 'request for papers set aside by the province',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = readyInTime(world, started);
      const answeredAt = world.later(started.due, world.share(100, 600) * DAY);
      const due = supplement(world, { at, answeredAt, due: started.due }, { verdict: quarantined });
      finish(world, { at: inTime(world, answeredAt, due) });
      return muchLater(world, due);
    },
  },
];

const oldVersions = { procedures: '2025.07.01' };

const catalogue: Story[] = [
  {
    injected: 'catalogue',
    name: 'old package: slip promised less than the catalogue',
    world: (seed) => createWorld(seed, { limit: { unit: 'workingDays', amount: 15 } }),
    tell: (world) => {
      const { start } = world;
      const appointment = world.appoint(start, { limit: { unit: 'workingDays', amount: 7 } });
      const started = receive(world, start, { online: false, appointment, versions: oldVersions });
      const at = world.later(
        appointment.legalDue ?? start,
        world.share(20, 80) * world.between(appointment.legalDue ?? start, started.due),
      );
      handOver(world, world.later(start, DAY / 2), 'Bộ phận hộ tịch');
      finish(world, { at });
      return muchLater(world, started.due);
    },
  },
  {
    injected: 'catalogue',
    name: 'old package: slip promised more than the catalogue',
    world: (seed) => createWorld(seed, { limit: { unit: 'workingDays', amount: 5 } }),
    tell: (world) => {
      const { start } = world;
      const appointment = world.appoint(start, { limit: { unit: 'workingDays', amount: 12 } });
      const started = receive(world, start, { online: false, appointment, versions: oldVersions });
      const at = world.later(
        started.due,
        world.share(20, 80) * world.between(started.due, appointment.legalDue ?? start),
      );
      finish(world, { at });
      return muchLater(world, at);
    },
  },
  {
    injected: 'catalogue',
    name: 'procedure unknown to the province',
    tell: (world) => {
      const verdict = { type: 'acceptedWithIssue', cause: 'unknownProcedure', whoActs: 'province' } as const;
      const started = receive(world, world.start, { online: false, options: { verdict } });
      finish(world, { at: readyInTime(world, started) });
      return { ...muchLater(world, started.due), listed: true };
    },
  },
  {
    injected: 'catalogue',
    name: 'days off decided after the slip',
    // Days off move no limit of calendar days.
    world: (seed) => createWorld(seed, { limit: { unit: 'workingDays', amount: 4 + (seed % 12) } }),
    tell: (world) => {
      const started = receive(world, world.start, { online: false });
      const at = world.later(started.due, world.share(20, 80) * DAY);
      finish(world, { at });
      return muchLater(world, at);
    },
  },
];

const clockDoubt = { clockDoubt: true } as const;

const times: Story[] = [
  {
    injected: 'clock',
    name: 'clock jumped ahead at the end',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = readyInTime(world, started);
      const shown = world.later(started.due, world.share(100, 900) * DAY);
      finish(world, { at, shown, parts: world.chance(70) ? clockDoubt : {} });
      return muchLater(world, shown);
    },
  },
  {
    injected: 'clock',
    name: 'clock behind at reception',
    tell: (world) => {
      const shown = world.later(world.start, 0) - world.make.random.int(20, 300) * 24 * HOUR_MS;
      const started = receive(world, world.start, {
        online: false,
        appointment: world.appoint(shown),
        options: { shown, parts: clockDoubt },
      });
      finish(world, { at: readyInTime(world, started) });
      return muchLater(world, started.due);
    },
  },
  {
    injected: 'clock',
    name: 'clock ahead at the acceptance',
    tell: (world) => {
      submitOnline(world, world.start);
      const at = world.later(world.start, world.share(10, 80) * DAY);
      const shown = world.later(at, world.share(300, 900) * DAY);
      world.act('OnlineSubmissionAccepted', {
        at,
        shown,
        parts: clockDoubt,
        payload: { appointment: world.appoint(shown) },
      });
      return { asOf: world.later(shown, HOUR_MS) };
    },
  },
  {
    injected: 'backEntry',
    name: 'done by hand, typed after the due time',
    tell: (world) => {
      const started = receive(world, world.start);
      const happenedAt = readyInTime(world, started);
      const at = world.later(started.due, world.share(20, 400) * DAY);
      const reason = world.make.random.pick(['power', 'line', 'forgotten'] as const);
      finish(world, { at, parts: { happenedAt, backEntry: { reason, paperSlipNo: 'PK-12' } } });
      return muchLater(world, at);
    },
  },
  {
    injected: 'backEntry',
    name: 'accepted by hand, typed days later',
    world: (seed) => createWorld(seed, { limit: { unit: 'workingDays', amount: 15 } }),
    tell: (world) => {
      submitOnline(world, world.start);
      const happenedAt = world.later(world.start, world.share(10, 80) * DAY);
      const at = world.later(world.start, world.share(200, 600) * DAY);
      const parts = { happenedAt, backEntry: { reason: 'power' } } as const;
      world.act('OnlineSubmissionAccepted', { at, parts, payload: { appointment: world.appoint(happenedAt) } });
      return { asOf: world.later(at, HOUR_MS) };
    },
  },
  {
    injected: 'secondSupplement',
    name: 'asked twice',
    tell: (world) => {
      const started = receive(world, world.start);
      const first = readyInTime(world, started);
      const answered = world.later(first, world.share(50, 300) * DAY);
      const due = supplement(world, { at: first, answeredAt: answered, due: started.due });
      const second = inTime(world, answered, due);
      const again = world.later(second, world.share(50, 300) * DAY);
      const last = supplement(world, { at: second, answeredAt: again, due });
      finish(world, { at: inTime(world, again, last) });
      return muchLater(world, last);
    },
  },
];

const unknown: Story[] = [
  {
    injected: 'unknown',
    name: 'portal complains about a dossier that was in time',
    tell: (world) => {
      const started = receive(world, world.start, { prompt: true });
      finish(world, { at: readyInTime(world, started) });
      return { ...muchLater(world, started.due), listed: true };
    },
  },
  {
    injected: 'unknown',
    name: 'acts of another counter are not here',
    tell: (world) => {
      const started = receive(world, world.start);
      const desk = toDesk(world, started);
      const at = beyond(world, desk, started.due);
      world.act('Forwarded', { at: world.later(desk, 2 * HOUR_MS), elsewhere: true });
      finish(world, { at });
      return muchLater(world, at);
    },
  },
  {
    injected: 'unknown',
    name: 'collected late, when it was ready nobody wrote down',
    tell: (world) => {
      const started = receive(world, world.start);
      const at = beyond(world, toDesk(world, started), started.due);
      world.act('OutcomeReturned', { at });
      return { asOf: at + SECOND_MS };
    },
  },
];

/** Stories of line, catalogue, clock, late typing and missing knowledge. */
export const recordStories: readonly Story[] = [...line, ...catalogue, ...times, ...unknown];
