import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asDeserved, sayRange } from './say-range.ts';

test('B15 a benefit is read as a range, to no more figures than its own width deserves', () => {
  assert.equal(sayRange({ low: 123_456, high: 409_871 }), 'between £120,000 and £410,000');
  assert.equal(sayRange({ low: 0, high: 12 }), 'between £0 and £12');
  assert.equal(sayRange({ low: -31_200, high: 88_000 }), 'anything from a loss of £40,000 to £90,000');
  assert.equal(sayRange({ low: -900, high: -100 }), 'a loss of between £100 and £900');
});

test('B15 rounding never makes a range narrower, and never by more than a tenth at either end', () => {
  const pounds = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
  fc.assert(
    fc.property(pounds, pounds, (a, b) => {
      fc.pre(a !== b);
      const given = { low: Math.min(a, b), high: Math.max(a, b) };
      const shown = asDeserved(given);
      const width = given.high - given.low;
      assert.ok(shown.low <= given.low && shown.high >= given.high);
      assert.ok(given.low - shown.low <= Math.max(1, width / 10));
      assert.ok(shown.high - given.high <= Math.max(1, width / 10));
    }),
  );
});
