import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkerHost, type WorkerHost, type WorkerProcess } from './worker-host';

// A real child process that does what the job says; utility processes speak the same way over their own pipe.
const script = join(mkdtempSync(join(tmpdir(), 'worker-')), 'child.cjs');
writeFileSync(
  script,
  `process.on('message', ({ id, job }) => {
     if (job === 'crash') process.exit(7);
     if (job === 'hang') return;
     if (job === 'fail') return process.send({ id, ok: false, error: 'RangeError' });
     process.send({ id: id - 1, ok: true, bytes: [0] });
     process.send({ id, ok: true, bytes: [process.pid, job], pages: 2 });
   });`,
);

const hosts: WorkerHost<unknown>[] = [];
let started = 0;

function startChild(): WorkerProcess {
  started += 1;
  const child = fork(script);
  return {
    post: (message) => child.send(message as object),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) =>
      child.on('exit', (code) => {
        listener(code ?? -1);
      }),
    kill: () => child.kill('SIGKILL'),
  };
}

function createHost(timeoutMs = 10_000): WorkerHost<unknown> {
  started = 0;
  const host = createWorkerHost<unknown>({ start: startChild, timeoutMs });
  hosts.push(host);
  return host;
}

afterEach(() => {
  for (const host of hosts.splice(0)) host.stop();
});

async function pidOf(host: WorkerHost<unknown>): Promise<number> {
  const answer = await host.run('job');
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.bytes[0] ?? 0;
}

describe('worker host', () => {
  it('starts no process before the first job and keeps it for the next', async () => {
    const host = createHost();
    expect(started).toBe(0);
    expect(await pidOf(host)).toBe(await pidOf(host));
    expect(started).toBe(1);
  });

  it('answers each of many jobs with its own file', async () => {
    const host = createHost();
    const answers = await Promise.all([1, 2, 3, 4].map((job) => host.run(job)));
    expect(answers.map((answer) => (answer.ok ? answer.value.bytes[1] : null))).toEqual([1, 2, 3, 4]);
    expect(answers[0]).toMatchObject({ value: { pages: 2 } });
  });

  it('tells a crash, fails no other job and goes on in a new process', async () => {
    const host = createHost();
    const [before, crashed, after] = await Promise.all([host.run('a'), host.run('crash'), host.run('b')]);
    expect([before.ok, after.ok]).toEqual([true, true]);
    expect(crashed).toEqual({ ok: false, error: { kind: 'crashed', code: 7 } });
    expect(started).toBe(2);
  });

  it('kills a process that hangs and goes on in a new one', async () => {
    const host = createHost(1500);
    const pid = await pidOf(host);
    expect(await host.run('hang')).toEqual({ ok: false, error: { kind: 'timedOut' } });
    expect(await pidOf(host)).not.toBe(pid);
  });

  it('passes the fault of a job on', async () => {
    expect(await createHost().run('fail')).toEqual({ ok: false, error: { kind: 'failed', error: 'RangeError' } });
  });
});
