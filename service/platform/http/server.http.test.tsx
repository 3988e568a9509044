import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { permission } from '../access/policy.ts';
import { DatabaseFault } from '../db/fault.ts';
import { page, pageMadeOnce, redirectTo, type Route } from './route.ts';
import { testService } from './testing.ts';

const hello = (words = 'Hello') => ({ title: words, body: <h1>{words}</h1> });
const makeTea = permission('test.make-tea', ['manager']);
let made = 0;

const routes: readonly Route[] = [
  { method: 'GET', path: '/open', policy: 'everyone', answer: async () => page(hello()) },
  {
    method: 'GET',
    path: '/once',
    policy: 'everyone',
    answer: async () => pageMadeOnce('1', async () => hello(`Made ${(made += 1)}`)),
  },
  { method: 'GET', path: '/inside', policy: 'signed-in', answer: async () => page(hello('Inside')) },
  { method: 'GET', path: '/tea', policy: makeTea, answer: async () => page(hello('Tea')) },
  {
    method: 'POST',
    path: '/tea',
    policy: makeTea,
    answer: async () => redirectTo('/tea', 'The tea is made.'),
  },
  {
    method: 'GET',
    path: '/broken',
    policy: 'everyone',
    answer: async () => {
      throw new Error('a child’s name must not leak from here');
    },
  },
  {
    method: 'GET',
    path: '/fault/:code',
    policy: 'everyone',
    answer: async (request) => {
      const code = request.params['code'] === 'full' ? 'disk-full' : 'unavailable';
      throw new DatabaseFault(code, 'gone');
    },
  },
];

test('every answer carries a content policy without inline script or style, and no frame may hold it', async (t) => {
  const service = await testService(t, routes);
  for (const path of ['/open', '/nowhere', '/broken', '/inside', '/brand.css']) {
    const { headers } = await service.visitor().get(path);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.match(String(headers['x-request-id']), /^[0-9a-f]{8}$/, path);
  }
});

test('R6: deny by default: a visitor is asked to sign in, a person without the right meets a page that is not there', async (t) => {
  const service = await testService(t, routes);
  const visitor = await service.visitor().get('/tea?cup=2');
  assert.equal(visitor.status, 303);
  assert.equal(visitor.headers['location'], '/sign-in?next=%2Ftea%3Fcup%3D2');
  const analyst = await service.signedIn('analyst');
  const [forbidden, missing] = [await analyst.get('/tea'), await analyst.get('/nowhere')];
  assert.deepEqual([forbidden.status, missing.status], [404, 404]);
  assert.equal(
    forbidden.document.querySelector('h1')?.textContent,
    missing.document.querySelector('h1')?.textContent,
  );
  const manager = await service.signedIn('manager');
  assert.equal((await manager.get('/tea')).status, 200);
});

test('a form without its token, with another browser’s, or from another site changes nothing', async (t) => {
  const service = await testService(t, routes);
  const manager = await service.signedIn('manager');
  assert.equal((await manager.postRaw('/tea', '')).status, 403);
  assert.equal((await manager.postRaw('/tea', 'csrf=abc.def')).status, 403);
  const elsewhere = await manager.postRaw('/tea', '', { 'sec-fetch-site': 'cross-site' });
  assert.equal(elsewhere.status, 403);
  const signedOut = await service.visitor().post('/tea', { words: 'long ones' });
  assert.equal(signedOut.status, 403);
  assert.match(
    signedOut.document.body.textContent ?? '',
    /open too long/,
    'whose session ended while they wrote is told so',
  );
  const own = await manager.post('/tea');
  assert.equal(own.status, 303);
});

test('a notice is shown once, on the next page', async (t) => {
  const service = await testService(t, routes);
  const manager = await service.signedIn('manager');
  await manager.post('/tea');
  const first = await manager.get('/tea');
  assert.match(first.document.querySelector('[role=status]')?.textContent ?? '', /The tea is made/);
  assert.equal((await manager.get('/tea')).document.querySelector('[role=status]'), null);
});

test('a fault shows a reference and nothing of what went wrong', async (t) => {
  const service = await testService(t, routes);
  const { status, text, document, headers } = await service.visitor().get('/broken');
  assert.equal(status, 500);
  assert.doesNotMatch(text, /child’s name|at .*\.tsx/);
  assert.equal(document.querySelector('code')?.textContent, headers['x-request-id']);
  assert.match(document.body.textContent ?? '', /999/, 'help stands on error pages too');
});

test('with the database gone or its disk full, the page says so and asks nothing of it', async (t) => {
  const service = await testService(t, routes);
  const [gone, full] = [
    await service.visitor().get('/fault/gone'),
    await service.visitor().get('/fault/full'),
  ];
  assert.deepEqual([gone.status, full.status], [503, 507]);
  assert.match(full.document.body.textContent ?? '', /Nothing was half saved/);
});

test('a session ends when its person signs out, is idle for an hour, or has lasted twelve', async (t) => {
  let now = new Date('2026-09-01T09:00:00Z');
  const service = await testService(t, routes, { clock: () => now });
  const manager = await service.signedIn('manager');
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  assert.equal((await manager.get('/inside')).status, 200);
  later(59);
  assert.equal((await manager.get('/inside')).status, 200, 'still here within the hour');
  later(59);
  assert.equal((await manager.get('/inside')).status, 200, 'each page begins the hour again');
  later(61);
  assert.equal((await manager.get('/inside')).status, 303, 'idle for an hour');
  const worker = await service.signedIn('manager');
  for (let quarter = 0; quarter < 24 * 2; quarter += 1) {
    later(15);
    await worker.get('/inside');
  }
  assert.equal((await worker.get('/inside')).status, 303, 'twelve hours are enough');
});

test('a public page is made once for its key, answers 304 to a browser that has it, and is made anew for a person', async (t) => {
  const service = await testService(t, routes);
  const visitor = service.visitor();
  const first = await visitor.get('/once');
  const second = await service.visitor().get('/once');
  assert.equal(first.text, second.text);
  const again = await service.server.inject({
    url: '/once',
    headers: { 'if-none-match': String(first.headers['etag']) },
  });
  assert.equal(again.statusCode, 304);
  const person = await (await service.signedIn('analyst')).get('/once');
  assert.notEqual(
    person.document.querySelector('h1')?.textContent,
    first.document.querySelector('h1')?.textContent,
  );
  assert.equal(person.headers['cache-control'], 'no-store');
});

test('more requests than allowed, and more than a form may hold, are refused with words', async (t) => {
  const service = await testService(t, routes, { requestsAMinute: 3 });
  const visitor = service.visitor();
  for (let count = 0; count < 3; count += 1) assert.equal((await visitor.get('/open')).status, 200);
  const refused = await visitor.get('/open');
  assert.equal(refused.status, 429);
  assert.match(refused.document.body.textContent ?? '', /Wait a minute/);
  const roomy = await testService(t, routes);
  const large = await (await roomy.signedIn('manager')).post('/tea', { words: 'x'.repeat(1_100_000) });
  assert.equal(large.status, 413);
  assert.match(large.document.body.textContent ?? '', /too large to send/);
});

test('over https the cookies are bound to the host, and browsers are told to stay with https', async (t) => {
  const service = await testService(
    t,
    [
      ...routes,
      {
        method: 'GET',
        path: '/form',
        policy: 'everyone',
        answer: async (request) => page(hello(request.csrf)),
      },
    ],
    { secure: true },
  );
  const answer = await service.server.inject({ url: '/form' });
  const cookie = answer.cookies.find(({ name }) => name === '__Host-session');
  assert.ok(cookie, 'the cookie has the __Host- name');
  assert.deepEqual([cookie.secure, cookie.httpOnly, cookie.path, cookie.sameSite], [true, true, '/', 'Lax']);
  assert.match(String(answer.headers['strict-transport-security']), /max-age=31536000/);
});

test('an address that no page can have is not found, in words and not in the machine’s', async (t) => {
  const service = await testService(t, [
    {
      method: 'GET',
      path: '/named/:name',
      policy: 'everyone',
      answer: async (request) => page(hello(`${request.params['name']} ${request.query.get('q') ?? ''}`)),
    },
  ]);
  for (const path of [
    '/named/%00',
    '/named/a%00b',
    '/named/%ff',
    '/named/%E0%A4%A',
    '/named/%c0%af',
    '/%00',
    '/nowhere',
  ]) {
    const answer = await service.server.inject({ url: path });
    assert.equal(answer.statusCode, 404, path);
    assert.match(answer.body, /We cannot find that page/, path);
  }
  const asked = await service.server.inject({ url: '/named/tea?q=a%00b' });
  assert.equal(asked.statusCode, 200);
  assert.match(asked.body, /tea ab/);
});

test('an upload that breaks off is answered with what to do, and nothing of it is kept', async (t) => {
  const service = await testService(t, [
    { method: 'POST', path: '/send', policy: 'everyone', uploads: true, answer: async () => redirectTo('/') },
  ]);
  const boundary = 'x-boundary';
  const half = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="half.csv"\r\n\r\na,b\n1,`;
  const answer = await service
    .visitor()
    .postRaw('/send', half, { 'content-type': `multipart/form-data; boundary=${boundary}` });
  assert.equal(answer.status, 400);
  assert.match(answer.text, /broken off on the way/);
});

test('what is not even a request gets a line of words', async (t) => {
  const service = await testService(t, routes);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  const [address] = service.server.addresses();
  assert.ok(typeof address === 'object');
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(address.port, '127.0.0.1', () =>
      socket.write(`GET /${'x'.repeat(40_000)} HTTP/1.1\r\n\r\n`),
    );
    let text = '';
    socket
      .on('data', (piece) => (text += String(piece)))
      .on('end', () => resolve(text))
      .on('error', reject);
  });
  assert.match(said, /^HTTP\/1\.1 431 /);
  assert.match(said, /We could not read that request/);
});
