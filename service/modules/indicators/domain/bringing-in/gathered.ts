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
  readonly periods: number[];
  readonly amounts: number[];
  /** 0 for a number; see status-code */
  readonly statuses: number[];
  readonly beside: { [Name in BesideName]?: number[] };
  /** by place in the list of periods */
  readonly remarks: Map<number, Remark>;
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

const noRemarks: Map<number, Remark> = new Map();

/** Gathers observations in any order into series, one array for all periods of a measure, an area and a group of people. */
export function gathering(): Gathering {
  const periods: Period[] = [];
  const periodPlaces = new Map<string, number>();
  const seenPeriods = new Map<Period, number>();
  const measures = new Map<string, PublishedMeasure>();
  const ids = new Map<PublishedMeasure, string>();
  const found = new Map<string, Map<string, Map<string, GatheredSeries>>>();
  let figures = 0;

  const periodPlace = (period: Period): number => {
    const seen = seenPeriods.get(period);
    if (seen !== undefined) return seen;
    const key = [period.start, period.end, period.kind, period.years, period.state, period.text].join('|');
    const place = periodPlaces.get(key) ?? periods.push(period) - 1;
    periodPlaces.set(key, place);
    seenPeriods.set(period, place);
    return place;
  };
  const idOf = (measure: PublishedMeasure): string => {
    const known = ids.get(measure);
    if (known) return known;
    const id = measureId(measure);
    ids.set(measure, id);
    if (!measures.has(id)) measures.set(id, measure);
    return id;
  };
  const seriesOf = (observation: Observation, areaCode: string): GatheredSeries => {
    const measure = idOf(observation.measure);
    const areas = inner(found, measure);
    const breakdowns = inner(areas, areaCode);
    const known = breakdowns.get(observation.breakdown);
    if (known) return known;
    const made: GatheredSeries = {
      measure,
      areaCode,
      breakdown: observation.breakdown,
      periods: [],
      amounts: [],
      statuses: [],
      beside: {},
      remarks: noRemarks,
    };
    breakdowns.set(observation.breakdown, made);
    return made;
  };
  return {
    add(observation, areaCode) {
      const series = seriesOf(observation, areaCode);
      const place = periodPlace(observation.period);
      const before = series.periods.indexOf(place);
      if (before >= 0) return sameAgain(series, before, observation) ? 'repeated' : saidTwice(observation);
      const kept = observation.note || observation.publisherSays ? withRemarks(series) : series;
      if (kept !== series) inner(inner(found, series.measure), areaCode).set(series.breakdown, kept);
      append(kept, place, observation);
      figures += 1;
      return 'added';
    },
    periods,
    measures,
    get figures() {
      return figures;
    },
    *series() {
      for (const areas of found.values()) for (const breakdowns of areas.values()) yield* breakdowns.values();
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

/** Nearly no series has remarks, so they share one empty map until they do. */
function withRemarks(series: GatheredSeries): GatheredSeries {
  return series.remarks === noRemarks ? { ...series, remarks: new Map() } : series;
}

function append(series: GatheredSeries, place: number, observation: Observation): void {
  const { value } = observation;
  series.periods.push(place);
  series.amounts.push(isNumber(value) ? value : Number.NaN);
  series.statuses.push(isNumber(value) ? 0 : statusCode(value.status));
  for (const name of besideNames) {
    const number = observation[name];
    if (number === undefined && series.beside[name] === undefined) continue;
    const numbers = (series.beside[name] ??= new Array<number>(series.periods.length - 1).fill(Number.NaN));
    numbers.push(number ?? Number.NaN);
  }
  const remark: Remark = {
    ...(observation.note ? { note: observation.note } : {}),
    ...observation.publisherSays,
  };
  if (Object.keys(remark).length > 0) series.remarks.set(place, remark);
}

function sameAgain(series: GatheredSeries, at: number, { value }: Observation): boolean {
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
