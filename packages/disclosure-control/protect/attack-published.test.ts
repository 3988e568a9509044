import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dfeChildrenInNeed } from '../rules/source-rules.ts';
import { totalled } from '../table/dimension.ts';
import { elsewhere } from '../test/reference/elsewhere.ts';
import { attackPublished } from './attack-published.ts';
import type { PublishedTable } from './attack-published.ts';

const bands = ['under 3 months', '3 to 6 months', '6 to 12 months', '1 to 2 years', '2 years or more'];

function row(total: number | undefined, numbers: readonly (number | undefined)[]): PublishedTable {
  return {
    id: 'row',
    quantity: 'plans',
    level: 'local',
    dimensions: [totalled('length', { whole: 'all', parts: bands })],
    cells: [
      { at: ['all'], number: total },
      ...bands.map((band, index) => ({ at: [band], number: numbers[index] })),
    ],
  };
}

test('two bands held back whose sum is 3 are each 1 or 2; a sum of 6 leaves everything open', async () => {
  const open = await attackPublished(row(20, [11, 6, undefined, undefined, 0]), dfeChildrenInNeed);
  assert.ok(open.done);
  assert.deepEqual(
    open.value.map(({ verdict, lower, upper }) => [verdict, lower, upper]),
    [
      ['narrowed', 1, 2],
      ['narrowed', 1, 2],
    ],
  );
  const closed = await attackPublished(row(23, [11, 6, undefined, undefined, 0]), dfeChildrenInNeed);
  assert.deepEqual(closed.done && closed.value.map(({ verdict }) => verdict), ['closed', 'closed']);
});

test('one band alone is recovered, and numbers that cannot all be true are refused', async () => {
  const open = await attackPublished(row(20, [11, 6, undefined, 0, 0]), dfeChildrenInNeed);
  assert.deepEqual(open.done && open.value.map(({ verdict, lower, upper }) => [verdict, lower, upper]), [
    ['recovered', 3, 3],
  ]);
  const wrong = await attackPublished(row(10, [11, 6, undefined, 0, 0]), dfeChildrenInNeed);
  assert.deepEqual(wrong, { done: false, refusal: { reason: 'contradicted' } });
});

test('plans by duration, 2013 to 2025: the rows whose bands can be narrowed are found, and only they', async (t) => {
  const file = elsewhere('published/dfe-ees/d5_cpps_at31march_by_duration_2013_to_2025.csv');
  if ('absent' in file) return t.skip(file.absent);
  const columns = [
    '3_months_or_less',
    'more_than_3_months_6_months',
    'more_than_6_months_less_than_1_year',
    '1_year_less_than_2_years',
    '2_years_or_more',
  ];
  const number = (text: string | undefined) => (/^\d+$/.test(text ?? '') ? Number(text) : undefined);
  const found: { upper: number; name: string }[] = [];
  let attacked = 0;
  for (const line of file.rows) {
    const numbers = columns.map((column) => number(line[column]));
    const total = number(line['CPP_At31']);
    if (line['geographic_level'] !== 'Local authority' || total === undefined) continue;
    if (numbers.filter((one) => one === undefined).length < 2) continue;
    attacked += 1;
    const readings = await attackPublished(row(total, numbers), dfeChildrenInNeed);
    assert.ok(readings.done);
    const upper = Math.max(
      ...readings.value.map(({ verdict, upper = 0 }) => (verdict === 'closed' ? 0 : upper)),
    );
    if (upper > 0) found.push({ upper, name: `${line['time_period']} ${line['la_name']}` });
  }
  assert.equal(attacked, 719);
  const inPairs = (upper: number) =>
    found
      .filter((one) => one.upper === upper)
      .map(({ name }) => name)
      .toSorted();
  // a sum of 3: each is 1 or 2; sums of 4 and 5 leave three and four values of the five that the rule promises
  assert.deepEqual(inPairs(2), [
    '2013 Milton Keynes',
    '2014 Darlington',
    '2015 Milton Keynes',
    '2017 Rutland',
  ]);
  assert.deepEqual([inPairs(3).length, inPairs(4).length, found.length], [7, 3, 14]);
});
