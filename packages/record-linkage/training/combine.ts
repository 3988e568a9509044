import type { Probabilities } from './parameters.ts';

/** The middle of what several passes learnt, level by level; undefined where no pass that took part observed it. */
export function medianOfPasses(
  passes: readonly { readonly m: Probabilities; readonly active: readonly boolean[] }[],
  like: Probabilities,
): Probabilities {
  return like.map((levels, place) => {
    const own = passes.filter(({ active }) => active[place]);
    const middle = levels.map((_, level) =>
      medianOf(own.flatMap(({ m }) => (m[place]?.[level] === undefined ? [] : [m[place][level]]))),
    );
    return sumsToOne(middle);
  });
}

/**
 * m changed as little as may be so that a closer level never weighs less than the next: neighbours in the wrong order
 * share what they have in proportion to their u (pooling of adjacent violators). Levels without m or u, and comparisons
 * where any level is fixed, stay as they are. Says which comparisons changed.
 */
export function inOrderOfCloseness(
  m: Probabilities,
  u: Probabilities,
  isFixed: (comparison: number) => boolean,
): { readonly m: Probabilities; readonly changed: readonly number[] } {
  const changed: number[] = [];
  const ordered = m.map((levels, place) => {
    if (isFixed(place)) return levels;
    const pooled = pool(levels, u[place] ?? []);
    if (pooled.some((value, level) => Math.abs((value ?? 0) - (levels[level] ?? 0)) > 1e-12))
      changed.push(place);
    return pooled;
  });
  return { m: ordered, changed };
}

type Pool = { m: number; u: number; readonly levels: number[] };

function pool(
  m: readonly (number | undefined)[],
  u: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  const pools: Pool[] = [];
  for (const [level, value] of m.entries()) {
    const other = u[level];
    if (value === undefined || other === undefined || other <= 0) continue;
    pools.push({ m: value, u: other, levels: [level] });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (!last || !before || before.m * last.u >= last.m * before.u) break;
      pools.pop();
      before.m += last.m;
      before.u += last.u;
      before.levels.push(...last.levels);
    }
  }
  const pooled = [...m];
  for (const { m: all, u: allU, levels } of pools)
    if (levels.length > 1) for (const level of levels) pooled[level] = (all * (u[level] ?? 0)) / allU;
  return pooled;
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[half - 1] ?? upper) + upper) / 2;
}

function sumsToOne(levels: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const sum = levels.reduce((total: number, value) => total + (value ?? 0), 0);
  return sum > 0 ? levels.map((value) => (value === undefined ? undefined : value / sum)) : levels;
}
