import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { namedTests, namesIn, testsNaming } from './named-tests.ts';
import { controlsPage, hazardsPage, promisesPage } from './safety-pages.ts';
import { staleRecords, toolRecords } from './tool-records.ts';
import { controlTable, hazardLog, pointingNowhere, promiseRows } from './safety-tables.ts';

test('every promise of the trust floor has a test that bears its number, or says what it waits for', (t) => {
  const rows = promiseRows();
  t.diagnostic(`${rows.length} promises, ${rows.filter(({ tests }) => tests.length > 0).length} with tests`);
  assert.equal(rows.length, 73);
  const silent = rows.filter(({ tests, gap }) => tests.length === 0 && gap === undefined).map(({ id }) => id);
  assert.deepEqual(silent, []);
});

test('R58: every hazard points at tests that are there, or says what it waits for', (t) => {
  const log = hazardLog();
  t.diagnostic(`${log.length} hazards, ${log.flatMap(({ tests }) => tests).length} pointers to tests`);
  assert.ok(log.length >= 20);
  assert.deepEqual(pointingNowhere(log), []);
  assert.deepEqual(
    log.filter(({ tests, waitsFor }) => tests.length === 0 && waitsFor === undefined).map(({ id }) => id),
    [],
  );
});

test('every control of ASVS 5.0 levels 1 and 2 stands in the table with a test that is there, or a reason', (t) => {
  const table = controlTable();
  t.diagnostic(`${table.length} controls`);
  // counted in the published standard: 70 of level 1, 183 of level 2
  assert.equal(table.filter(({ level }) => level === 1).length, 70);
  assert.equal(table.filter(({ level }) => level === 2).length, 183);
  assert.deepEqual(pointingNowhere(table), []);
  assert.deepEqual(
    table.filter(({ tests = [], reason }) => tests.length === 0 && reason === undefined).map(({ id }) => id),
    [],
  );
});

test('the pages of docs/security are current: npm run generate', () => {
  const kept = (name: string) =>
    readFileSync(new URL(`../../../docs/security/${name}`, import.meta.url), 'utf8');
  assert.equal(kept('promises.md'), promisesPage());
  assert.equal(kept('hazards.md'), hazardsPage());
  assert.equal(kept('asvs.md'), controlsPage());
});

test('a pointer to nothing is caught, and R1 is not read out of R13 or of ASVS 1.2.10', () => {
  const names = namesIn(
    `test('R13: told at once', …); test("ASVS 1.2.10 formulas", …); it(\`R1 R2 a share\`, …)`,
  );
  assert.deepEqual(names, ['R13: told at once', 'ASVS 1.2.10 formulas', 'R1 R2 a share']);
  const among = names.map((name) => ({ file: 'a.test.ts', name }));
  assert.deepEqual(
    testsNaming('R1', among).map(({ name }) => name),
    ['R1 R2 a share'],
  );
  assert.equal(testsNaming('ASVS 1.2.1', among).length, 0);
  const planted = [{ id: 'H99', tests: [{ file: 'a.test.ts', says: 'told in a week' }] }];
  assert.equal(pointingNowhere(planted, among).length, 1);
  assert.ok(namedTests().length > 1000);
});

test('R56: the public record of each tool is about the code as it stands, and a changed rule is caught', (t) => {
  const records = toolRecords();
  t.diagnostic(records.map(({ tool, version }) => `${tool} ${version}`).join(', '));
  assert.ok(records.length >= 3);
  assert.deepEqual(staleRecords(records), []);
  const [first] = records;
  assert.ok(first);
  assert.equal(staleRecords([{ ...first, digest: '0000000000000000' }]).length, 1);
  assert.equal(staleRecords([{ ...first, code: ['packages/nowhere/**/*.ts'] }]).length, 1);
});
