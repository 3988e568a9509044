import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pascalCase, ported } from '../generator/catalogue.ts';
import * as exported from '../index.ts';
import { fixturesOf, ports } from './replayed.ts';

const components = ported().map(({ component }) => component);

test('what can be imported is what was proved: every exported component replays its published cases', () => {
  const proved = Object.keys(ports).map(pascalCase);
  assert.deepEqual(Object.keys(exported).sort(), [...proved, 'Template'].sort());
});

test('the catalogue, the replayed components and the component files name the same components', () => {
  assert.deepEqual(Object.keys(ports).sort(), [...components].sort());
  for (const { group, component } of ported()) {
    const files = readdirSync(new URL(`../components/${group}/`, import.meta.url));
    assert.ok(files.includes(`${component}.tsx`), `${group}/${component}.tsx`);
  }
});

test('every ported component has published cases to replay', () => {
  for (const component of components) assert.ok(fixturesOf(component).length > 5, component);
});

test('the types of every component’s props can be imported', () => {
  const index = readFileSync(new URL('../index.ts', import.meta.url), 'utf8');
  for (const { group, component } of ported())
    assert.ok(index.includes(`export type * from './generated/${group}/${component}.ts';`), component);
});

test('the README counts the proved cases and components rightly', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const cases = components.reduce((sum, component) => sum + fixturesOf(component).length, 0);
  assert.ok(
    readme.includes(`(${cases} cases\nof ${components.length} components)`),
    `${cases} of ${components.length}`,
  );
});
