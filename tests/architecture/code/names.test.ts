import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looseNames, looseTypeNames } from './name-rules.ts';
import { ownCode, ownPaths } from './own-files.ts';
import { beyond, type Exception } from './reasoned-exceptions.ts';

/** Publishers' files keep the names that their publishers gave them: some are known by it. */
const published = /\/(files|fixtures)\//;
const paths = ownPaths('**/*').filter((path) => !published.test(path));

const exceptions: readonly Exception[] = [
  {
    what: 'service/modules/indicators/domain/formats/ees/ees-data.ts',
    because: "the publisher's own name for the one of the pair of files that holds the figures",
  },
];

test('every folder and file is kebab-case, and none is named utils, helpers, common, shared, misc, manager, data or info', (t) => {
  t.diagnostic(`${paths.length} paths`);
  assert.ok(paths.length > 650, `only ${paths.length} paths were seen`);
  assert.deepEqual(beyond(looseNames(paths), exceptions), []);
});

test('no type is called IThing, ThingDto, ThingManager, ThingHelper, ThingInfo or ThingData', (t) => {
  const code = ownCode();
  t.diagnostic(`${code.length} files`);
  assert.ok(code.length > 600, `only ${code.length} files were read`);
  assert.deepEqual(code.flatMap(looseTypeNames), []);
});

test('planted names are caught, and what only looks like them is not', () => {
  assert.deepEqual(looseNames(['service/modules/strategy/domain/Graph.ts']).length, 1);
  assert.deepEqual(looseNames(['service/modules/strategy/domain/walk_down.ts']).length, 1);
  for (const hollow of [
    'utils.ts',
    'string-helpers.ts',
    'common/a.ts',
    'shared/a.ts',
    'misc.test.ts',
    'plan-manager.ts',
  ])
    assert.equal(looseNames([`service/${hollow}`]).length, 1, hollow);
  for (const fine of [
    'README.md',
    'docs/decisions/0006-pages-kept-until-their-data-change.md',
    'database.ts',
    '.oxlintrc.json',
  ])
    assert.deepEqual(looseNames([fine]), [], fine);
  const types =
    'export type IPlan = 1;\nexport interface PlanDto {}\nclass PlanManager {}\nexport type Ink = 1;\nconst IThing = 1;\n';
  assert.deepEqual(looseTypeNames({ path: 'p.ts', text: types }), [
    'p.ts:1 names a type IPlan',
    'p.ts:2 names a type PlanDto',
    'p.ts:3 names a type PlanManager',
  ]);
});
