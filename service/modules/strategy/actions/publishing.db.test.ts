import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Who } from '#platform/db/transactions.ts';
import { readFramework } from '../domain/read-framework.ts';
import { inventedYaml } from '../domain/testing/invented-framework.ts';
import { framework, frameworks } from '../queries/framework.ts';
import { versionDocument, versionLines } from '../store/versions.ts';
import { strategyGround, type StrategyGround } from '../testing.ts';
import { changeFramework, ownFields } from './change-framework.ts';
import { closeFramework } from './close-framework.ts';
import { createFramework } from './create-framework.ts';
import { deleteDraft } from './delete-draft.ts';
import { asSeen } from './edit-own-framework.ts';
import { addElement } from './elements/add-element.ts';
import { nameVersion } from './name-version.ts';
import { publishFramework } from './publish-framework.ts';

let ground: StrategyGround;
let asha: Who;
let visitor: Who;
let slug: string;
const ends: (() => unknown)[] = [];
let count = 0;

before(async () => {
  ground = await strategyGround({ after: (end: () => unknown) => void ends.push(end) });
  asha = await ground.person('Asha Rivers', 'manager');
  visitor = { actor: { kind: 'visitor' }, partnershipId: ground.partnershipId };
});

after(async () => {
  for (const end of ends) await end();
});

beforeEach(async () => {
  const read = readFramework(inventedYaml);
  assert.ok(read.done);
  count += 1;
  slug = `larkmere-${count}`;
  await ground.load('own', { ...read.value, slug });
});

const viewOf = (who: Who, of = slug) => ground.as(who, (ctx) => framework(ctx, of));

const versionsOf = (of: string) =>
  ground.as(asha, async (ctx) => {
    const view = await framework(ctx, of);
    return view ? versionLines(ctx, view.stored.id) : [];
  });

async function begin(name: string): Promise<string> {
  const created = await ground.as(asha, (ctx) => createFramework(ctx, { name, shape: 'letters' }));
  assert.ok(created.done);
  return created.value.slug;
}

const promise = (of: string) => ({
  slug: of,
  element: { tier: 'vision', label: 'Every child finds a way to shine' },
  people: { owners: [], organisations: [] },
});

async function publish(of: string, as: 'adopted' | 'it-stands', seen?: number) {
  const view = await viewOf(asha, of);
  assert.ok(view);
  return ground.as(asha, (ctx) => publishFramework(ctx, { slug: of, seen: seen ?? view.stored.version, as }));
}

test('A05: a strategy begins from a shape, is nobody else’s to see, and two of one name get two addresses', async () => {
  const first = await begin('Growing, together!');
  const second = await begin('Growing, together!');
  assert.deepEqual([first, second], ['growing-together', 'growing-together-2']);
  assert.notEqual(await begin('Paste'), 'paste', 'an address of the service is never a strategy’s');
  const view = await viewOf(asha, first);
  assert.deepEqual(view?.document.tiers.map(({ name }) => name).slice(0, 3), [
    'Vision',
    'What this will mean',
    'Letter',
  ]);
  assert.equal(view?.document.partnership, "Larkmere Children's Partnership");
  assert.equal(await viewOf(visitor, first), undefined);
  const listed = await ground.as(visitor, frameworks);
  assert.ok(!listed.some((line) => line.slug === first));
});

test('six people who begin a strategy of one name at the same moment get six addresses', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => begin('All at once')));
  assert.equal(new Set(made).size, 6);
});

test('A14: a draft is adopted and published, kept as a version, and public from then on', async () => {
  const of = await begin('A new promise');
  const empty = await publish(of, 'adopted');
  assert.equal(empty.done ? 'done' : empty.refusal.reason, 'nothing-in-it');
  await ground.as(asha, (ctx) => addElement(ctx, promise(of)));
  assert.deepEqual(await publish(of, 'adopted'), { done: true, value: { number: 1 } });
  const seen = await viewOf(visitor, of);
  assert.deepEqual(
    [seen?.document.status, seen?.document.elements[0]?.label],
    ['adopted', 'Every child finds a way to shine'],
  );
  assert.equal((await viewOf(asha, of))?.hasUnpublishedChanges, false);
  assert.deepEqual(
    (await versionsOf(of)).map(({ number, name }) => [number, name]),
    [[1, 'Published on 3 September 2026']],
  );
  const again = await publish(of, 'it-stands');
  assert.equal(again.done ? 'done' : again.refusal.reason, 'nothing-new');
  const twice = await publish(of, 'adopted');
  assert.equal(twice.done ? 'done' : twice.refusal.reason, 'already-adopted');
});

test('A14: a draft is published as a draft, for people to comment on, and adopted later', async () => {
  const of = await begin('For comment');
  await ground.as(asha, (ctx) => addElement(ctx, promise(of)));
  assert.ok((await publish(of, 'it-stands')).done);
  assert.equal((await viewOf(visitor, of))?.document.status, 'draft');
  assert.ok((await publish(of, 'adopted')).done);
  assert.equal((await viewOf(visitor, of))?.document.status, 'adopted');
});

test('what changed after it was read is not published unread, and the public sees the old words until it is', async () => {
  const before = await viewOf(asha);
  assert.ok(before);
  await ground.as(asha, (ctx) =>
    addElement(ctx, { ...promise(slug), element: { tier: 'principle', label: 'Play first' } }),
  );
  assert.ok(!(await viewOf(visitor))?.document.elements.some(({ label }) => label === 'Play first'));
  const refused = await publish(slug, 'it-stands', before.stored.version);
  assert.equal(refused.done ? 'done' : refused.refusal.reason, 'changed-since-read');
  assert.ok((await publish(slug, 'it-stands')).done);
  assert.ok((await viewOf(visitor))?.document.elements.some(({ label }) => label === 'Play first'));
});

test('a version is kept under a name, and holds what was said then', async () => {
  const kept = await ground.as(asha, (ctx) => nameVersion(ctx, { slug, name: 'As sent to the board' }));
  assert.deepEqual(kept, { done: true, value: { number: 1 } });
  const before = await viewOf(asha);
  assert.ok(before);
  const seen = asSeen(ownFields(before.document));
  await ground.as(asha, (ctx) => changeFramework(ctx, { slug, seen, words: { name: 'Larkmere grows' } }));
  const then = await ground.as(asha, (ctx) => versionDocument(ctx, before.stored.id, 1));
  assert.equal(then?.name, 'Growing up in Larkmere');
  const [line] = await versionsOf(slug);
  assert.equal(line?.madeBy, asha.actor.kind === 'person' ? asha.actor.personId : 'nobody');
});

test('a strategy whose time is over is closed with what was public, and nothing changes in it any more', async () => {
  await ground.as(asha, (ctx) =>
    addElement(ctx, { ...promise(slug), element: { tier: 'principle', label: 'Play first' } }),
  );
  const unpublished = await ground.as(asha, (ctx) => closeFramework(ctx, { slug }));
  assert.equal(unpublished.done ? 'done' : unpublished.refusal.reason, 'unpublished-changes');
  await publish(slug, 'it-stands');
  assert.ok((await ground.as(asha, (ctx) => closeFramework(ctx, { slug }))).done);
  assert.equal((await viewOf(visitor))?.document.status, 'closed');
  const refused = await ground.as(asha, (ctx) => addElement(ctx, promise(slug)));
  assert.equal(refused.done ? 'done' : refused.refusal.reason, 'framework-closed');
  const draft = await begin('Only a draft');
  const early = await ground.as(asha, (ctx) => closeFramework(ctx, { slug: draft }));
  assert.equal(early.done ? 'done' : early.refusal.reason, 'still-a-draft');
});

test('a draft is thrown away for good; what was published once is not', async () => {
  const of = await begin('A passing thought');
  assert.ok((await ground.as(asha, (ctx) => deleteDraft(ctx, { slug: of }))).done);
  assert.equal(await viewOf(asha, of), undefined);
  const refused = await ground.as(asha, (ctx) => deleteDraft(ctx, { slug }));
  assert.equal(refused.done ? 'done' : refused.refusal.reason, 'was-published');
  assert.ok(await viewOf(visitor));
});
