import type { FigureProps } from '../../frame/figure-props.ts';
import type { ChartValue, Point, Role, Series, Status } from '../../series.ts';

/** The words that examples are told in. Examples have the shape of published measures, with invented numbers for an invented county. */

/** A number, or a number with its limits, or a status; a leading "break" starts a new stretch. */
export type Told = number | readonly [number, number, number] | Status;

export const csv = '/measures/example.csv';
export const source = {
  text: 'Department for Education, Children in need 2025',
  href: 'https://example.org/',
};

export function value(told: Told): ChartValue {
  if (typeof told === 'number') return { kind: 'number', number: told };
  if (typeof told === 'string') return { kind: 'status', status: told };
  return { kind: 'number', number: told[0] };
}

export function limits(told: Told): { lower?: number; upper?: number } {
  return typeof told === 'object' ? { lower: told[1], upper: told[2] } : {};
}

/** Financial years from the first one on; `breakAt` names the year that does not join the one before. */
export function yearly(
  from: number,
  told: readonly Told[],
  breakAt?: { year: number; reason: string },
): Point[] {
  return told.map((each, index) => {
    const year = from + index;
    return {
      period: `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
      order: year,
      value: value(each),
      ...limits(each),
      joinsPrevious: index > 0 && year !== breakAt?.year,
      ...(year === breakAt?.year ? { breakReason: breakAt.reason } : {}),
    };
  });
}

export function series(name: string, role: Role, points: readonly Point[]): Series {
  return { key: name.toLowerCase().replaceAll(' ', '-'), name, role, points };
}

/** What all examples share. */
export const figure: FigureProps = {
  id: 'example',
  finding: '',
  measure: '',
  unit: { name: '%', symbol: '%', decimals: 1 },
  csvHref: csv,
  source,
  headingLevel: 3,
};
