import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { runScript, runStatement } from '#platform/db/query-builder.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { readFramework } from '../domain/read-framework.ts';
import { inventedYaml } from '../domain/testing/invented-framework.ts';
import { changeElement } from '../actions/elements/change-element.ts';
import { tieSubject } from '../actions/elements/tie-subject.ts';
import { publishFramework } from '../actions/publish-framework.ts';
import type { SubjectRegistry } from '../domain/thread.ts';
import { strategyGround, type StrategyGround } from '../testing.ts';
import { elementThread, threadsOf } from './element-thread.ts';
import { framework } from './framework.ts';

/** A room with the council and the youth club in it; nobody has kept any other organisation. */
const registry: SubjectRegistry<Ctx> = [
  {
    kind: 'organisation',
    name: 'Organisations',
    find: async (_ctx, ids) =>
      ['council', 'otters']
        .filter((id) => ids.includes(id))
        .map((id) => ({ kind: 'organisation', id, title: id, link: `/${id}`, state: 'Stands' })),
    search: async () => [],
  },
];

function invented(slug: string): FrameworkDocument {
  const read = readFramework(inventedYaml);
  assert.ok(read.done);
  return { ...read.value, slug };
}

const visitor = (ground: StrategyGround): Who => ({
  actor: { kind: 'visitor' },
  partnershipId: ground.partnershipId,
});

async function carried(ground: StrategyGround, who: Who, id: string): Promise<string[]> {
  const threads = await ground.as(who, (ctx) => threadsOf(ctx, { kind: 'organisation', id }));
  return threads.map(({ frameworkSlug, line }) =>
    [frameworkSlug, ...line.map(({ label }) => label)].join(' > '),
  );
}

async function tiedTo(ground: StrategyGround, slug: string, key: string): Promise<string[]> {
  return ground.as(visitor(ground), async (ctx) => {
    const view = await framework(ctx, slug);
    assert.ok(view);
    const thread = await elementThread(ctx, { view, key, registry });
    return (thread?.subjects ?? []).flatMap(({ subjects }) =>
      subjects.map(({ id, role }) => `${id} ${role}`),
    );
  });
}

async function opened(t: TestContext): Promise<{ ground: StrategyGround; asha: Who }> {
  const ground = await strategyGround(t);
  await ground.load('own', invented('larkmere'));
  return { ground, asha: await ground.person('Asha Rivers', 'manager') };
}

test('A10: an organisation that a strategy names hangs on its thread, and walks back up to the vision', async (t) => {
  const { ground } = await opened(t);
  const vision = 'larkmere > Every child finds a way to shine';
  assert.deepEqual(await tiedTo(ground, 'larkmere', 'safe'), ['council contributes', 'otters contributes']);
  assert.deepEqual(await tiedTo(ground, 'larkmere', 'early-help'), []);
  assert.deepEqual(await carried(ground, visitor(ground), 'otters'), [
    `${vision} > Safe at home`,
    `${vision} > Curious for life > First words`,
  ]);
  assert.deepEqual(await carried(ground, visitor(ground), 'nobody'), []);
});

/** Asha says that these, and only these, work on the outcome Safe at home. */
async function saysWhoWorksOnIt(ground: StrategyGround, asha: Who, organisations: string[]): Promise<void> {
  const changed = await ground.as(asha, (ctx) =>
    changeElement(ctx, {
      slug: 'larkmere',
      key: 'safe',
      version: 1,
      words: { label: 'Safe at home' },
      people: { owners: [], organisations },
    }),
  );
  assert.ok(changed.done);
}

test('A10: an edit redraws the thread at once for those who work on it, and for everybody when it is published', async (t) => {
  const { ground, asha } = await opened(t);
  const first = 'larkmere > Every child finds a way to shine > Safe at home';
  await saysWhoWorksOnIt(ground, asha, ['council']);
  assert.ok(!(await carried(ground, asha, 'otters')).includes(first));
  assert.ok((await carried(ground, asha, 'council')).includes(first));
  assert.ok((await carried(ground, visitor(ground), 'otters')).includes(first), 'not public yet');
  const seen = await ground.as(asha, async (ctx) => (await framework(ctx, 'larkmere'))?.stored.version);
  const published = await ground.as(asha, (ctx) =>
    publishFramework(ctx, { slug: 'larkmere', seen: seen ?? 0, as: 'it-stands' }),
  );
  assert.ok(published.done);
  assert.ok(!(await carried(ground, visitor(ground), 'otters')).includes(first));
  assert.deepEqual(await tiedTo(ground, 'larkmere', 'safe'), ['council contributes']);
});

test('organisations that the library names are another place’s: none of ours hangs there, whatever its key', async (t) => {
  const { ground } = await opened(t);
  await ground.load('library', invented('elsewhere'));
  assert.deepEqual(await tiedTo(ground, 'elsewhere', 'safe'), []);
  assert.ok((await carried(ground, visitor(ground), 'otters')).every((line) => line.startsWith('larkmere')));
});

test('an organisation tied by hand contributes, whichever way of a measure was chosen, and stays when words change', async (t) => {
  const { ground, asha } = await opened(t);
  const subject = { kind: 'organisation', id: 'otters' };
  const given = { slug: 'larkmere', key: 'early-help', subject, role: 'headline', registry };
  assert.ok((await ground.as(asha, (ctx) => tieSubject(ctx, given))).done);
  const nobody = { ...given, subject: { kind: 'organisation', id: 'nobody' } };
  const refused = await ground.as(asha, (ctx) => tieSubject(ctx, nobody));
  assert.deepEqual(refused.done ? undefined : refused.refusal.reason, 'subject-missing');
  await saysWhoWorksOnIt(ground, asha, []);
  assert.deepEqual(await tiedTo(ground, 'larkmere', 'early-help'), ['otters contributes']);
});

const migration = new URL('../migrations/0003-organisation-ties.sql', import.meta.url);

test('a database of before gets the ties of organisations drawn as they are drawn now, and keeps what people changed', async (t) => {
  const { ground, asha } = await opened(t);
  await ground.load('library', invented('elsewhere'));
  await saysWhoWorksOnIt(ground, asha, ['council']);
  const carriedNow = async () => {
    const found = [];
    for (const who of [asha, visitor(ground)])
      for (const id of ['council', 'otters']) found.push(await carried(ground, who, id));
    return found;
  };
  const drawn = await carriedNow();
  const count = () =>
    ground.database.asOwner(async (db) => {
      const { rows } = await runStatement(db, 'select count(*)::int as n from strategy.tie', []);
      return rows[0]?.['n'];
    });
  const ties = await count();
  await ground.database.asOwner((db) =>
    runScript(db, "delete from strategy.tie where subject_kind = 'organisation'"),
  );
  assert.deepEqual(await carriedNow(), [[], [], [], []]);
  const script = readFileSync(migration, 'utf8');
  await ground.database.asOwner((db) => runScript(db, script));
  assert.deepEqual(await carriedNow(), drawn);
  assert.equal(await count(), ties);
  await ground.database.asOwner((db) => runScript(db, script));
  assert.equal(await count(), ties, 'drawn twice, nothing is there twice');
});
