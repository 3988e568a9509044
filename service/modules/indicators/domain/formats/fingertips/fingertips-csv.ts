import { refusedRow } from '../../observation.ts';
import type { Observation, PublishedArea, PublishedMeasure, RefusedRow } from '../../observation.ts';
import { parseFingertipsTime } from '../../periods/fingertips-time.ts';
import { isNumber } from '../../value.ts';
import { periodRefused, remembered, valueReader, valueRefused } from '../cells.ts';
import type { Columns } from '../table/columns.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import { readRows } from '../table/read-rows.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { fingertipsBreakdown } from './fingertips-breakdown.ts';
import type { FingertipsGroup, FingertipsIndicator } from './fingertips-breakdown.ts';

export type FingertipsOptions = { indicator?: (id: string) => FingertipsIndicator | undefined };

const needed = [
  'Indicator ID',
  'Indicator Name',
  'Area Code',
  'Area Name',
  'Area Type',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  'Time period',
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
];

const england = 'E92000001';

/**
 * Reads a Fingertips download, of 26 or 27 columns: the column that renames itself with the kind of parent area is not
 * asked for. England stands in the file once for every parent area and is taken once.
 */
export function readFingertipsCsv(source: Source, options: FingertipsOptions = {}): AsyncGenerator<ReadPart> {
  return readRows(source, needed, (columns) => rowReader(columns, options));
}

type Limits = Pick<Observation, 'lower95' | 'upper95' | 'lower998' | 'upper998' | 'count' | 'denominator'>;

/** Numbers beside the value, and the columns that hold them; older files lack some. */
const beside = [
  ['lower95', 'Lower CI 95.0 limit'],
  ['upper95', 'Upper CI 95.0 limit'],
  ['lower998', 'Lower CI 99.8 limit'],
  ['upper998', 'Upper CI 99.8 limit'],
  ['count', 'Count'],
  ['denominator', 'Denominator'],
] as const;

function rowReader(
  columns: Columns,
  options: FingertipsOptions,
): (row: DelimitedRecord, part: ReadPart) => void {
  const valueOf = valueReader('fingertips');
  const read = rowParts(columns, options);
  const limitsOf = limitsReader(columns);
  const englandSaid = new Map<string, string>();
  const valueAt = columns.at('Value');
  return ({ cells, line }, part) => {
    const text = cells[valueAt] ?? '';
    const known = read(cells, line);
    if ('reason' in known) return void part.refused.push(known);
    if (known.area.code === england) {
      const key = `${known.measure.code}|${known.breakdown}|${known.period.start}|${known.period.end}`;
      const earlier = englandSaid.get(key);
      if (earlier === text) return void (part.repeated += 1);
      if (earlier !== undefined) return void part.refused.push(twoValues(line, text));
      englandSaid.set(key, text);
    }
    const value = valueOf(text);
    if (!value.done)
      return void part.refused.push(valueRefused(value.refusal, { about: 'row', line, column: 'Value' }));
    const limits = limitsOf(cells, { line, valueIsNumber: isNumber(value.value) });
    if ('reason' in limits) return void part.refused.push(limits);
    part.observations.push({ ...known, value: value.value, ...limits, line });
  };
}

type Known = Pick<Observation, 'measure' | 'area' | 'breakdown' | 'period' | 'publisherSays' | 'note'>;

/** All of a row that is not a number. */
function rowParts(
  columns: Columns,
  options: FingertipsOptions,
): (cells: readonly string[], line: number) => Known | RefusedRow {
  const at = cellReader(columns);
  const indicatorOf = remembered((id) => options.indicator?.(id) ?? {});
  const breakdownOf = fingertipsBreakdown(indicatorOf);
  const measures = new Map<string, PublishedMeasure>();
  const areas = new Map<string, PublishedArea>();
  return (cells, line) => {
    const id = at(cells, 'Indicator ID');
    const code = at(cells, 'Area Code');
    if (!/^\d{1,6}$/.test(id)) return unreadable({ line, column: 'Indicator ID', text: id });
    if (!/^[A-Za-z0-9.]{2,12}$/.test(code)) return unreadable({ line, column: 'Area Code', text: code });
    const period = parseFingertipsTime(
      {
        text: at(cells, 'Time period'),
        sortable: at(cells, 'Time period Sortable'),
        range: at(cells, 'Time period range'),
      },
      indicatorOf(id),
    );
    if (!period.done) return periodRefused(period.refusal, { about: 'row', line, column: 'Time period' });
    const name = at(cells, 'Indicator Name');
    const area = { code, name: at(cells, 'Area Name'), level: at(cells, 'Area Type') };
    return {
      measure: kept(measures, id, { source: 'fingertips', code: id, name }),
      area: kept(areas, code, area),
      breakdown: breakdownOf(id, groupIn(cells, at)),
      period: period.value,
      ...wordsIn(cells, at),
    };
  };
}

type CellReader = (cells: readonly string[], name: string) => string;

function groupIn(cells: readonly string[], at: CellReader): FingertipsGroup {
  return {
    sex: at(cells, 'Sex'),
    age: at(cells, 'Age'),
    categoryType: at(cells, 'Category Type'),
    category: at(cells, 'Category'),
  };
}

function wordsIn(cells: readonly string[], at: CellReader): Pick<Observation, 'publisherSays' | 'note'> {
  const said = publisherSays(
    at(cells, 'Recent Trend'),
    at(cells, 'Compared to England value or percentiles'),
  );
  const note = at(cells, 'Value note');
  return { ...(said ? { publisherSays: said } : {}), ...(note === '' ? {} : { note }) };
}

function cellReader(columns: Columns): CellReader {
  const places = new Map<string, number>();
  return (cells, name) => {
    const place = places.get(name) ?? columns.at(name);
    places.set(name, place);
    return cells[place] ?? '';
  };
}

function kept<Thing>(things: Map<string, Thing>, key: string, made: Thing): Thing {
  const found = things.get(key);
  if (!found) things.set(key, made);
  return found ?? made;
}

/**
 * The trend and comparison as the file gives them, for showing beside ours: a local-authority download had the
 * direction of all 232 of its significant trends reversed.
 */
function publisherSays(trend: string, comparison: string): Observation['publisherSays'] {
  const compared = comparison !== '' && comparison !== 'Not compared';
  if (trend === '' && !compared) return undefined;
  return { ...(trend === '' ? {} : { trend }), ...(compared ? { comparison } : {}) };
}

type LimitsPlace = { line: number; valueIsNumber: boolean };

/** The limits and counts; -1 stands for an absent limit where there is no value, or where both limits are -1. */
function limitsReader(
  columns: Columns,
): (cells: readonly string[], place: LimitsPlace) => Limits | RefusedRow {
  const places = beside.map(([name, column]) => ({ name, column, at: columns.at(column) }));
  const numberOf = valueReader('fingertips');
  return (cells, { line, valueIsNumber }) => {
    const limits: Limits = {};
    for (const { name, column, at } of places) {
      const value = numberOf(cells[at] ?? '');
      if (!value.done) return valueRefused(value.refusal, { about: 'row', line, column });
      if (isNumber(value.value)) limits[name] = value.value;
    }
    dropAbsent(limits, ['lower95', 'upper95'], valueIsNumber);
    dropAbsent(limits, ['lower998', 'upper998'], valueIsNumber);
    return limits;
  };
}

function dropAbsent(
  limits: Limits,
  [lower, upper]: ['lower95', 'upper95'] | ['lower998', 'upper998'],
  valueIsNumber: boolean,
): void {
  if (valueIsNumber && !(limits[lower] === -1 && limits[upper] === -1)) return;
  delete limits[lower];
  delete limits[upper];
}

function unreadable({ line, column, text }: { line: number; column: string; text: string }): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: column === 'Area Code' ? 'unknown-area' : 'nameless-measure',
    words: `“${text}” is not what Fingertips writes in “${column}”.`,
    mend: 'Download the file again and do not save it from a spreadsheet, which can change codes.',
  });
}

function twoValues(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: 'Value',
    text,
    reason: 'two-values',
    words: 'The file gives England two different values for the same people and period.',
    mend: 'Download the file again; if it stays so, ask the publisher which one is right.',
  });
}
