import { drawn } from './random-tables.ts';

/** What the published cells allow: a sum of parts from least to most. */
export type Limit = { readonly of: readonly number[]; readonly least: number; readonly most: number };

const mostSteps = 3_000;

/**
 * Looks for a table that keeps every limit by wandering: takes a limit that is not kept and moves one of its parts by
 * one the right way, mostly the one that does the least harm elsewhere, now and then any. Answers with nothing where it
 * found none, which says nothing.
 */
export function wander(
  limits: readonly Limit[],
  from: readonly number[],
  seed: number,
): Int32Array | undefined {
  const draw = drawn(seed);
  const parts = Int32Array.from(from);
  const holding = from.map((_, part) =>
    limits.flatMap((limit, index) => (limit.of.includes(part) ? [index] : [])),
  );
  const sums = limits.map(({ of }) => of.reduce((sum, part) => sum + (parts[part] ?? 0), 0));
  const off = (index: number, more = 0): number => {
    const limit = limits[index];
    const sum = (sums[index] ?? 0) + more;
    return limit ? Math.max(0, limit.least - sum, sum - limit.most) : 0;
  };
  const harm = (part: number, by: number): number =>
    (parts[part] ?? 0) + by < 0
      ? Number.POSITIVE_INFINITY
      : (holding[part] ?? []).reduce((all, index) => all + off(index, by) - off(index), 0);
  for (let step = 0; step < mostSteps; step += 1) {
    const wrong = limits.flatMap((_, index) => (off(index) > 0 ? [index] : []));
    const index = wrong[Math.floor(draw() * wrong.length)];
    if (index === undefined) return parts;
    const limit = limits[index];
    const by = (sums[index] ?? 0) > (limit?.most ?? 0) ? -1 : 1;
    const able = (limit?.of ?? []).filter((part) => harm(part, by) < Number.POSITIVE_INFINITY);
    const least = Math.min(...able.map((part) => harm(part, by)));
    const among = draw() < 0.15 ? able : able.filter((part) => harm(part, by) === least);
    const part = among[Math.floor(draw() * among.length)];
    if (part === undefined) return undefined;
    parts[part] = (parts[part] ?? 0) + by;
    for (const at of holding[part] ?? []) sums[at] = (sums[at] ?? 0) + by;
  }
  return undefined;
}
