import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike } from './alike.ts';
import { costOfOne } from './service-quality.ts';

test('B21 the cost of one outcome has a range from the count, and no top where the count may be nothing', () => {
  const found = costOfOne(65_000, 65);
  // Byar's limits of a count of 65: 50.163 and 82.849
  assert.ok(found?.high);
  assert.deepEqual([found.value, Math.round(found.low), Math.round(found.high)], [1000, 785, 1296]);
  const none = costOfOne(1000, 0);
  assert.equal(none, undefined);
  const one = costOfOne(1000, 1);
  // exact limits of a count of 1: 0.0253 and 5.5716
  assert.ok(one?.high);
  assert.deepEqual([Math.round(one.low), Math.round(one.high / 100)], [179, 395]);
});

test('B21 like services of several partners stand side by side, and unlike ones do not', () => {
  const found = alike([
    { what: 'Families’ own help line', partner: 'Lantern' },
    { what: 'Help line for families', partner: 'Health board' },
    { what: 'Help line for families', partner: 'Health board' },
    { what: 'Health visitors', partner: 'Council' },
    { what: 'Help line for families', partner: 'Lantern' },
    { what: 'Support service', partner: 'Police' },
  ]);
  assert.deepEqual(
    found.map(({ services }) => services.map(({ partner }) => partner)),
    [['Lantern', 'Health board']],
  );
  assert.deepEqual(alike([]), []);
});
