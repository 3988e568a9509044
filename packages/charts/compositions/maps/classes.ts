import { formatInUnit } from '../../frame/number.ts';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import type { Area, Comparison, Unit } from '../../series.ts';
import { mapWords } from './map-words.ts';

/** How a class is drawn: one of five steps from pale and plain to dark and dense, or what a comparison came to. */
export type ClassLook = 'step-1' | 'step-2' | 'step-3' | 'step-4' | 'step-5' | Comparison;

/** One class of areas: what stands on the map for it, and in words what it holds. */
export type MapClass = { look: ClassLook; mark: string; label: string; count: number };

/** Areas put in classes: at most five, and the class of each area that has a number. */
export type Classing = {
  classes: readonly MapClass[];
  of: ReadonlyMap<string, MapClass>;
  /** what the classes say, as the head of their column; "Class" where absent */
  head?: string | undefined;
};

/** Equal numbers of areas in each class, or equal steps from the lowest to the highest value. */
export type ClassMethod = 'quantile' | 'equal';

const looks = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'] as const;

/**
 * Puts areas in at most five classes by their value; the benchmark and areas without a number are in none. Areas of the same
 * shown value are always in the same class, so there can be fewer classes than asked and of other sizes. Class `i` of `k`
 * ends at the value of rank ⌈n·i/k⌉ (quantile) or at min + (max − min)·i/k (equal).
 */
export function classesOf(
  areas: readonly Area[],
  { method, unit, most = 5 }: { method: ClassMethod; unit: Unit; most?: number },
): Classing {
  const known = areas.flatMap(({ key, role, value }) =>
    value.kind === 'number' && role !== 'benchmark'
      ? [{ key, shown: Number(value.number.toFixed(unit.decimals)) }]
      : [],
  );
  const sorted = known.map(({ shown }) => shown).toSorted((a, b) => a - b);
  const groups = groupsBetween(sorted, upperEnds(sorted, method, Math.min(5, Math.max(1, most))));
  const classes = groups.map((values, at): MapClass & { low: number; high: number } => {
    const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0];
    const label =
      low === high
        ? formatInUnit(low, unit)
        : mapWords.fromTo(formatInUnit(low, unit), formatInUnit(high, unit));
    return { look: lookAt(at, groups.length), mark: String(at + 1), label, count: values.length, low, high };
  });
  const of = new Map<string, MapClass>();
  for (const { key, shown } of known) {
    const found = classes.find(({ high }) => shown <= high);
    if (found) of.set(key, found);
  }
  return { classes, of };
}

function upperEnds(sorted: readonly number[], method: ClassMethod, most: number): number[] {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  return Array.from({ length: most }, (_, at) => {
    if (at === most - 1) return high;
    if (method === 'equal') return low + ((high - low) * (at + 1)) / most;
    return sorted[Math.ceil((sorted.length * (at + 1)) / most) - 1] ?? high;
  });
}

function groupsBetween(sorted: readonly number[], ends: readonly number[]): number[][] {
  let after = -Infinity;
  const groups: number[][] = [];
  for (const end of ends) {
    const inside = sorted.filter((value) => value > after && value <= end);
    if (inside.length > 0) groups.push(inside);
    after = Math.max(after, end);
  }
  return groups;
}

/** Few classes stand far apart: the first is the palest, the last the darkest. */
function lookAt(at: number, of: number): ClassLook {
  return looks[of === 1 ? 2 : Math.round((at * 4) / (of - 1))] ?? 'step-3';
}

const came: readonly Comparison[] = ['better', 'similar', 'worse', 'higher', 'lower', 'not-compared'];

const cameMarks: Readonly<Record<Comparison, string>> = {
  better: '+',
  similar: '=',
  worse: '−',
  higher: '▲',
  lower: '▼',
  'not-compared': '?',
};

/** Classes by what each area's comparison came to; areas without a number are in none. */
export function verdictClasses(areas: readonly Area[], words: ChartWords = englishWords): Classing {
  const compared = areas.filter(({ role, value }) => role !== 'benchmark' && value.kind === 'number');
  const classes = came.flatMap((look): MapClass[] => {
    const count = compared.filter(({ comparison = 'not-compared' }) => comparison === look).length;
    return count === 0 ? [] : [{ look, mark: cameMarks[look], label: words.comparison[look], count }];
  });
  const of = new Map<string, MapClass>();
  for (const { key, comparison = 'not-compared' } of compared) {
    const found = classes.find(({ look }) => look === comparison);
    if (found) of.set(key, found);
  }
  return { classes, of };
}
