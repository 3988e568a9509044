import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Who } from '#platform/db/transactions.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { readFramework } from '../../domain/read-framework.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import { framework } from '../../queries/framework.ts';
import { strategyGround, type StrategyGround } from '../../testing.ts';
import { asSeen } from '../edit-own-framework.ts';
import { addTier } from './add-tier.ts';
import { changeTier } from './change-tier.ts';
import { keepOrganisation } from './keep-organisation.ts';
import { keepOwner } from './keep-owner.ts';
import { keepPassage } from './keep-passage.ts';
import { moveTier } from './move-tier.ts';
import { removeOrganisation } from './remove-organisation.ts';
import { removeOwner } from './remove-owner.ts';
import { removePassage } from './remove-passage.ts';
import { removeTier } from './remove-tier.ts';

let ground: StrategyGround;
let asha: Who;
let slug: string;
const ends: (() => unknown)[] = [];
let count = 0;

before(async () => {
  ground = await strategyGround({ after: (end: () => unknown) => void ends.push(end) });
  asha = await ground.person('Asha Rivers', 'manager');
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

async function documentNow(): Promise<FrameworkDocument> {
  const view = await ground.as(asha, (ctx) => framework(ctx, slug));
  assert.ok(view);
  return view.document;
}

const tierKeys = async () => (await documentNow()).tiers.map(({ key }) => key);

test('a tier is added, renamed, moved and taken away, and never from under what stands in it', async () => {
  const tier = { name: 'Ambition', plural: 'Our ambitions', role: 'outcome' } as const;
  const added = await ground.as(asha, (ctx) => addTier(ctx, { slug, tier, after: 'vision' }));
  assert.deepEqual(added, { done: true, value: { key: 'ambition' } });
  assert.deepEqual((await tierKeys()).slice(0, 3), ['vision', 'ambition', 'outcome']);

  const stood = (await documentNow()).tiers.find(({ key }) => key === 'ambition');
  const words = { name: 'Hope', plural: 'Our hopes', note: 'What we hope for.' };
  const change = { slug, key: 'ambition', seen: asSeen(stood), words };
  assert.ok((await ground.as(asha, (ctx) => changeTier(ctx, change))).done);
  const late = await ground.as(asha, (ctx) => changeTier(ctx, { ...change, words: { name: 'Dream' } }));
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
  assert.equal(late.refusal.theirs.name, 'Hope');

  const move = (key: string, towards: 'top' | 'bottom') =>
    ground.as(asha, (ctx) => moveTier(ctx, { slug, key, towards }));
  await move('ambition', 'top');
  assert.deepEqual((await tierKeys()).slice(0, 2), ['ambition', 'vision']);
  await move('ambition', 'top');
  assert.deepEqual((await tierKeys()).slice(0, 2), ['ambition', 'vision'], 'at the top it stays');
  await move('ambition', 'bottom');
  assert.deepEqual((await tierKeys()).slice(0, 3), ['vision', 'ambition', 'outcome']);
  await move('principle', 'bottom');
  assert.equal((await tierKeys()).at(-1), 'principle', 'at the bottom it stays');

  const full = await ground.as(asha, (ctx) => removeTier(ctx, { slug, key: 'outcome' }));
  assert.ok(!full.done && full.refusal.reason === 'tier-in-use');
  assert.equal(full.refusal.count, 2);
  assert.ok((await ground.as(asha, (ctx) => removeTier(ctx, { slug, key: 'ambition' }))).done);
  assert.ok(!(await tierKeys()).includes('ambition'));
});

test('A16 A21: a foreword is added and a need changed, each tied to what it is about; a passage that is gone stays gone', async () => {
  const foreword = {
    kind: 'foreword',
    title: 'From the chair',
    text: 'We mean it.',
    wording: 'published',
    about: [],
  } as const;
  const added = await ground.as(asha, (ctx) =>
    keepPassage(ctx, { slug, passage: { ...foreword, about: ['safe'] } }),
  );
  assert.deepEqual(added, { done: true, value: { key: 'from-the-chair' } });
  const missing = await ground.as(asha, (ctx) =>
    keepPassage(ctx, { slug, passage: { ...foreword, about: ['nobody'] } }),
  );
  assert.equal(missing.done ? 'done' : missing.refusal.reason, 'element-missing');

  const need = (await documentNow()).passages.find(({ key }) => key === 'need-words');
  assert.ok(need);
  const replaces = { key: need.key, seen: asSeen(need) };
  const passage = {
    ...foreword,
    kind: 'need' as const,
    title: 'Fewer words',
    about: ['first-words'],
  };
  assert.ok((await ground.as(asha, (ctx) => keepPassage(ctx, { slug, passage, replaces }))).done);
  assert.deepEqual(
    (await documentNow()).passages.map(({ key, title }) => [key, title]),
    [
      ['need-words', 'Fewer words'],
      ['from-the-chair', 'From the chair'],
    ],
  );
  assert.ok((await ground.as(asha, (ctx) => removePassage(ctx, { slug, key: 'need-words' }))).done);
  const gone = await ground.as(asha, (ctx) => removePassage(ctx, { slug, key: 'need-words' }));
  assert.equal(gone.done ? 'done' : gone.refusal.reason, 'passage-missing');
  const late = await ground.as(asha, (ctx) => keepPassage(ctx, { slug, passage, replaces }));
  assert.equal(late.done ? 'done' : late.refusal.reason, 'passage-missing');
});

test('owners and organisations are kept, changed and taken off all that they had in hand', async () => {
  const owner = { name: 'Young people’s board', kind: 'board' } as const;
  const added = await ground.as(asha, (ctx) => keepOwner(ctx, { slug, owner }));
  assert.deepEqual(added, { done: true, value: { key: 'young-peoples-board' } });
  const board = (await documentNow()).owners.find(({ key }) => key === 'board');
  const replaces = { key: 'board', seen: asSeen(board) };
  const renamed = await ground.as(asha, (ctx) =>
    keepOwner(ctx, { slug, owner: { name: 'The Board', kind: 'board' }, replaces }),
  );
  assert.ok(renamed.done);
  const late = await ground.as(asha, (ctx) => keepOwner(ctx, { slug, owner, replaces }));
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
  const ring = await ground.as(asha, (ctx) =>
    keepOwner(ctx, { slug, owner: { ...owner, partOf: 'nobody' } }),
  );
  assert.equal(ring.done ? 'done' : ring.refusal.reason, 'not-acceptable');
  assert.ok((await ground.as(asha, (ctx) => removeOwner(ctx, { slug, key: 'board' }))).done);
  const afterwards = await documentNow();
  assert.ok(afterwards.elements.every(({ owners }) => !owners.includes('board')));
  assert.equal(afterwards.owners.find(({ key }) => key === 'early-years')?.partOf, undefined);

  const organisation = { name: 'Harbour Homes', kind: 'housing' };
  assert.ok((await ground.as(asha, (ctx) => keepOrganisation(ctx, { slug, organisation }))).done);
  assert.ok((await ground.as(asha, (ctx) => removeOrganisation(ctx, { slug, key: 'otters' }))).done);
  const { organisations, elements } = await documentNow();
  assert.deepEqual(
    organisations.map(({ key }) => key),
    ['council', 'harbour-homes'],
  );
  assert.ok(elements.every((element) => !element.organisations.includes('otters')));
});
