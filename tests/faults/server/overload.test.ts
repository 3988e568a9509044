// More than a service can take: it sheds in words, keeps its footing, and goes on for those who were there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounds, tally } from '../tally.ts';
import { noServer, ownServer } from './own-server.ts';
import { look, pressOn, send, startProbe, type Probe } from './probe.ts';

const server = await ownServer({ after });
const skip = server ? false : noServer;
const probe: Probe | undefined = server && (await startProbe({ url: server.url, requestsAMinute: 600 }));
after(() => probe?.kill());
const address = probe?.address ?? '';

function alive(): void {
  if (!probe?.alive()) tally.crashes(1);
  assert.ok(probe?.alive(), 'the service goes on');
}

test(
  'fault, overload: bodies that are huge, deep or endless are refused with a page, and memory stays where it was',
  { skip },
  async () => {
    const odd: readonly [string, string, string][] = [
      ['huge JSON', 'application/json', `{"a":"${'x'.repeat(3_000_000)}"}`],
      ['deep JSON', 'application/json', '['.repeat(500_000)],
      ['deep JSON that closes', 'application/json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      ['a prototype', 'application/json', '{"__proto__":{"a":1},"constructor":{"prototype":{"b":1}}}'],
      ['a form without end', 'application/x-www-form-urlencoded', 'a=1&'.repeat(400_000)],
      ['a form of many names', 'application/x-www-form-urlencoded', many(60_000)],
      ['a form of nothing but signs', 'application/x-www-form-urlencoded', '%'.repeat(900_000)],
      ['parts without end', 'multipart/form-data; boundary=x', '--x\r\n'.repeat(100_000)],
      ['no type at all', 'application/nothing', 'x'.repeat(900_000)],
    ];
    const before = await memoryMb();
    let unexplained = 0;
    for (const [name, type, body] of odd) {
      const { cookie } = pressOn('/effect', {});
      const reply = await fetch(`${address}/effect`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, 'content-type': type },
        body,
      }).catch(() => undefined);
      const status = reply?.status ?? 0;
      await reply?.text();
      if (status >= 500) unexplained += 1;
      assert.ok([0, 400, 403, 413, 415].includes(status), `${name} answered ${status}`);
    }
    tally.tried(odd.length);
    tally.unexplained(unexplained);
    alive();
    assert.ok((await memoryMb()) - before < 200, 'memory');
  },
);

test('fault, overload: senders who never come to an end hold up nobody else', { skip }, async (t) => {
  // all senders have one address here, so its limit must not be what stops the reader
  const ample = await startProbe({ url: server?.url ?? '' });
  const slow: Socket[] = [];
  t.after(async () => {
    slow.forEach((socket) => socket.destroy());
    await ample.kill();
  });
  const count = rounds({ short: 200, full: 2_000 });
  for (let index = 0; index < count; index += 1) {
    const socket = connect(Number(new URL(ample.address).port), '127.0.0.1');
    socket.on('error', () => {});
    const beginning =
      index % 2 === 0
        ? 'GET /count/none HTTP/1.1\r\nhost: a\r\nx-slow: '
        : 'POST /effect HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 9000\r\n\r\nwhat=';
    socket.write(beginning);
    slow.push(socket);
  }
  const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('a')), 200);
  t.after(() => clearInterval(drip));
  const waits: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    const { status, ms } = await look(ample.address, '/count/none');
    assert.equal(status, 200);
    waits.push(ms);
  }
  clearInterval(drip);
  tally.tried(count);
  const worst = Math.round(Math.max(...waits));
  t.diagnostic(`${count} slow senders; the slowest of 40 pages meanwhile took ${worst} ms`);
  assert.ok(worst < 5_000);
  assert.ok(ample.alive(), 'the service goes on');
});

test(
  'fault, overload: more pages than one address may ask for are shed with 429 and words',
  { skip },
  async (t) => {
    const said = new Set<string>();
    const statuses = new Map<number, number>();
    const count = rounds({ short: 1_500, full: 30_000 });
    let left = count;
    const asker = async (): Promise<void> => {
      while ((left -= 1) >= 0) {
        const { status, words } = await look(address, '/count/none');
        if (status === 429) said.add(words);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 50 }, asker));
    const odd = [...statuses].filter(([status]) => ![200, 429, 503].includes(status));
    tally.tried(count);
    tally.unexplained(odd.reduce((sum, [, each]) => sum + each, 0));
    t.diagnostic(`${count} pages: ${JSON.stringify([...statuses])}`);
    assert.deepEqual(odd, []);
    assert.ok((statuses.get(429) ?? 0) > 0);
    assert.deepEqual([...said], ['Too many requests at once']);
    alive();
  },
);

test(
  'fault, overload: where every connection to the database is taken, whoever comes is told to try again, and forms come to no harm',
  { skip },
  async (t) => {
    const ample = await startProbe({ url: server?.url ?? '' });
    t.after(() => ample.kill());
    const sleepers = Array.from({ length: 10 }, () => look(ample.address, '/sleep'));
    await sleep(100);
    const press = pressOn('/effect', { what: 'crowded' });
    const came = await send(ample.address, press);
    assert.ok([303, 503].includes(came.status), String(came.status));
    await Promise.all(sleepers);
    assert.equal((await send(ample.address, press)).status, 303);
    assert.equal((await look(ample.address, '/count/crowded')).words, '1');
    tally.tried(2);
  },
);

function many(count: number): string {
  return Array.from({ length: count }, (_, index) => `name${index}=1`)
    .join('&')
    .slice(0, 1_000_000);
}

async function memoryMb(): Promise<number> {
  const text = await readFile(`/proc/${probe?.processId}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024;
}
