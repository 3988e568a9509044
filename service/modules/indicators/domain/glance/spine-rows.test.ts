import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowOf } from '../scorecard/row.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  withInterval,
} from '../scorecard/testing.ts';
import { glancesOf } from './spine-rows.ts';

const peers = () => [10, 20, 30, 40, 50];
const row = (code: string, given: Partial<Parameters<typeof figuresOf>[0]>) =>
  rowOf(
    brackenshire,
    undefined,
    figuresOf({
      definition: inventedMeasure({ code, id: `lait:${code}` }),
      own: [withInterval(2025, 22, 2)],
      england: [england(2025, 30)],
      peers,
      ...given,
    }),
  );

test('B02 a topic at a glance: the area among all areas, with England and a verdict where there is one', () => {
  const [glance] = glancesOf([{ key: 'safe', title: 'Safe', rows: [row('Low', {})] }]);
  const [drawn] = glance?.rows ?? [];
  assert.deepEqual(
    [
      drawn?.own,
      drawn?.benchmark,
      drawn?.comparison,
      drawn?.lower,
      drawn?.spread?.minimum,
      drawn?.spread?.maximum,
    ],
    [{ kind: 'number', number: 22 }, { kind: 'number', number: 30 }, 'better', 20, 10, 50],
  );
  assert.equal(glance?.finding, 'On the better side of the middle area');
});

test('B02 what has no number, or too few areas to stand among, is not drawn; a topic with nothing to draw is left out', () => {
  const rows = [
    row('Hidden', { own: [figure(2025, 'suppressed')] }),
    row('Few', { peers: () => [10, 20, 30] }),
  ];
  assert.deepEqual(glancesOf([{ key: 'safe', title: 'Safe', rows }]), []);
});

test('B02 the sentence counts places by the way that is better, and says so where no way is', () => {
  const high = inventedMeasure({ code: 'High', polarity: 'high-is-good' });
  const none = inventedMeasure({ code: 'None', polarity: 'no-judgement' });
  const said = (rows: ReturnType<typeof row>[]) => glancesOf([{ key: 'a', title: 'A', rows }])[0]?.finding;
  assert.equal(
    said([row('Low', {}), row('High', { definition: high })]),
    'On the better side of the middle area in 1 of 2',
  );
  assert.equal(
    said([row('None', { definition: none })]),
    'Where we stand among all areas; in none of these is one way better',
  );
  const middle = row('Middle', { own: [withInterval(2025, 30, 2)] });
  assert.equal(said([middle]), 'Not on the better side of the middle area');
});
