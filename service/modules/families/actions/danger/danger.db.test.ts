import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Who } from '#platform/db/transactions.ts';
import { noFrontDoor } from '../../domain/danger/front-door.ts';
import type { Told } from '../../domain/danger/concern.ts';
import { concernToRead } from '../../queries/danger/concern-to-read.ts';
import { concernsToRead } from '../../queries/danger/concerns-to-read.ts';
import { frontDoor } from '../../queries/danger/front-door.ts';
import { testFamilies, testPartnership, type TestFamilies } from '../../testing.ts';
import { endReading, nameReader, setFrontDoor } from './keep-front-door.ts';
import { openReceipt } from './open-receipt.ts';
import { tell } from './tell.ts';
import { raiseAlarms, tellReaders } from './tell-readers.ts';
import { actOnConcern, handConcern, openConcern } from './work-on-concern.ts';

const canary = 'canary-of-what-was-told';
const told: Told = {
  way: 'anybody',
  happened: `${canary} happened`,
  about: `${canary} about`,
  danger: 'not-known',
  sender: `${canary} sender`,
  setting: '',
  reach: `${canary} reach`,
  reachIsSafe: 'no',
};
const visitor: Who = { actor: { kind: 'visitor' }, partnershipId: testPartnership };

test('R64 G32: of 50 identical presses at once one concern comes, and every press gets the one receipt', async (t) => {
  const families = await opened(t);
  const presses = Array.from({ length: 50 }, () =>
    asVisitor(families, (ctx) => tell(ctx, { told, showing: 'same' })),
  );
  const receipts = (await Promise.all(presses)).map((one) => (one.done ? one.value.receipt : 'refused'));
  assert.equal(new Set(receipts).size, 1);
  assert.equal((receipts[0] ?? '').split(' ').length, 5);
  assert.equal(await unreadOf(families), 1);
  const again = await asVisitor(families, (ctx) => tell(ctx, { told, showing: 'same' }));
  assert.deepEqual(
    again,
    { done: true, value: { receipt: receipts[0] } },
    'a reply that was lost comes again',
  );
  await asVisitor(families, (ctx) => tell(ctx, { told: { ...told, happened: 'And then' }, showing: 'same' }));
  assert.equal(await unreadOf(families), 2, 'other words are another concern');
});

test('R64: where nobody is named to read, nothing is taken in', async (t) => {
  const families = await testFamilies(t);
  const outcome = await asVisitor(families, (ctx) => tell(ctx, { told, showing: 's' }));
  assert.deepEqual(outcome, { done: false, refusal: { reason: 'nobody-reads' } });
  assert.equal(await unreadOf(families), 0);
});

test('R64 G32: the sender hears by receipt when it was received, read and acted on, and the reader’s answer', async (t) => {
  const families = await opened(t);
  const receipt = await receiptFor(families);
  const look = () => asVisitor(families, (ctx) => openReceipt(ctx, { typed: receipt, browser: 'b' }));
  const first = await look();
  assert.ok(first.done);
  assert.deepEqual([first.value.readAt, first.value.actedAt, first.value.answer], [undefined, undefined, '']);
  const id = await onlyId(families);
  families.at('2026-11-23T10:20:00Z');
  await families.as('reader', (ctx) => openConcern(ctx, id));
  families.at('2026-11-23T10:40:00Z');
  const acted = await families.as('reader', (ctx) =>
    actOnConcern(ctx, { id, seen: 1, act: 'rang', words: `${canary} work`, answer: 'Thank you.' }),
  );
  assert.ok(acted.done);
  const then = await look();
  assert.ok(then.done);
  assert.deepEqual(then.value, {
    standing: 'open',
    toldAt: new Date('2026-11-23T10:00:00Z'),
    readAt: new Date('2026-11-23T10:20:00Z'),
    actedAt: new Date('2026-11-23T10:40:00Z'),
    answer: 'Thank you.',
  });
});

test('R11: of a report no word is in facts, audit, letters or jobs, and none is left where its receipt is kept', async (t) => {
  const families = await opened(t);
  const receipt = await receiptFor(families);
  const id = await onlyId(families);
  await families.asService((ctx) => tellHandler(ctx, id));
  await families.as('reader', (ctx) => openConcern(ctx, id));
  await families.as('reader', (ctx) =>
    actOnConcern(ctx, { id, seen: 1, act: 'police', words: `${canary} work`, answer: `${canary} answer` }),
  );
  await families.as('reader', (ctx) => concernToRead(ctx, id));
  for (const table of [
    'platform.fact',
    'platform.audit_entry',
    'platform.letter',
    'families.concern_receipt',
    'families.concern_alarm',
  ]) {
    const rows = await allOf(families, table);
    assert.ok(!rows.includes(canary), `${table} holds no word`);
    assert.ok(!rows.includes(receipt), `${table} holds no receipt`);
  }
  assert.match(await allOf(families, 'platform.letter'), /front door/);
  assert.match(
    await allOf(families, 'platform.audit_entry'),
    /families\.concern-told[^]*families\.concern-read/,
  );
  assert.match(
    await allOf(families, 'families.concern'),
    new RegExp(canary),
    'and the search finds where it is',
  );
});

test('R11 R9: row-level security alone: a visitor, a reporter and everybody not named read no row of what was told', async (t) => {
  const families = await opened(t);
  await receiptFor(families);
  await families.as('reader', async (ctx) => openConcern(ctx, (await concernIds(ctx))[0] ?? ''));
  const tables = ['concern', 'concern_receipt', 'concern_step', 'concern_alarm', 'receipt_try'];
  const count = async (ctx: Ctx) => {
    let rows = 0;
    for (const table of tables) rows += (await rowsOf(ctx, `families.${table}`)).length;
    return rows;
  };
  assert.equal(await asVisitor(families, count), 0);
  const others = [
    'reporter',
    'administrator',
    'manager',
    'governance',
    'supervisor',
    'stranger',
    'child',
    'parent',
    'analyst',
  ];
  for (const key of others) assert.equal(await families.as(key, count), 0, key);
  assert.ok((await families.as('reader', count)) >= 2);
  const elsewhere = { elsewhere: otherPartnership };
  assert.equal(await families.as('reader', count, elsewhere), 0, 'another partnership');
});

test('R64: ten wrong receipts lock a browser for an hour; near misses lock the receipt, from whatever browser they come', async (t) => {
  const families = await opened(t);
  const receipt = await receiptFor(families);
  const guess = (typed: string, browser: string) =>
    asVisitor(families, (ctx) => openReceipt(ctx, { typed, browser }));
  const reasonOf = async (typed: string, browser: string) => {
    const outcome = await guess(typed, browser);
    return outcome.done ? 'found' : outcome.refusal.reason;
  };
  for (let tries = 0; tries < 10; tries += 1)
    assert.equal(await reasonOf('apple apple apple apple apple', 'guesser'), 'receipt-unknown');
  assert.equal(await reasonOf(receipt, 'guesser'), 'receipt-locked', 'even the right one');
  assert.equal(await reasonOf(receipt, 'sender'), 'found');
  const near = `${receipt.split(' ').slice(0, 3).join(' ')} zebra zebra`;
  for (let tries = 0; tries < 10; tries += 1)
    assert.equal(await reasonOf(near, `b${tries}`), 'receipt-unknown');
  assert.equal(await reasonOf(receipt, 'sender'), 'receipt-locked');
  families.at('2026-11-23T11:01:00Z');
  assert.equal(await reasonOf(receipt, 'sender'), 'found', 'an hour later the sender is let in again');
});

const guesses = process.env['GOLDENTHREAD_FULL'] === '1' ? 10_000 : 400;

test(`R64: ${guesses} guesses of receipts: 0 found, and locked from the eleventh on`, async (t) => {
  const families = await opened(t);
  await receiptFor(families);
  const { receiptWords } = await import('../../domain/danger/receipt-words.ts');
  const came = { found: 0, 'not-a-receipt': 0, 'receipt-unknown': 0, 'receipt-locked': 0 };
  for (let tries = 0; tries < guesses; tries += 1) {
    const typed = Array.from({ length: 5 }, (_, at) => receiptWords[(tries * 31 + at * 97 + 7) % 256]).join(
      ' ',
    );
    const outcome = await asVisitor(families, (ctx) => openReceipt(ctx, { typed, browser: 'guesser' }));
    came[outcome.done ? 'found' : outcome.refusal.reason] += 1;
  }
  assert.deepEqual(came, {
    found: 0,
    'not-a-receipt': 0,
    'receipt-unknown': 10,
    'receipt-locked': guesses - 10,
  });
});

test('R64: what lies unread for too long, in hours, is told once to readers and deputies; no letter says what', async (t) => {
  const families = await opened(t, '2026-11-19T10:00:00Z');
  await families.as('manager', (ctx) =>
    nameReader(ctx, { personId: families.person('supervisor'), part: 'deputy' }),
  );
  families.at('2026-11-20T18:00:00Z');
  await receiptFor(families);
  const alarm = async (at: string) => {
    families.at(at);
    await raiseAlarms.work({
      turn: 't',
      act: (_access, work) => families.asService(work),
      signal: new AbortController().signal,
    });
    return (await allOf(families, 'platform.letter')).match(/waited too long/g)?.length ?? 0;
  };
  assert.equal(await alarm('2026-11-22T12:00:00Z'), 0, 'the weekend does not count');
  assert.equal(await alarm('2026-11-23T08:59:00Z'), 0);
  assert.equal(await alarm('2026-11-23T09:00:00Z'), 1, 'the reader; the supervisor holds no role that reads');
  assert.equal(await alarm('2026-11-23T12:00:00Z'), 1, 'once');
});

test('R64: a reader is named by somebody else, holds a role that reads, and reads no more once that ends', async (t) => {
  const families = await opened(t);
  await receiptFor(families);
  const id = await onlyId(families);
  const name = (as: string, key: string) =>
    families.as(as, (ctx) => nameReader(ctx, { personId: families.person(key), part: 'reader' }));
  assert.deepEqual(await name('manager', 'manager'), { done: false, refusal: { reason: 'not-yourself' } });
  assert.deepEqual(await name('manager', 'analyst'), { done: false, refusal: { reason: 'could-not-read' } });
  assert.deepEqual(await name('reader', 'stranger'), { done: false, refusal: { reason: 'not-allowed' } });
  assert.deepEqual(await name('manager', 'reader'), { done: false, refusal: { reason: 'reads-already' } });
  const { readers } = await readersOf(families);
  assert.ok((await families.as('manager', (ctx) => endReading(ctx, readers[0] ?? ''))).done);
  assert.deepEqual(await families.as('reader', (ctx) => openConcern(ctx, id)), {
    done: false,
    refusal: { reason: 'concern-missing' },
  });
});

test('R64: what two readers write at once is not lost: the second is shown the first, and nobody reads before it is opened', async (t) => {
  const families = await opened(t);
  await receiptFor(families);
  const id = await onlyId(families);
  const unopened = await families.as('reader', (ctx) => concernToRead(ctx, id));
  assert.ok(unopened && !unopened.isOpen);
  assert.ok(!JSON.stringify(unopened).includes(canary));
  await families.as('reader', (ctx) => openConcern(ctx, id));
  const act = (words: string) =>
    families.as('reader', (ctx) => actOnConcern(ctx, { id, seen: 1, act: 'rang', words, answer: '' }));
  assert.ok((await act('first')).done);
  assert.deepEqual(await act('second'), { done: false, refusal: { reason: 'changed-meanwhile' } });
  const handed = await families.as('reader', (ctx) =>
    handConcern(ctx, { id, seen: 2, toPerson: families.person('stranger'), words: '' }),
  );
  assert.deepEqual(handed, { done: false, refusal: { reason: 'no-such-reader' } });
});

test('the front door is kept by version: of two who save at once the second is told', async (t) => {
  const families = await opened(t);
  const save = (closes: string, version: number) =>
    families.as('manager', (ctx) => setFrontDoor(ctx, { ...noFrontDoor, closes, version }));
  assert.ok((await save('16:00', 0)).done);
  assert.deepEqual(await save('15:00', 0), { done: false, refusal: { reason: 'door-changed-meanwhile' } });
  const { door } = await asVisitor(families, frontDoor);
  assert.equal(door.closes, '16:00');
});

const otherPartnership = storedId<'partnership'>('01900000-0000-7000-8000-0000000000bb');

/** A partnership in which `reader` is named to read. */
async function opened(t: Pick<TestContext, 'after'>, at = '2026-11-23T10:00:00Z'): Promise<TestFamilies> {
  const families = await testFamilies(t);
  families.at(at);
  const named = await families.as('manager', (ctx) =>
    nameReader(ctx, { personId: families.person('reader'), part: 'reader' }),
  );
  assert.ok(named.done);
  return families;
}

function asVisitor<T>({ transactions }: TestFamilies, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return transactions.inTransaction(visitor, 'write', work);
}

async function receiptFor(families: TestFamilies): Promise<string> {
  const outcome = await asVisitor(families, (ctx) => tell(ctx, { told, showing: 'a showing' }));
  assert.ok(outcome.done);
  return outcome.value.receipt;
}

async function unreadOf(families: TestFamilies): Promise<number> {
  const desk = await families.as('governance', concernsToRead);
  assert.ok(desk && !desk.reads);
  return desk.unread;
}

async function concernIds(ctx: Ctx): Promise<string[]> {
  const desk = await concernsToRead(ctx);
  return desk?.reads ? desk.unread.map(({ id }) => id) : [];
}

async function onlyId(families: TestFamilies): Promise<string> {
  const [id] = await families.as('reader', concernIds);
  assert.ok(id);
  return id;
}

async function tellHandler(ctx: Ctx, id: string): Promise<void> {
  assert.ok('handle' in tellReaders);
  const fact = { id: ctx.newId<'fact'>(), type: 'families.concern-told', subject: { kind: 'concern', id } };
  await tellReaders.handle(ctx, { ...fact, details: {}, personId: null, happenedAt: ctx.now });
}

async function rowsOf(ctx: Ctx, table: string): Promise<readonly unknown[]> {
  return (await sql`select * from ${sql.table(table)}`.execute(ctx.db)).rows;
}

/** All rows of a table as their text, read as the owner. */
function allOf({ database }: TestFamilies, table: string): Promise<string> {
  return database.asOwner(async (db) =>
    JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(db)).rows),
  );
}

async function readersOf({ database }: TestFamilies): Promise<{ readers: string[] }> {
  const { rows } = await database.asOwner((db) =>
    sql<{ id: string }>`select id from families.concern_reader`.execute(db),
  );
  return { readers: rows.map(({ id }) => id) };
}
