import { knownGroups, type ChildGroup } from '#reference/groups.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Figure } from '../figures/figure.ts';
import { definitionOf, type MeasureDefinition } from '../figures/measure-definition.ts';
import { factsFromName, type MeasureFacts } from '../measure-facts.ts';
import { academicYears } from '../period.ts';
import { noNumber, type Value } from '../value.ts';
import { gapSeries, type FiguresAt, type GapSeries } from './gap-series.ts';
import { placeKey, type SideAt, type Telling } from './telling.ts';

/** A measure for tests: a percentage of children where high is good, unless said otherwise. */
export function testMeasure(some: Partial<MeasureFacts> = {}): MeasureDefinition {
  return definitionOf({
    ...factsFromName({ source: 'lait', code: 'A', name: 'Ready for school' }),
    unit: '%',
    kind: 'proportion',
    polarity: 'high-is-good',
    decimals: 1,
    ...some,
  });
}

function testGroup(key = 'free-school-meals'): ChildGroup {
  const group = knownGroups().groups.find((one) => one.key === key);
  if (!group) throw new Error(`no group is ${key}`);
  return group;
}

/** A figure of the academic year that ends in a year: a value, or a count out of a base; null is withheld. */
export type TestFigure = readonly [
  year: number,
  given: number | null | readonly [count: number, base: number],
];

export function testFigures(rows: readonly TestFigure[]): Figure[] {
  return rows.map(([year, given]) => {
    const [count, base] = typeof given === 'object' && given !== null ? given : [];
    return {
      areaCode: 'X10000001',
      period: academicYears(year - 1, year, { state: 'final', text: String(year) }),
      value: valueOf(given),
      count,
      denominator: base,
      limits95: undefined,
      batch: 1,
      broughtInOn: dayOf(2026, 1, 1),
    };
  });
}

function valueOf(given: TestFigure[1]): Value {
  if (given === null) return noNumber('suppressed');
  if (typeof given === 'number') return given;
  return Number(((100 * given[0]) / given[1]).toFixed(1));
}

const at = (measure: string): SideAt => ({ measure, breakdown: '' });

/** A gap series of a group beside others (and all children) from figures. */
export function testSeries(given: {
  of: readonly TestFigure[];
  beside: readonly TestFigure[];
  all?: readonly TestFigure[];
  definition?: MeasureDefinition;
  kind?: Telling['beside']['kind'];
  group?: string;
}): GapSeries {
  const { definition = testMeasure(), kind = 'others' } = given;
  const lists = new Map([
    ['of', testFigures(given.of)],
    ['beside', testFigures(given.beside)],
    ['all', testFigures(given.all ?? [])],
  ]);
  const telling: Telling = {
    group: testGroup(given.group),
    of: at('of'),
    beside: kind === 'rest' ? { kind, all: at('beside') } : { kind, at: at('beside') },
    all: given.all ? at('all') : undefined,
  };
  const figures: FiguresAt = {
    of: (place) => lists.get(placeKey(place).split('\n')[0] ?? '') ?? [],
    counts: () => [],
  };
  return gapSeries(telling, definition, figures);
}
