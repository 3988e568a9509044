import type { Observation, PublishedArea } from '../../observation.ts';
import { ofAge } from './age-count.ts';
import type { AgeCount } from './age-count.ts';
import { countyOfDistrict, districtsOfCounty } from './districts.ts';
import { children, oldestKept, peopleByAge } from './population-measures.ts';

/** Sums over both sexes and every age up to one: whole only where all of them are there. */
const spans = [
  { measure: children, oldest: 17 },
  { measure: peopleByAge, oldest: oldestKept },
] as const;

type Sum = { area: PublishedArea; count: AgeCount; people: number };
type CountySum = Sum & { districts: Set<string> };
type SpanSum = Sum & { cells: number; span: (typeof spans)[number] };

/** Adds up districts to counties and ages to children. What is not whole is not given, and of which counties is told. */
export function childrenTotals() {
  const counties = countySums();
  const totals = spanSums();
  const seen = new Set<string>();
  return {
    /** the observations that a count is by itself: none of a district, which only counts towards its county */
    take(count: AgeCount): Observation[] {
      const county = countyOfDistrict(count.area.code ?? '');
      if (county !== undefined) {
        counties.take(county, count);
        return [];
      }
      const key = keyOf(count.area.code ?? '', count);
      // a second row of the same people would be added twice; gathering tells of it
      if (!seen.has(key)) totals.take(count);
      seen.add(key);
      return [ofAge(count)];
    },
    observations(): Observation[] {
      const whole = counties.whole();
      for (const count of whole) totals.take(count);
      return [...whole.map(ofAge), ...totals.observations()];
    },
    notes: () => counties.notes(),
  };
}

function keyOf(code: string, { period, sex, age }: AgeCount): string {
  return `${code} ${period.text} ${sex} ${age}`;
}

/** Counts of districts, added up to those of their counties. */
function countySums() {
  const counties = new Map<string, CountySum>();
  return {
    take(county: string, count: AgeCount): void {
      const code = count.area.code ?? '';
      const key = keyOf(county, count);
      const area = { code: county, name: county };
      const sum = counties.get(key) ?? { area, count, people: 0, districts: new Set() };
      if (!sum.districts.has(code)) sum.people += count.people;
      sum.districts.add(code);
      counties.set(key, sum);
    },
    whole: (): AgeCount[] =>
      [...counties.values()].filter(isWhole).map(({ area, count, people }) => ({ ...count, area, people })),
    notes(): string[] {
      const [whole, part] = [true, false].map((asked) => {
        const some = [...counties.values()].filter((sum) => isWhole(sum) === asked);
        return new Set(some.map(({ area }) => area.code)).size;
      });
      return [
        ...(whole ? [`Added up from all their districts: ${sayCounties(whole)}.`] : []),
        ...(part ? [`Not added up, since districts are missing in the file: ${sayCounties(part)}.`] : []),
      ];
    },
  };
}

function sayCounties(count: number): string {
  return count === 1 ? '1 county' : `${count} counties`;
}

function isWhole({ area, districts }: CountySum): boolean {
  return districtsOfCounty.get(area.code ?? '')?.length === districts.size;
}

/** Counts of single ages, added up to those of children and of young people. */
function spanSums() {
  const sums = new Map<string, SpanSum>();
  return {
    take(count: AgeCount): void {
      for (const span of spans) {
        if (count.age > span.oldest) continue;
        const key = `${count.area.code} ${count.period.text} ${span.oldest}`;
        const sum = sums.get(key) ?? { area: count.area, count, people: 0, cells: 0, span };
        sum.people += count.people;
        sum.cells += 1;
        sums.set(key, sum);
      }
    },
    observations: (): Observation[] =>
      [...sums.values()]
        .filter(({ cells, span }) => cells === 2 * (span.oldest + 1))
        .map(({ area, count: { period, line }, people, span: { measure } }): Observation => {
          return { measure, area, period, line, breakdown: '', value: people };
        }),
  };
}
