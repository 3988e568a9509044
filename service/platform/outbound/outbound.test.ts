import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { openOutbound, type Outbound } from './outbound.ts';
import { outboundWords } from './refusals.ts';
import { usualSettings, type OutboundSettings } from './settings.ts';
import { replayingServer, serveFile, type Reply, type Replaying } from './testing/replaying-server.ts';
import { wordsOf } from '../kernel/outcome.ts';

type Ground = { server: Replaying; outbound: Outbound; to: string; folder: string; waits: number[] };

/** A server that answers as told, and a door to it that notes its waits instead of waiting. */
async function ground(t: TestContext, reply: Reply, given: Partial<OutboundSettings> = {}): Promise<Ground> {
  const server = await replayingServer(t, reply);
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-outbound-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const waits: number[] = [];
  const settings = {
    ...usualSettings,
    pauseMs: 0,
    hosts: new Map([[server.host, { mayBePrivate: true }]]),
    ...given,
  };
  const outbound = openOutbound(settings, async (ms) => void waits.push(Math.round(ms)));
  return { server, outbound, to: join(folder, 'table.csv'), folder, waits };
}

const download = (
  { server, outbound, to }: Pick<Ground, 'server' | 'outbound' | 'to'>,
  rest: { path?: string; known?: { etag?: string }; signal?: AbortSignal } = {},
) =>
  outbound.download(new URL(`${server.base}${rest.path ?? '/table.csv'}`), {
    to,
    accept: 'text/csv',
    notThese: ['text/html', 'application/json'],
    known: rest.known,
    signal: rest.signal,
  });

const table = `area_code,value\n${'E10000013,1.5\n'.repeat(20_000)}`;

test('a file is brought onto this disk whole, and says who asked and nothing of who uses it', async (t) => {
  const here = await ground(t, (question, answer) =>
    serveFile({ question, answer }, { body: table, etag: '"one"' }),
  );
  const came = await download(here);
  assert.ok(came.done);
  assert.deepEqual(came.value, {
    kind: 'fresh',
    bytes: table.length,
    validators: { etag: '"one"', lastModified: undefined },
  });
  assert.equal(await readFile(here.to, 'utf8'), table);
  assert.deepEqual(await readdir(here.folder), ['table.csv']);
  const headers = here.server.asked[0]?.headers ?? {};
  assert.match(headers['user-agent'] ?? '', /^GoldenThread\//);
  assert.deepEqual(
    Object.keys(headers).toSorted(),
    ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].toSorted(),
  );
});

test('a version that is known is not sent again', async (t) => {
  const here = await ground(t, (question, answer) =>
    serveFile({ question, answer }, { body: table, etag: '"one"' }),
  );
  const came = await download(here, { known: { etag: '"one"' } });
  assert.deepEqual(came, { done: true, value: { kind: 'unchanged' } });
  assert.deepEqual(await readdir(here.folder), []);
});

/** Sends the first half and breaks the line. */
function breakOff(answer: ServerResponse, head: Record<string, string>): void {
  answer.writeHead(200, { 'content-type': 'text/csv', 'content-length': table.length, ...head });
  answer.write(table.slice(0, table.length / 2), () => setTimeout(() => answer.destroy(), 20));
}

test('a download that breaks off goes on where it stopped, of the same version only', async (t) => {
  let sent = 0;
  const here = await ground(t, (question, answer) => {
    sent += 1;
    if (sent === 1) return breakOff(answer, { etag: '"one"' });
    return serveFile({ question, answer }, { body: table, etag: '"one"' });
  });
  const came = await download(here);
  assert.ok(came.done, JSON.stringify(came));
  assert.equal(await readFile(here.to, 'utf8'), table);
  const second = here.server.asked[1]?.headers;
  assert.match(second?.range ?? '', /^bytes=[1-9]\d*-$/);
  assert.equal(second?.['if-range'], '"one"');
  assert.deepEqual(here.waits, [1000]);
});

test('where another version stands meanwhile, the download begins anew and mixes nothing', async (t) => {
  let sent = 0;
  const newer = table.replaceAll('1.5', '2.5');
  const here = await ground(t, (question, answer) => {
    sent += 1;
    if (sent === 1) return breakOff(answer, { etag: '"one"' });
    return serveFile({ question, answer }, { body: newer, etag: '"two"' });
  });
  assert.ok((await download(here)).done);
  assert.equal(await readFile(here.to, 'utf8'), newer);
});

test('a file without a version is never pieced together', async (t) => {
  let sent = 0;
  const here = await ground(t, (question, answer) => {
    sent += 1;
    if (sent === 1) return breakOff(answer, {});
    return serveFile({ question, answer }, { body: table });
  });
  assert.ok((await download(here)).done);
  assert.equal(here.server.asked[1]?.headers.range, undefined);
  assert.equal(await readFile(here.to, 'utf8'), table);
});

test('what came before a stop is kept for another day, and then only the rest is asked for', async (t) => {
  let healthy = false;
  const here = await ground(
    t,
    (question, answer) =>
      healthy
        ? serveFile({ question, answer }, { body: table, etag: '"one"' })
        : breakOff(answer, { etag: '"one"' }),
    { tries: 1 },
  );
  const first = await download(here);
  assert.ok(!first.done);
  assert.equal(first.refusal.reason, 'cut-off');
  assert.match(wordsOf(outboundWords, first.refusal), /next try goes on from there/);
  healthy = true;
  assert.ok((await download(here)).done);
  assert.match(here.server.asked.at(-1)?.headers.range ?? '', /^bytes=/);
  assert.equal(await readFile(here.to, 'utf8'), table);
});

test('a packed file is unpacked, and what cannot be opened is told', async (t) => {
  const packed = gzipSync(table);
  const here = await ground(t, (question, answer) => {
    const body = question.url === '/broken.csv' ? packed.subarray(0, 40) : packed;
    answer.writeHead(200, { 'content-type': 'text/csv', 'content-encoding': 'gzip' }).end(body);
  });
  const came = await download(here);
  assert.ok(came.done && came.value.kind === 'fresh');
  assert.equal(came.value.bytes, table.length);
  assert.equal(await readFile(here.to, 'utf8'), table);
  await rm(here.to);
  const broken = await download(here, { path: '/broken.csv' });
  assert.ok(!broken.done);
  assert.equal(broken.refusal.reason, 'not-what-was-asked');
  assert.deepEqual(await readdir(here.folder), []);
});

test('a busy host is given the time that it asks for, in seconds or as an instant', async (t) => {
  let sent = 0;
  const here = await ground(t, (question, answer) => {
    sent += 1;
    const at = new Date('2026-11-22T20:00:00Z');
    if (sent === 1) return void answer.writeHead(429, { 'retry-after': '7' }).end();
    if (sent === 2)
      return void answer
        .writeHead(503, {
          date: at.toUTCString(),
          'retry-after': new Date(at.getTime() + 9000).toUTCString(),
        })
        .end();
    if (sent === 3) return void answer.writeHead(503).end();
    return serveFile({ question, answer }, { body: table });
  });
  assert.ok((await download(here)).done);
  assert.deepEqual(here.waits, [7000, 9000, 4000]);
});

test('a host that wants to be left alone for hours is, and so is one that stays busy', async (t) => {
  const here = await ground(t, (question, answer) => {
    if (question.url === '/hours.csv') return void answer.writeHead(429, { 'retry-after': '7200' }).end();
    return void answer.writeHead(503).end();
  });
  const hours = await download(here, { path: '/hours.csv' });
  assert.ok(!hours.done);
  assert.deepEqual(hours.refusal, { reason: 'busy', host: here.server.host, status: 429 });
  assert.deepEqual(here.waits, []);
  const busy = await download(here);
  assert.ok(!busy.done);
  assert.equal(busy.refusal.reason, 'busy');
  assert.deepEqual(here.waits, [1000, 2000, 4000]);
});

test('what is not there, a page instead of a table, and a file without end are refused with their reasons', async (t) => {
  const here = await ground(
    t,
    (question, answer) => {
      if (question.url === '/gone.csv') return void answer.writeHead(404).end('gone');
      if (question.url === '/page')
        return serveFile({ question, answer }, { body: '<p>Sorry</p>', type: 'text/html; charset=utf-8' });
      if (question.url === '/said') return void answer.writeHead(200, { 'content-length': 5_000_000 }).end();
      answer.writeHead(200, { 'content-type': 'text/csv' });
      const more = (): void => {
        if (!answer.destroyed) answer.write('E10000013,1.5\n'.repeat(5_000), more);
      };
      more();
    },
    { largestBytes: 1_000_000 },
  );
  const reasons = [];
  for (const path of ['/gone.csv', '/page', '/said', '/endless.csv']) {
    const came = await download(here, { path });
    assert.ok(!came.done, path);
    reasons.push(came.refusal.reason);
  }
  assert.deepEqual(reasons, ['turned-away', 'not-what-was-asked', 'too-large', 'too-large']);
  assert.deepEqual(here.waits, [], 'none of these is asked for twice');
  assert.deepEqual(await readdir(here.folder), []);
});

test('a packed file that is small on its way and huge on disk is not unpacked to its end', async (t) => {
  const here = await ground(
    t,
    (_question, answer) =>
      void answer
        .writeHead(200, { 'content-type': 'text/csv', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(5_000_000, 'a'))),
    { largestBytes: 1_000_000 },
  );
  const came = await download(here);
  assert.ok(!came.done);
  assert.equal(came.refusal.reason, 'too-large');
  assert.deepEqual(await readdir(here.folder), []);
});

test('a host that is silent, and one that drips, come to an end', async (t) => {
  const slow: Reply = async (question, answer) => {
    if (question.url === '/silent') return;
    answer.writeHead(200, { 'content-type': 'text/csv', 'content-length': 1_000_000, etag: '"one"' });
    while (!answer.destroyed) {
      answer.write('a');
      await pause(20);
    }
  };
  const here = await ground(t, slow, { silenceMs: 150, wholeMs: 400 });
  for (const path of ['/silent', '/drip']) {
    const came = await download(here, { path });
    assert.ok(!came.done, path);
    assert.equal(came.refusal.reason, 'took-too-long', path);
  }
});

test('a redirect is followed within the hosts that are set, and nowhere else', async (t) => {
  const here = await ground(t, (question, answer) => {
    if (question.url === '/moved') return void answer.writeHead(302, { location: '/table.csv' }).end();
    if (question.url === '/away')
      return void answer.writeHead(302, { location: 'http://elsewhere.example/table.csv' }).end();
    if (question.url === '/inside')
      return void answer.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    if (question.url === '/round') return void answer.writeHead(302, { location: '/round' }).end();
    return serveFile({ question, answer }, { body: table });
  });
  assert.ok((await download(here, { path: '/moved' })).done);
  const reasons = [];
  for (const path of ['/away', '/inside', '/round']) {
    const came = await download(here, { path });
    reasons.push(came.done ? 'done' : came.refusal.reason);
  }
  assert.deepEqual(reasons, ['sent-elsewhere', 'sent-elsewhere', 'not-what-was-asked']);
});

test('a public name that leads into a private network is not followed, unless somebody wrote it down', async (t) => {
  const server = await replayingServer(t, (question, answer) =>
    serveFile({ question, answer }, { body: table }),
  );
  const { port } = new URL(server.base);
  const asked = async (name: string, mayBePrivate: boolean) => {
    const { host } = new URL(`http://${name}/`);
    const outbound = openOutbound({ ...usualSettings, hosts: new Map([[host, { mayBePrivate }]]) });
    const came = await outbound.json(new URL(`http://${host}/`));
    return came.done ? 'done' : came.refusal.reason;
  };
  // a name is looked up; an address stands there by itself
  assert.equal(await asked(`localhost:${port}`, false), 'private-address');
  assert.equal(await asked(`127.0.0.1:${port}`, false), 'private-address');
  assert.equal(await asked('[::ffff:10.0.0.1]', false), 'private-address');
  assert.equal(await asked('169.254.169.254', false), 'private-address');
  assert.deepEqual(server.asked, []);
  assert.equal(await asked(`127.0.0.1:${port}`, true), 'not-what-was-asked');
});

test('a host that is not set, and another protocol, are not asked at all', async (t) => {
  const { outbound, server } = await ground(t, () => {});
  for (const address of ['http://example.org/', `ftp://${server.host}/`, 'file:///etc/passwd']) {
    const came = await outbound.json(new URL(address));
    assert.ok(!came.done);
    assert.equal(came.refusal.reason, 'host-not-set');
  }
  assert.deepEqual(server.asked, []);
});

test('a host is asked one thing at a time, with a pause between', async (t) => {
  const server = await replayingServer(t, async (_question, answer) => {
    await pause(20);
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{"fine":true}');
  });
  const hosts = new Map([[server.host, { mayBePrivate: true }]]);
  const outbound = openOutbound({ ...usualSettings, hosts, pauseMs: 100 });
  const all = await Promise.all([1, 2, 3].map((each) => outbound.json(new URL(`${server.base}/${each}`))));
  assert.deepEqual(
    all.map(({ done }) => done),
    [true, true, true],
  );
  assert.equal(server.most(), 1);
  const [first, second, third] = server.asked.map(({ at }) => at);
  assert.ok(
    second !== undefined && first !== undefined && second - first >= 115,
    'a pause before the second',
  );
  assert.ok(third !== undefined && third - second >= 115, 'a pause before the third');
});

test('nobody at the other end, and a stop in the middle, are refusals and not faults', async (t) => {
  const here = await ground(t, (_question, answer) => {
    answer.writeHead(200, { 'content-type': 'text/csv', 'content-length': 1000, etag: '"one"' });
    answer.write('a');
  });
  const stopping = new AbortController();
  const stopped = download(here, { signal: stopping.signal });
  setTimeout(() => stopping.abort(), 100);
  const came = await stopped;
  assert.ok(!came.done);
  assert.equal(came.refusal.reason, 'stopped');
  const closed = await replayingServer({ after: (end) => void closing.push(end) }, () => {});
  for (const end of closing) await end();
  const outbound = openOutbound(
    { ...usualSettings, tries: 2, hosts: new Map([[closed.host, { mayBePrivate: true }]]) },
    async () => {},
  );
  const nobody = await outbound.json(new URL(closed.base));
  assert.ok(!nobody.done);
  assert.equal(nobody.refusal.reason, 'not-reachable');
});

const closing: (() => Promise<void>)[] = [];
