import assert from 'node:assert/strict';
import { test } from 'node:test';
import { againstTargets } from './targets.ts';

test('what was measured stands beside what was set out, and what was not measured stays out', () => {
  const rows = againstTargets({
    '1,000,000: whole job, s, Splink / ours': 12,
    '1,000,000: scoring, s, Splink / ours': 8,
    'families: siblings joined without a person, ours': 3,
  });
  assert.deepEqual(Object.values(rows), [
    '12 (must be at least 4, hoped for at least 10): as hoped',
    '8 (must be at least 7, hoped for at least 14): reached',
    '3 (must be at most 0, hoped for at most 0): NOT REACHED',
  ]);
});
