import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinAcross, samePlace, succession } from './area-succession.ts';
import { englishAreas } from './areas.ts';

const areas = englishAreas();

test('R72: the county of Dorset was divided in 2019, and neither part continues its series', () => {
  const history = succession(areas, 'E10000009');
  assert.deepEqual(
    history?.becomes.map((step) => [step.area.code, step.on, step.kind]),
    [
      ['E06000059', '2019-04-01', 'split'],
      ['E06000058', '2019-04-01', 'split'],
    ],
  );
  const join = joinAcross(areas, 'E10000009', 'E06000059');
  assert.equal(join.kind, 'changed');
  assert.match(join.kind === 'changed' ? join.words : '', /divided on 1 April 2019.*Christchurch/);
});

test('R72: Bournemouth, Poole and a part of Dorset became one council', () => {
  const before = succession(areas, 'E06000058')?.comesFrom.map((step) => step.area.code);
  assert.deepEqual(new Set(before), new Set(['E06000028', 'E06000029', 'E10000009']));
  assert.equal(joinAcross(areas, 'E06000029', 'E06000058').kind, 'changed');
});

test('R72: a recoded place continues, and the reader is told', () => {
  const join = joinAcross(areas, 'E10000022', 'E06000057');
  assert.equal(join.kind, 'recoded');
  assert.match(
    join.kind === 'recoded' ? join.words : '',
    /E06000048 since 1 April 2009.*E06000057 since 1 April 2013/,
  );
  assert.deepEqual(
    samePlace(areas, 'E06000048').map((area) => area.code),
    ['E10000022', 'E06000048', 'E06000057'],
  );
  assert.deepEqual(
    samePlace(areas, 'E06000059').map((area) => area.code),
    ['E06000059'],
  );
});

test('areas with no history between them are unrelated, in either order of time', () => {
  assert.equal(joinAcross(areas, 'E10000013', 'E10000020').kind, 'unrelated');
  assert.equal(joinAcross(areas, 'E06000060', 'E10000002').kind, 'unrelated');
  assert.equal(joinAcross(areas, 'E10000013', 'E10000013').kind, 'same');
  assert.equal(joinAcross(areas, 'nowhere', 'nowhere').kind, 'unrelated');
  assert.equal(succession(areas, 'nowhere'), undefined);
});
