import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quartileBand, quartileBounds } from './quartile-band.ts';
import type { QuartileBand } from './quartile-band.ts';

const bounds = { lowest: 0, first: 25, middle: 50, third: 75, highest: 100 };

test('a value on a bound belongs to the quarter below it, and polarity says which quarter is A', () => {
  const bandOf = (value: number, polarity: 'low-is-good' | 'high-is-good') => {
    const made = quartileBand({ value, bounds, polarity });
    return made.done ? made.value : made.refusal.reason;
  };
  assert.deepEqual(
    [0, 25, 26, 75, 100].map((value) => bandOf(value, 'low-is-good')),
    ['A', 'A', 'B', 'C', 'D'],
  );
  assert.deepEqual(
    [0, 25, 26, 75, 100].map((value) => bandOf(value, 'high-is-good')),
    ['D', 'D', 'C', 'B', 'A'],
  );
});

test('every area has a band within the bounds that all areas make, and a better value never a worse band', () => {
  const values = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 4, maxLength: 160 });
  fc.assert(
    fc.property(values, (all) => {
      const made = quartileBounds(all);
      assert.ok(made.done);
      const bands = all
        .toSorted((left, right) => left - right)
        .map((value): QuartileBand => {
          const band = quartileBand({ value, bounds: made.value, polarity: 'low-is-good' });
          assert.ok(band.done, `${value}`);
          return band.value;
        });
      assert.deepEqual(bands, bands.toSorted());
    }),
  );
});

test('three areas have no quarters; areas without a value are not among them', () => {
  assert.deepEqual(quartileBounds([1, 2, 3, undefined]), {
    done: false,
    refusal: { reason: 'too-few-areas', areas: 3 },
  });
  assert.equal(quartileBounds([1, 2, 3, undefined, 4]).done, true);
});

test('no value, no judgement, and a value outside the bounds are refused', () => {
  const reason = (value: number | undefined, polarity: 'low-is-good' | 'no-judgement') => {
    const refused = quartileBand({ value, bounds, polarity });
    return refused.done ? 'done' : refused.refusal.reason;
  };
  assert.equal(reason(undefined, 'low-is-good'), 'no-value');
  assert.equal(reason(-10, 'low-is-good'), 'outside-the-bounds');
  assert.equal(reason(110, 'low-is-good'), 'outside-the-bounds');
  assert.equal(reason(10, 'no-judgement'), 'no-judgement');
});
