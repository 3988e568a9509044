import { hasNumber, settled, type Figure } from '../figures/figure.ts';
import { partsOf } from '../observation.ts';
import { comparePeriods, samePeriod, type Period } from '../period.ts';
import { isNumber, noNumber, type Value } from '../value.ts';
import { sumName, termName, type Checked } from './check-formula.ts';
import type { KnownPart } from './known-part.ts';
import { derivedCounts, guarded } from './guard.ts';
import type { Tree } from './parse-formula.ts';
import type { Terms } from './quantity.ts';
import { workOut, type Lookup, type WorkedOut } from './work-out.ts';

/** The figures of one place, by measure and group of people ('' for everybody). */
export type FiguresOf = (at: { measure: string; breakdown: string }) => readonly Figure[];

/** A formula's number in one period, with the figures that it was made of. */
export type FormulaPoint = WorkedOut & {
  readonly period: Period;
  readonly parts: ReadonlyMap<string, Value>;
};

export type ToWorkOut = {
  readonly checked: Checked;
  readonly parts: readonly KnownPart[];
  /** the counts of a result that is a count itself */
  readonly terms: Terms | undefined;
};

/** A formula worked out for one place and one group, period by period. */
export function workOutSeries(
  { checked, parts, terms }: ToWorkOut,
  given: { of: FiguresOf; breakdown: string; groups: readonly string[] },
): FormulaPoint[] {
  const figures = new Map(
    parts.map((part) => [
      part.letter,
      settled(given.of({ measure: part.measure, breakdown: given.breakdown })),
    ]),
  );
  const sums = sumsIn(checked.formula.tree);
  const lookup = (period: Period): Lookup => {
    const found = new Map<string, Value>();
    for (const part of parts) {
      const figure = figureFor(part, figures.get(part.letter) ?? [], period);
      for (const take of ['value', 'count', 'base'] as const)
        found.set(termName(take, part.measure), taken(figure, take));
      for (const over of sums.get(part.letter) ?? [])
        found.set(sumName(part, over), sumOver(part, { over, period, ...given }));
    }
    return (name) => found.get(name) ?? noNumber('missing');
  };
  const periods = periodsOf(parts, figures);
  const [first] = periods;
  if (!first) return [];
  const derived = derivedCounts({ way: checked.way, terms });
  const atFirst = lookup(first);
  return periods.map((period) => {
    const at = lookup(period);
    const came = guarded(workOut(checked, parts, { at, first: atFirst }), { derived, parts, at });
    const shown = parts.map((part): [string, Value] => [part.letter, at(termName(part.take, part.measure))]);
    return { ...came, period, parts: new Map(shown) };
  });
}

/** Periods from the first in which every part has begun; those of populations do not count. */
function periodsOf(
  parts: readonly KnownPart[],
  figures: ReadonlyMap<string, readonly Figure[]>,
): readonly Period[] {
  const lists = parts
    .filter(({ match }) => match === 'same-days')
    .map(({ letter }) => (figures.get(letter) ?? []).map(({ period }) => period));
  if (lists.some((list) => list.length === 0)) return [];
  const begin = lists
    .flatMap((list) => list[0] ?? [])
    .toSorted(comparePeriods)
    .at(-1);
  const all: Period[] = [];
  for (const period of lists.flat()) if (!all.some((one) => samePeriod(one, period))) all.push(period);
  return all.filter((period) => begin && comparePeriods(period, begin) >= 0).toSorted(comparePeriods);
}

function figureFor({ match }: KnownPart, figures: readonly Figure[], period: Period): Figure | undefined {
  if (match === 'same-days') return figures.find((figure) => samePeriod(figure.period, period));
  const year = period.start.slice(0, 4);
  return figures.find((figure) => figure.period.start.slice(0, 4) === year && figure.period.years === 1);
}

function taken(figure: Figure | undefined, take: 'value' | 'count' | 'base'): Value {
  if (!figure) return noNumber('missing');
  if (take === 'value' || !hasNumber(figure)) return figure.value;
  return (take === 'count' ? figure.count : figure.denominator) ?? noNumber('missing');
}

type Summing = { over: string; period: Period; of: FiguresOf; breakdown: string; groups: readonly string[] };

/** A count added over every group of a column; one that is withheld withholds the sum. */
function sumOver(part: KnownPart, { over, period, of, breakdown, groups }: Summing): Value {
  if (breakdown !== '') return noNumber('missing');
  const named = groups.filter((group) => {
    const [only, ...others] = partsOf(group);
    return others.length === 0 && only?.name.toLowerCase() === over.toLowerCase();
  });
  let sum: Value = noNumber('missing');
  for (const group of named) {
    const list = settled(of({ measure: part.measure, breakdown: group }));
    const value = taken(figureFor(part, list, period), part.take);
    if (!isNumber(value)) {
      if (list.length > 0) return value;
      continue;
    }
    sum = isNumber(sum) ? sum + value : value;
  }
  return sum;
}

/** The columns over which each letter is added. */
export function sumsIn(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const walk = (one: Tree): void => {
    if (one.is === 'sum') found.set(one.letter, [...(found.get(one.letter) ?? []), one.over]);
    if (one.is !== 'two') return;
    walk(one.left);
    walk(one.right);
  };
  walk(tree);
  return found;
}
