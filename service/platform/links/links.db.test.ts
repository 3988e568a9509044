import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { testAudit } from '../audit/testing.ts';
import type { Ctx } from '../db/database.ts';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { runStatement } from '../db/query-builder.ts';
import type { Actor } from '../kernel/context.ts';
import { storedId, type Id } from '../kernel/id.ts';
import { carryLetters } from '../mail/carry-letters.ts';
import { fakePost } from '../mail/fake-post.ts';
import { settleUndelivered, undeliveredOf, writeLetter } from '../mail/letters.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { codeLimits } from './link.ts';
import {
  askForCode,
  askForNewLink,
  giveCode,
  handOn,
  holdsLink,
  linkSecrets,
  openLink,
  sendLink,
  useLink,
  withdrawLink,
  type LinkToMake,
} from './links.ts';

const ours = storedId<'partnership'>('01900000-0000-7000-8000-0000000000aa');
const askerId = storedId<'person'>('01900000-0000-7000-8000-0000000000b1');
const asker: Actor = {
  kind: 'person',
  personId: askerId,
  name: 'Ada Bright',
  roles: ['analyst'],
};

async function ground(t: TestContext) {
  let now = new Date('2026-10-01T08:00:00Z');
  const clock = () => now;
  const database = await testDatabase(t);
  const post = fakePost();
  const outbox = await openOutbox({
    database,
    clock,
    random: randomBytes,
    handlers: [
      carryLetters({
        post,
        origin: 'https://strategy.example',
        secrets: linkSecrets,
        from: async () => ({ name: 'Test', address: 'post@strategy.example' }),
      }),
    ],
  });
  t.after(() => outbox.stop());
  const made = transactions({
    database,
    clock,
    random: randomBytes,
    record: outbox.record,
    audit: testAudit,
  });
  const act = <T>(work: (ctx: Ctx) => Promise<T>, actor: Actor = { kind: 'visitor' }) =>
    made.inTransaction({ actor, partnershipId: ours }, 'write', work);
  const wait = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
  /** the newest letter's token or code */
  const newest = async () => {
    await outbox.drain();
    const parts = post.carried.at(-1)?.parts ?? [];
    const href = parts.flatMap((part) => (part.kind === 'link' ? [part.href] : [])).at(-1) ?? '';
    const code = parts.flatMap((part) => (part.kind === 'code' ? [part.text] : [])).at(-1) ?? '';
    return { token: href.slice(href.lastIndexOf('/') + 1), code, to: post.carried.at(-1)?.to };
  };
  const send = (more: Partial<LinkToMake> = {}) =>
    act(
      (ctx) =>
        sendLink(ctx, {
          purpose: 'test',
          subjectId: 'one',
          title: 'Say how it went',
          organisation: 'Lantern Families',
          to: 'sam@lantern.example',
          expiresAt: new Date('2026-11-01T00:00:00Z'),
          askedBy: askerId,
          words: ['Hello.'],
          ...more,
        }),
      asker,
    );
  const openFor = async (id: Id<'link'>, browser: string) => {
    await act((ctx) => askForCode(ctx, id));
    const { code } = await newest();
    return act((ctx) => giveCode(ctx, { id, code, browser }));
  };
  return { database, post, outbox, act, wait, newest, send, openFor };
}

const opener = 'browser-one';

test('a link is opened by its token and the code sent apart, and used once', async (t) => {
  const { act, newest, send, openFor } = await ground(t);
  const id = await send();
  const { token, to } = await newest();
  assert.equal(to, 'sam@lantern.example');
  assert.match(token, /^[A-Za-z0-9_-]{43}$/, '256 bits');
  for (let looks = 0; looks < 5; looks += 1)
    assert.equal((await act((ctx) => openLink(ctx, token)))?.ended, undefined, 'looking uses nothing up');
  const early = await act((ctx) => useLink(ctx, { link: { id }, opener }));
  assert.equal(early.done ? '' : early.refusal.reason, 'not-opened');
  assert.ok((await openFor(id, opener)).done);
  assert.ok((await act((ctx) => useLink(ctx, { link: { id }, opener }))).done);
  const replayed = await act((ctx) => useLink(ctx, { link: { id }, opener }));
  assert.ok(!replayed.done && replayed.refusal.reason === 'link-over' && replayed.refusal.how === 'used');
});

test('forwarded: whoever has only the letter gets no code, and a code opens one browser only', async (t) => {
  const { act, send, openFor, newest } = await ground(t);
  const id = await send();
  await newest();
  await openFor(id, opener);
  const link = { id };
  const other = await act((ctx) => useLink(ctx, { link, opener: 'browser-two' }));
  assert.equal(other.done ? '' : other.refusal.reason, 'not-opened');
});

test('two tabs at once: one use, and the other is told', async (t) => {
  const { act, send, openFor, newest } = await ground(t);
  const id = await send();
  await newest();
  await openFor(id, opener);
  const uses = await Promise.all([1, 2, 3].map(() => act((ctx) => useLink(ctx, { link: { id }, opener }))));
  assert.equal(uses.filter(({ done }) => done).length, 1);
});

test('a code is guessed five times at most, lives half an hour, and is sent five times an hour at most', async (t) => {
  const { act, send, newest, wait } = await ground(t);
  const id = await send();
  await act((ctx) => askForCode(ctx, id));
  const { code } = await newest();
  const wrong = code === '111 111' ? '222222' : '111111';
  for (let tries = 0; tries < codeLimits.wrongTries; tries += 1)
    assert.ok(!(await act((ctx) => giveCode(ctx, { id, code: wrong, browser: opener }))).done);
  assert.ok(!(await act((ctx) => giveCode(ctx, { id, code, browser: opener }))).done, 'worn out');
  await act((ctx) => askForCode(ctx, id));
  const second = await newest();
  wait(codeLimits.minutes + 1);
  assert.ok(!(await act((ctx) => giveCode(ctx, { id, code: second.code, browser: opener }))).done, 'too old');
  for (let more = 2; more < codeLimits.anHour; more += 1) await act((ctx) => askForCode(ctx, id));
  const tooMany = await act((ctx) => askForCode(ctx, id));
  assert.equal(tooMany.done ? '' : tooMany.refusal.reason, 'too-many-codes');
  wait(60);
  assert.ok((await act((ctx) => askForCode(ctx, id))).done);
});

test('an expired link asks for a new one, which goes to the same address and takes the place of all before', async (t) => {
  const { act, send, newest, wait, openFor } = await ground(t);
  const id = await send();
  const first = await newest();
  wait(60 * 24 * 40);
  await openFor(id, opener);
  const late = await act((ctx) => useLink(ctx, { link: { id }, opener }));
  assert.ok(!late.done && late.refusal.reason === 'link-over' && late.refusal.how === 'expired');
  assert.ok((await act((ctx) => askForNewLink(ctx, id))).done);
  const second = await newest();
  assert.equal(second.to, 'sam@lantern.example');
  assert.notEqual(second.token, first.token);
  for (let more = 0; more < 2; more += 1) assert.ok((await act((ctx) => askForNewLink(ctx, id))).done);
  await act((ctx) => askForNewLink(ctx, id));
  const enough = await act((ctx) => askForNewLink(ctx, id));
  assert.equal(enough.done ? '' : enough.refusal.reason, 'too-many-links');
  assert.equal((await act((ctx) => openLink(ctx, second.token)))?.ended?.how, 'replaced');
});

test('a link that was withdrawn opens nothing and gives no new one', async (t) => {
  const { act, send, newest, openFor } = await ground(t);
  const id = await send();
  const { token } = await newest();
  await openFor(id, opener);
  await act((ctx) => withdrawLink(ctx, id), asker);
  const used = await act((ctx) => useLink(ctx, { link: { id }, opener }));
  assert.ok(!used.done && used.refusal.reason === 'link-over' && used.refusal.how === 'withdrawn');
  const again = await act((ctx) => askForNewLink(ctx, id));
  assert.equal(again.done ? '' : again.refusal.reason, 'not-again');
  assert.equal((await act((ctx) => openLink(ctx, token)))?.ended?.how, 'withdrawn');
});

test('handed on: a colleague of the same domain gets a link of their own, the old one is dead, a stranger gets none', async (t) => {
  const { act, send, newest, openFor } = await ground(t);
  const id = await send();
  await newest();
  const hand = (to: string, browser = opener) => act((ctx) => handOn(ctx, { id, to, opener: browser }));
  const reason = async (to: string, browser?: string) => {
    const handed = await hand(to, browser);
    return handed.done ? 'done' : handed.refusal.reason;
  };
  assert.equal(await reason('kim@lantern.example'), 'not-opened', 'only its holder hands it on');
  await openFor(id, opener);
  assert.equal(await reason('not an address'), 'no-address');
  assert.equal(await reason('kim@elsewhere.example'), 'other-organisation');
  assert.equal(await reason('kim@lantern.example.elsewhere.example'), 'other-organisation');
  assert.equal(await reason('SAM@lantern.example'), 'same-address');
  assert.equal(await reason('Kim@Lantern.example'), 'done');
  const { token, to } = await newest();
  assert.equal(to, 'kim@lantern.example');
  const theirs = await act((ctx) => openLink(ctx, token));
  assert.ok(theirs && !theirs.ended);
  assert.equal(await act((ctx) => holdsLink(ctx, theirs, opener)), false, 'the one before cannot open it');
  const old = await act((ctx) => useLink(ctx, { link: { id }, opener }));
  assert.ok(!old.done && old.refusal.reason === 'link-over' && old.refusal.how === 'handed-on');
});

test('addresses that anybody can have are never taken for colleagues', async (t) => {
  const { act, send, newest, openFor } = await ground(t);
  const id = await send({ to: 'sam@gmail.com' });
  await newest();
  await openFor(id, opener);
  const handed = await act((ctx) => handOn(ctx, { id, to: 'kim@gmail.com', opener }));
  assert.equal(handed.done ? '' : handed.refusal.reason, 'other-organisation');
});

test('no token and no code stands in the database, before the letter leaves or after', async (t) => {
  const { database, act, send, newest } = await ground(t);
  const id = await send();
  const { token } = await newest();
  await act((ctx) => askForCode(ctx, id));
  const { code } = await newest();
  const tables = ['link', 'link_token', 'link_code', 'link_pass', 'letter', 'fact', 'handled'];
  const kept = await database.asOwner(async (db) => {
    const found: unknown[] = [];
    for (const table of tables) {
      const { rows } = await runStatement(db, `select * from platform.${table}`, []);
      found.push(...rows);
    }
    return JSON.stringify(found);
  });
  assert.ok(kept.includes('sam@lantern.example'), 'the tables were read');
  assert.ok(!kept.includes(token) && !kept.includes(code) && !kept.includes(code.replace(' ', '')));
  assert.ok(!kept.includes('Hello.'), 'what a letter said is forgotten once it has gone');
});

test('a letter that met trouble is tried again under the same id; one that is refused waits for whoever asked', async (t) => {
  const { act, outbox, post } = await ground(t);
  const letter = (key: string) =>
    act(
      (ctx) =>
        writeLetter(ctx, {
          key,
          to: 'sam@lantern.example',
          subject: 'Hello',
          askedBy: askerId,
          parts: [{ kind: 'words', text: 'Hello.' }],
        }),
      asker,
    );
  await letter('same');
  await letter('same');
  await outbox.drain();
  assert.equal(post.carried.length, 1, 'a key goes out once');
  post.failWith('address-refused');
  await letter('refused');
  await outbox.drain();
  const [mine, ...more] = await act(undeliveredOf, asker);
  assert.ok(mine && more.length === 0);
  assert.deepEqual([mine.to, mine.trouble], ['sam@lantern.example', 'address-refused']);
  const stranger: Actor = { ...asker, personId: storedId('01900000-0000-7000-8000-0000000000b2') };
  assert.deepEqual(await act(undeliveredOf, stranger), []);
  assert.equal(await act((ctx) => settleUndelivered(ctx, mine.id, 'again'), stranger), false);
  assert.equal(await act((ctx) => settleUndelivered(ctx, mine.id, 'again'), asker), true);
  await outbox.drain();
  assert.equal(post.carried.length, 2);
  assert.deepEqual(await act(undeliveredOf, asker), []);
});
