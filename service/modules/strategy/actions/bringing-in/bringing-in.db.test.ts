import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Who } from '#platform/db/transactions.ts';
import type { Id } from '#platform/kernel/id.ts';
import { sayChange } from '../../domain/change-sentences.ts';
import { readFramework } from '../../domain/read-framework.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import { bringIn, bringInPreview } from '../../queries/bring-in.ts';
import { framework } from '../../queries/framework.ts';
import { versionDocument, versionLines } from '../../store/versions.ts';
import { strategyGround, type StrategyGround } from '../../testing.ts';
import { bringInFramework } from './bring-in-framework.ts';
import { holdFile } from './hold-file.ts';
import { holdPastedText } from './hold-pasted-text.ts';
import { addTierToMark, draftFromLines, markLines } from './mark-lines.ts';

let ground: StrategyGround;
let asha: Who;
let ben: Who;
const ends: (() => unknown)[] = [];
let count = 0;
let slug: string;

before(async () => {
  ground = await strategyGround({ after: (end: () => unknown) => void ends.push(end) });
  asha = await ground.person('Asha Rivers', 'manager');
  ben = await ground.person('Ben Field', 'manager');
});

after(async () => {
  for (const end of ends) await end();
});

beforeEach(() => {
  count += 1;
  slug = `larkmere-${count}`;
  ground.facts.length = 0;
});

const file = (yaml: string) => Buffer.from(yaml.replace('slug: larkmere', `slug: ${slug}`));

async function held(yaml = inventedYaml, who = asha): Promise<Id<'bring-in'>> {
  const outcome = await ground.as(who, (ctx) =>
    holdFile(ctx, { fileName: 'larkmere.yaml', bytes: file(yaml) }),
  );
  assert.ok(outcome.done);
  return outcome.value.id;
}

const confirm = (id: Id<'bring-in'>, replaces?: { slug: string; seen: number }) =>
  ground.as(asha, (ctx) => bringInFramework(ctx, { id, ...(replaces ? { replaces } : {}) }));

const viewOf = (who: Who, of = slug) => ground.as(who, (ctx) => framework(ctx, of));

test('a file is read, held, and nothing of it is there until it is confirmed', async () => {
  const id = await held();
  assert.equal(await viewOf(asha), undefined);
  assert.deepEqual(await confirm(id), { done: true, value: { slug } });
  const view = await viewOf(asha);
  assert.deepEqual(view && [view.document.elements.length, view.stored.published], [9, undefined]);
  assert.deepEqual(ground.facts, ['strategy.framework-brought-in']);
  const twice = await confirm(id);
  assert.equal(twice.done ? 'done' : twice.refusal.reason, 'bring-in-missing');
});

test('a file with faults is refused with each line, and nothing is held', async () => {
  const broken = inventedYaml.replace('tier: outcome, label: Safe', 'tier: outcomes, label: Safe');
  const refused = await ground.as(asha, (ctx) => holdFile(ctx, { fileName: 'a.yaml', bytes: file(broken) }));
  assert.ok(!refused.done && refused.refusal.reason === 'not-coherent');
  assert.equal(refused.refusal.problems[0]?.line, 27);
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK\u0003\u0004zip'), Buffer.from([0xff, 0xfe, 0, 0])]) {
    const outcome = await ground.as(asha, (ctx) => holdFile(ctx, { fileName: 'a', bytes }));
    assert.equal(outcome.done, false);
  }
});

test('what somebody brings in is theirs alone, and is forgotten after a day', async () => {
  const id = await held();
  assert.ok(await ground.as(asha, (ctx) => bringIn(ctx, id)));
  assert.equal(await ground.as(ben, (ctx) => bringIn(ctx, id)), undefined);
  const stolen = await ground.as(ben, (ctx) => bringInFramework(ctx, { id }));
  assert.equal(stolen.done ? 'done' : stolen.refusal.reason, 'bring-in-missing');
  ground.later(24 * 60 + 1);
  assert.equal(await ground.as(asha, (ctx) => bringIn(ctx, id)), undefined);
  const late = await confirm(id);
  assert.equal(late.done ? 'done' : late.refusal.reason, 'bring-in-missing');
});

test('the preview says what would change; the replaced one is kept as a version, and is public until published', async () => {
  const read = readFramework(file(inventedYaml));
  assert.ok(read.done);
  await ground.load('own', read.value);
  const changed = inventedYaml
    .replace('label: Safe at home', 'label: Safe everywhere')
    .replace('direction: decrease', 'direction: improve');
  const id = await held(changed);
  const preview = await ground.as(asha, async (ctx) => {
    const found = await bringIn(ctx, id);
    const document = found?.content.document;
    return document && bringInPreview(ctx, document, undefined);
  });
  assert.deepEqual(preview?.replaces?.changes.map(sayChange), [
    '“Safe at home” (element): label changed from “Safe at home” to “Safe everywhere”.',
    '“Fewer repeat plans” (element): direction changed from “decrease” to “improve”.',
  ]);
  const seen = preview?.replaces?.version ?? 0;
  const stale = await confirm(id, { slug, seen: seen + 1 });
  assert.equal(stale.done ? 'done' : stale.refusal.reason, 'changed-since-read');
  assert.ok((await confirm(id, { slug, seen })).done);
  const view = await viewOf(asha);
  assert.ok(view);
  const label = (who: typeof view) => who.document.elements.find(({ key }) => key === 'safe')?.label;
  assert.equal(label(view), 'Safe everywhere');
  const visitor: Who = { actor: { kind: 'visitor' }, partnershipId: ground.partnershipId };
  const publicView = await viewOf(visitor);
  assert.equal(publicView && label(publicView), 'Safe at home');
  const [line] = await ground.as(asha, (ctx) => versionLines(ctx, view.stored.id));
  const then = await ground.as(asha, (ctx) => versionDocument(ctx, view.stored.id, line?.number ?? 0));
  assert.equal(then?.elements.find(({ key }) => key === 'safe')?.label, 'Safe at home');
});

test('A20: a strategy of the library is brought in as one’s own under an address of its own', async () => {
  const read = readFramework(file(inventedYaml));
  assert.ok(read.done);
  await ground.load('library', read.value);
  const id = await held();
  assert.deepEqual(await confirm(id), { done: true, value: { slug: `${slug}-2` } });
  const library = await confirm(await held(), { slug, seen: 1 });
  assert.equal(
    library.done ? 'done' : library.refusal.reason,
    'framework-missing',
    'the library is never replaced',
  );
});

const text = `Growing up in Larkmere

Our vision
A place where every child finds a way to shine.

Our outcomes
1. Safe at home
2. Curious for life
How we will know
- Fewer repeat plans
`;

test('A01: pasted text is marked by hand, page by page, and becomes a draft with its words exactly', async () => {
  const pasted = await ground.as(asha, (ctx) => holdPastedText(ctx, { name: slug, shape: 'outcomes', text }));
  assert.ok(pasted.done);
  const { id } = pasted.value;
  assert.ok((await ground.as(asha, (ctx) => addTierToMark(ctx, { id, name: 'Hope', role: 'outcome' }))).done);
  const mark = (lines: number[], marks: Parameters<typeof markLines>[1]['marks']) =>
    ground.as(asha, (ctx) => markLines(ctx, { id, lines, marks }));
  const emptied = await mark([1, 3, 4, 6, 7, 8, 9, 10], []);
  assert.ok(emptied.done);
  const nothing = await ground.as(asha, (ctx) => draftFromLines(ctx, id));
  assert.equal(nothing.done ? 'done' : nothing.refusal.reason, 'nothing-marked');
  await mark([4], [{ line: 4, as: 'element', tier: 'vision' }]);
  await mark(
    [7, 8],
    [
      { line: 7, as: 'element', tier: 'hope' },
      { line: 99, as: 'element', tier: 'hope' },
    ],
  );
  assert.ok((await ground.as(asha, (ctx) => draftFromLines(ctx, id))).done);
  assert.deepEqual(await confirm(id), { done: true, value: { slug } });
  const view = await viewOf(asha);
  assert.deepEqual(
    view?.document.elements.map(({ label, tier, serves, line }) => [label, tier, serves, line]),
    [
      ['A place where every child finds a way to shine.', 'vision', [], 4],
      ['Safe at home', 'hope', ['a-place-where-every-child-finds-a-way-to'], 7],
    ],
  );
  assert.deepEqual(
    view?.document.tiers.map(({ name }) => name),
    ['Vision', 'Hope'],
    'tiers without a line are left out',
  );
  const gone = await mark([4], []);
  assert.equal(gone.done ? 'done' : gone.refusal.reason, 'bring-in-missing');
});

test('text that is none is refused', async () => {
  const empty = await ground.as(asha, (ctx) =>
    holdPastedText(ctx, { name: 'A', shape: 'short', text: ' \n\t' }),
  );
  assert.equal(empty.done ? 'done' : empty.refusal.reason, 'nothing-pasted');
});
