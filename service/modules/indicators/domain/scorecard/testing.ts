import { dayOf } from '#platform/kernel/day.ts';
import { academicYears, type PeriodState } from '../period.ts';
import { noNumber, type Value, type ValueStatus } from '../value.ts';
import type { Figure } from '../figures/figure.ts';
import { measureUnit, type MeasureDefinition } from '../figures/measure-definition.ts';
import type { NeighbourSet, Place } from '../figures/place.ts';
import type { MeasureFigures } from './row.ts';

/** An invented measure, for tests: a percentage, low is good, unless told otherwise. */
export function inventedMeasure(given: Partial<MeasureDefinition> = {}): MeasureDefinition {
  return {
    id: 'lait:Invented',
    source: 'lait',
    code: 'Invented',
    title: 'Invented percentage',
    topic: 'start',
    unit: measureUnit('%', 1),
    kind: 'proportion',
    polarity: 'low-is-good',
    publisher: 'Nobody',
    publication: 'Invented figures',
    link: 'https://example.org/invented',
    breaks: [],
    faults: [],
    sameAs: undefined,
    gap: undefined,
    ...given,
  };
}

export const brackenshire: Place = {
  code: 'X10000001',
  name: 'Brackenshire',
  kindName: 'County',
  isInvented: true,
  codes: ['X10000001'],
  standsFrom: undefined,
  before: [],
};

/** A figure of the academic year that ends in `year`. */
export function figure(
  year: number,
  told: number | ValueStatus,
  given: Partial<Figure> & { state?: PeriodState } = {},
): Figure {
  const { state = 'final', ...rest } = given;
  const value: Value = typeof told === 'number' ? told : noNumber(told);
  return {
    areaCode: brackenshire.code,
    period: academicYears(year - 1, year, { state, text: String(year) }),
    value,
    count: undefined,
    denominator: undefined,
    limits95: undefined,
    batch: 1,
    broughtInOn: dayOf(2026, 9, 1),
    ...rest,
  };
}

/** A figure with a 95% interval of this much either way. */
export function withInterval(year: number, value: number, half: number): Figure {
  return figure(year, value, { limits95: { lower: value - half, upper: value + half } });
}

export function england(year: number, told: number | ValueStatus, given: Partial<Figure> = {}): Figure {
  return figure(year, told, { areaCode: 'E92000001', ...given });
}

/** The figures of one measure, with peers on both sides of England unless told otherwise. */
export function figuresOf(given: Partial<MeasureFigures> & Pick<MeasureFigures, 'own'>): MeasureFigures {
  return {
    definition: inventedMeasure(),
    england: [],
    neighbours: new Map(),
    counts: [],
    peers: () => [0, 10, 20, 30, 40, 50, 60, 70, 80, 100],
    overrulings: [],
    target: undefined,
    ...given,
  };
}

export const neighboursOf2025: NeighbourSet = {
  key: 'sn-2025',
  year: '2025',
  name: 'Statistical neighbours, 2025',
  neighbours: ['Ashmarch', 'Corveshire', 'Hartlewold'].map((name, at) => ({
    place: { code: `X1000000${at + 2}`, name, codes: [`X1000000${at + 2}`] },
    closeness: 'close',
  })),
};
