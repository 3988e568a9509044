import { refusedRow } from '../../observation.ts';
import type { Observation, PublishedArea, RefusedRow } from '../../observation.ts';
import { calendarYears } from '../../period.ts';
import { countyOfDistrict } from '../population/districts.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import { refusedFile } from '../table/read-rows.ts';
import { emptyPart } from '../table/source.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { openTable } from '../table/table.ts';
import { deprivationMeasures, indexNames, tenths } from './deprivation-measures.ts';
import type { IndexName } from './deprivation-measures.ts';
import { smallAreaColumns } from './small-area-columns.ts';
import type { SmallAreaColumns } from './small-area-columns.ts';

/**
 * Reads the indices of deprivation by small area. Small areas are too many and too small for the tables of authorities, so
 * of each authority the share of its small areas in each tenth of England is kept. Counts of children that the publisher
 * withholds (fewer than 10) are never filled in, and no sum is made of what is left.
 */
export async function* readSmallAreas(source: Source): AsyncGenerator<ReadPart> {
  const table = await openTable(source);
  if (!table.done) return yield refusedFile(table.refusal);
  const columns = smallAreaColumns(table.value.headers);
  if (!columns || columns.authority < 0) {
    await table.value.close();
    return yield refusedFile(noAuthority(table.value.headers));
  }
  const shares = gatheredShares(columns);
  for await (const { rows, refused, rowsRead } of table.value.rows) {
    const part: ReadPart = { ...emptyPart(), refused, rowsRead };
    for (const row of rows) {
      const taken = shares.take(row);
      if (taken === 'repeated') part.repeated += 1;
      else if (taken) part.refused.push(taken);
    }
    yield part;
  }
  yield { ...emptyPart(), observations: shares.observations(), notes: shares.notes() };
}

type Authority = {
  area: PublishedArea;
  line: number;
  smallAreas: number;
  tenths: { [Name in IndexName]?: number[] };
};

function gatheredShares(columns: SmallAreaColumns) {
  const authorities = new Map<string, Authority>();
  const seen = new Map<string, string>();
  let withheld = 0;
  const indices = indexNames.filter((index) => columns.deciles[index] !== undefined);
  return {
    take({ cells, line }: DelimitedRecord): RefusedRow | 'repeated' | undefined {
      const read = readRow(cells, line, columns);
      if ('reason' in read) return read;
      const before = seen.get(read.code);
      if (before !== undefined) return before === read.key ? 'repeated' : wrongRow(line, 'twice', read.code);
      seen.set(read.code, read.key);
      if (columns.idaciNumerator >= 0 && (cells[columns.idaciNumerator] ?? '').trim() === '') withheld += 1;
      const authority = authorities.get(read.authority) ?? begun(read, line);
      authority.smallAreas += 1;
      for (const index of indices) {
        const counts = (authority.tenths[index] ??= Array.from({ length: tenths }, () => 0));
        const at = (read.deciles[index] ?? 0) - 1;
        counts[at] = (counts[at] ?? 0) + 1;
      }
      authorities.set(read.authority, authority);
      return undefined;
    },
    observations: () =>
      [...authorities.values()].flatMap((authority) =>
        indices.flatMap((index) => sharesOf(authority, index, columns.year)),
      ),
    notes: () => notesOf({ smallAreas: seen.size, authorities: authorities.size, withheld, columns }),
  };
}

type Row = {
  code: string;
  authority: string;
  name: string;
  deciles: Partial<Record<IndexName, number>>;
  key: string;
};

function readRow(cells: readonly string[], line: number, columns: SmallAreaColumns): Row | RefusedRow {
  const cell = (at: number): string => (cells[at] ?? '').trim();
  const code = cell(columns.area);
  if (!/^E01\d{6}$/.test(code)) return wrongRow(line, 'area', code);
  const given = cell(columns.authority);
  if (!/^E\d{8}$/.test(given)) return wrongRow(line, 'authority', given);
  const county = countyOfDistrict(given);
  const deciles: Row['deciles'] = {};
  for (const index of indexNames) {
    const at = columns.deciles[index];
    if (at === undefined) continue;
    if (!/^(?:[1-9]|10)$/.test(cell(at))) return wrongRow(line, 'decile', cell(at));
    deciles[index] = Number(cell(at));
  }
  const authority = county ?? given;
  const name = county ? county : cell(columns.authorityName) || given;
  return { code, authority, name, deciles, key: JSON.stringify([authority, deciles]) };
}

function begun({ authority, name }: Row, line: number): Authority {
  return { area: { code: authority, name }, line, smallAreas: 0, tenths: {} };
}

function sharesOf(
  { area, line, smallAreas, tenths: counts }: Authority,
  index: IndexName,
  year: number,
): Observation[] {
  const period = calendarYears(year, year, { state: 'final', text: String(year) });
  return deprivationMeasures[index].map((measure, at): Observation => {
    const count = counts[index]?.[at] ?? 0;
    const value = (100 * count) / smallAreas;
    return { ...{ measure, area, period, line }, breakdown: '', value, count, denominator: smallAreas };
  });
}

type Told = { smallAreas: number; authorities: number; withheld: number; columns: SmallAreaColumns };

function notesOf({ smallAreas, authorities, withheld, columns }: Told): string[] {
  const many = (count: number): string => count.toLocaleString('en-GB');
  return [
    `Of ${many(smallAreas)} small areas, the share of each authority’s own in every tenth of England was made, for ${many(authorities)} authorities; the small areas themselves are not kept.`,
    ...(columns.idaciNumerator < 0
      ? []
      : [
          withheld === 0
            ? 'Counts of children in it (IDACI) are not kept.'
            : `Counts of children (IDACI) are withheld for ${many(withheld)} small areas, where they are below 10, so no sum was made of them.`,
        ]),
  ];
}

const wrong = {
  area: {
    words: 'The row has no code of a small area in England (E01…).',
    mend: 'Nothing needs mending where the row is about another country.',
  },
  authority: {
    words: 'The row has no code of the authority that the small area lies in.',
    mend: 'Hand in the table with the code of the district or authority beside each small area.',
  },
  decile: {
    words: 'The tenth is not a whole number from 1, the most deprived, to 10.',
    mend: 'Check the column against the publisher’s file.',
  },
  twice: {
    words: 'The small area stood in the file before, with another tenth or in another authority.',
    mend: 'Keep one of the rows: the one that the publisher gives.',
  },
} as const;

function wrongRow(line: number, what: keyof typeof wrong, text: string): RefusedRow {
  return refusedRow({ about: 'row', line, text, reason: `small-area-${what}`, ...wrong[what] });
}

function noAuthority(headers: readonly string[]): RefusedRow {
  return refusedRow({
    about: 'file',
    line: 1,
    text: headers.join(','),
    reason: 'columns-missing',
    words: 'The table does not say in which authority each small area lies, so nothing can be made of it.',
    mend: wrong.authority.mend,
  });
}
