import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { openOutbound } from './outbound.ts';
import { usualSettings } from './settings.ts';
import { replayingServer } from './testing/replaying-server.ts';

const publisher = 'figures.example';

function through(proxy: string) {
  const hosts = new Map([[publisher, { mayBePrivate: false }]]);
  return openOutbound({ ...usualSettings, pauseMs: 0, tries: 1, hosts, proxy }, async () => {});
}

test('B04 where the network demands a proxy, the proxy is asked, and looks the name up itself', async (t) => {
  const proxy = await replayingServer(t, (_question, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{"areas":2}');
  });
  const came = await through(proxy.base).json(new URL(`http://${publisher}/areas`));
  assert.deepEqual(came, { done: true, value: { areas: 2 } });
  assert.deepEqual(
    proxy.asked.map(({ path }) => path),
    [`http://${publisher}/areas`],
  );
});

test('B04 a protected line is dug through the proxy; one that the proxy refuses is not reachable', async (t) => {
  const wanted: string[] = [];
  const proxy = createServer().on('connect', ({ url }, line) => {
    wanted.push(url ?? '');
    line.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.after(() => void proxy.close());
  const address = proxy.address();
  assert.ok(address !== null && typeof address === 'object');
  const came = await through(`http://127.0.0.1:${address.port}`).json(new URL(`https://${publisher}/areas`));
  assert.deepEqual(came, { done: false, refusal: { reason: 'not-reachable', host: publisher } });
  assert.deepEqual(wanted, [`${publisher}:443`]);
});

test('B04 a proxy opens no way to hosts that are not set, nor to a private address', async (t) => {
  const proxy = await replayingServer(t, (_question, answer) => void answer.end('{}'));
  const elsewhere = await through(proxy.base).json(new URL('http://elsewhere.example/'));
  assert.deepEqual(elsewhere, {
    done: false,
    refusal: { reason: 'host-not-set', host: 'elsewhere.example' },
  });
  const hosts = new Map([['10.0.0.1', { mayBePrivate: false }]]);
  const inside = await openOutbound(
    { ...usualSettings, pauseMs: 0, tries: 1, hosts, proxy: proxy.base },
    async () => {},
  ).json(new URL('http://10.0.0.1/'));
  assert.deepEqual(inside, { done: false, refusal: { reason: 'private-address', host: '10.0.0.1' } });
  assert.equal(proxy.asked.length, 0);
});
