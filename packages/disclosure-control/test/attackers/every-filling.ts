import type { RuleSet } from '../../rules/rule-set.ts';
import type { ProtectedTable } from '../../protect/protected-table.ts';
import type { Dimension } from '../../table/dimension.ts';
import type { Table } from '../../table/table.ts';
import { drawn, placesOf } from './random-tables.ts';
import { wander } from './wander.ts';
import type { Limit } from './wander.ts';

/**
 * An attacker that shares nothing with the code that protects: it knows the symbols and numbers that were published, the
 * rules, and how parts make wholes, and tries every table of whole numbers that would have been published the same.
 * For small tables only.
 */
type Guess = {
  /** the smallest parts that each cell is made of */
  readonly made: ReadonlyMap<string, readonly number[]>;
  readonly parts: number;
  /** what the published cells allow: a sum of parts from least to most */
  readonly limits: readonly Limit[];
  /** where to begin with each part */
  readonly near: readonly number[];
};

/** Reads what was published. Larger than `most` no smallest part is tried. */
function readPublished(
  given: { dimensions: readonly Dimension[]; rules: RuleSet; near: readonly number[] },
  shown: ProtectedTable,
): Guess {
  const places = placesOf(given.dimensions);
  const made = new Map<string, number[]>();
  const limits = shown.cells.map((cell): Limit => {
    const of = places.flatMap((place, index) =>
      place.every((code, way) => isWithin(given.dimensions[way], code, cell.at[way] ?? '')) ? [index] : [],
    );
    made.set(cell.at.join('|'), of);
    const { hides, rounds } = given.rules.levels.local;
    if (cell.kind === 'suppressed')
      return { of, least: shown.zerosShown && hides?.from === 1 ? 1 : 0, most: Number.POSITIVE_INFINITY };
    if (cell.kind === 'low') return { of, least: 1, most: (rounds?.base ?? 2) / 2 };
    if (!rounds || cell.number === 0) return { of, least: cell.number, most: cell.number };
    const half = rounds.base / 2;
    return {
      of,
      least: Math.max(Math.ceil(cell.number - half), (hides?.to ?? 0) + 1),
      most: Math.ceil(cell.number + half) - 1,
    };
  });
  return { made, parts: places.length, limits, near: given.near };
}

/** Whether a code is a place's own or something that it is part of. */
function isWithin(dimension: Dimension | undefined, own: string, code: string): boolean {
  if (own === code) return true;
  return (dimension?.sums ?? []).some(
    ({ whole, parts }) => whole === code && parts.some((part) => isWithin(dimension, own, part)),
  );
}

/** A table that would have been published the same with this cell at this value; 'none' there is, or 'gave-up'. */
function sameWith(guess: Guess, cell: readonly number[], value: number): Int32Array | 'none' | 'gave-up' {
  const limits = [...guess.limits, { of: cell, least: value, most: value }];
  // short searches and wanderings in turn find what is there; the one long search shows that nothing is
  for (const [turn, left] of [...new Array<number>(12).fill(400), 200_000].entries()) {
    const draw = drawn(turn);
    const order = Array.from({ length: guess.parts }, () => draw());
    const least = new Int32Array(guess.parts);
    const most = Int32Array.from(guess.near, (count) => count + 40);
    const found = search({ near: guess.near, order, limits, budget: { left } }, least, most);
    if (found !== 'gave-up') return found;
    const wandered = wander(limits, guess.near, turn);
    if (wandered) return wandered;
  }
  return 'gave-up';
}

type Search = {
  readonly near: readonly number[];
  readonly order: readonly number[];
  readonly limits: readonly Limit[];
  readonly budget: { left: number };
};

function search(given: Search, least: Int32Array, most: Int32Array): Int32Array | 'none' | 'gave-up' {
  given.budget.left -= 1;
  if (given.budget.left < 0) return 'gave-up';
  if (!squeeze(given.limits, least, most)) return 'none';
  let open = -1;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let part = 0; part < least.length; part += 1) {
    const width = (most[part] ?? 0) - (least[part] ?? 0);
    const weight = Math.min(width, 12) * (0.5 + (given.order[part] ?? 0));
    if (width === 0 || weight >= narrowest) continue;
    open = part;
    narrowest = weight;
  }
  if (open < 0) return least;
  const [from = 0, to = 0] = [least[open], most[open]];
  for (const value of outward(given.near[open] ?? from, from, to)) {
    const [low, high] = [least.slice(), most.slice()];
    low[open] = value;
    high[open] = value;
    const found = search(given, low, high);
    if (found !== 'none') return found;
  }
  return 'none';
}

/** Every value from one end to the other, the likeliest first: order decides how soon an answer is found, not which. */
function* outward(middle: number, from: number, to: number): Generator<number> {
  const start = Math.min(Math.max(middle, from), to);
  yield start;
  for (let by = 1; start - by >= from || start + by <= to; by += 1) {
    if (start + by <= to) yield start + by;
    if (start - by >= from) yield start - by;
  }
}

/** Takes away values that no limit allows, until nothing changes; false where nothing is left. */
function squeeze(limits: readonly Limit[], least: Int32Array, most: Int32Array): boolean {
  for (let changed = true; changed;) {
    changed = false;
    for (const limit of limits) {
      let [low, high] = [0, 0];
      for (const part of limit.of) {
        low += least[part] ?? 0;
        high += most[part] ?? 0;
      }
      if (low > limit.most || high < limit.least) return false;
      for (const part of limit.of) {
        const [from = 0, to = 0] = [least[part], most[part]];
        const newFrom = Math.max(from, limit.least - (high - to));
        const newTo = Math.min(to, limit.most - (low - from));
        if (newFrom > newTo) return false;
        if (newFrom === from && newTo === to) continue;
        low += newFrom - from;
        high += newTo - to;
        least[part] = newFrom;
        most[part] = newTo;
        changed = true;
      }
    }
  }
  return true;
}

/** What the attacker found out about a table, cell by cell, where it found something. */
export type Opened = { readonly cell: string; readonly what: 'recovered' | 'narrowed' | 'gave-up' };

/**
 * Tries to open every cell that was held back, and every one that was never shown and is small: for each value that the
 * rule calls small there must be a table that would have been published the same, and for the others at least two.
 */
export function openedBy(table: Table, rules: RuleSet, shown: ProtectedTable): readonly Opened[] {
  const { hides } = rules.levels.local;
  const places = placesOf(table.dimensions);
  const counts = new Map(table.cells.map(({ at, count }) => [at.join('|'), count]));
  const near = places.map((place) => counts.get(place.join('|')) ?? 0);
  const guess = readPublished({ dimensions: table.dimensions, rules, near }, shown);
  const targets = table.cells.flatMap((cell) => {
    const isHidden = shown.cell(cell.at)?.kind === 'suppressed';
    const isSmall = hides !== undefined && cell.count >= hides.from && cell.count <= hides.to;
    if (!isHidden && !isSmall) return [];
    const of = places.flatMap((place, index) =>
      place.every((code, way) => isWithin(table.dimensions[way], code, cell.at[way] ?? '')) ? [index] : [],
    );
    const wanted = isSmall
      ? Array.from({ length: hides.to - hides.from + 1 }, (_, index) => hides.from + index)
      : undefined;
    return [{ name: cell.at.join('|'), of, count: cell.count, wanted, seen: new Set<number>() }];
  });
  // a table that fits says something of every cell at once
  const learn = (found: Int32Array) => {
    for (const { of, seen } of targets) seen.add(of.reduce((sum, part) => sum + (found[part] ?? 0), 0));
  };
  learn(Int32Array.from(near));
  return targets.flatMap((target): Opened[] => {
    let gaveUp = false;
    for (const value of target.wanted ?? around(target.count)) {
      if (target.wanted ? target.seen.has(value) : target.seen.size > 1) continue;
      const found = sameWith(guess, target.of, value);
      if (typeof found === 'object') learn(found);
      else if (target.wanted) return [{ cell: target.name, what: found === 'none' ? 'narrowed' : found }];
      else gaveUp ||= found === 'gave-up';
    }
    if (target.wanted || target.seen.size > 1) return [];
    return [{ cell: target.name, what: gaveUp ? 'gave-up' : 'recovered' }];
  });
}

/** Other values that a cell could have, nearest first. */
function around(count: number): readonly number[] {
  return Array.from({ length: 60 }, (_, index) => count + (index % 2 ? -1 : 1) * (1 + (index >> 1))).filter(
    (value) => value >= 0,
  );
}
