// Two processes on one PostgreSQL server behave as one, and a real replica is read only where that is right.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounds, tally } from '../tally.ts';
import { noServer, ownServer } from './own-server.ts';
import { look, pressOn, send, startProbe, type Came } from './probe.ts';

const server = await ownServer({ after });
const skip = server ? false : noServer;
const probes = server
  ? await Promise.all([1, 2].map(() => startProbe({ url: server.url, works: true })))
  : [];
after(async () => void (await Promise.all(probes.map((probe) => probe.kill()))));
const [one, two] = probes.map(({ address }) => address);
const anywhere = (index: number): string => (index % 2 === 0 ? one : two) ?? assert.fail();

async function effects(what: string): Promise<number> {
  const text = `select count(*)::int as count from platform.fact where type = 'probe.effect' and subject_id = $1`;
  return Number((await server?.ask(text, [what]))?.[0]?.['count']);
}

/** The same press sent so often at once to both processes: what came back, and how often it took effect. */
async function round(name: string, times: number, path = '/effect'): Promise<Came[]> {
  const press = pressOn(path, { what: name });
  return Promise.all(Array.from({ length: times }, (_, index) => send(anywhere(index), press)));
}

test(
  'fault, duplicate submission: the same press sent to two processes at once, up to fifty times, takes effect once and is answered alike',
  { skip },
  async (t) => {
    const count = rounds({ short: 120, full: 10_000 });
    let sent = 0;
    let odd = 0;
    const inTurn = async (from: number): Promise<void> => {
      for (let index = from; index < count; index += 8) {
        const times = index % 20 === 0 ? 50 : 2 + (index % 5);
        const came = await round(`round-${index}`, times);
        sent += times;
        // refused nowhere, and told the same
        odd += came.filter(({ status, notice }) => status !== 303 || notice !== came[0]?.notice).length;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, from) => inTurn(from)));
    const text = `select subject_id, count(*)::int as count from platform.fact
    where type = 'probe.effect' and subject_id like 'round-%' group by 1`;
    const found = (await server?.ask(text)) ?? [];
    const wrong = found.filter((row) => row['count'] !== 1).length + (count - found.length);
    tally.tried(sent);
    tally.lost(wrong);
    tally.unexplained(odd);
    t.diagnostic(
      `${sent} sendings of ${count} presses: ${wrong} with other than one effect, ${odd} answered otherwise`,
    );
    assert.deepEqual([wrong, odd], [0, 0]);
  },
);

test(
  'fault, duplicate submission: a press that comes again while the first is still at work waits for its answer, also where it is worked in two transactions',
  { skip },
  async () => {
    for (const [path, expected] of [
      ['/slow-effect', 1],
      ['/pair', 2],
    ] as const) {
      const name = `slow${path.slice(1)}`;
      const came = await round(name, 20, path);
      assert.equal(await effects(name), expected);
      assert.deepEqual(new Set(came.map(({ status }) => status)), new Set([303]));
      assert.equal(new Set(came.map(({ notice }) => notice)).size, 1);
    }
    tally.tried(40);
  },
);

test(
  'fault, duplicate submission: of two different presses each counts, and signing in is done anew each time',
  { skip },
  async () => {
    await Promise.all([round('different', 1), round('different', 1)]);
    assert.equal(await effects('different'), 2);
    const press = pressOn('/sign-in', {});
    const [first, second] = [await send(anywhere(0), press), await send(anywhere(1), press)];
    assert.deepEqual([first.status, second.status], [303, 303]);
  },
);

test(
  'what one process is told the other knows at once: sessions, pages that are kept, and facts',
  { skip },
  async () => {
    const came = await fetch(`${one}/sign-in`, signingIn());
    const cookie = (came.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    assert.equal((await look(anywhere(1), '/inside', cookie)).words, 'inside');
    assert.equal((await look(anywhere(0), '/kept/known')).words, '0');
    assert.equal((await look(anywhere(1), '/kept/known')).words, '0');
    for (let count = 1; count <= 5; count += 1) {
      await send(anywhere(count), pressOn('/effect', { what: 'known' }));
      assert.equal((await look(anywhere(count + 1), '/kept/known')).words, String(count));
    }
  },
);

test(
  'jobs once: every fact reaches its handler exactly once, with two processes at the queue',
  { skip },
  async () => {
    const count = rounds({ short: 40, full: 2_000 });
    await Promise.all(
      Array.from({ length: count }, (_, index) => send(anywhere(index), pressOn('/effect', { what: 'job' }))),
    );
    const text = `select count(*)::int as count from platform.fact where type = 'probe.echo' and subject_id = 'job'`;
    const echoes = async () => Number((await server?.ask(text))?.[0]?.['count']);
    for (let waited = 0; (await echoes()) < count && waited < 120; waited += 1) await sleep(250);
    // and no more after them
    await sleep(2_500);
    tally.tried(count);
    assert.equal(await echoes(), count);
  },
);

test('rate limits: what one address asks of two processes counts together', { skip }, async (t) => {
  const limited = await Promise.all(
    [1, 2].map(() => startProbe({ url: server?.url ?? '', requestsAMinute: 100 })),
  );
  t.after(async () => void (await Promise.all(limited.map((probe) => probe.kill()))));
  // not over the edge of a minute, where counting begins anew
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 8_000) await sleep(left);
  const statuses: number[] = [];
  for (let index = 0; index < 160; index += 1) {
    if (index === 80) await sleep(2_500);
    statuses.push((await look(limited[index % 2]?.address ?? '', '/count/none')).status);
  }
  const let_in = statuses.filter((status) => status === 200).length;
  t.diagnostic(`${let_in} of 160 were let in, with a limit of 100`);
  assert.ok(let_in <= 130, `${let_in} let in`);
  assert.ok(let_in >= 80);
  assert.equal(statuses.at(-1), 429);
});

function signingIn(): RequestInit {
  const { cookie, body } = pressOn('/sign-in', {});
  return {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  };
}
