// A real streaming replica: visitors' public pages are read from it, and nothing else is.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { tally } from '../tally.ts';
import { noServer, ownServer } from './own-server.ts';
import { look, pressOn, send, startProbe, type Probe } from './probe.ts';

const primary = await ownServer({ after });
const skip = primary ? false : noServer;
// whoever reads from the replica may do nothing else: the role of docs/runbooks/scale.md
await primary?.ask('create role goldenthread_reads login');
const replica = await primary?.follower();
const readsOnly = replica?.url.replace('//owner@', '//goldenthread_reads@') ?? '';
const probes: Probe[] = [];
if (primary && replica)
  probes.push(...(await Promise.all([1, 2].map(() => startProbe({ url: primary.url, replica: readsOnly })))));
await primary?.ask('grant goldenthread_app to goldenthread_reads');
after(async () => void (await Promise.all(probes.map((probe) => probe.kill()))));
const address = probes[0]?.address ?? '';
const elsewhere = probes[1]?.address ?? '';

const effect = (what: string) => send(address, pressOn('/effect', { what }));
const seen = async (path: string, cookie = '') => (await look(address, path, cookie)).words;
const standing = () => probes[0]?.standings.at(-1);

/** From now on the replica hears of nothing new. */
const pause = () => replica?.ask('select pg_wal_replay_pause()');
const goOn = () => replica?.ask('select pg_wal_replay_resume()');

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; waited < 200; waited += 1) {
    if (await holds()) return;
    await sleep(100);
  }
  assert.fail(`it did not come about: ${what}`);
}

test(
  'a visitor’s public page is read from the replica, and a moment later shows what is new',
  { skip },
  async () => {
    await until(() => standing() === 'in-use', 'the replica is in use');
    await effect('public');
    await until(async () => (await seen('/lags/public')) === '1', 'the replica has it');
    await pause();
    await effect('public');
    assert.equal(await seen('/lags/public'), '1', 'it is read from the replica');
    assert.equal(
      await seen('/count/public'),
      '2',
      'a page that may not lag is read from the database itself',
    );
    await goOn();
    await until(async () => (await seen('/lags/public')) === '2', 'the replica has caught up');
  },
);

test(
  'after a redirect with a notice, and for whoever has signed in, nothing is older than what they did',
  { skip },
  async () => {
    await pause();
    const came = await effect('own');
    assert.equal(await seen('/lags/own'), '0', 'others may see it a moment later');
    assert.equal(await seen('/lags/own', `notice=${came.notice}`), '1');
    const signed = await fetch(`${address}/sign-in`, signingIn());
    const cookie = (signed.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    assert.equal(await seen('/inside', cookie), 'inside');
    assert.equal(await seen('/lags/own', cookie), '1');
    assert.equal((await look(elsewhere, '/lags/own', cookie)).words, '1', 'at the other process too');
    await goOn();
  },
);

test(
  'a page is never kept under newer figures than it was made of, whoever asked first',
  { skip },
  async () => {
    await until(async () => (await seen('/kept/mixed')) === '0', 'nothing yet');
    await pause();
    await effect('mixed');
    // one reads from the database (a notice is due), the others from the replica, all at once
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => seen('/kept/mixed', index % 2 === 0 ? 'notice=done' : '')),
    );
    assert.deepEqual(
      asked,
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? '1' : '0')),
    );
    await goOn();
    await until(async () => (await seen('/kept/mixed')) === '1', 'the new page');
  },
);

test(
  'where the replica is down, pages are read from the database, it is said once, and the replica is taken up again',
  { skip },
  async (t) => {
    const before = probes[0]?.standings.length ?? 0;
    await effect('down');
    await until(async () => (await seen('/lags/down')) === '1', 'the replica has it');
    const still = { asking: true };
    const statuses = new Map<number, number>();
    const readers = Array.from({ length: 4 }, async () => {
      while (still.asking) {
        const { status } = await look(address, '/lags/down');
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        await sleep(5);
      }
    });
    await replica?.stop('immediate');
    await until(() => standing() === 'away', 'the service has noticed');
    await effect('down');
    assert.equal(await seen('/lags/down'), '2');
    await sleep(1_000);
    await replica?.start();
    await until(() => standing() === 'in-use', 'the replica is in use again');
    still.asking = false;
    await Promise.all(readers);
    const asked = [...statuses.values()].reduce((sum, each) => sum + each, 0);
    tally.tried(asked);
    tally.unexplained(asked - (statuses.get(200) ?? 0));
    t.diagnostic(`${asked} pages while the replica went and came: ${JSON.stringify([...statuses])}`);
    assert.deepEqual([...statuses.keys()], [200]);
    assert.deepEqual(probes[0]?.standings.slice(before), ['away', 'in-use']);
  },
);

test('a server that follows nobody is not taken for a replica', { skip }, async (t) => {
  const probe = await startProbe({ url: primary?.url ?? '', replica: primary?.url ?? '' });
  t.after(() => probe.kill());
  await until(() => probe.standings.at(-1) === 'not-a-copy', 'it is found out');
  assert.equal((await look(probe.address, '/lags/none')).words, '0');
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
