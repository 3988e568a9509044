import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Who } from '#platform/db/transactions.ts';
import { readFramework } from '../domain/read-framework.ts';
import { inventedYaml } from '../domain/testing/invented-framework.ts';
import { elementSeen } from '../queries/element-seen.ts';
import { framework } from '../queries/framework.ts';
import { strategyGround, type StrategyGround } from '../testing.ts';
import { changeFramework, ownFields } from './change-framework.ts';
import { asSeen } from './edit-own-framework.ts';
import { changeElement, type ElementChange } from './elements/change-element.ts';
import { moveElement, whereabouts } from './elements/move-element.ts';
import { removeElement } from './elements/remove-element.ts';
import { keepPassage } from './parts/keep-passage.ts';

async function two(t: TestContext): Promise<{ ground: StrategyGround; asha: Who; ben: Who }> {
  const ground = await strategyGround(t);
  const asha = await ground.person('Asha Rivers', 'manager');
  const ben = await ground.person('Ben Field', 'manager');
  const read = readFramework(inventedYaml);
  assert.ok(read.done);
  await ground.load('own', read.value);
  return { ground, asha, ben };
}

async function seenBy(ground: StrategyGround, who: Who, key: string) {
  return ground.as(who, async (ctx) => {
    const view = await framework(ctx, 'larkmere');
    const seen = view && (await elementSeen(ctx, view, key));
    assert.ok(view && seen);
    return { ...seen, document: view.document };
  });
}

function saying(key: string, version: number, label: string): ElementChange {
  const people = { owners: ['board'], organisations: ['council'] };
  return { slug: 'larkmere', key, version, words: { label }, people };
}

test('A14: whoever saves second is shown what was saved first, by whom and when, and saving again is a decision', async (t) => {
  const { ground, asha, ben } = await two(t);
  const { version } = await seenBy(ground, asha, 'safe');
  ground.later(5);
  const first = await ground.as(asha, (ctx) =>
    changeElement(ctx, saying('safe', version, 'Safe in every home')),
  );
  assert.ok(first.done);
  ground.later(1);
  const second = await ground.as(ben, (ctx) => changeElement(ctx, saying('safe', version, 'Safe and warm')));
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  const { theirs, by, at, seen } = second.refusal;
  assert.deepEqual(
    [theirs.label, by, at?.toISOString(), seen],
    ['Safe in every home', 'Asha Rivers', '2026-09-03T09:05:00.000Z', String(version + 1)],
  );
  assert.equal(
    (await seenBy(ground, ben, 'safe')).element.label,
    'Safe in every home',
    'nothing was written over',
  );
  const decided = await ground.as(ben, (ctx) =>
    changeElement(ctx, saying('safe', Number(seen), 'Safe and warm')),
  );
  assert.ok(decided.done);
  assert.equal((await seenBy(ground, asha, 'safe')).element.label, 'Safe and warm');
});

test('two people who change two elements of one framework at once both succeed', async (t) => {
  const { ground, asha, ben } = await two(t);
  const safe = await seenBy(ground, asha, 'safe');
  const learning = await seenBy(ground, ben, 'learning');
  const made = await Promise.all([
    ground.as(asha, (ctx) => changeElement(ctx, saying('safe', safe.version, 'Safe in every home'))),
    ground.as(ben, (ctx) => changeElement(ctx, saying('learning', learning.version, 'Curious always'))),
  ]);
  assert.deepEqual(
    made.map(({ done }) => done),
    [true, true],
  );
  const { document } = await seenBy(ground, asha, 'safe');
  const labels = document.elements.filter(({ tier }) => tier === 'outcome').map(({ label }) => label);
  assert.deepEqual(labels, ['Safe in every home', 'Curious always']);
});

test('of twelve people who save one element at the same moment one succeeds, and eleven see what it saved', async (t) => {
  const { ground, asha } = await two(t);
  const { version } = await seenBy(ground, asha, 'safe');
  const labels = Array.from({ length: 12 }, (_, index) => `Safe, said the ${index + 1}th`);
  const made = await Promise.all(
    labels.map((label) => ground.as(asha, (ctx) => changeElement(ctx, saying('safe', version, label)))),
  );
  const winners = labels.filter((_, index) => made[index]?.done);
  assert.equal(winners.length, 1);
  for (const outcome of made)
    if (!outcome.done) {
      assert.ok(outcome.refusal.reason === 'changed-meanwhile');
      assert.equal(outcome.refusal.theirs.label, winners[0]);
    }
  assert.equal((await seenBy(ground, asha, 'safe')).version, version + 1);
});

test('on a server, a second person waits for the first to finish and then sees what was saved', async (t) => {
  const { ground, asha, ben } = await two(t);
  if (ground.database.kind === 'embedded')
    return t.skip('the embedded database has one connection: transactions cannot overlap there');
  const { version } = await seenBy(ground, asha, 'safe');
  const holding = Promise.withResolvers<void>();
  const saved = Promise.withResolvers<void>();
  const first = ground.as(asha, async (ctx) => {
    const outcome = await changeElement(ctx, saying('safe', version, 'Safe in every home'));
    holding.resolve();
    await saved.promise;
    return outcome;
  });
  await holding.promise;
  let secondEnded = false;
  const second = ground
    .as(ben, (ctx) => changeElement(ctx, saying('safe', version, 'Safe and warm')))
    .finally(() => (secondEnded = true));
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(secondEnded, false, 'the second waits while the first is not yet true');
  saved.resolve();
  assert.ok((await first).done);
  const outcome = await second;
  assert.ok(!outcome.done && outcome.refusal.reason === 'changed-meanwhile');
  assert.equal(outcome.refusal.theirs.label, 'Safe in every home');
});

test('moving an element and changing its words at the same time do not get in each other’s way', async (t) => {
  const { ground, asha, ben } = await two(t);
  const { version, element } = await seenBy(ground, asha, 'first-words');
  const arrangement = { key: 'first-words', tier: 'priority', serves: ['safe'], servesTiers: [] };
  const seen = asSeen(whereabouts(element));
  const moved = await ground.as(ben, (ctx) => moveElement(ctx, { slug: 'larkmere', seen, arrangement }));
  assert.ok(moved.done);
  const changed = await ground.as(asha, (ctx) =>
    changeElement(ctx, saying('first-words', version, 'Words first')),
  );
  assert.ok(changed.done);
  const now = (await seenBy(ground, asha, 'first-words')).element;
  assert.deepEqual([now.label, now.serves], ['Words first', ['safe']]);
  const again = await ground.as(asha, (ctx) =>
    moveElement(ctx, { slug: 'larkmere', seen, arrangement: { ...arrangement, serves: ['learning'] } }),
  );
  assert.ok(!again.done && again.refusal.reason === 'changed-meanwhile', 'two moves from one place do');
});

test('an element whose words changed since it was read is not taken away unread', async (t) => {
  const { ground, asha, ben } = await two(t);
  const { version } = await seenBy(ground, asha, 'kind');
  await ground.as(ben, (ctx) => changeElement(ctx, saying('kind', version, 'Kindness before all')));
  const removal = { slug: 'larkmere', version, removal: { key: 'kind' } };
  const refused = await ground.as(asha, (ctx) => removeElement(ctx, removal));
  assert.ok(!refused.done && refused.refusal.reason === 'changed-meanwhile');
  assert.equal(refused.refusal.theirs.label, 'Kindness before all');
  const decided = await ground.as(asha, (ctx) => removeElement(ctx, { ...removal, version: version + 1 }));
  assert.ok(decided.done);
});

test('a framework’s own fields and a passage are compared field by field, not by the framework’s version', async (t) => {
  const { ground, asha, ben } = await two(t);
  const { document, version } = await seenBy(ground, asha, 'safe');
  const seen = asSeen(ownFields(document));
  await ground.as(ben, (ctx) => changeElement(ctx, saying('safe', version, 'Safe in every home')));
  const renamed = await ground.as(asha, (ctx) =>
    changeFramework(ctx, { slug: 'larkmere', seen, words: { name: 'Larkmere grows' } }),
  );
  assert.ok(renamed.done, 'another’s edit of an element is no conflict');
  const late = await ground.as(ben, (ctx) =>
    changeFramework(ctx, { slug: 'larkmere', seen, words: { name: 'Larkmere blooms' } }),
  );
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
  assert.equal(late.refusal.theirs.name, 'Larkmere grows');

  const [need] = document.passages;
  assert.ok(need);
  const { key, line: _line, ...words } = need;
  const replaces = { key, seen: asSeen(need) };
  const write = (who: Who, text: string) =>
    ground.as(who, (ctx) => keepPassage(ctx, { slug: 'larkmere', passage: { ...words, text }, replaces }));
  assert.ok((await write(asha, 'Asha’s words.')).done);
  const lost = await write(ben, 'Ben’s words.');
  assert.ok(!lost.done && lost.refusal.reason === 'changed-meanwhile');
  assert.equal(lost.refusal.theirs.text, 'Asha’s words.');
});

test('a version made again after it was rolled back is read with its own words', async (t) => {
  const { ground, asha } = await two(t);
  const { version } = await seenBy(ground, asha, 'safe');
  const undone = ground.as(asha, async (ctx) => {
    await changeElement(ctx, saying('safe', version, 'Never said'));
    const view = await framework(ctx, 'larkmere');
    assert.equal(view?.document.elements.find(({ key }) => key === 'safe')?.label, 'Never said');
    throw new Error('changed my mind');
  });
  await assert.rejects(undone, /changed my mind/);
  ground.later(1);
  await ground.as(asha, (ctx) => changeElement(ctx, saying('safe', version, 'Said')));
  assert.equal((await seenBy(ground, asha, 'safe')).element.label, 'Said');
});
