import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Dictionary } from '../../records/dictionary.ts';
import { jaroWinklerSimilarity } from '../../similarity/jaro-winkler.ts';
import { letterSigns } from '../../similarity/letter-signs.ts';
import { jaroWinklerCeiling } from './jaro-winkler-ceiling.ts';
import { roomForPairs } from './value-pairs.ts';

test('the ceiling of Jaro-Winkler is never below it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀', '李'), maxLength: 80 });
  const pair = roomForPairs(1);
  pair.count = 1;
  const close = new Float64Array(1);
  fc.assert(
    fc.property(text, text, (l, r) => {
      const [left, right] = [Dictionary.of([l]), Dictionary.of([r])];
      jaroWinklerCeiling(letterSigns(left), letterSigns(right))(pair, close);
      const [most = NaN] = close;
      assert.ok(most >= jaroWinklerSimilarity(left, right)(0, 0));
    }),
    { numRuns: 1000 },
  );
});
