import { measureId } from '../measure-facts.ts';
import { refusedRow } from '../observation.ts';
import type { Observation, PublishedMeasure, RefusedRow } from '../observation.ts';
import type { Period } from '../period.ts';
import type { Remark } from '../standing.ts';
import { isNumber } from '../value.ts';
import { statusCode } from '../status-code.ts';

/** Numbers that may stand beside a value. */
export const besideNames = ['count', 'denominator', 'lower95', 'upper95', 'lower998', 'upper998'] as const;
export type BesideName = (typeof besideNames)[number];

/** A series of one file, its figures side by side; NaN stands where there is no number. */
export type GatheredSeries = {
  readonly measure: string;
  readonly areaCode: string;
  readonly breakdown: string;
  /** places in the gathering's list of periods */
  readonly periods: readonly number[];
  readonly amounts: readonly number[];
  /** 0 for a number; see status-code */
  readonly statuses: readonly number[];
  /** what stands beside the figures, where anything does */
  readonly beside: { readonly [Name in BesideName]?: readonly number[] };
  /** by place in the list of periods */
  readonly remarks: ReadonlyMap<number, Remark>;
};

/** The figures of a file, gathered into series. */
export type Gathering = {
  /** puts one observation where it belongs, unless the file has said it before or says two things at once */
  add(observation: Observation, areaCode: string): 'added' | 'repeated' | RefusedRow;
  readonly periods: readonly Period[];
  readonly measures: ReadonlyMap<string, PublishedMeasure>;
  readonly figures: number;
  series(): Generator<GatheredSeries>;
};

/** A file may hold two hundred thousand series of one figure each, so an empty part costs nothing. */
type Growing = {
  measure: string;
  areaCode: string;
  breakdown: string;
  periods: number[];
  amounts: number[];
  statuses: number[];
  beside: { [Name in BesideName]?: number[] };
  remarks: Map<number, Remark>;
};

const nothingBeside: Growing['beside'] = Object.freeze({});
const noRemarks: Growing['remarks'] = new Map();

/** Gathers observations in any order into series, one array for all periods of a measure, an area and a group of people. */
export function gathering(): Gathering {
  const periods = periodList();
  const measures = new Map<string, PublishedMeasure>();
  const ids = new Map<PublishedMeasure, string>();
  const found = new Map<string, Map<string, Map<string, Growing>>>();
  let figures = 0;

  const idOf = (measure: PublishedMeasure): string => {
    const known = ids.get(measure);
    if (known) return known;
    const id = measureId(measure);
    ids.set(measure, id);
    if (!measures.has(id)) measures.set(id, measure);
    return id;
  };
  return {
    add(observation, areaCode) {
      const measure = idOf(observation.measure);
      const breakdowns = inner(inner(found, measure), areaCode);
      const place = periods.placeOf(observation.period);
      const series = breakdowns.get(observation.breakdown);
      const before = series?.periods.indexOf(place) ?? -1;
      if (series && before >= 0)
        return sameAgain(series, before, observation) ? 'repeated' : saidTwice(observation);
      if (series) append(series, place, observation);
      else breakdowns.set(observation.breakdown, begun({ measure, areaCode, place }, observation));
      figures += 1;
      return 'added';
    },
    periods: periods.list,
    measures,
    get figures() {
      return figures;
    },
    *series() {
      for (const areas of found.values()) for (const breakdowns of areas.values()) yield* breakdowns.values();
    },
  };
}

/** Every period once, in the order met; readers hand on one object for a period that a file names a thousand times. */
function periodList() {
  const list: Period[] = [];
  const places = new Map<string, number>();
  const seen = new Map<Period, number>();
  return {
    list,
    placeOf(period: Period): number {
      const known = seen.get(period);
      if (known !== undefined) return known;
      const { start, end, kind, years, state, text } = period;
      const key = [start, end, kind, years, state, text].join('|');
      const place = places.get(key) ?? list.push(period) - 1;
      places.set(key, place);
      seen.set(period, place);
      return place;
    },
  };
}

function inner<Value>(outer: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = outer.get(key);
  if (known) return known;
  const made = new Map<string, Value>();
  outer.set(key, made);
  return made;
}

type Beginning = { measure: string; areaCode: string; place: number };

function begun({ measure, areaCode, place }: Beginning, observation: Observation): Growing {
  const { breakdown, value } = observation;
  const series: Growing = {
    measure,
    areaCode,
    breakdown,
    // written out and not pushed, so that a series of one figure holds room for one
    periods: [place],
    amounts: [isNumber(value) ? value : Number.NaN],
    statuses: [isNumber(value) ? 0 : statusCode(value.status)],
    beside: nothingBeside,
    remarks: noRemarks,
  };
  appendBeside(series, place, observation);
  return series;
}

function append(series: Growing, place: number, observation: Observation): void {
  const { value } = observation;
  series.periods.push(place);
  series.amounts.push(isNumber(value) ? value : Number.NaN);
  series.statuses.push(isNumber(value) ? 0 : statusCode(value.status));
  appendBeside(series, place, observation);
}

function appendBeside(series: Growing, place: number, observation: Observation): void {
  const earlier = series.periods.length - 1;
  for (const name of besideNames) {
    const number = observation[name];
    const numbers = series.beside[name];
    if (numbers) numbers.push(number ?? Number.NaN);
    else if (number !== undefined) {
      if (series.beside === nothingBeside) series.beside = {};
      series.beside[name] = [...new Array<number>(earlier).fill(Number.NaN), number];
    }
  }
  const remark: Remark = {
    ...(observation.note ? { note: observation.note } : {}),
    ...observation.publisherSays,
  };
  if (Object.keys(remark).length === 0) return;
  if (series.remarks === noRemarks) series.remarks = new Map();
  series.remarks.set(place, remark);
}

function sameAgain(series: Growing, at: number, { value }: Observation): boolean {
  return isNumber(value)
    ? Object.is(series.amounts[at], value)
    : series.statuses[at] === statusCode(value.status);
}

function saidTwice({ measure, line, value, area, period }: Observation): RefusedRow {
  return refusedRow({
    about: 'cell',
    line,
    column: measure.name ?? measure.code,
    text: isNumber(value) ? String(value) : value.status,
    reason: 'two-values',
    words: `An earlier row gives another value for ${area.name} in ${period.text}; the earlier one was kept.`,
    mend: 'Look at both rows in the publisher’s file and ask the publisher which one is right.',
  });
}
