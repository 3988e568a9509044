import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { loadFrameworks, ownFrameworks, readFramework } from '#modules/strategy/index.ts';
import type { Role } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { importGround, type ImportGround } from '../../testing.ts';
import { bringInTexts, type BroughtIn } from '../bring-in-files.ts';
import { writeBatch } from '../bring-in/work-on-batch.ts';
import { importToConfirm } from '../decide-on-import.ts';
import { handInFiles } from '../hand-in-files.ts';
import { handedFile } from '../bring-in/handed-file.ts';
import { readBatch } from '../bring-in/work-on-batch.ts';
import { batchById } from '../../store/batches.ts';
import { chooseStrategy } from './choose-strategy.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const strategy = (slug: string, name: string, status = 'adopted') => `
format: goldenthread-framework/1
slug: ${slug}
name: ${name}
partnership: Larkmere Children's Partnership
status: ${status}
period: {}
tiers: [{ key: outcome, name: Outcome, plural: Outcomes, role: outcome }]
elements:
  - { key: ready, tier: outcome, label: Ready for school }
  - { key: safe, tier: outcome, label: Safe at home }
unanswered: [{ element: safe, why: not looked for, wouldAnswer: a look }]
`;

const header =
  'plan,outcome_no,outcome,role,lait_short_desc,lait_measure,polarity,latest_year,fingertips_id,source_publication,Norfolk,England';
const map = `${[
  header,
  'Growing up,1,Ready for school,headline,FSP_NEW_GOODDEV,Ready,High,2025,,https://example.org,68.6,68.3',
  'Growing up,2,Safe at home,supporting,PrevRegCPR,Again,Low,2025,,https://example.org,31.2,24.5',
  'Growing up,2,,supporting,NOT_KNOWN,Unknown,Low,2025,,https://example.org,1,2',
  'Elsewhere,1,Ready for school,proxy,KS2RWM_Expected_STD,Reading,High,2025,,https://example.org,1,2',
].join('\n')}\n`;

const person = (name: string, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  personId: storedId('00000000-0000-7000-8000-0000000000c9'),
  name,
  roles,
});
const both = person('Asha Rivers', 'analyst', 'manager');

async function groundWithStrategies(t: TestContext): Promise<ImportGround> {
  const ground = await importGround(t);
  const frameworks = [strategy('growing', 'Growing up'), strategy('second', 'A second plan')].map((text) => {
    const read = readFramework(Buffer.from(text.trimStart()));
    assert.ok(read.done);
    return read.value;
  });
  const service: Actor = { kind: 'service', name: 'test' };
  await ground.actAs(service)('write', (ctx) => loadFrameworks(ctx, { frameworks, crosswalks: [] }));
  return ground;
}

async function bring(ground: ImportGround, actor: Actor, dryRun = false): Promise<BroughtIn> {
  const texts = [{ name: 'measure_map.csv', text: map }];
  const brought = await bringInTexts(ground.actAs(actor), { texts, keepIn: ground.keepIn, dryRun });
  assert.ok(brought.done);
  const [file] = brought.value;
  assert.ok(file);
  return file;
}

/** The ties of a strategy's working copy: element, code, role. */
async function tiesOf(ground: ImportGround, slug: string): Promise<string[]> {
  const views = await ground.actAs(both)('read', ownFrameworks);
  const view = views.find(({ stored }) => stored.slug === slug);
  return view?.document.measures.map(({ element, code, role }) => `${element} ${code} ${role}`) ?? [];
}

const tied = ['ready FSP_NEW_GOODDEV headline', 'safe PrevRegCPR supporting'];

test('B05 a map ties its measures as the person who says yes, with the facts, and keeps none of its values', async (t) => {
  const ground = await groundWithStrategies(t);
  const before = await bring(ground, both, true);
  assert.equal(before.became, 'would-be-brought-in');
  assert.match(before.batch.summary.differences.join('\n'), /“Growing up”: 2 measures would be tied\./);
  assert.deepEqual(await tiesOf(ground, 'growing'), [], 'a dry run ties nothing');

  const file = await bring(ground, both);
  assert.equal(file.became, 'brought-in', file.batch.failure);
  assert.deepEqual(await tiesOf(ground, 'growing'), tied);
  assert.deepEqual(await tiesOf(ground, 'second'), []);
  assert.deepEqual(
    ground.facts.map(({ type }) => type),
    ['strategy.measures-tied', 'indicators.figures-brought-in'],
  );
  const { summary } = file.batch;
  assert.deepEqual(
    summary.map?.settled?.flatMap(({ lines }) => lines.map(({ state }) => state)),
    ['to-tie', 'to-tie', 'no-measure', 'no-strategy'],
  );
  assert.match(summary.differences.join('\n'), /2 measures were tied[\s\S]*None of our strategies/);
  assert.doesNotMatch(JSON.stringify(summary), /68\.6|31\.2|24\.5/);
  const views = await ground.actAs(both)('read', ownFrameworks);
  assert.deepEqual(
    views.map(({ stored, document }) => [stored.slug, document.unanswered.length]),
    [
      ['second', 1],
      ['growing', 0],
    ],
    'what is answered is no longer said to be unanswered',
  );
});

test('B05 the same map twice ties nothing twice', async (t) => {
  const ground = await groundWithStrategies(t);
  await bring(ground, both);
  const again = await bring(ground, both);
  assert.equal(again.became, 'brought-in');
  assert.match(again.batch.summary.differences.join('\n'), /0 measures were tied, 2 stood already/);
  assert.deepEqual(await tiesOf(ground, 'growing'), tied);
  assert.equal(ground.facts.filter(({ type }) => type === 'strategy.measures-tied').length, 1);
});

test('B05 a person who may not edit the strategy is refused in words, and nothing is tied', async (t) => {
  const ground = await groundWithStrategies(t);
  const analyst = person('Ada Bright', 'analyst');
  const file = await bring(ground, analyst);
  assert.equal(file.became, 'failed');
  assert.match(file.batch.failure ?? '', /Only somebody who may edit “Growing up” can say yes/);
  assert.deepEqual(await tiesOf(ground, 'growing'), []);
  assert.deepEqual(ground.facts, []);
});

test('B05 an analyst hands a map in, and a manager chooses its strategy and says yes', async (t) => {
  const ground = await groundWithStrategies(t);
  const path = join(ground.keepIn, 'measure_map.csv');
  await writeFile(path, map);
  const [analyst, manager] = [person('Ada Bright', 'analyst'), person('Asha Rivers', 'manager')];
  const files = [await handedFile(path, 'measure_map.csv')];
  const given = { files, keepIn: join(ground.keepIn, 'waiting'), moves: false };
  const handed = await handInFiles(ground.actAs(analyst), given);
  assert.ok(handed.done && handed.value[0]?.kind === 'queued');
  const { id } = handed.value[0];
  await readBatch({ act: ground.actAs(analyst), id, tell: () => {} });
  const confirm = (actor: Actor) => importToConfirm(ground.actAs(actor), id);
  assert.deepEqual(await confirm(analyst), { done: false, refusal: { reason: 'ties-not-allowed' } });

  const choose = (actor: Actor, plan: string, slug: string) =>
    ground.actAs(actor)('write', (ctx) => chooseStrategy(ctx, { id, plan, slug }));
  const reasonOf = async (chosen: ReturnType<typeof choose>) => {
    const outcome = await chosen;
    return outcome.done ? 'done' : outcome.refusal.reason;
  };
  assert.equal(await reasonOf(choose(analyst, 'Elsewhere', 'second')), 'not-allowed');
  assert.equal(await reasonOf(choose(manager, 'Elsewhere', 'nowhere')), 'no-such-strategy');
  assert.equal(await reasonOf(choose(manager, 'Nobody', 'second')), 'no-such-strategy');
  assert.equal(await reasonOf(choose(manager, 'Elsewhere', 'second')), 'done');

  assert.equal((await confirm(manager)).done, true);
  await writeBatch({ act: ground.actAs(manager), id, tell: () => {} });
  assert.deepEqual(await tiesOf(ground, 'growing'), tied);
  assert.deepEqual(await tiesOf(ground, 'second'), ['ready KS2RWM_Expected_STD proxy']);
  assert.equal(await reasonOf(choose(manager, 'Elsewhere', '')), 'not-waiting');
  const others = ground.actAs({ ...manager });
  assert.equal((await others('read', (ctx) => batchById(ctx, id)))?.state, 'visible');
});

test('B05 where one strategy refuses, nothing of the others is tied either', async (t) => {
  const ground = await groundWithStrategies(t);
  const tooLong = `A second plan,1,Ready for school,proxy (${'x'.repeat(500)}),KS2RWM_Expected_STD,,,,,,,`;
  const texts = [{ name: 'measure_map.csv', text: `${map}${tooLong}\n` }];
  const brought = await bringInTexts(ground.actAs(both), { texts, keepIn: ground.keepIn });
  assert.ok(brought.done);
  assert.equal(brought.value[0]?.became, 'failed');
  assert.match(brought.value[0]?.batch.failure ?? '', /“A second plan” would hold more measures/);
  assert.deepEqual(await tiesOf(ground, 'growing'), []);
});

test('B05 a map longer than any strategy is refused as a whole', async (t) => {
  const ground = await groundWithStrategies(t);
  const rows = 'Growing up,1,Ready for school,headline,FSP_NEW_GOODDEV,,,,,,,\n'.repeat(2001);
  const texts = [{ name: 'measure_map.csv', text: `${header}\n${rows}` }];
  const brought = await bringInTexts(ground.actAs(both), { texts, keepIn: ground.keepIn });
  assert.ok(brought.done);
  assert.match(brought.value[0]?.batch.failure ?? '', /more than 2,000 rows/);
});
