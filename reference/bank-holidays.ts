import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Bank holidays of one part of the country, as far as somebody wrote them down. */
export type BankHolidays = {
  readonly name: string;
  readonly publisher: string;
  readonly link: string;
  readonly licence: string;
  /** the last year that the publisher has published */
  readonly published: number;
  /** by the day, `YYYY-MM-DD`: its name as it stands in a sentence */
  readonly days: ReadonlyMap<string, string>;
  /** the last day of the last year that the table holds, `YYYY-MM-DD` */
  readonly knownUntil: string;
};

const shape = z.strictObject({
  name: z.string().min(1),
  publisher: z.string().min(1),
  link: z.url(),
  licence: z.string().min(1),
  published: z.number().int(),
  days: z.record(z.iso.date(), z.string().min(1)),
});

/**
 * Reads a table of bank holidays in the shape of `bank-holidays.yaml`.
 * @throws an Error where no day stands in it, and where a year between two others has none
 */
export function readBankHolidays(text: string): BankHolidays {
  const { days, ...rest } = shape.parse(parse(text, { maxAliasCount: 0, schema: 'core' }));
  const years = [...new Set(Object.keys(days).map((day) => Number(day.slice(0, 4))))].toSorted(
    (a, b) => a - b,
  );
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new Error('bank holidays: no day is named');
  if (last - first + 1 !== years.length) throw new Error('bank holidays: a year between two others has none');
  return { ...rest, days: new Map(Object.entries(days)), knownUntil: `${last}-12-31` };
}

let own: BankHolidays | undefined;

/** The bank holidays of England that we wrote down, read once from `bank-holidays.yaml` beside this file. */
export function englishBankHolidays(): BankHolidays {
  own ??= readBankHolidays(readFileSync(new URL('bank-holidays.yaml', import.meta.url), 'utf8'));
  return own;
}
