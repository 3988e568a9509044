import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedFor, rowsIn, sayGroup } from './asked-for.ts';
import { rowOf } from './row.ts';
import type { Scorecard } from './scorecard.ts';
import { brackenshire, england, figure, figuresOf, neighboursOf2025, withInterval } from './testing.ts';

const row = (...own: Parameters<typeof figuresOf>[0]['own']) =>
  rowOf(brackenshire, neighboursOf2025, figuresOf({ own, england: [england(2025, 24)] }));
const worse = row(withInterval(2025, 31, 2));
const hidden = row(figure(2025, 'suppressed'));
const nothing = row();

const scorecard: Scorecard = {
  place: brackenshire,
  neighbourSet: neighboursOf2025,
  groups: [
    { key: 'start', title: 'A good start', rows: [worse, hidden, nothing] },
    { key: 'safe', title: 'Safe', rows: [nothing, nothing] },
  ],
};

test('B02 without asking, measures with a figure are shown, and those left out are counted', () => {
  const { shown, leftOut } = askedFor(scorecard, { group: undefined, showing: 'with-figure' });
  assert.deepEqual(
    shown.groups.map(({ key, rows }) => [key, rows.length]),
    [['start', 2]],
    'what its publisher hides is a figure; a topic without any is left out',
  );
  assert.equal(leftOut, 3);
  const one = askedFor(scorecard, { group: 'safe', showing: 'with-figure' });
  assert.deepEqual([rowsIn(one.shown), one.leftOut], [0, 2]);
});

test('B02 whoever asks for all of it, or for some of it, gets that, and nothing is left out in silence', () => {
  const all = askedFor(scorecard, { group: undefined, showing: 'all' });
  assert.deepEqual([rowsIn(all.shown), all.leftOut], [5, 0]);
  const none = askedFor(scorecard, { group: undefined, showing: 'no-figure' });
  assert.deepEqual([rowsIn(none.shown), none.leftOut], [4, 0]);
});

test('B02 a topic says how many measures it holds, and how many came out worse or better', () => {
  const [start, safe] = scorecard.groups;
  assert.ok(start && safe);
  assert.equal(sayGroup(scorecard, start), '3 measures, 1 worse');
  assert.equal(sayGroup(scorecard, { ...safe, rows: [nothing] }), '1 measure');
});
