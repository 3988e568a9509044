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

/** Adds up districts to counties and ages to children. What is not whole is not given, and which counties is told. */
export function childrenTotals() {
  const counties = new Map<string, CountySum>();
  const totals = new Map<string, SpanSum>();
  const seen = new Set<string>();

  const total = (count: AgeCount): void => {
    for (const span of spans) {
      if (count.age > span.oldest) continue;
      const key = `${count.area.code} ${count.period.text} ${span.oldest}`;
      const sum = totals.get(key) ?? { area: count.area, count, people: 0, cells: 0, span };
      sum.people += count.people;
      sum.cells += 1;
      totals.set(key, sum);
    }
  };
  return {
    /** the observations that a count is by itself: none of a district, which only counts towards its county */
    take(count: AgeCount): Observation[] {
      const code = count.area.code ?? '';
      const key = `${code} ${count.period.text} ${count.sex} ${count.age}`;
      const county = countyOfDistrict(code);
      if (county === undefined) {
        // a second row of the same people would be added twice; gathering tells of it
        if (!seen.has(key)) total(count);
        seen.add(key);
        return [ofAge(count)];
      }
      const countyKey = `${county} ${count.period.text} ${count.sex} ${count.age}`;
      const area = { code: county, name: county };
      const sum = counties.get(countyKey) ?? { area, count, people: 0, districts: new Set() };
      if (!sum.districts.has(code)) sum.people += count.people;
      sum.districts.add(code);
      counties.set(countyKey, sum);
      return [];
    },
    observations(): Observation[] {
      const whole = [...counties.values()].filter(isWhole).map(({ area, count, people }) => ({
        ...count,
        area,
        people,
      }));
      for (const count of whole) total(count);
      const sums = [...totals.values()].filter(({ cells, span }) => cells === 2 * (span.oldest + 1));
      return [
        ...whole.map(ofAge),
        ...sums.map(({ area, count: { period, line }, people, span: { measure } }): Observation => {
          return { measure, area, period, line, breakdown: '', value: people };
        }),
      ];
    },
    notes(): string[] {
      const all = [...counties.values()];
      const parts = new Set(all.filter((sum) => !isWhole(sum)).map(({ area }) => area.code));
      const made = new Set(all.filter(isWhole).map(({ area }) => area.code));
      return [
        ...(made.size === 0 ? [] : [`${made.size} counties were added up from all their districts.`]),
        ...(parts.size === 0
          ? []
          : [`${parts.size} counties were not added up: some of their districts are not in the file.`]),
      ];
    },
  };
}

function isWhole({ area, districts }: CountySum): boolean {
  return districtsOfCounty.get(area.code ?? '')?.length === districts.size;
}
