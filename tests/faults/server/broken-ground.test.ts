// The database server is restarted, the line to it breaks, statements are cancelled, a service is killed: while people go
// on sending forms. What was acknowledged is there, once; and whoever was told to try again is let in soon.
import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFull, rounds, tally } from '../tally.ts';
import { underLoad, type Outcome } from './load.ts';
import { noServer, ownServer } from './own-server.ts';
import { look, startProbe, type Probe } from './probe.ts';
import { lineTo } from './proxy.ts';

const server = await ownServer({ after });
const skip = server ? false : noServer;
const line = server && (await lineTo(server.port));
const throughLine = server && line ? server.url.replace(String(server.port), String(line.port)) : '';
const probes: Probe[] = [];
const begin = async (): Promise<Probe> => {
  const probe = await startProbe({ url: throughLine });
  probes.push(probe);
  return probe;
};
const steady: Probe | undefined = server && (await begin());
after(async () => {
  await Promise.all(probes.map((probe) => probe.kill()));
  await line?.close();
});
const address = steady?.address ?? '';

function holds(t: TestContext, outcome: Outcome): void {
  const { presses, sendings, statuses, lost, doubled, unexplained, worstMs } = outcome;
  t.diagnostic(
    `${presses} presses sent ${sendings} times (${JSON.stringify(statuses)}): lost ${lost}, doubled ${doubled}, worst wait ${worstMs} ms`,
  );
  if (unexplained > 0) t.diagnostic([...new Set(steady?.faults)].join('\n'));
  if (steady && !steady.alive()) tally.crashes(1);
  assert.deepEqual({ lost, doubled, unexplained }, { lost: 0, doubled: 0, unexplained: 0 });
  assert.ok(steady?.alive(), 'the service goes on');
  assert.ok(presses > 0);
}

/** How long it takes until a page of the service can be read again. */
async function backAfter(): Promise<number> {
  const began = performance.now();
  while ((await look(address, '/count/none')).status !== 200) {
    if (!steady?.alive()) assert.fail(`the service ended: ${steady?.said()}`);
    if (performance.now() - began > 60_000) assert.fail('the service does not come back');
    await sleep(25);
  }
  return Math.round(performance.now() - began);
}

test(
  'fault, database restart: restarted again and again under load, nothing is lost or doubled, and the pool is back within five seconds',
  { skip },
  async (t) => {
    const waits: number[] = [];
    const ways = ['fast', 'immediate', 'killed'] as const;
    const outcome = await underLoad(
      server ?? assert.fail(),
      () => [address],
      async () => {
        for (let time = 0; time < rounds({ short: 3, full: 20 }); time += 1) {
          await sleep(200 + Math.random() * 300);
          const way = ways[time % ways.length] ?? 'fast';
          if (way === 'killed') {
            const head = (await server?.processId()) ?? 0;
            assert.ok(head > 1, 'the process of the server is known');
            process.kill(head, 'SIGKILL');
            await sleep(500);
          } else await server?.stop(way);
          await server?.start();
          waits.push(await backAfter());
        }
      },
    );
    t.diagnostic(`back after ${waits.join(', ')} ms`);
    holds(t, outcome);
    assert.ok(Math.max(...waits) <= 5_000, `back after ${waits.join(', ')} ms`);
  },
);

test(
  'fault, network cut and reset, also after the question was sent: each press takes effect once',
  { skip },
  async (t) => {
    const outcome = await underLoad(
      server ?? assert.fail(),
      () => [address],
      async () => {
        for (let time = 0; time < rounds({ short: 9, full: 300 }); time += 1) {
          await sleep(40 + Math.random() * 120);
          if (time % 3 === 0) line?.cut('end');
          else if (time % 3 === 1) line?.cut('reset');
          else line?.cutAfterAsking();
        }
      },
    );
    holds(t, outcome);
  },
);

test(
  'fault, slow network: with a fifth of a second on every exchange forms are worked, once each',
  { skip },
  async (t) => {
    const outcome = await underLoad(
      server ?? assert.fail(),
      () => [address],
      async () => {
        line?.let({ lateMs: 100 });
        await sleep(rounds({ short: 1_500, full: 20_000 }));
        line?.let('pass');
      },
    );
    holds(t, outcome);
  },
);

test(
  'fault, silent network: a line that says nothing any more is given up in words, and taken up again',
  { skip: skip || (isFull ? false : 'takes a quarter of a minute: npm run faults') },
  async (t) => {
    let worst = 0;
    const outcome = await underLoad(
      server ?? assert.fail(),
      () => [address],
      async () => {
        line?.let('silence');
        const began = performance.now();
        const { status } = await look(address, '/count/none');
        worst = performance.now() - began;
        assert.equal(status, 503);
        line?.let('pass');
        line?.cut('reset');
        assert.ok((await backAfter()) <= 11_000);
      },
    );
    t.diagnostic(`a reader was told after ${Math.round(worst)} ms`);
    holds(t, outcome);
    assert.ok(worst <= 25_000);
  },
);

test(
  'fault, statements cancelled and connections ended by the server: each press takes effect once',
  { skip },
  async (t) => {
    const victims = `select pg_cancel_backend(pid), case when random() < 0.3 then pg_terminate_backend(pid) end
    from pg_stat_activity where application_name = 'goldenthread' and state <> 'idle'`;
    const outcome = await underLoad(
      server ?? assert.fail(),
      () => [address],
      async () => {
        for (let time = 0; time < rounds({ short: 20, full: 1_000 }); time += 1) {
          await server?.ask(victims);
          await sleep(Math.random() * 40);
        }
      },
    );
    holds(t, outcome);
  },
);

test(
  'fault, kill -9 of a service while forms are sent: whoever sends the same form to another process is served, once',
  { skip },
  async (t) => {
    for (let time = 0; time < rounds({ short: 2, full: 100 }); time += 1) {
      let victim: Probe | undefined = await begin();
      const outcome = await underLoad(
        server ?? assert.fail(),
        () => [victim?.address ?? address, address],
        async () => {
          await sleep(100 + Math.random() * 200);
          const dying = victim;
          await dying?.kill();
          victim = undefined;
        },
      );
      if (time < 2) holds(t, outcome);
      else assert.deepEqual([outcome.lost, outcome.doubled, outcome.unexplained], [0, 0, 0]);
    }
  },
);
