import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { doubleMetaphone } from './double-metaphone.ts';
import { nicknames } from '../nicknames.ts';

void test('Double Metaphone gives the codes of an independent implementation', () => {
  const file = new URL('../../test/fixtures/phonetics/double-metaphone.csv', import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  assert.ok(rows.length > 180);
  for (const row of rows) {
    const [name = '', codes] = row.split(',');
    assert.equal(doubleMetaphone(name), codes, name);
  }
});

void test('where that implementation leaves the published rules, Double Metaphone keeps to them', () => {
  const cases = {
    Hugh: 'H',
    Hughes: 'HS',
    Jose: 'HS',
    Dumb: 'TM',
    Thumb: '0M TM',
    Rogier: 'RJ RJR',
    Loch: 'LK',
  };
  for (const [name, codes] of Object.entries(cases)) assert.equal(doubleMetaphone(name), codes, name);
});

void test('Double Metaphone of what has no sound is nothing', () => {
  for (const text of ['', '李', '123', 'Baby Girl', 'H'])
    assert.equal(doubleMetaphone(text), undefined, text);
});

const root = fileURLToPath(new URL('../../../..', import.meta.url));

void test('our nicknames cover a quarter of the pairs of NHS England’s table, which has many old ones', (t) => {
  const folder = process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data');
  const file = join(folder, 'linkage/nhse/names.csv');
  if (!existsSync(file)) return t.skip(`the reference file is not here: ${file}`);
  const pairs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', ...others] = line.split(',').filter((each) => each.trim() !== '');
      return others.filter((other) => other !== name).map((other) => [name, other] as const);
    });
  const known = pairs.filter(([name, other]) => nicknames(name, other)).length;
  t.diagnostic(`${known} of ${pairs.length} pairs`);
  assert.ok(known / pairs.length > 0.25);
});
