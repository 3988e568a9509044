import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../formats/recognise.ts';
import { paired, publishedName } from './pairing.ts';

function file(name: string, format: Format | undefined) {
  return { name, format };
}

test('a table goes with its meta file, the bulk file with the dictionary, and lists go first', () => {
  const pairs = paired([
    file('bds_long.csv', 'lait-csv'),
    file('plans_2013_to_2025.csv', 'ees-data'),
    file('other.csv', 'ees-data'),
    file('plans_2013_to_2025.meta.csv', 'ees-meta'),
    file('lait_data_dictionary.csv', 'lait-dictionary'),
    file('alone.meta.csv', 'ees-meta'),
    file('what.csv', undefined),
    file('map.csv', 'code-map'),
  ]);
  assert.deepEqual(
    pairs.map(({ file: { name }, meta, dictionary }) => [name, meta?.name, dictionary?.name]),
    [
      ['map.csv', undefined, undefined],
      ['lait_data_dictionary.csv', undefined, undefined],
      ['bds_long.csv', undefined, 'lait_data_dictionary.csv'],
      ['plans_2013_to_2025.csv', 'plans_2013_to_2025.meta.csv', undefined],
      ['other.csv', undefined, undefined],
      ['what.csv', undefined, undefined],
      ['alone.meta.csv', undefined, undefined],
    ],
  );
});

test('a second download and an invented file have the name that the publisher gave', () => {
  assert.equal(publishedName('d3_plans (1).csv'), 'd3_plans.csv');
  assert.equal(publishedName('d3_plans (12).meta.csv'), 'd3_plans.meta.csv');
  assert.equal(publishedName('C:\\Downloads\\invented-bds_long.csv'), 'bds_long.csv');
  assert.equal(publishedName('la_(england)_2024.csv'), 'la_(england)_2024.csv');
});
