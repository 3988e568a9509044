import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chiSquareQuantile } from '../distribution/chi-square-quantile.ts';
import { adjustedFunnel } from './adjusted-funnel.ts';
import { dispersion } from './dispersion.ts';
import type { ToDisperse } from './dispersion.ts';
import { funnel } from './funnel.ts';
import type { ToFunnel } from './funnel.ts';
import { funnelLimits, funnelLimitsOfEvents } from './funnel-limits.ts';
import { funnelWords, notPlacedWords } from './words.ts';

const shares = { statistic: 'proportion', multiplier: 100 } as const;
const reasonOf = (made: { done: true } | { done: false; refusal: { reason: string } }) =>
  made.done ? 'done' : made.refusal.reason;

test('the baseline is of all counts over all bases, and a ratio’s is 1', () => {
  const points = [
    { count: 10, base: 100 },
    { count: 900, base: 1000 },
  ];
  const share = funnel({ ...shares, points });
  assert.ok(share.done && Math.abs(share.value.baseline - 9100 / 110) < 1e-12);
  const ratio = funnel({ statistic: 'ratio', multiplier: 100, points });
  assert.ok(ratio.done && ratio.value.baseline === 100);
});

test('a point that cannot be placed says why, and the others stand', () => {
  const reasons = (given: ToFunnel) => {
    const made = funnel(given);
    assert.ok(made.done);
    return made.value.points.map((point) => (point.verdict === 'not-placed' ? point.reason : 'placed'));
  };
  const points = [
    { count: 5, base: 10 },
    { count: undefined, base: 10 },
    { count: 5 },
    { count: 5, base: 0 },
    { count: -1, base: 10 },
    { count: 11, base: 10 },
    { count: Number.NaN, base: 10 },
  ];
  const seven = [
    'placed',
    'no-count',
    'no-base',
    'no-base',
    'count-out-of-range',
    'count-out-of-range',
    'no-count',
  ];
  assert.deepEqual(reasons({ ...shares, points }), seven);
  const rates = [
    { count: 9, rate: 3 },
    { count: 10, rate: 3 },
    { count: 0, rate: 0 },
    { count: 10, rate: 0 },
    { count: 10, base: 50 },
  ];
  assert.deepEqual(reasons({ statistic: 'standardised-rate', multiplier: 100, points: rates }), [
    'fewer-than-ten',
    'placed',
    'fewer-than-ten',
    'no-base',
    'no-base',
  ]);
});

test('nothing to place and no multiplier are refused; none and all at the baseline are not', () => {
  assert.equal(reasonOf(funnel({ ...shares, points: [] })), 'no-points');
  assert.equal(reasonOf(funnel({ ...shares, points: [{ count: undefined }] })), 'no-points');
  assert.equal(
    reasonOf(funnel({ ...shares, multiplier: 0, points: [{ count: 1, base: 2 }] })),
    'multiplier-not-positive',
  );
  for (const count of [0, 50]) {
    const made = funnel({
      ...shares,
      points: [
        { count, base: 50 },
        { count, base: 50 },
      ],
    });
    assert.ok(made.done && made.value.points.every((point) => point.verdict === 'not-significant'));
  }
  const rare = funnel({ statistic: 'rate', multiplier: 1, points: [{ count: 0, base: 50 }] });
  assert.ok(rare.done && rare.value.points[0]?.verdict === 'not-significant');
});

test('a proportion’s lines end at its multiplier, whatever that is', () => {
  for (const multiplier of [1, 100, 1000]) {
    const made = funnelLimits({ ...shares, baseline: 0.9 * multiplier, bases: [2], multiplier });
    assert.ok(made.done);
    assert.equal(made.value[0]?.limits998.upper, multiplier);
    assert.ok((made.value[0]?.limits95.lower ?? 0) > 0.4 * multiplier);
  }
});

test('lines at a base and lines of events are the same lines', () => {
  for (const events of [1, 4, 10, 250, 90_000]) {
    const made = funnelLimitsOfEvents({ baseline: 30, events: [events], multiplier: 1000 });
    assert.ok(made.done);
    const [edges] = made.value;
    assert.ok(edges);
    const at = (base: number) => {
      const found = funnelLimits({ statistic: 'rate', baseline: 30, bases: [base], multiplier: 1000 });
      assert.ok(found.done && found.value[0]);
      return found.value[0];
    };
    const close = (left: number, right: number) =>
      assert.ok(Math.abs(left / right - 1) < 1e-8, `${left} ${right}`);
    close(at(edges.lower95.base).limits95.lower, edges.lower95.limit);
    close(at(edges.upper95.base).limits95.upper, edges.upper95.limit);
    close(at(edges.lower998.base).limits998.lower, edges.lower998.limit);
    close(at(edges.upper998.base).limits998.upper, edges.upper998.limit);
  }
});

test('lines that cannot be drawn are refused', () => {
  const given = { ...shares, baseline: 50, bases: [10] };
  assert.equal(reasonOf(funnelLimits({ ...given, baseline: 101 })), 'baseline-out-of-range');
  assert.equal(reasonOf(funnelLimits({ ...given, baseline: Number.NaN })), 'baseline-out-of-range');
  assert.equal(reasonOf(funnelLimits({ ...given, bases: [0] })), 'base-not-positive');
  assert.equal(reasonOf(funnelLimits({ ...given, multiplier: -1 })), 'multiplier-not-positive');
  assert.equal(reasonOf(funnelLimits({ ...given, statistic: 'rate', bases: [1e12] })), 'too-many-expected');
  assert.equal(reasonOf(funnelLimits({ ...given, statistic: 'rate', baseline: 0 })), 'baseline-out-of-range');
  assert.equal(
    reasonOf(funnelLimitsOfEvents({ baseline: 1, events: [0], multiplier: 1 })),
    'events-out-of-range',
  );
  assert.equal(
    reasonOf(funnelLimitsOfEvents({ baseline: 0, events: [1], multiplier: 1 })),
    'baseline-out-of-range',
  );
});

test('lines hold the baseline, narrow as the base grows, and are wider at the stricter level', () => {
  const bases = fc.integer({ min: 1, max: 1_000_000 });
  const kinds = fc.constantFrom('proportion' as const, 'rate' as const, 'ratio' as const);
  fc.assert(
    fc.property(
      bases,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      kinds,
      (base, baseline, statistic) => {
        const made = funnelLimits({ statistic, baseline, bases: [base, base * 2], multiplier: 1 });
        assert.ok(made.done);
        const [small, large] = made.value;
        assert.ok(small && large);
        for (const { limits95, limits998 } of made.value) {
          assert.ok(limits998.lower <= limits95.lower && limits95.lower <= baseline);
          assert.ok(baseline <= limits95.upper && limits95.upper <= limits998.upper);
        }
        assert.ok(
          large.limits95.upper <= small.limits95.upper && large.limits95.lower >= small.limits95.lower,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('quantiles of chi-squared do not jump where one formula takes over from another', () => {
  for (const p of [0.001, 0.025, 0.5, 0.975, 0.999]) {
    const [before, at, after] = [999, 1000, 1001].map((degrees) => chiSquareQuantile(p, degrees));
    assert.ok(before !== undefined && at !== undefined && after !== undefined);
    assert.ok(Math.abs(after - 2 * at + before) < 1e-4, `${p}: ${before} ${at} ${after}`);
  }
  // SciPy 1.17.1, chi2.ppf
  assert.ok(Math.abs(chiSquareQuantile(0.975, 2402) / 2539.731125602482 - 1) < 1e-12);
});

const alike = (share: number, of = 30): ToDisperse['points'] =>
  Array.from({ length: of }, (_, at) => ({
    count: Math.round((400 + 20 * at) * share),
    base: 400 + 20 * at,
  }));

test('areas that are alike are as drawn; two sorts of areas are not', () => {
  const same = dispersion({ ...shares, points: alike(0.5) });
  assert.ok(same.done && same.value.advice === 'as-drawn' && same.value.tauSquared === 0);
  const apart = dispersion({ ...shares, points: [...alike(0.2), ...alike(0.8)] });
  assert.ok(apart.done && apart.value.advice === 'not-suitable' && apart.value.probability === 1e-12);
  const adjusted = adjustedFunnel({
    ...shares,
    points: [...alike(0.2), ...alike(0.8)],
    adjustment: 'additive',
    bases: [500],
  });
  assert.equal(reasonOf(adjusted), 'not-suitable');
});

test('limits are widened by the square root of phi, or by the variance between areas', () => {
  const given = { ...shares, points: [...alike(0.45), ...alike(0.55)], bases: [100, 100_000] };
  const found = dispersion(given);
  assert.ok(found.done && found.value.advice === 'adjust');
  const { phi, tauSquared } = found.value;
  const plain = funnelLimits({ ...given, baseline: found.value.baseline });
  const wide = adjustedFunnel({ ...given, adjustment: 'multiplicative' });
  const random = adjustedFunnel({ ...given, adjustment: 'additive' });
  assert.ok(plain.done && wide.done && random.done);
  const half = (edges: readonly { limits95: { lower: number; upper: number } }[], at: number) => {
    const limits = edges[at]?.limits95;
    assert.ok(limits);
    return (limits.upper - limits.lower) / 2;
  };
  for (const at of [0, 1]) {
    const chance = half(plain.value, at);
    assert.ok(Math.abs(half(wide.value.edges, at) / (chance * Math.sqrt(phi)) - 1) < 1e-9);
    const both = Math.hypot(chance, 1.959963984540054 * Math.sqrt(tauSquared));
    assert.ok(Math.abs(half(random.value.edges, at) / both - 1) < 1e-9);
  }
  const outside = (made: typeof wide) =>
    made.done ? made.value.points.filter((point) => point.verdict !== 'not-significant').length : -1;
  const before = funnel(given);
  assert.ok(before.done);
  const drawn = before.value.points.filter((point) => point.verdict !== 'not-significant').length;
  assert.ok(outside(wide) < drawn && outside(random) < drawn);
});

test('dispersion needs five areas and something that varies', () => {
  const few = [1, 2, 3, 4].map((count) => ({ count, base: 10 }));
  assert.equal(reasonOf(dispersion({ ...shares, points: few })), 'too-few-points');
  assert.equal(reasonOf(dispersion({ ...shares, points: alike(0) })), 'baseline-out-of-range');
  assert.equal(reasonOf(dispersion({ ...shares, points: alike(1) })), 'baseline-out-of-range');
  assert.equal(
    reasonOf(dispersion({ ...shares, points: alike(0.5), multiplier: 0 })),
    'multiplier-not-positive',
  );
  const adjusted = { ...shares, points: alike(0.5), adjustment: 'additive', bases: [0] } as const;
  assert.equal(reasonOf(adjustedFunnel(adjusted)), 'base-not-positive');
});

const wild = fc.oneof(
  fc.constantFrom(undefined, 0, 1, 10, 1e300, 1e-300, Number.MAX_VALUE, Number.NaN, Infinity, -1),
  fc.integer({ min: 0, max: 100 }),
);

function numbersIn(found: unknown): number[] {
  if (typeof found === 'number') return [found];
  return typeof found === 'object' && found !== null ? Object.values(found).flatMap(numbersIn) : [];
}

test('no numbers make a funnel throw, and none that it gives is not one', () => {
  const points = fc.array(fc.record({ count: wild, base: wild, rate: wild }), { maxLength: 8 });
  const kinds = fc.constantFrom(
    'proportion' as const,
    'rate' as const,
    'standardised-rate' as const,
    'ratio' as const,
  );
  fc.assert(
    fc.property(points, kinds, fc.constantFrom(1, 100, 1e300), (drawn, statistic, multiplier) => {
      const given = { statistic, points: drawn, multiplier };
      const asked = { ...given, adjustment: 'additive', bases: [1, 5000] } as const;
      for (const made of [funnel(given), dispersion(given), adjustedFunnel(asked)]) {
        if (made.done) assert.ok(numbersIn(made.value).every(Number.isFinite), JSON.stringify(made));
      }
    }),
    { numRuns: 500 },
  );
});

test('every place and every reason has words of its own', () => {
  assert.equal(new Set(Object.values(funnelWords)).size, 6);
  assert.equal(new Set(Object.values(notPlacedWords)).size, 4);
});
