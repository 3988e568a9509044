import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { readFramework } from '../../domain/read-framework.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import type { SubjectRegistry } from '../../domain/thread.ts';
import { elementThread } from '../../queries/element-thread.ts';
import { framework } from '../../queries/framework.ts';
import { tiesHeld, tieable } from '../../queries/ties-to-choose.ts';
import { strategyGround, type StrategyGround } from '../../testing.ts';
import { asSeen } from '../edit-own-framework.ts';
import { addElement } from './add-element.ts';
import { changeElement } from './change-element.ts';
import { moveElement, whereabouts } from './move-element.ts';
import { removeElement } from './remove-element.ts';
import { sayUnanswered } from './say-unanswered.ts';
import { tieMeasure, untieMeasure } from './tie-measure.ts';
import { tieSubject, untieSubject } from './tie-subject.ts';

/** A room with two pledges, of which one is for managers' eyes only. */
const registry: SubjectRegistry<Ctx> = [
  {
    kind: 'pledge',
    name: 'Pledges',
    find: async (ctx, ids) =>
      ['open', 'secret']
        .filter((id) => ids.includes(id) && (id === 'open' || mayManage(ctx)))
        .map((id) => ({
          kind: 'pledge',
          id,
          title: `A pledge: ${id}`,
          link: `/pledges/${id}`,
          state: 'Made',
        })),
    search: async (ctx) =>
      mayManage(ctx)
        ? [{ kind: 'pledge', id: 'open', title: 'A pledge: open', link: '/', state: 'Made' }]
        : [],
  },
];

function mayManage(ctx: Ctx): boolean {
  return ctx.actor.kind === 'person' && ctx.actor.roles.includes('manager');
}

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

async function elementNow(key: string) {
  return (await documentNow()).elements.find((element) => element.key === key);
}

const nobody = { owners: [], organisations: [] };

test('A02: an element is added to its tier, with its owner, and the act is recorded', async () => {
  const added = await ground.as(asha, (ctx) =>
    addElement(ctx, {
      slug,
      element: { tier: 'outcome', label: 'Glad to be here', serves: ['vision'], direction: 'increase' },
      people: {
        owners: ['board'],
        organisations: [],
        newOwner: 'Head of Play',
        newOrganisation: 'Otters Youth Club',
      },
    }),
  );
  assert.deepEqual(added, { done: true, value: { key: 'glad-to-be-here' } });
  const element = await elementNow('glad-to-be-here');
  assert.deepEqual(
    [element?.tier, element?.serves, element?.owners, element?.organisations, element?.direction],
    ['outcome', ['vision'], ['board', 'head-of-play'], ['otters'], 'increase'],
  );
  const { owners, organisations } = await documentNow();
  assert.deepEqual(owners.at(-1), { key: 'head-of-play', name: 'Head of Play', kind: 'role' });
  assert.equal(organisations.length, 2, 'an organisation that is known by name is not added twice');
  assert.deepEqual(ground.facts, ['strategy.element-added']);
});

test('an element that cannot be is refused, and nothing of it is kept', async () => {
  const before = await documentNow();
  const tries = [
    { element: { tier: 'no-tier', label: 'A' }, reason: 'tier-missing' },
    { element: { tier: 'outcome', label: 'A', serves: ['nobody'] }, reason: 'element-missing' },
    { element: { tier: 'outcome', label: 'lost \uFFFD mark' }, reason: 'not-acceptable' },
  ];
  for (const { element, reason } of tries) {
    const refused = await ground.as(asha, (ctx) => addElement(ctx, { slug, element, people: nobody }));
    assert.equal(refused.done ? 'done' : refused.refusal.reason, reason);
  }
  const owner = { ...nobody, owners: ['nobody'] };
  const element = { tier: 'outcome', label: 'A' };
  const refused = await ground.as(asha, (ctx) => addElement(ctx, { slug, element, people: owner }));
  assert.equal(refused.done ? 'done' : refused.refusal.reason, 'owner-missing');
  assert.deepEqual(await documentNow(), before);
  assert.deepEqual(ground.facts, []);
});

test('a change that changes nothing writes nothing, and the element’s version stays', async () => {
  const element = await elementNow('safe');
  assert.ok(element);
  const { owners, organisations, label } = element;
  const change = { slug, key: 'safe', version: 1, words: { label }, people: { owners, organisations } };
  assert.ok((await ground.as(asha, (ctx) => changeElement(ctx, change))).done);
  assert.deepEqual(ground.facts, []);
  assert.ok(
    (await ground.as(asha, (ctx) => changeElement(ctx, { ...change, words: { label: 'Safer' } }))).done,
    'still version 1',
  );
  assert.deepEqual(ground.facts, ['strategy.element-changed']);
});

test('words that were emptied are gone, and those not given stay', async () => {
  const words = { label: 'Kind first', statement: undefined };
  const changed = await ground.as(asha, (ctx) =>
    changeElement(ctx, { slug, key: 'kind', version: 1, words, people: nobody }),
  );
  assert.ok(changed.done);
  const element = await elementNow('kind');
  assert.deepEqual([element?.statement, element?.line], [undefined, 17]);
});

test('A03: an element is moved to other parents, another tier and another place; a ring is refused', async () => {
  const move = async (
    key: string,
    to: { tier: string; serves: string[]; servesTiers?: string[]; place?: 'first' },
  ) => {
    const element = await elementNow(key);
    assert.ok(element);
    const { serves, servesTiers = [], tier, ...place } = to;
    const arrangement = { key, tier, serves, servesTiers, ...place };
    return ground.as(asha, (ctx) =>
      moveElement(ctx, { slug, seen: asSeen(whereabouts(element)), arrangement }),
    );
  };
  assert.ok((await move('first-words', { tier: 'outcome', serves: ['vision'], place: 'first' })).done);
  const outcomes = (await documentNow()).elements
    .filter(({ tier }) => tier === 'outcome')
    .map(({ key }) => key);
  assert.deepEqual(outcomes, ['first-words', 'safe', 'learning']);
  assert.ok(
    (await move('visits', { tier: 'action', serves: ['safe', 'learning'], servesTiers: ['priority'] })).done,
  );
  assert.deepEqual((await elementNow('visits'))?.serves, ['safe', 'learning']);
  const ring = await move('safe', { tier: 'outcome', serves: ['vision', 'early-help'] });
  assert.ok(!ring.done && ring.refusal.reason === 'would-ring');
  assert.deepEqual(ring.refusal.labels, ['Safe at home', 'Help early', 'Safe at home']);
  assert.deepEqual((await elementNow('safe'))?.serves, ['vision']);
});

test('an element that others serve is not taken away until they have a home', async () => {
  const remove = (removal: Parameters<typeof removeElement>[1]['removal']) =>
    ground.as(asha, (ctx) => removeElement(ctx, { slug, version: 1, removal }));
  const refused = await remove({ key: 'safe' });
  assert.ok(!refused.done && refused.refusal.reason === 'others-serve-it');
  assert.deepEqual(refused.refusal.labels, ['Help early', 'Fewer repeat plans']);
  assert.ok((await remove({ key: 'safe', rehome: { to: 'learning' } })).done);
  const { elements, wayIn } = await documentNow();
  assert.deepEqual(elements.find(({ key }) => key === 'early-help')?.serves, ['learning']);
  assert.deepEqual(wayIn, ['learning']);
  assert.ok((await remove({ key: 'learning', rehome: 'to-its-parents' })).done);
  assert.deepEqual((await elementNow('early-help'))?.serves, ['vision']);
});

test('A10: a measure is tied in the document itself, once, and untied again', async () => {
  const measure = { source: 'local', code: 'Children who feel safe', role: 'headline' } as const;
  const given = { slug, key: 'safe', measure };
  assert.ok((await ground.as(asha, (ctx) => tieMeasure(ctx, given))).done);
  const twice = await ground.as(asha, (ctx) => tieMeasure(ctx, given));
  assert.equal(twice.done ? 'done' : twice.refusal.reason, 'already-tied');
  assert.deepEqual((await documentNow()).measures.at(-1), { element: 'safe', ...measure });
  const held = await ground.as(asha, async (ctx) => {
    const view = await framework(ctx, slug);
    return view && tiesHeld(ctx, { view, key: 'safe', registry });
  });
  assert.deepEqual(held, [
    {
      value: 'measure local headline Children who feel safe',
      title: 'Children who feel safe',
      state: 'Its figures have not been brought in yet.',
      role: 'headline',
    },
  ]);
  assert.ok((await ground.as(asha, (ctx) => untieMeasure(ctx, given))).done);
  const gone = await ground.as(asha, (ctx) => untieMeasure(ctx, given));
  assert.equal(gone.done ? 'done' : gone.refusal.reason, 'not-tied');
});

test('A10: anything that another room holds is tied by hand, and only what the person may see', async () => {
  const tie = (id: string, kind = 'pledge') =>
    ground.as(asha, (ctx) =>
      tieSubject(ctx, { slug, key: 'safe', subject: { kind, id }, role: 'supporting', registry }),
    );
  for (const [id, kind] of [
    ['nothing', 'pledge'],
    ['open', 'no-such-kind'],
  ] as const) {
    const refused = await tie(id, kind);
    assert.equal(refused.done ? 'done' : refused.refusal.reason, 'subject-missing');
  }
  assert.ok((await tie('open')).done);
  assert.ok((await tie('open')).done, 'tying twice changes nothing');
  assert.ok((await tie('secret')).done);
  const reader = await ground.person('Ren Board', 'board-member');
  const seenBy = (who: Who) =>
    ground.as(who, async (ctx) => {
      const view = await framework(ctx, slug);
      const thread = view && (await elementThread(ctx, { view, key: 'safe', registry }));
      return thread?.subjects.flatMap(({ subjects }) => subjects.map(({ id }) => id));
    });
  assert.deepEqual(await seenBy(asha), ['open', 'secret']);
  assert.deepEqual(
    await seenBy(reader),
    ['open'],
    'a person without the right does not learn that it exists',
  );
  assert.deepEqual(await ground.as(reader, (ctx) => tieable(ctx, { words: 'pledge', registry })), []);
  const held = await ground.as(asha, async (ctx) => {
    const view = await framework(ctx, slug);
    return view ? tiesHeld(ctx, { view, key: 'safe', registry }) : [];
  });
  const tieId = idFrom<'tie'>(held[0]?.value.slice('tie '.length) ?? '');
  assert.ok(tieId);
  const untie = () => ground.as(asha, (ctx) => untieSubject(ctx, { slug, key: 'safe', tieId }));
  assert.ok((await untie()).done);
  assert.deepEqual(await seenBy(asha), ['secret']);
  const gone = await untie();
  assert.equal(gone.done ? 'done' : gone.refusal.reason, 'not-tied');
});

test('that nothing answers an element is said plainly, and unsaid by tying a measure', async () => {
  const said = { slug, key: 'safe', why: 'Nobody asks children.', wouldAnswer: 'A yearly survey.' };
  assert.ok((await ground.as(asha, (ctx) => sayUnanswered(ctx, said))).done);
  assert.deepEqual((await documentNow()).unanswered, [
    { element: 'safe', why: 'Nobody asks children.', wouldAnswer: 'A yearly survey.' },
  ]);
  const measure = { source: 'local', code: 'Survey', role: 'headline' } as const;
  assert.ok((await ground.as(asha, (ctx) => tieMeasure(ctx, { slug, key: 'safe', measure }))).done);
  assert.deepEqual((await documentNow()).unanswered, []);
  const refused = await ground.as(asha, (ctx) => sayUnanswered(ctx, said));
  assert.equal(refused.done ? 'done' : refused.refusal.reason, 'has-a-measure');
});
