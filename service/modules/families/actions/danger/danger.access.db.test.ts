import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import type { Told } from '../../domain/danger/concern.ts';
import { concernToRead } from '../../queries/danger/concern-to-read.ts';
import { concernsToRead } from '../../queries/danger/concerns-to-read.ts';
import { concernsThatWait } from '../../queries/danger/concerns-that-wait.ts';
import { frontDoorKept } from '../../queries/danger/readers.ts';
import { noFrontDoor } from '../../domain/danger/front-door.ts';
import { testFamilies, testPartnership, type TestFamilies } from '../../testing.ts';
import { concernsInList } from '../../store/danger/concerns.ts';
import { endReading, nameReader, setFrontDoor } from './keep-front-door.ts';
import { tell } from './tell.ts';
import { actOnConcern, handConcern, linkConcern, openConcern } from './work-on-concern.ts';

/**
 * From what the product promises to whom, apart from the code. `reads all`: whoever is named to read for everybody;
 * `reads own`: the lead of a school or service, of what was told from it; `counts`: how many are unread and nothing
 * more; `keeps`: numbers and readers; `tells`: everybody who is anybody.
 */
const promised: readonly { key: string; may: readonly Right[] }[] = [
  { key: 'reader', may: ['reads own', 'reads all'] },
  { key: 'setting-lead', may: ['reads own'] },
  { key: 'governance', may: ['counts', 'keeps'] },
  { key: 'manager', may: ['keeps'] },
  { key: 'administrator', may: [] },
  { key: 'supervisor', may: [] },
  { key: 'lead', may: [] },
  { key: 'stranger', may: [] },
  { key: 'outsider', may: [] },
  { key: 'analyst', may: [] },
  { key: 'board', may: [] },
  { key: 'partner', may: [] },
  { key: 'participation', may: [] },
  { key: 'inspector', may: [] },
  { key: 'reporter', may: [] },
  { key: 'child', may: [] },
  { key: 'sibling', may: [] },
  { key: 'parent', may: [] },
  { key: 'other-parent', may: [] },
  { key: 'visitor', may: [] },
];
type Right = 'reads own' | 'reads all' | 'counts' | 'keeps';

const told: Told = {
  way: 'at-work',
  happened: 'canary',
  about: '',
  danger: 'no',
  sender: '',
  setting: '',
  reach: '',
  reachIsSafe: 'not-said',
};

test('R11 R6 G32: who tells, reads, counts, works on and keeps what, person by person, against the table', async (t) => {
  const families = await testFamilies(t);
  for (const key of ['reader', 'setting-lead']) {
    const personId = families.person(key);
    const named = await families.as('manager', (ctx) => nameReader(ctx, { personId, part: 'reader' }));
    assert.ok(named.done, key);
  }
  const fromSetting = await concernOf(families, 'reporter', told);
  const fromElsewhere = await concernOf(families, 'outsider', told);
  const fromAnybody = await concernOf(families, 'visitor', { ...told, way: 'anybody' });
  let cells = 0;
  for (const { key, may } of promised) {
    const check = (what: string, is: unknown, ought: boolean) => {
      cells += 1;
      assert.equal(Boolean(is), ought, `${key}: ${what}`);
    };
    const as = <T>(work: Work<T>) => asKey<T>(families, key, work);
    check(
      'tells',
      (await as((ctx) => tell(ctx, { told: { ...told, happened: key }, showing: key }))).done,
      true,
    );
    for (const [name, id, right] of [
      ['of the setting', fromSetting, 'reads own'],
      ['of another', fromElsewhere, 'reads all'],
      ['of anybody', fromAnybody, 'reads all'],
    ] as const) {
      const ought = may.includes(right);
      check(`sees one ${name}`, await as((ctx) => concernToRead(ctx, id)), ought);
      check(`opens one ${name}`, (await as((ctx) => openConcern(ctx, id))).done, ought);
      const acted = await as((ctx) =>
        actOnConcern(ctx, { id, seen: 99, act: 'rang', words: 'x', answer: '' }),
      );
      check(`works on one ${name}`, !acted.done && acted.refusal.reason === 'changed-meanwhile', ought);
      const handed = await as((ctx) => handConcern(ctx, { id, seen: 99, toPerson: 'x', words: '' }));
      check(`hands one ${name}`, !handed.done && handed.refusal.reason === 'changed-meanwhile', ought);
      const linked = await as((ctx) => linkConcern(ctx, { id, seen: 99, childId: 'x' }));
      check(`links one ${name}`, !linked.done && linked.refusal.reason === 'changed-meanwhile', ought);
    }
    const desk = await as(concernsToRead);
    check('reads at the desk', desk?.reads, may.includes('reads own'));
    check('counts at the desk', desk && !desk.reads && desk.unread >= 0, may.includes('counts'));
    const waits = await as(concernsThatWait);
    check('hears that something waits', waits, may.includes('reads own') || may.includes('counts'));
    check('sees who reads', await as(frontDoorKept), may.includes('keeps'));
    const set = await as((ctx) => setFrontDoor(ctx, { ...noFrontDoor, version: 99 }));
    check('sets numbers', set.done || set.refusal.reason !== 'not-allowed', may.includes('keeps'));
    const named = await as((ctx) => nameReader(ctx, { personId: 'x', part: 'reader' }));
    check('names readers', named.done || named.refusal.reason !== 'not-allowed', may.includes('keeps'));
    const ended = await as((ctx) => endReading(ctx, '01900000-0000-7000-8000-000000000999'));
    check('ends reading', ended.done || ended.refusal.reason !== 'not-allowed', may.includes('keeps'));
  }
  t.diagnostic(`${cells} cells, 0 wrong`);
  assert.equal(cells, promised.length * 23);
});

test('R11: what is handed to the lead of a setting they read, though it came from elsewhere', async (t) => {
  const families = await testFamilies(t);
  for (const key of ['reader', 'setting-lead'])
    await families.as('manager', (ctx) =>
      nameReader(ctx, { personId: families.person(key), part: 'reader' }),
    );
  const id = await concernOf(families, 'visitor', { ...told, way: 'anybody' });
  assert.equal(await families.as('setting-lead', (ctx) => concernToRead(ctx, id)), undefined);
  await families.as('reader', (ctx) => openConcern(ctx, id));
  const toPerson = families.person('setting-lead');
  const handed = await families.as('reader', (ctx) =>
    handConcern(ctx, { id, seen: 1, toPerson, words: 'Yours?' }),
  );
  assert.ok(handed.done);
  const read = await families.as('setting-lead', (ctx) => concernToRead(ctx, id));
  assert.ok(read?.isOpen);
  assert.equal(read.concern.happened, 'canary');
});

test('G32: a concern is linked only to a child whom its reader stands to already, and opens nobody’s record', async (t) => {
  const families = await testFamilies(t);
  await families.as('manager', (ctx) =>
    nameReader(ctx, { personId: families.person('reader'), part: 'reader' }),
  );
  const id = await concernOf(families, 'visitor', { ...told, way: 'anybody' });
  await families.as('reader', (ctx) => openConcern(ctx, id));
  const childId = await families.child();
  assert.deepEqual(await families.as('reader', (ctx) => linkConcern(ctx, { id, seen: 1, childId })), {
    done: false,
    refusal: { reason: 'child-missing' },
  });
});

type Work<T> = (ctx: Ctx) => Promise<T>;

function asKey<T>(families: TestFamilies, key: string, work: Work<T>): Promise<T> {
  if (key !== 'visitor') return families.as(key, work);
  const who = { actor: { kind: 'visitor' as const }, partnershipId: testPartnership };
  return families.transactions.inTransaction(who, 'write', work);
}

/** Tells something as somebody, and answers with its id, which nobody but the service learns this way. */
async function concernOf(families: TestFamilies, key: string, words: Told): Promise<string> {
  const all = () => families.asService(async (ctx) => (await concernsInList(ctx)).map(({ id }) => id));
  const before = new Set<string>(await all());
  const outcome = await asKey(families, key, (ctx) => tell(ctx, { told: words, showing: `of ${key}` }));
  assert.ok(outcome.done);
  return (await all()).find((id) => !before.has(id)) ?? '';
}
