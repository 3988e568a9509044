import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scorecard } from '../scorecard/scorecard.ts';
import { rowOf } from '../scorecard/row.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  withInterval,
} from '../scorecard/testing.ts';
import { scorecardAloud } from './scorecard-aloud.ts';

const row = (code: string, own: Parameters<typeof figuresOf>[0]['own']) =>
  rowOf(
    brackenshire,
    undefined,
    figuresOf({ definition: inventedMeasure({ code }), own, england: [england(2025, 24.5)] }),
  );

const scorecard: Scorecard = {
  place: brackenshire,
  neighbourSet: undefined,
  groups: [
    {
      key: 'a',
      title: 'Safe',
      rows: [row('Worse', [withInterval(2025, 31, 2)]), row('Like', [withInterval(2025, 25, 2)])],
    },
    { key: 'b', title: 'Well', rows: [row('Alone', [figure(2025, 31)]), row('None', [])] },
  ],
};

test('B02 a scorecard read aloud begins with how many came out how, in words', () => {
  const { opening } = scorecardAloud(scorecard, { only: 'standing-out' });
  assert.equal(
    opening.join(' '),
    'This county is invented, and so is every figure. Of two measures that can be held against England, Brackenshire is ' +
      'better in none and worse in one. In one it is like England, as far as anybody can tell. One more cannot be held ' +
      'against England in a way that allows for chance. One more has no number.',
  );
});

test('B02 only what stands out is read unless all is asked for, and what is left out is counted', () => {
  const few = scorecardAloud(scorecard, { only: 'standing-out' });
  assert.deepEqual(
    few.groups.map(({ title, measures }) => [title, measures.length]),
    [['Safe', 1]],
  );
  assert.equal(few.leftOut, 2);
  const all = scorecardAloud(scorecard, { only: 'all' });
  assert.equal(all.groups.flatMap(({ measures }) => measures).length, 3);
  assert.equal(all.leftOut, 0);
  assert.ok(all.minutes >= few.minutes && few.minutes >= 1);
});
