import { refusedRow } from '../../observation.ts';
import type { PublishedArea, RefusedRow } from '../../observation.ts';
import type { Period } from '../../period.ts';
import { plainHeader } from '../table/plain-header.ts';
import { openTable } from '../table/table.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import { refusedFile } from '../table/read-rows.ts';
import { emptyPart } from '../table/source.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { childrenTotals } from './children-totals.ts';
import type { AgeCount } from './age-count.ts';
import { midYear, oldestKept } from './population-measures.ts';

const sexes: Readonly<Record<string, string>> = { '1': 'Male', '2': 'Female', m: 'Male', f: 'Female' };

type Wide = {
  code: number;
  name: number;
  sex: number;
  age: number;
  years: readonly { at: number; header: string; period: Period }[];
};

/** The columns of ONS's file of single years of age (MYEB1), whose headers bear the year of the boundaries. */
export function singleAgeColumns(headers: readonly string[]): Wide | undefined {
  const plain = headers.map(plainHeader);
  const find = (sign: RegExp): number => plain.findIndex((header) => sign.test(header));
  const years = headers.flatMap((header, at) => {
    const period = midYear(/^population_?(\d{4})$/i.exec(header)?.[1] ?? '');
    return period ? [{ at, header, period }] : [];
  });
  const [code, name] = [find(/^(?:ladcode|laua|lacode)\d\d$/), find(/^(?:laname|ladname)\d\d$/)];
  const [sex, age] = [find(/^sex$/), find(/^age$/)];
  return code < 0 || sex < 0 || age < 0 || years.length === 0 ? undefined : { code, name, sex, age, years };
}

/**
 * Reads ONS's estimates by authority, sex and single year of age. Ages up to 25 are kept; the count of everybody under 18 is
 * their sum, exactly, and that of a county the sum of all its districts. Districts themselves are not kept.
 */
export async function* readSingleAges(source: Source): AsyncGenerator<ReadPart> {
  const table = await openTable(source);
  if (!table.done) return yield refusedFile(table.refusal);
  const wide = singleAgeColumns(table.value.headers);
  if (!wide) {
    await table.value.close();
    return yield refusedFile(noColumns(table.value.headers));
  }
  const sums = childrenTotals();
  for await (const { rows, refused, rowsRead } of table.value.rows) {
    const part: ReadPart = { ...emptyPart(), refused, rowsRead };
    for (const row of rows) {
      const read = readRow(row, wide);
      if (!Array.isArray(read)) part.refused.push(read);
      else for (const one of read) part.observations.push(...sums.take(one));
    }
    yield part;
  }
  yield { ...emptyPart(), observations: sums.observations(), notes: sums.notes() };
}

function readRow({ cells, line }: DelimitedRecord, wide: Wide): AgeCount[] | RefusedRow {
  const cell = (at: number): string => (cells[at] ?? '').trim();
  const code = cell(wide.code);
  const sex = sexes[cell(wide.sex).toLowerCase()];
  const age = /^\d{1,3}\+?$/.test(cell(wide.age)) ? Number.parseInt(cell(wide.age), 10) : undefined;
  if (!/^[A-Z]\d{8}$/.test(code)) return wrongCell(line, 'area', code);
  if (sex === undefined) return wrongCell(line, 'sex', cell(wide.sex));
  if (age === undefined) return wrongCell(line, 'age', cell(wide.age));
  if (age > oldestKept) return [];
  const area: PublishedArea = { code, name: wide.name < 0 ? code : cell(wide.name) };
  const counts: AgeCount[] = [];
  for (const { at, header, period } of wide.years) {
    const text = cell(at);
    if (!/^\d+$/.test(text)) return wrongCell(line, header, text);
    counts.push({ area, period, line, sex, age, people: Number(text) });
  }
  return counts;
}

function wrongCell(line: number, column: string, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: 'not-a-population',
    words: `“${text}” does not fit in the column of the ${column}.`,
    mend: 'Download the file again and hand it in unchanged.',
  });
}

function noColumns(headers: readonly string[]): RefusedRow {
  return refusedRow({
    about: 'file',
    line: 1,
    text: headers.join(','),
    reason: 'columns-missing',
    words: 'The header lacks a code of the authority, sex, age, or a column for each year (population_2024).',
    mend: 'Hand in the file as the publisher gives it, with its header as the first row.',
  });
}
