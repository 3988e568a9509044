// Forms that come from elsewhere, come twice, or come too late.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manager } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';
import { formOn, Visitor, wordsOn } from '../browser/visitor.ts';
import { bringDraftIn, everythingIn, textsIn } from './drafts.ts';
import { tally } from './tally.ts';

const service = await serviceForThisFile();
const priya = new Visitor(service.address);
await priya.signIn(manager);

async function element(): Promise<{ slug: string; edit: string }> {
  const slug = await bringDraftIn(priya);
  return { slug, edit: `/frameworks/${slug}/elements/well/edit` };
}

test('a form without its token, with a made-up one or with somebody else’s is refused, and nothing changes', async () => {
  const { slug, edit } = await element();
  const before = await everythingIn(priya, slug);
  const form = formOn(await priya.ask(edit), undefined);
  const other = new Visitor(service.address);
  await other.signIn(manager);
  const theirs = formOn(await other.ask(edit), undefined).fields.get('csrf') ?? [];
  for (const csrf of [[], '', 'made.up', theirs, 'a'.repeat(100_000)]) {
    const reply = await priya.post(form, { label: 'Changed from elsewhere', csrf });
    assert.equal(reply.status, 403);
    assert.match(wordsOn(reply), /open|again/i);
  }
  assert.deepEqual(await everythingIn(priya, slug), before);
});

test('a form that another site sends with our own cookies is refused by what the browser says of it', async () => {
  const { slug, edit } = await element();
  const before = await everythingIn(priya, slug);
  const { fields } = formOn(await priya.ask(edit), undefined);
  for (const site of ['cross-site', 'same-site']) {
    const body = new URLSearchParams(
      [...fields].flatMap(([name, values]) => values.map((value) => [name, value])),
    );
    body.set('label', 'Changed from elsewhere');
    const reply = await priya.ask(edit, { method: 'POST', body, headers: { 'sec-fetch-site': site } });
    assert.equal(reply.status, 403);
  }
  assert.deepEqual(await everythingIn(priya, slug), before);
});

test('a form of somebody who may not is answered as if nothing were here', async () => {
  const { slug, edit } = await element();
  const before = await everythingIn(priya, slug);
  const form = formOn(await priya.ask(edit), undefined);
  const owen = new Visitor(service.address);
  await owen.signIn('Owen Tregarth');
  for (const visitor of [owen, new Visitor(service.address)]) {
    assert.ok([303, 404].includes((await visitor.ask(edit)).status));
    const reply = await visitor.post(form, { label: 'Changed by somebody else' });
    assert.ok([403, 404].includes(reply.status), String(reply.status));
  }
  assert.deepEqual(await everythingIn(priya, slug), before);
});

test('the same change sent fifty times at once takes effect once', async () => {
  const { slug, edit } = await element();
  const form = formOn(await priya.ask(edit), undefined);
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => priya.post(form, { label: 'Saved once' })),
  );
  tally.tried(replies.length);
  for (const reply of replies) assert.ok([303, 422].includes(reply.status), String(reply.status));
  assert.ok(
    replies.some(({ status }) => status === 303),
    'one of them is saved',
  );
  const saved = textsIn(await everythingIn(priya, slug)).filter((text) => text === 'Saved once');
  assert.equal(saved.length, 1);
});

test('two people who change the same words: the second is shown both, and neither is lost', async () => {
  const { slug, edit } = await element();
  const first = formOn(await priya.ask(edit), undefined);
  const second = formOn(await priya.ask(edit), undefined);
  assert.equal((await priya.post(first, { label: 'Words that came first' })).status, 303);
  const late = await priya.post(second, { label: 'Words that came second' });
  assert.equal(late.status, 422);
  assert.match(wordsOn(late), /Words that came first/);
  assert.match(wordsOn(late), /Words that came second/);
  assert.ok(textsIn(await everythingIn(priya, slug)).includes('Words that came first'));
  const settled = await priya.send(late);
  assert.equal(settled.status, 303, 'having seen both, the second may stand');
  assert.ok(textsIn(await everythingIn(priya, slug)).includes('Words that came second'));
});

test('publishing from three windows is publishing once', async () => {
  const { slug } = await element();
  const opened = await Promise.all([1, 2, 3].map(() => priya.ask(`/frameworks/${slug}/publish`)));
  const replies = await Promise.all(opened.map((page) => priya.send(page, { as: 'adopted' })));
  for (const reply of replies) assert.ok([303, 422].includes(reply.status), String(reply.status));
  assert.equal(replies.filter(({ status }) => status === 303).length, 1);
  assert.equal((await new Visitor(service.address).ask(`/frameworks/${slug}`)).status, 200);
});

test('a button pressed twice adds one line, not two', async () => {
  const { slug } = await element();
  const form = formOn(await priya.ask(`/frameworks/${slug}/add-element`), undefined);
  const answers = { tier: 'outcomes', label: 'Added with a nervous finger' };
  const replies = await Promise.all([priya.post(form, answers), priya.post(form, answers)]);
  for (const reply of replies) assert.ok([303, 422].includes(reply.status), String(reply.status));
  const added = textsIn(await everythingIn(priya, slug)).filter((text) => text === answers.label);
  assert.equal(added.length, 1);
});

test('nonsense in the address, the body and the headers is answered with a page, never with a fault', async () => {
  const odd: readonly (readonly [string, RequestInit])[] = [
    ['/frameworks/%00', {}],
    ['/frameworks/%E0%A4%A', {}],
    [`/frameworks/${'a'.repeat(4_000)}`, {}],
    ['/frameworks/brackenshire/elements/..%2f..%2fetc%2fpasswd', {}],
    ['/scorecards/X10000001?topic=%00&show[]=x&show=__proto__', {}],
    ['/side-by-side?left=%27%3B--&right=%00', {}],
    ['/measures/lait/%00?area=%00&neighbours=%F0%9F%8E%88', {}],
    ['/sign-in?next=//example.org', {}],
    ['/sign-in', { method: 'POST', body: 'not a form' }],
    [
      '/sign-in',
      { method: 'POST', body: '{"person":{"a":1}}', headers: { 'content-type': 'application/json' } },
    ],
    [
      '/sign-in',
      { method: 'POST', body: 'x'.repeat(100), headers: { 'content-type': 'multipart/form-data' } },
    ],
    ['/sign-in', { method: 'DELETE' }],
    ['/frameworks', { headers: { cookie: 'session=\u00ff; notice=%E0%A4%A; language=xx' } }],
    ['/frameworks', { headers: { 'accept-encoding': 'br;q=x, gzip;q=0', 'if-none-match': '"'.repeat(500) } }],
  ];
  tally.tried(odd.length);
  for (const [path, init] of odd) {
    const reply = await new Visitor(service.address).ask(path, init);
    assert.ok(reply.status < 500, `${init.method ?? 'GET'} ${path} answered ${reply.status}`);
    assert.doesNotMatch(reply.body, /at .*\.tsx?:\d+|(?<!<)\bselect .* from\b|insert into/i);
  }
});
