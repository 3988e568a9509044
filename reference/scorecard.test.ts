import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownMeasures } from './measures.ts';
import { readScorecard, standardScorecard } from './scorecard.ts';

test('the standard scorecard has sixty measures, each under its own topic', () => {
  const groups = standardScorecard();
  assert.equal(groups.flatMap((group) => group.measures).length, 60);
  for (const group of groups) {
    for (const measure of group.measures) assert.equal(measure.topic, group.topic, measure.code);
  }
});

test('both sides of a gap stand on the scorecard, since a gap also closes when the better-off fall', () => {
  const codes = new Set(
    standardScorecard().flatMap((group) => group.measures.map((measure) => measure.code)),
  );
  const inFairness = standardScorecard().find((group) => group.topic === 'fairness')?.measures ?? [];
  const gaps = inFairness.filter((measure) => measure.gap);
  assert.equal(gaps.length, 8);
  for (const side of gaps) assert.ok(side.gap && codes.has(side.gap.other.code), side.code);
});

test('a measure that is not written down or named twice, or an unknown topic, is refused', () => {
  const read = (text: string) => readScorecard(text, knownMeasures());
  assert.throws(() => read('[{ topic: safe, title: S, measures: [NoSuch] }]'), /NoSuch is not written down/);
  assert.throws(() => read('[{ topic: safe, title: S, measures: [CIN, CIN] }]'), /CIN is named twice/);
  assert.throws(() => read('[{ topic: money, title: S, measures: [CIN] }]'), /money is not a topic/);
});
