import assert from 'node:assert/strict';
import test from 'node:test';
import { brokenColumns, brokenDescriptions, brokenFiles } from './testing/broken-files.ts';
import {
  brokenFilters,
  brokenNames,
  brokenPlaces,
  brokenTimes,
  brokenValues,
} from './testing/broken-rows.ts';
import { eesChecks } from './checks.ts';
import { screenEesPair } from './screen-pair.ts';
import { InventedPair, ownCodes } from './testing/invented-pair.ts';

const cases = [
  ...brokenFiles,
  ...brokenColumns,
  ...brokenDescriptions,
  ...brokenTimes,
  ...brokenPlaces,
  ...brokenNames,
  ...brokenFilters,
  ...brokenValues,
];

function found(pair: InventedPair) {
  return screenEesPair(pair.texts(), { ownCodes });
}

test('an invented pair that keeps every rule is told of nothing', () => {
  assert.deepEqual(found(new InventedPair()), []);
});

for (const [at, [check, change, also = []]] of cases.entries())
  test(`${check} finds what breaks its rule, and stands alone (${at + 1})`, () => {
    const findings = found(change(new InventedPair()));
    const own = findings.filter((each) => each.check === check);
    assert.ok(own.length > 0, `found only ${JSON.stringify(findings)}`);
    assert.ok(own.every(({ words }) => words.endsWith('.') || words.endsWith('?')));
    const others = new Set(findings.map((each) => each.check));
    others.delete(check);
    assert.deepEqual([...others], also);
  });

test('every check of the table is broken by a pair, and its name stands once', () => {
  const tried = new Set(cases.map(([check]) => check));
  assert.deepEqual(
    eesChecks.map(({ name }) => name).filter((name) => !tried.has(name)),
    [],
  );
  assert.equal(new Set(eesChecks.map(({ name }) => name)).size, eesChecks.length);
});

test('a finding says the file, the line and the column', () => {
  const [finding] = found(new InventedPair().set('data', { time_period: '202325' }, 3));
  assert.deepEqual(finding?.where, { file: 'data', line: 4, column: 'time_period' });
});

test('a council of another country’s list, or without its own codes, is not known', () => {
  const findings = screenEesPair(new InventedPair().texts());
  assert.deepEqual(
    findings.map(({ check }) => check),
    ['la_combinations'],
  );
});

test('empty files, and files of one line, are told what they lack and nothing further', () => {
  const empty = { dataName: 'a.csv', dataText: '', metaName: 'a.meta.csv', metaText: '' };
  const checks = new Set(screenEesPair(empty).map(({ check }) => check));
  assert.ok(checks.has('data_mandatory_cols') && checks.has('meta_mandatory_cols'));
  const headers = new InventedPair();
  headers.data.splice(1);
  assert.deepEqual(new Set(found(headers).map(({ check }) => check)), new Set(['filter_level']));
});
