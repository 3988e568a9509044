import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFramework } from '../../domain/read-framework.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import { ownFrameworks } from '../../queries/framework.ts';
import { strategyGround } from '../../testing.ts';
import { tieMeasures } from './tie-measures.ts';

test('A10 many measures are one edit and one fact, and tying them again is neither', async (t) => {
  const ground = await strategyGround(t);
  const read = readFramework(inventedYaml);
  assert.ok(read.done);
  await ground.load('own', read.value);
  const asha = await ground.person('Asha Rivers', 'manager');
  ground.facts.length = 0;
  const ties = [
    { element: 'safe', source: 'lait', code: 'PrevRegCPR', role: 'headline' },
    { element: 'learning', source: 'local', code: 'Smiles', role: 'proxy' },
  ] as const;
  const first = await ground.as(asha, (ctx) => tieMeasures(ctx, { slug: 'larkmere', ties }));
  assert.deepEqual(first, { done: true, value: 2 });
  assert.deepEqual(ground.facts, ['strategy.measures-tied']);
  const again = await ground.as(asha, (ctx) => tieMeasures(ctx, { slug: 'larkmere', ties }));
  assert.deepEqual(again, { done: true, value: 0 });
  assert.deepEqual(ground.facts, ['strategy.measures-tied']);

  const [seen] = await ground.as(asha, ownFrameworks);
  assert.equal(seen?.document.measures.length, 4);
  assert.equal(seen.mayEdit, true);
  const [published] = await ground.as(await ground.person('Ivo Reed', 'analyst'), ownFrameworks);
  assert.equal(published?.document.measures.length, 2, 'others see what was published');
  assert.equal(published.mayEdit, false);
});
