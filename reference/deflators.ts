import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a pound of one financial year is worth in another, by a named publisher's index. */
export type Deflators = {
  readonly name: string;
  readonly publisher: string;
  readonly title: string;
  /** the day it was published, `YYYY-MM-DD` */
  readonly published: string;
  readonly link: string;
  readonly licence: string;
  /** the last year whose index is counted and not forecast: the year in whose prices sums are shown */
  readonly latestOutturn: number;
  /** by the year in which the financial year begins */
  readonly index: ReadonlyMap<number, number>;
  readonly forecastYears: ReadonlySet<number>;
};

const levels = z.record(z.string().regex(/^\d{4}$/), z.number().positive());

const shape = z.strictObject({
  name: z.string().min(1),
  publisher: z.string().min(1),
  title: z.string().min(1),
  published: z.iso.date(),
  link: z.url(),
  licence: z.string().min(1),
  base: z.number().int(),
  outturn: levels,
  forecast: levels,
});

/**
 * Reads a table of deflators in the shape of `deflators.yaml`.
 * @throws an Error where the base year is not 100, and where a year is both outturn and forecast
 */
export function readDeflators(text: string): Deflators {
  const { base, outturn, forecast, ...rest } = shape.parse(parse(text, { maxAliasCount: 0 }));
  const years = (of: Record<string, number>) =>
    Object.entries(of).map(([year, level]) => [Number(year), level] as const);
  const counted = new Map(years(outturn));
  const expected = new Map(years(forecast));
  if (counted.get(base) !== 100) throw new Error(`deflators: the index of ${base} is not 100`);
  const both = [...expected.keys()].find((year) => counted.has(year));
  if (both !== undefined) throw new Error(`deflators: ${both} is outturn and forecast`);
  return {
    ...rest,
    latestOutturn: Math.max(...counted.keys()),
    index: new Map([...counted, ...expected]),
    forecastYears: new Set(expected.keys()),
  };
}

let own: Deflators | undefined;

/** The deflators that we wrote down, read once from `deflators.yaml` beside this file. */
export function gdpDeflators(): Deflators {
  own ??= readDeflators(readFileSync(new URL('deflators.yaml', import.meta.url), 'utf8'));
  return own;
}
