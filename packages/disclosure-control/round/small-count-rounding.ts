import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { chooseUp } from './choose-up.ts';

/** What is to be rounded, and how. */
export type ToRound = {
  /** the smallest cells, as counted */
  readonly counts: readonly number[];
  /** every published cell as the smallest cells that it is made of (their positions); a cell may be one of them */
  readonly published: readonly (readonly number[])[];
  readonly base: number;
  /** published counts up to this one are rounded; the base less one where it is not given */
  readonly upTo?: number;
  /** whether smallest cells of none (or of a whole multiple) may be rounded up to the base too */
  readonly zeros?: 'stay' | 'may-rise';
  /**
   * what happens to published cells that only become small by the rounding: none up to upTo is left but multiples
   * (where nothing is said), none below the base is left, or they are left as they are
   */
  readonly afterwards?: 'none-up-to' | 'none-below-base' | 'leave';
  /** in which order equals are looked at: all positions of so many, each once; in their own order if not given */
  readonly order?: (many: number) => readonly number[];
};

/** What became of the counts: rounded smallest cells, and the published cells as their sums. */
export type SmallRounded = { readonly counts: readonly number[]; readonly published: readonly number[] };

/** Why nothing was rounded. */
export type RoundRefusal = {
  readonly reason: 'wrong-count' | 'wrong-base' | 'wrong-cell' | 'did-not-settle';
};

/**
 * Small count rounding: changes as few of the smallest cells as it must, to whole multiples of the base, so that no
 * published count is small without being such a multiple; all published cells are sums of the same rounded cells, so
 * margins stay additive. Which cells go up is chosen so that the published cells stay near what they were.
 *
 * Units: people or things. Errors: refusals for counts that are not whole, a base below 2, or one above upTo + 1.
 * Source: Langsrud and Heldal (2018), An algorithm for small count rounding of tabular data, Privacy in Statistical
 * Databases; as in SmallCountRounding of Statistics Norway.
 */
export function smallCountRounding(given: ToRound): Result<SmallRounded, RoundRefusal> {
  const refusal = wrong(given);
  if (refusal) return refuse({ reason: refusal });
  const work = workOf(given);
  let chosen = firstChosen(given, work.limit);
  for (let turn = 0; turn < 1000; turn += 1) {
    roundOnce(work, chosen, turn === 0 || chosen.forced);
    const small = given.afterwards === 'leave' ? [] : stillSmall(work);
    const next = contributing(work, small);
    const revealed = next.size === 0 ? revealedSmall(work) : new Set<number>();
    if (next.size === 0 && revealed.size === 0)
      return done({
        counts: work.counts,
        published: work.given.published.map((cell) => sumOf(work.counts, cell)),
      });
    chosen = { cells: next.size > 0 ? next : revealed, forced: next.size === 0 };
  }
  return refuse({ reason: 'did-not-settle' });
}

type Chosen = { readonly cells: ReadonlySet<number>; readonly forced: boolean };

type Work = {
  readonly given: ToRound;
  readonly counts: number[];
  /** counts below this are small */
  readonly limit: number;
  /** published counts below this are rounded again, afterwards */
  readonly again: number;
  readonly order: (many: number) => readonly number[];
};

function workOf(given: ToRound): Work {
  const order = given.order ?? ((many: number) => Array.from({ length: many }, (_, index) => index));
  const limit = (given.upTo ?? given.base - 1) + 1;
  return {
    given,
    counts: [...given.counts],
    limit,
    again: given.afterwards === 'none-below-base' ? given.base : limit,
    order,
  };
}

function wrong({ counts, published, base, upTo, afterwards }: ToRound): RoundRefusal['reason'] | undefined {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return 'wrong-count';
  if (!Number.isSafeInteger(base) || base < 2) return 'wrong-base';
  if (upTo !== undefined && (!Number.isSafeInteger(upTo) || (upTo + 1 < base && afterwards !== 'leave')))
    return 'wrong-base';
  const isCell = (cell: readonly number[]) =>
    new Set(cell).size === cell.length && cell.every((position) => counts[position] !== undefined);
  return published.every(isCell) ? undefined : 'wrong-cell';
}

function firstChosen({ counts, published, base, zeros }: ToRound, limit: number): Chosen {
  const cells = new Set<number>();
  for (const cell of published) {
    const sum = sumOf(counts, cell);
    if (sum <= 0 || sum >= limit) continue;
    for (const position of cell) {
      const count = counts[position] ?? 0;
      if (count < limit && (count % base > 0 || zeros === 'may-rise')) cells.add(position);
    }
  }
  return { cells, forced: true };
}

/** Rounds the chosen cells: each down to its multiple, and as many of them up as keep the whole nearest. */
function roundOnce(work: Work, { cells }: Chosen, keepsMultiples: boolean): void {
  const { given, counts } = work;
  const { base, published } = given;
  const positions = [...cells].toSorted((a, b) => a - b);
  const places = new Map(positions.map((position, place) => [position, place]));
  const inside = published.map((cell) => cell.flatMap((position) => places.get(position) ?? []));
  const telling = inside.flatMap((cell, index) =>
    cell.length > 0 && cell.length < positions.length ? [{ cell, index }] : [],
  );
  const keeps = keepsMultiples && telling.length > 0;
  const remainders = positions.map((position) =>
    keeps ? (counts[position] ?? 0) % base : (counts[position] ?? 0),
  );
  const wanted = telling.map(({ cell, index }) => {
    const own = published[index] ?? [];
    return sumOf(remainders, cell) + sumOf(given.counts, own) - sumOf(counts, own);
  });
  const all = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
  const up = halfToEven((all(remainders) + all(given.counts) - all(counts)) / base);
  const many = Math.min(Math.max(up, 0), positions.length);
  const raised = chooseUp({
    base,
    many,
    of: positions.length,
    cells: telling.map(({ cell }) => cell),
    wanted,
    order: work.order,
  });
  for (const [place, position] of positions.entries()) {
    const kept = (counts[position] ?? 0) - (remainders[place] ?? 0);
    counts[position] = kept + (raised.has(place) ? base : 0);
  }
}

/** Published cells that are small now and not whole multiples. */
function stillSmall({ given, counts, again }: Work): readonly (readonly number[])[] {
  return given.published.filter((cell) => {
    const sum = sumOf(counts, cell);
    return sum < again && sum % given.base > 0;
  });
}

function contributing({ given, counts, again }: Work, small: readonly (readonly number[])[]): Set<number> {
  const count = (position: number) => counts[position] ?? 0;
  return new Set(
    small.flat().filter((position) => count(position) < again && count(position) % given.base > 0),
  );
}

/** Small smallest cells that follow from published ones: alone in a cell, once those known to be none are left out. */
function revealedSmall({ given, counts, limit }: Work): Set<number> {
  const known = new Set<number>();
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const cell of given.published) {
      const open = cell.filter((position) => !known.has(position));
      if (open.length === 1 || sumOf(counts, open) === 0) for (const position of open) known.add(position);
    }
  }
  return new Set(
    [...known].filter(
      (position) => (counts[position] ?? 0) < limit && (counts[position] ?? 0) % given.base > 0,
    ),
  );
}

function sumOf(counts: readonly number[], positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + (counts[position] ?? 0), 0);
}

/** Rounds to the nearest whole number, halves to the even one, as R does. */
function halfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
