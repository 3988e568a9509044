import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import type { CountedAnswers } from '../model/answers.ts';
import { chanceOf } from './chance.ts';
import { learnByEm } from './em.ts';
import type { Parameters, Probabilities } from './parameters.ts';
import { learnFromSeveralStarts } from './starts.ts';

const shares = z.array(z.array(z.number()));
const fixture = z.object({
  rows: z.array(z.array(z.number())),
  start: z.object({ lambda: z.number(), m: shares, u: shares }),
  end: z.object({ lambda: z.number(), m: shares }),
  rounds: z.number(),
});

const truth: Parameters = {
  lambda: 0.2,
  m: [
    [0.8, 0.12, 0.08],
    [0.9, 0.07, 0.03],
    [0.95, 0.05],
    [0.7, 0.2, 0.1],
  ],
  u: [
    [0.01, 0.04, 0.95],
    [0.002, 0.01, 0.988],
    [0.5, 0.5],
    [0.05, 0.15, 0.8],
  ],
};

test('known m and lambda are found again within sampling error, from several starts alike', () => {
  const pairs = 60_000;
  const counted = simulated(truth, { pairs, missing: 0.1, seed: 11 });
  const start = { lambda: 0.01, u: truth.u, m: truth.m.map(even) };
  const { best, agree, ends } = learnFromSeveralStarts({ counted, start });
  assert.ok(agree && ends.length === 4);
  assert.ok(best.converged);
  for (const [place, levels] of truth.m.entries())
    for (const [level, m] of levels.entries()) {
      const error = Math.sqrt(((m ?? 0) * (1 - (m ?? 0))) / (pairs * truth.lambda * 0.9));
      // classes overlap a little, so that the error is somewhat above that of labelled pairs
      assert.ok(
        Math.abs((best.m[place]?.[level] ?? 0) - (m ?? 0)) < 5 * error,
        `m ${place} ${level}: ${best.m[place]?.[level]} of ${m}`,
      );
    }
  assert.ok(Math.abs(best.lambda - 0.2) < 0.01);
});

test('on the same counted answers, rounds end where those of Splink end', () => {
  const read = JSON.parse(
    readFileSync(new URL('../test/fixtures/em-by-splink.json', import.meta.url), 'utf8'),
  );
  const { rows, start, end, rounds } = fixture.parse(read);
  const counted = countedOf(
    rows.map((row) => ({ answers: row.slice(0, -1), count: row.at(-1) ?? 0 })),
    start.m.length,
  );
  const learnt = learnByEm({ counted, start, convergence: 1e-4, mostRounds: 25 });
  assert.equal(learnt.rounds, rounds);
  assert.ok(Math.abs(learnt.lambda - end.lambda) < 1e-9);
  for (const [place, levels] of end.m.entries())
    for (const [level, m] of levels.entries())
      assert.ok(Math.abs((learnt.m[place]?.[level] ?? 0) - m) < 1e-9);
});

test('known u are found with m where they are not fixed', () => {
  const counted = simulated(truth, { pairs: 60_000, missing: 0.1, seed: 12 });
  const free = truth.u.map((levels) => levels.map(() => false));
  const start = {
    lambda: 0.1,
    m: truth.m.map(() => 0).map((_, place) => even(truth.m[place] ?? [])),
    u: truth.u.map(backwards),
  };
  const { u, m } = learnByEm({ counted, start, fixedU: free });
  for (const [found, known] of [
    [u, truth.u],
    [m, truth.m],
  ] as const)
    for (const [place, levels] of known.entries())
      for (const [level, value] of levels.entries())
        assert.ok(Math.abs((found[place]?.[level] ?? 0) - (value ?? 0)) < 0.03, `${place} ${level}`);
});

test('the likelihood never falls, and the levels of each comparison sum to 1', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const row = fc.tuple(
    fc.integer({ min: -1, max: 2 }),
    fc.integer({ min: -1, max: 1 }),
    fc.integer({ min: 0, max: 500 }),
  );
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.tuple(share, share, share),
      (rows, [lambda, a, b]) => {
        const counted = countedOf(
          rows.map(([x, y, count]) => ({ answers: [x, y], count })),
          2,
        );
        const start = {
          lambda,
          m: [
            [a, (1 - a) / 2, (1 - a) / 2],
            [b, 1 - b],
          ],
          u: [
            [0.1, 0.3, 0.6],
            [0.4, 0.6],
          ],
        };
        const free = [
          [false, false, false],
          [false, false],
        ];
        for (const fixedU of [undefined, free]) {
          const { logLikelihoods, m } = learnByEm({
            counted,
            start,
            ...(fixedU ? { fixedU } : {}),
            mostRounds: 40,
          });
          for (let round = 2; round < logLikelihoods.length; round += 1)
            assert.ok(
              (logLikelihoods[round] ?? 0) >=
                (logLikelihoods[round - 1] ?? 0) - 1e-6 * Math.abs(logLikelihoods[round] ?? 0) - 1e-9,
            );
          for (const levels of m) {
            const sum = levels.reduce((total: number, value) => total + (value ?? 0), 0);
            assert.ok(Math.abs(sum - 1) < 1e-9 || levels.every((value) => value === undefined) || sum === 0);
          }
        }
      },
    ),
  );
});

test('fixed levels keep their value, a comparison left out is not touched, an answer nobody gave is undefined', () => {
  const counted = countedOf(
    [
      { answers: [0, 0], count: 50 },
      { answers: [1, 1], count: 900 },
      { answers: [0, 1], count: 20 },
    ],
    2,
  );
  const start = {
    lambda: 0.1,
    m: [
      [0.9, 0.06, 0.04],
      [0.8, 0.2],
    ],
    u: [
      [0.02, 0.08, 0.9],
      [0.1, 0.9],
    ],
  };
  const fixed = learnByEm({
    counted,
    start,
    fixedM: [
      [true, false, false],
      [false, false],
    ],
  });
  assert.equal(fixed.m[0]?.[0], 0.9);
  assert.ok(Math.abs((fixed.m[0]?.[1] ?? 0) - 0.1) < 1e-12);
  assert.equal(fixed.m[0]?.[2], undefined);
  const without = learnByEm({ counted, start, active: [false, true] });
  assert.deepEqual(without.m[0], start.m[0]);
});

test('pairs that a person judged count for what they are', () => {
  const counted = countedOf([{ answers: [1], count: 1000 }], 1);
  const same = countedOf(
    [
      { answers: [0], count: 30 },
      { answers: [1], count: 10 },
    ],
    1,
  );
  const start = { lambda: 1e-9, m: [[0.9, 0.1]], u: [[0.1, 0.9]] };
  const { m } = learnByEm({ counted, start, known: { same } });
  assert.ok(Math.abs((m[0]?.[0] ?? 0) - 0.75) < 1e-3, `${m[0]?.[0]}`);
});

function even(levels: readonly (number | undefined)[]): number[] {
  return levels.map((_, level) => (level === 0 ? 0.95 : 0.05 / (levels.length - 1)));
}

function backwards(levels: readonly (number | undefined)[]): number[] {
  return levels.map((value) => ((value ?? 0) + 0.02) / (1 + 0.02 * levels.length));
}

function countedOf(
  rows: readonly { answers: readonly number[]; count: number }[],
  comparisons: number,
): CountedAnswers {
  return {
    comparisons,
    answers: Int8Array.from(rows.flatMap(({ answers }) => answers)),
    counts: Float64Array.from(rows, ({ count }) => count),
  };
}

type Simulation = { readonly pairs: number; readonly missing: number; readonly seed: number };

function simulated({ lambda, m, u }: Parameters, { pairs, missing, seed }: Simulation): CountedAnswers {
  const chance = chanceOf(seed);
  const counts = new Map<string, number>();
  for (let pair = 0; pair < pairs; pair += 1) {
    const probabilities: Probabilities = chance() < lambda ? m : u;
    const answers = probabilities.map((levels) => (chance() < missing ? -1 : drawn(levels, chance())));
    counts.set(answers.join(), (counts.get(answers.join()) ?? 0) + 1);
  }
  return countedOf(
    [...counts].map(([key, count]) => ({ answers: key.split(',').map(Number), count })),
    m.length,
  );
}

function drawn(levels: readonly (number | undefined)[], share: number): number {
  let left = share;
  for (const [level, value] of levels.entries()) {
    left -= value ?? 0;
    if (left < 0) return level;
  }
  return levels.length - 1;
}
