import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { moduleGraph, platformParts } from '../../../service/architecture.ts';
import { againstPaths, againstTable } from './against-table.ts';
import { cruised, loadedWith, repository, type Graph } from './cruised.ts';
import { plantedTree } from './planted-tree.ts';

const whole = cruised(repository);

test('the graph sees the whole house: every root, hundreds of files, thousands of imports', async (t) => {
  const { modules, imports, unresolved } = await whole;
  t.diagnostic(`${modules.length} files cruised, ${imports.length} imports`);
  assert.ok(modules.length > 600, `only ${modules.length} files were cruised`);
  assert.ok(imports.length > 3000, `only ${imports.length} imports were seen`);
  for (const root of [
    'service/modules/strategy/web/',
    'service/platform/http/',
    'packages/charts/',
    'bin/',
    'tests/',
  ])
    assert.ok(
      modules.some((file) => file.startsWith(root)),
      root,
    );
  for (const [what, name] of [
    ['an alias of ours', 'service/platform/kernel/outcome.ts'],
    ['an installed package', 'npm:kysely'],
    ['a part of Node', 'node:crypto'],
  ])
    assert.ok(
      imports.some(({ to }) => to === name),
      `${what} was resolved to ${name}`,
    );
  assert.ok(imports.some(({ typeOnly }) => typeOnly) && imports.some(({ typeOnly }) => !typeOnly));
  assert.deepEqual(unresolved, []);
});

test('every import is one that the table of who may import whom allows', async () => {
  assert.deepEqual(againstTable(await whole), []);
});

test('packages are entered by their front and left by none; front doors do not pass on each other', async () => {
  assert.deepEqual(againstPaths(await whole), []);
});

test('nothing imports itself in a circle, types included', async () => {
  assert.deepEqual((await whole).cycles, []);
});

test('every room and every part of the platform is named in the module graph, and nothing that is not there', async () => {
  const { modules } = await whole;
  const folders = (under: string) => [
    ...new Set(modules.filter((file) => file.startsWith(under)).map((file) => file.split('/')[2] ?? '')),
  ];
  assert.deepEqual(folders('service/modules/').toSorted(), Object.keys(moduleGraph).toSorted());
  assert.deepEqual(folders('service/platform/').toSorted(), platformParts.toSorted());
});

test('the module graph asks only rooms named before it, and every question that it allows is asked', async () => {
  const { imports } = await whole;
  const rooms = Object.entries(moduleGraph);
  for (const [place, [room, asks]] of rooms.entries())
    for (const asked of asks) {
      assert.ok(
        rooms.slice(0, place).some(([earlier]) => earlier === asked),
        `${room} asks ${asked}`,
      );
      const used = imports.some(
        ({ from, to }) =>
          from.startsWith(`service/modules/${room}/`) && to === `service/modules/${asked}/index.ts`,
      );
      assert.ok(used, `${room} never asks ${asked}: the graph allows what nobody needs`);
    }
});

test('the command line starts without what its commands compute with', async (t) => {
  const heavy = /^(packages|service\/modules|npm:(?!zod$))/;
  const atOnce = [...loadedWith('bin/goldenthread.ts', await whole)];
  assert.ok(atOnce.includes('bin/commands/table.ts'));
  assert.deepEqual(
    atOnce.filter((file) => heavy.test(file)),
    [],
  );
  const graph = await planted(t, [
    ['bin/goldenthread.ts', './table.ts'],
    ['bin/table.ts', './asked.ts'],
    ['bin/asked.ts', '#modules/indicators/index.ts'],
  ]);
  assert.deepEqual(
    [...loadedWith('bin/goldenthread.ts', graph)].filter((file) => heavy.test(file)),
    ['service/modules/indicators/index.ts'],
  );
});

/** One forbidden import of each kind: the file, what it imports, and how that is resolved. */
const forbidden: readonly (readonly [string, string, string?])[] = [
  ['packages/statistics/p1.ts', '../../service/platform/kernel/day.ts', 'service/platform/kernel/day.ts'],
  ['packages/statistics/p2.ts', 'node:fs'],
  ['packages/statistics/p3.ts', 'zod', 'npm:zod'],
  ['packages/statistics/p4.ts', '../charts/index.ts', 'packages/charts/index.ts'],
  ['service/platform/kernel/p1.ts', '../access/policy.ts', 'service/platform/access/policy.ts'],
  ['service/platform/kernel/p2.ts', 'node:crypto'],
  ['service/platform/kernel/p3.ts', 'zod', 'npm:zod'],
  ['service/platform/db/p1.ts', '#modules/strategy/index.ts', 'service/modules/strategy/index.ts'],
  ['service/platform/db/p2.ts', '#platform/http/route.ts', 'service/platform/http/route.ts'],
  ['service/platform/access/p1.ts', '../db/database.ts', 'service/platform/db/database.ts'],
  ['service/modules/strategy/domain/p1.ts', '../store/ties.ts', 'service/modules/strategy/store/ties.ts'],
  ['service/modules/strategy/domain/p2.ts', '../web/places.ts', 'service/modules/strategy/web/places.ts'],
  [
    'service/modules/strategy/domain/p3.ts',
    '#modules/accounts/index.ts',
    'service/modules/accounts/index.ts',
  ],
  ['service/modules/strategy/domain/p4.ts', 'node:fs'],
  ['service/modules/strategy/domain/p5.ts', 'node:process'],
  ['service/modules/strategy/domain/p6.ts', '#platform/db/database.ts', 'service/platform/db/database.ts'],
  ['service/modules/strategy/domain/p7.ts', 'kysely', 'npm:kysely'],
  [
    'service/modules/strategy/store/p1.ts',
    '../queries/framework.ts',
    'service/modules/strategy/queries/framework.ts',
  ],
  ['service/modules/strategy/store/p2.ts', '#modules/accounts/index.ts', 'service/modules/accounts/index.ts'],
  ['service/modules/strategy/store/p3.ts', '#platform/http/route.ts', 'service/platform/http/route.ts'],
  ['service/modules/strategy/actions/p1.ts', '../web/places.ts', 'service/modules/strategy/web/places.ts'],
  ['service/modules/strategy/actions/p2.ts', '#platform/http/route.ts', 'service/platform/http/route.ts'],
  ['service/modules/strategy/actions/p3.ts', 'kysely', 'npm:kysely'],
  ['service/modules/strategy/actions/p4.ts', '#modules/site/index.ts', 'service/modules/site/index.ts'],
  [
    'service/modules/strategy/actions/p5.ts',
    '#modules/accounts/store/people.ts',
    'service/modules/accounts/store/people.ts',
  ],
  ['service/modules/strategy/queries/p1.ts', '../web/places.ts', 'service/modules/strategy/web/places.ts'],
  [
    'service/modules/strategy/queries/p2.ts',
    '../actions/publish.ts',
    'service/modules/strategy/actions/publish.ts',
  ],
  ['service/modules/strategy/web/p1.ts', '../store/ties.ts', 'service/modules/strategy/store/ties.ts'],
  ['service/modules/strategy/web/p2.ts', 'kysely', 'npm:kysely'],
  ['service/modules/strategy/web/p3.ts', '#modules/accounts/index.ts', 'service/modules/accounts/index.ts'],
  ['service/modules/strategy/web/p4.ts', '../testing.ts', 'service/modules/strategy/testing.ts'],
  ['service/modules/strategy/index.ts', './web/places.ts', 'service/modules/strategy/web/places.ts'],
  ['service/modules/strategy/testing.ts', './store/ties.ts', 'service/modules/strategy/store/ties.ts'],
  ['service/modules/strategy/queries/p3.ts', '../../../app.ts', 'service/app.ts'],
  ['service/main.ts', './app.ts', 'service/app.ts'],
  ['demonstration/p1.ts', '#modules/strategy/domain/graph.ts', 'service/modules/strategy/domain/graph.ts'],
  ['bin/p1.ts', '#modules/strategy/store/ties.ts', 'service/modules/strategy/store/ties.ts'],
  ['bench/p1.ts', '#modules/strategy/store/ties.ts', 'service/modules/strategy/store/ties.ts'],
  ['tests/journeys/p1.test.ts', '#modules/strategy/store/ties.ts', 'service/modules/strategy/store/ties.ts'],
  ['reference/p1.ts', '#platform/kernel/day.ts', 'service/platform/kernel/day.ts'],
];

const fine: readonly (readonly [string, string])[] = [
  ['service/modules/strategy/domain/fine.ts', '#platform/kernel/day.ts'],
  ['service/modules/strategy/store/fine.ts', '../domain/graph.ts'],
  ['service/modules/strategy/actions/fine.ts', '#modules/accounts/index.ts'],
  ['service/modules/strategy/web/fine.ts', '../queries/framework.ts'],
  ['service/app.ts', '#modules/strategy/web/places.ts'],
  ['packages/statistics/fine.ts', './result.ts'],
];

test('a forbidden import of each kind is caught, and an allowed one is not', async (t) => {
  const graph = await planted(t, [...forbidden, ...fine]);
  const told = againstTable(graph, graph.base);
  for (const [from, written, to = written] of forbidden)
    assert.equal(
      told.filter((line) => line.startsWith(`${from} (`) && line.endsWith(` imports ${to}`)).length,
      1,
      `${from} → ${to}`,
    );
  assert.equal(told.length, forbidden.length, told.join('\n'));
});

test('a file outside every row, a package left by a path, a way past a front and a circle are caught', async (t) => {
  const graph = await planted(t, [
    ['service/nowhere/p1.ts', '#platform/kernel/day.ts'],
    ['packages/statistics/p1.ts', '../../service/platform/kernel/day.ts'],
    ['service/modules/strategy/domain/p1.ts', '../../../../packages/statistics/result.ts'],
    ['service/modules/strategy/domain/a.ts', './b.ts'],
    ['service/modules/strategy/domain/b.ts', './a.ts'],
    ['service/modules/strategy/web/p1.ts', '#platform/db/testing.ts'],
    ['service/modules/strategy/index.ts', '#modules/accounts/index.ts'],
  ]);
  assert.ok(againstTable(graph, graph.base).includes('service/nowhere/p1.ts has no row in the table'));
  assert.deepEqual(againstPaths(graph), [
    'packages/statistics/p1.ts leaves its package by ../../service/platform/kernel/day.ts',
    'service/modules/strategy/domain/p1.ts enters a package by ../../../../packages/statistics/result.ts instead of #packages',
    'service/modules/strategy/domain/p1.ts reaches past the front of a package to packages/statistics/result.ts',
    'service/modules/strategy/index.ts passes on the front door service/modules/accounts/index.ts',
    'service/modules/strategy/web/p1.ts leans on service/platform/db/testing.ts, which is for tests',
  ]);
  assert.equal(graph.cycles.length, 1);
});

/** The graph of a small tree of the files given, each of which imports one thing; what they import is there. */
async function planted(
  t: TestContext,
  imports: readonly (readonly [string, string, string?])[],
): Promise<Graph & { base: string }> {
  const targets = imports.flatMap(([from, written]) => {
    if (written.startsWith('#platform/')) return [written.replace('#platform/', 'service/platform/')];
    if (written.startsWith('#modules/')) return [written.replace('#modules/', 'service/modules/')];
    return written.startsWith('.') ? [join(from, '..', written)] : [];
  });
  const files: Record<string, string> = {};
  for (const target of targets) files[target] = 'export const there = true;\n';
  for (const [from, written] of imports)
    files[from] = `import * as found from '${written}';\nexport const use = found;\n`;
  const base = plantedTree(t, files);
  const roots = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))];
  assert.ok(roots.every((root) => existsSync(join(base, root))));
  return { ...(await cruised(base, roots)), base };
}
