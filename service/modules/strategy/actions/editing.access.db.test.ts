import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { roles } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { readFramework } from '../domain/read-framework.ts';
import { inventedYaml } from '../domain/testing/invented-framework.ts';
import type { SubjectRegistry } from '../domain/thread.ts';
import { tiesOfSubject } from '../store/ties.ts';
import { strategyGround, type StrategyGround } from '../testing.ts';
import { bringInFramework } from './bringing-in/bring-in-framework.ts';
import { holdFile } from './bringing-in/hold-file.ts';
import { holdPastedText } from './bringing-in/hold-pasted-text.ts';
import { addTierToMark, draftFromLines, markLines } from './bringing-in/mark-lines.ts';
import { changeFramework, ownFields } from './change-framework.ts';
import { closeFramework } from './close-framework.ts';
import { createFramework } from './create-framework.ts';
import { deleteDraft } from './delete-draft.ts';
import { asSeen } from './edit-own-framework.ts';
import { actsOnABringIn, actsOnAFramework, actsThatBegin, whoMayEdit } from './editing.access.table.ts';
import { addElement } from './elements/add-element.ts';
import { changeElement } from './elements/change-element.ts';
import { moveElement, whereabouts } from './elements/move-element.ts';
import { removeElement } from './elements/remove-element.ts';
import { sayUnanswered } from './elements/say-unanswered.ts';
import { tieMeasure, untieMeasure } from './elements/tie-measure.ts';
import { tieMeasures } from './elements/tie-measures.ts';
import { tieSubject, untieSubject } from './elements/tie-subject.ts';
import { nameVersion } from './name-version.ts';
import { addTier } from './parts/add-tier.ts';
import { changeTier } from './parts/change-tier.ts';
import { keepOrganisation } from './parts/keep-organisation.ts';
import { keepOwner } from './parts/keep-owner.ts';
import { keepPassage } from './parts/keep-passage.ts';
import { moveTier } from './parts/move-tier.ts';
import { removeOrganisation } from './parts/remove-organisation.ts';
import { removeOwner } from './parts/remove-owner.ts';
import { removePassage } from './parts/remove-passage.ts';
import { removeTier } from './parts/remove-tier.ts';
import { publishFramework } from './publish-framework.ts';

type Answer = Outcome<unknown, { reason: string }>;
type Act = (ctx: Ctx, slug: string) => Promise<Answer>;

const registry: SubjectRegistry<Ctx> = [
  {
    kind: 'pledge',
    name: 'Pledges',
    find: async (_, ids) => ids.map((id) => ({ kind: 'pledge', id, title: id, link: '/', state: '' })),
    search: async () => [],
  },
];

const read = readFramework(inventedYaml);
assert.ok(read.done);
const document = {
  ...read.value,
  tiers: [...read.value.tiers, { key: 'spare', name: 'Spare', plural: 'Spares', role: 'heading' as const }],
};
const element = (key: string) => {
  const found = document.elements.find((one) => one.key === key);
  assert.ok(found);
  return found;
};
const safe = element('safe');
const [need] = document.passages;
const [tied] = document.measures;
assert.ok(need && tied);
const { source, code, role } = tied;
const { key: needKey, ...needWords } = need;
const nobody = { owners: [], organisations: [] };
const version = 1;
const key = 'safe';

/** Each act, tried with what would succeed on the invented framework. */
const acts: Readonly<Record<keyof typeof actsOnAFramework, Act>> = {
  addElement: (ctx, slug) =>
    addElement(ctx, { slug, element: { tier: 'outcome', label: 'New' }, people: nobody }),
  changeElement: (ctx, slug) =>
    changeElement(ctx, { slug, key, version, words: { label: 'New' }, people: nobody }),
  moveElement: (ctx, slug) => {
    const arrangement = {
      key,
      tier: 'outcome',
      place: 'first' as const,
      serves: ['vision'],
      servesTiers: [],
    };
    return moveElement(ctx, { slug, seen: asSeen(whereabouts(safe)), arrangement });
  },
  removeElement: (ctx, slug) => removeElement(ctx, { slug, version, removal: { key: 'kind' } }),
  tieMeasure: (ctx, slug) =>
    tieMeasure(ctx, { slug, key, measure: { source: 'local', code: 'A', role: 'proxy' } }),
  tieMeasures: (ctx, slug) =>
    tieMeasures(ctx, { slug, ties: [{ element: key, source: 'local', code: 'A', role: 'proxy' }] }),
  untieMeasure: (ctx, slug) =>
    untieMeasure(ctx, { slug, key: tied.element, measure: { source, code, role } }),
  tieSubject: (ctx, slug) =>
    tieSubject(ctx, { slug, key, subject: { kind: 'pledge', id: 'a' }, role: 'proxy', registry }),
  untieSubject: async (ctx, slug) => untieSubject(ctx, { slug, key, tieId: await tieIdIn(ctx, slug) }),
  sayUnanswered: (ctx, slug) => sayUnanswered(ctx, { slug, key, why: 'A', wouldAnswer: 'B' }),
  addTier: (ctx, slug) => addTier(ctx, { slug, tier: { name: 'A', plural: 'As', role: 'action' } }),
  changeTier: (ctx, slug) =>
    changeTier(ctx, { slug, key: 'spare', seen: asSeen(document.tiers.at(-1)), words: { name: 'New' } }),
  moveTier: (ctx, slug) => moveTier(ctx, { slug, key: 'spare', towards: 'top' }),
  removeTier: (ctx, slug) => removeTier(ctx, { slug, key: 'spare' }),
  keepPassage: (ctx, slug) =>
    keepPassage(ctx, { slug, passage: needWords, replaces: { key: needKey, seen: asSeen(need) } }),
  removePassage: (ctx, slug) => removePassage(ctx, { slug, key: needKey }),
  keepOwner: (ctx, slug) => keepOwner(ctx, { slug, owner: { name: 'A', kind: 'role' } }),
  removeOwner: (ctx, slug) => removeOwner(ctx, { slug, key: 'board' }),
  keepOrganisation: (ctx, slug) => keepOrganisation(ctx, { slug, organisation: { name: 'A' } }),
  removeOrganisation: (ctx, slug) => removeOrganisation(ctx, { slug, key: 'otters' }),
  changeFramework: (ctx, slug) =>
    changeFramework(ctx, { slug, seen: asSeen(ownFields(document)), words: { name: 'New' } }),
  publishFramework: async (ctx, slug) => {
    await addElement(ctx, { slug, element: { tier: 'outcome', label: 'New' }, people: nobody });
    return publishFramework(ctx, { slug, seen: 2, as: 'it-stands' });
  },
  nameVersion: (ctx, slug) => nameVersion(ctx, { slug, name: 'A' }),
  closeFramework: (ctx, slug) => closeFramework(ctx, { slug }),
  deleteDraft: async (ctx, slug) => {
    const begun =
      slug === slugs.own ? await createFramework(ctx, { name: 'Draft', shape: 'short' }) : undefined;
    return deleteDraft(ctx, { slug: begun?.done ? begun.value.slug : slug });
  },
};

const begins: Readonly<Record<(typeof actsThatBegin)[number], (ctx: Ctx) => Promise<Answer>>> = {
  createFramework: (ctx) => createFramework(ctx, { name: 'A', shape: 'short' }),
  holdFile: (ctx) => holdFile(ctx, { fileName: 'a.yaml', bytes: Buffer.from(inventedYaml) }),
  holdPastedText: (ctx) => holdPastedText(ctx, { name: 'A', shape: 'short', text: 'Our vision' }),
};

const onBringIns: Readonly<
  Record<(typeof actsOnABringIn)[number], (ctx: Ctx, id: Id<'bring-in'>) => Promise<Answer>>
> = {
  markLines: (ctx, id) =>
    markLines(ctx, { id, lines: [1], marks: [{ line: 1, as: 'element', tier: 'vision' }] }),
  draftFromLines: async (ctx, id) => {
    await onBringIns.markLines(ctx, id);
    return draftFromLines(ctx, id);
  },
  addTierToMark: (ctx, id) => addTierToMark(ctx, { id, name: 'A', role: 'action' }),
  bringInFramework: async (ctx, id) => {
    await onBringIns.draftFromLines(ctx, id);
    return bringInFramework(ctx, { id });
  },
};

const slugs = { own: 'larkmere', library: 'in-the-library', other: 'of-another' } as const;
const ends: (() => unknown)[] = [];
let ground: StrategyGround;
let everybody: [called: string, who: Who, mayEdit: boolean][];

before(async () => {
  ground = await strategyGround({ after: (end: () => unknown) => void ends.push(end) });
  const { database, partnershipId } = ground;
  const neighbours = await strategyGround(
    { after: () => {} },
    storedId<'partnership'>('01900000-0000-7000-8000-0000000000bb'),
    database,
  );
  await ground.load('library', { ...document, slug: slugs.library });
  await neighbours.load('own', { ...document, slug: slugs.other });
  await ground.load('own', { ...document, slug: slugs.own });
  const nobody: Who = { actor: { kind: 'visitor' }, partnershipId };
  everybody = [['a visitor', nobody, false]];
  for (const role of roles)
    everybody.push([role, await ground.person(`A ${role}`, role), whoMayEdit.some((one) => one === role)]);
  everybody.push(['somebody without a role', await ground.person('No role'), false]);
});

after(async () => {
  for (const end of ends) await end();
});

/** What an act answers, and then undone, so that every try finds the same. */
async function tried(who: Who, act: (ctx: Ctx) => Promise<Answer>): Promise<string> {
  const undo = new Error('undo');
  let answer: Answer | undefined;
  const trying = ground.as(who, async (ctx) => {
    answer = await act(ctx);
    throw undo;
  });
  await trying.catch((fault: unknown) => {
    if (fault !== undo) throw fault;
  });
  assert.ok(answer);
  return answer.done ? 'done' : answer.refusal.reason;
}

async function tieIdIn(ctx: Ctx, slug: string): Promise<Id<'tie'>> {
  const made = await tieSubject(ctx, {
    slug,
    key,
    subject: { kind: 'pledge', id: 'b' },
    role: 'proxy',
    registry,
  });
  if (!made.done) return ctx.newId<'tie'>();
  const [tie] = await tiesOfSubject(ctx, 'pledge', 'b');
  assert.ok(tie);
  return tie.id;
}

for (const [name, answers] of Object.entries(actsOnAFramework))
  test(`R6: ${name}: every role, on our own framework, on the library’s and on another partnership’s`, async () => {
    const act = Object.entries(acts).find(([one]) => one === name)?.[1];
    assert.ok(act);
    for (const [called, who, mayEdit] of everybody)
      for (const whose of ['own', 'library', 'other'] as const) {
        const answer = await tried(who, (ctx) => act(ctx, slugs[whose]));
        assert.equal(answer, mayEdit ? answers[whose] : 'not-allowed', `${called} on ${whose}`);
      }
  });

test('R6: beginning a strategy or bringing one in is for those who may edit', async () => {
  for (const name of actsThatBegin)
    for (const [called, who, mayEdit] of everybody)
      assert.equal(await tried(who, begins[name]), mayEdit ? 'done' : 'not-allowed', `${called}: ${name}`);
});

test('R6: what somebody is bringing in is theirs, and not there for anybody else', async () => {
  const other = await ground.person('Another manager', 'manager');
  const holding = async (who: Who) => {
    const held = await ground.as(who, begins.holdPastedText);
    assert.ok(held.done && typeof held.value === 'object' && held.value !== null && 'id' in held.value);
    return storedId<'bring-in'>(String(held.value.id));
  };
  const theirs = await holding(other);
  for (const name of actsOnABringIn)
    for (const [called, who, mayEdit] of everybody) {
      const answer = await tried(who, (ctx) => onBringIns[name](ctx, theirs));
      assert.equal(answer, mayEdit ? 'bring-in-missing' : 'not-allowed', `${called}: ${name}`);
      if (mayEdit) {
        const own = await holding(who);
        assert.equal(
          await tried(who, (ctx) => onBringIns[name](ctx, own)),
          'done',
          `${called}: ${name} of their own`,
        );
      }
    }
});

/** What stands beside the acts in their files and is none itself. */
const notActs = [
  'addFramework',
  'asSeen',
  'changedMeanwhile',
  'editOwnFramework',
  'holdOwnFramework',
  'keepFramework',
  'loadFrameworks',
  'nameOf',
  'ownFields',
  'showFramework',
  'whereabouts',
];

test('no act is missing from the table', async () => {
  const here = new URL('./', import.meta.url);
  const files = (await readdir(here, { recursive: true })).filter(
    (name) => /\/?[a-z-]+\.ts$/.test(name) && !/\.(test|table)\.ts$/.test(name),
  );
  const found: string[] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(new URL(file, here).href);
    found.push(...Object.keys(module).filter((name) => typeof module[name] === 'function'));
  }
  const known = [...Object.keys(actsOnAFramework), ...actsThatBegin, ...actsOnABringIn, ...notActs];
  assert.deepEqual(found.toSorted(), known.toSorted());
});
