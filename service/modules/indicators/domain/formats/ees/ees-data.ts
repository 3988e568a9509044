import { countedColumns } from '../../counts.ts';
import type { CountedColumn, CountsRule } from '../../counts.ts';
import { breakdownOf, refusedRow } from '../../observation.ts';
import type { Observation, PublishedMeasure, RefusedRow } from '../../observation.ts';
import type { PeriodState } from '../../period.ts';
import { parseEesTime } from '../../periods/ees-time.ts';
import type { EesTimeOptions } from '../../periods/ees-time.ts';
import { isNumber } from '../../value.ts';
import { periodRefused, remembered, valueReader, valueRefused } from '../cells.ts';
import { openColumns } from '../table/open-columns.ts';
import type { Columns } from '../table/columns.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import { refusedFile } from '../table/read-rows.ts';
import { emptyPart } from '../table/source.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { eesColumns } from './ees-columns.ts';
import type { EesColumns } from './ees-columns.ts';
import { countsWatcher } from './ees-counts.ts';
import { eesCode, tableSlug } from './ees-meta.ts';
import type { EesMeta } from './ees-meta.ts';
import { placeReader } from './ees-places.ts';

export type EesOptions = {
  /** what NAME.meta.csv says; without it filters are told from values by what stands in the first rows */
  meta?: EesMeta;
  /** the table's name in measure codes, where the file's own is not to be taken */
  slug?: string;
  /** items that stand for the whole beside "Total": `{ category: 'Children in Need' }` */
  whole?: Readonly<Record<string, string>>;
  /** the columns to take as measures; all where it is not given */
  indicators?: readonly string[];
  time?: EesTimeOptions;
  /** measures of other publishers whose counts stand in this table */
  counts?: readonly CountsRule[];
};

const needed = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'];

/**
 * Reads a table of Explore Education Statistics: an observation for every indicator of every row, and one for every
 * count that a rule names. A row whose place, time or filter cannot be read is refused as a whole, a bad cell alone.
 */
export async function* readEesData(source: Source, options: EesOptions = {}): AsyncGenerator<ReadPart> {
  const opened = await openColumns(source, needed);
  if (!opened.done) return yield refusedFile(opened.refusal);
  const { table, columns } = opened.value;
  let read: RowReader | undefined;
  for await (const { rows, refused, rowsRead } of table.rows) {
    const part: ReadPart = { ...emptyPart(), refused, rowsRead };
    if (!read && rows.length > 0) {
      const told = eesColumns(table.headers, options.meta, rows);
      if (!told.done) return yield refusedFile(told.refusal);
      part.notes.push(...table.notes, ...told.value.notes);
      read = rowReader({ fileName: source.name, columns: columns, told: told.value, options });
    }
    for (const row of rows) read?.row(row, part);
    yield part;
  }
  yield { ...emptyPart(), notes: read?.blankNotes() ?? [] };
}

type RowReader = { row(row: DelimitedRecord, part: ReadPart): void; blankNotes(): string[] };
type Reading = { fileName: string; columns: Columns; told: EesColumns; options: EesOptions };
type PlacedIndicator = {
  at: number;
  measure: PublishedMeasure;
  countAt: number;
  denominatorAt: number;
  blanks: number;
};
type RowPlace = Pick<Observation, 'area' | 'breakdown' | 'period' | 'line'>;

function rowReader({ fileName, columns, told, options }: Reading): RowReader {
  const placeOf = placeReader(columns);
  const periodOf = timeReader(columns, told.versionAt, options.time ?? {});
  const breakdownFrom = filterReader(told, options.whole ?? {});
  const indicators = placedIndicators({ fileName, columns, told, options });
  const valuesIn = valuesReader(indicators);
  const countsIn = countsWatcher(fileName, options.counts ?? [], columns);
  return {
    row({ cells, line }, part) {
      const area = placeOf({ cells, line });
      if ('reason' in area) return void part.refused.push(area);
      const period = periodOf(cells, line);
      if ('reason' in period) return void part.refused.push(period);
      const breakdown = breakdownFrom(cells, line);
      if ('reason' in breakdown) return void part.refused.push(breakdown);
      valuesIn(cells, { area, breakdown: breakdown.parts, period, line }, part);
      part.observations.push(...countsIn(cells, { area, period, line }));
    },
    blankNotes: () => indicators.filter(({ blanks }) => blanks > 0).map(blankNote),
  };
}

/** Every indicator of a row, each with its count and denominator where the table is known to hold them. */
function valuesReader(indicators: readonly PlacedIndicator[]) {
  const valueOf = valueReader('ees');
  const numberAt = (cells: readonly string[], at: number): number | undefined => {
    const value = at < 0 ? undefined : valueOf(cells[at] ?? '');
    return value?.done && isNumber(value.value) ? value.value : undefined;
  };
  return (cells: readonly string[], place: RowPlace, part: ReadPart): void => {
    for (const indicator of indicators) {
      const text = cells[indicator.at] ?? '';
      const value = valueOf(text);
      if (!value.done) {
        const column = indicator.measure.name ?? indicator.measure.code;
        part.refused.push(valueRefused(value.refusal, { about: 'cell', line: place.line, column }));
        continue;
      }
      if (text === '') indicator.blanks += 1;
      const observation: Observation = { measure: indicator.measure, ...place, value: value.value };
      const count = numberAt(cells, indicator.countAt);
      const denominator = numberAt(cells, indicator.denominatorAt);
      if (count !== undefined) observation.count = count;
      if (denominator !== undefined) observation.denominator = denominator;
      part.observations.push(observation);
    }
  };
}

function blankNote({ measure, blanks }: PlacedIndicator): string {
  const cells = blanks === 1 ? '1 cell' : `${blanks} cells`;
  return `${cells} of “${measure.name ?? measure.code}” held nothing; they were read as not available.`;
}

function placedIndicators({ fileName, columns, told, options }: Reading): PlacedIndicator[] {
  const slug = options.slug ?? tableSlug(fileName);
  const counted = countedColumns(fileName);
  const wanted = options.indicators;
  return told.indicators
    .filter(({ column }) => wanted === undefined || wanted.includes(column))
    .map(({ column, label, at }) => {
      const from: CountedColumn | undefined = counted.get(column);
      return {
        at,
        measure: { source: 'ees', code: eesCode(slug, column), name: label },
        countAt: from ? columns.at(from.count) : -1,
        denominatorAt: from ? columns.at(from.denominator) : -1,
        blanks: 0,
      };
    });
}

const versions: ReadonlyMap<string, PeriodState> = new Map([
  ['provisional', 'provisional'],
  ['revised', 'revised'],
  ['final', 'final'],
]);

type Timed = Observation['period'] | RefusedRow;

function timeReader(
  columns: Columns,
  versionAt: number,
  options: EesTimeOptions,
): (cells: readonly string[], line: number) => Timed {
  const [periodAt, identifierAt] = [columns.at('time_period'), columns.at('time_identifier')];
  const read = remembered((text) => {
    const [period = '', identifier = '', version = ''] = text.split('|');
    const state = versions.get(version.toLowerCase());
    return parseEesTime(period, identifier, state ? { ...options, state } : options);
  });
  return (cells, line) => {
    const version = versionAt < 0 ? '' : (cells[versionAt] ?? '');
    const period = read(`${(cells[periodAt] ?? '').trim()}|${(cells[identifierAt] ?? '').trim()}|${version}`);
    return period.done
      ? period.value
      : periodRefused(period.refusal, { about: 'row', line, column: 'time_period' });
  };
}

type Broken = { parts: string };

function filterReader(
  told: EesColumns,
  whole: Readonly<Record<string, string>>,
): (cells: readonly string[], line: number) => Broken | RefusedRow {
  const filters = told.filters.map((filter) => ({ ...filter, own: whole[filter.column] ?? filter.whole }));
  const known = new Map<string, Broken>();
  return (cells, line) => {
    const key = filters.map(({ at }) => cells[at] ?? '').join('\n');
    const found = known.get(key);
    if (found) return found;
    const parts: Record<string, string> = {};
    for (const { column, at, own } of filters) {
      const item = (cells[at] ?? '').trim();
      if (item === '') return blankFilter(line, column);
      const saysState = at === told.versionAt && versions.has(item.toLowerCase());
      if (item !== 'Total' && item !== own && !saysState) parts[column] = item;
    }
    const made: Broken = { parts: breakdownOf(parts) };
    known.set(key, made);
    return made;
  };
}

function blankFilter(line: number, column: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text: '',
    reason: 'blank-filter',
    words: `Nothing stands in “${column}”, so it cannot be told of whom the row speaks.`,
    mend: 'Write Total where the row speaks of everybody.',
  });
}
