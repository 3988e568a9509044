import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { benchesNamed } from './benches-named.ts';
import { factsRecorded } from './facts-recorded.ts';
import { referencePage } from './reference-page.ts';
import { tablesDescribed } from './tables-made.ts';
import { migrations, ownFiles } from '../code/own-files.ts';

test('docs/reference.md is current: npm run generate', () => {
  const kept = readFileSync(new URL('../../../docs/reference.md', import.meta.url), 'utf8').replaceAll(
    '\r\n',
    '\n',
  );
  assert.equal(kept, referencePage());
});

test('no part of the reference is empty', () => {
  const counts = [...referencePage().matchAll(/^- \[(\w+)\]\(#\w+\): (\d+)$/gm)].map(([, title, count]) => [
    title,
    Number(count),
  ]);
  assert.equal(counts.length, 8);
  const least = {
    Addresses: 80,
    Permissions: 2,
    Facts: 10,
    Refusals: 40,
    Settings: 10,
    Tables: 24,
    Commands: 7,
    Benches: 2,
  };
  for (const [title, fewest] of Object.entries(least)) {
    const [, count] = counts.find(([name]) => name === title) ?? [];
    assert.ok(Number(count) >= fewest, `${title}: ${count}`);
  }
});

test('every table says what stands in it, and every bench what it measures', () => {
  const silent = tablesDescribed(migrations()).filter(({ says }) => says.length < 10);
  assert.deepEqual(
    silent.map(({ name }) => name),
    [],
  );
  const files = ownFiles('bench/*.ts').filter(
    ({ path, text }) => /export const bench: Bench/.test(text) && !path.endsWith('bench.ts'),
  );
  assert.equal(benchesNamed().length, files.length);
});

test('a fact is found wherever an act names it, and a table or a permission is no fact', () => {
  const text =
    "await change(ctx, { fact: 'site.story-told' }); if (allowed(ctx.actor, x)) from('site.story'); log('strategy.element-changed');";
  assert.deepEqual(factsRecorded([{ path: 'service/modules/site/actions/tell.ts', text }]), [
    { type: 'site.story-told', room: 'site', acts: ['service/modules/site/actions/tell.ts'] },
  ]);
});
