import { breakdownOf, refusedRow } from '../../observation.ts';
import type { Observation, PublishedArea, PublishedMeasure, RefusedRow } from '../../observation.ts';
import { isNumber } from '../../value.ts';
import type { Value } from '../../value.ts';
import { periodRefused, remembered, valueReader, valueRefused } from '../cells.ts';
import type { Columns } from '../table/columns.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import { readRows, refusedFile } from '../table/read-rows.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { columnsNamed } from './column-mapping.ts';
import type { BesideColumn, ColumnLayout, MeasureOfFile } from './column-mapping.ts';
import { areaInCell } from './mapped-area.ts';
import { measureNamer, measureOfWholeFile } from './mapped-measure.ts';
import { periodInCell, periodOfDays } from './mapped-period.ts';
import { areaRefused, astray, blankGroup, eitherYear, measureRefused, noMeasure } from './mapped-refusals.ts';

export type MappedOptions = {
  layout: ColumnLayout;
  measure: MeasureOfFile;
  /** whether the catalogue has a measure of this id */
  isKnown: (id: string) => boolean;
};

/**
 * Reads a table of any shape as its columns were said: one observation for each row. A row whose place, period, group,
 * measure or number cannot be read is refused as a whole; nothing is trimmed into a number or guessed.
 */
export async function* readMapped(source: Source, options: MappedOptions): AsyncGenerator<ReadPart> {
  const { layout, measure } = options;
  if (measure.named !== 'in-column' && !measureOfWholeFile(measure)) return yield refusedFile(noMeasure());
  const needed = columnsNamed(layout).map(({ column }) => column);
  if (measure.named === 'in-column') needed.push(measure.column);
  yield* readRows(source, needed, (columns) => rowReader(columns, options));
}

type Part<Found> = (cells: readonly string[], line: number) => Found | RefusedRow;

function rowReader(columns: Columns, options: MappedOptions) {
  const { layout } = options;
  const areaOf = areaReader(columns, layout);
  const measureOf = measureReader(columns, options);
  const periodOf = periodReader(columns, layout);
  const groupOf = groupReader(columns, layout);
  const numbersOf = numbersReader(columns, layout);
  return ({ cells, line }: DelimitedRecord, part: ReadPart): void => {
    const area = areaOf(cells, line);
    if ('words' in area) return void part.refused.push(area);
    const measure = measureOf(cells, line);
    if ('words' in measure) return void part.refused.push(measure);
    const period = periodOf(cells, line);
    if ('words' in period) return void part.refused.push(period);
    const group = groupOf(cells, line);
    if ('words' in group) return void part.refused.push(group);
    const numbers = numbersOf(cells, line);
    if ('words' in numbers) return void part.refused.push(numbers);
    part.observations.push({ measure, area, period, line, breakdown: group.breakdown, ...numbers });
  };
}

function areaReader(columns: Columns, layout: ColumnLayout): Part<PublishedArea> {
  const at = columns.at(layout.area);
  const nameAt = layout.areaName === undefined ? -1 : columns.at(layout.areaName);
  const known = new Map<string, PublishedArea>();
  return (cells, line) => {
    const [cell = '', name] = [cells[at], cells[nameAt]?.trim() || undefined];
    const key = `${cell}\n${name}`;
    const found = known.get(key) ?? areaInCell(cell, name);
    if (!found) return areaRefused(line, layout.area, cell);
    known.set(key, found);
    return found;
  };
}

function measureReader(columns: Columns, { measure, isKnown }: MappedOptions): Part<PublishedMeasure> {
  if (measure.named !== 'in-column') {
    const whole = measureOfWholeFile(measure);
    return () => whole ?? noMeasure();
  }
  const name = measureNamer(measure, isKnown);
  const at = columns.at(measure.column);
  return (cells, line) => {
    const cell = cells[at] ?? '';
    const named = name(cell);
    return 'measure' in named
      ? named.measure
      : measureRefused(named, { line, column: measure.column, text: cell });
  };
}

function periodReader(columns: Columns, { time }: ColumnLayout): Part<Observation['period']> {
  const read = remembered((text) => {
    const [first = '', last = ''] = text.split('\n');
    return time.in === 'one-column' ? periodInCell(text, time.years) : periodOfDays(first, last);
  });
  const names = time.in === 'one-column' ? [time.column] : [time.first, time.last];
  const places = names.map((name) => columns.at(name));
  return (cells, line) => {
    const period = read(places.map((at) => cells[at] ?? '').join('\n'));
    const column = names.join(' and ');
    if (period.done) return period.value;
    const { refusal } = period;
    return refusal.reason === 'year-type-unknown'
      ? eitherYear(line, column, refusal.text)
      : periodRefused(refusal, { about: 'row', line, column });
  };
}

function groupReader(columns: Columns, { groups, everybody }: ColumnLayout): Part<{ breakdown: string }> {
  const whole = new Set(everybody.map((word) => word.toLowerCase()));
  const places = groups.map((name) => ({ name, at: columns.at(name) }));
  const known = new Map<string, { breakdown: string }>();
  return (cells, line) => {
    const key = places.map(({ at }) => cells[at] ?? '').join('\n');
    const found = known.get(key);
    if (found) return found;
    const parts: Record<string, string> = {};
    for (const { name, at } of places) {
      const item = (cells[at] ?? '').trim();
      if (item === '') return blankGroup(line, name);
      if (!whole.has(item.toLowerCase())) parts[name] = item;
    }
    const made = { breakdown: breakdownOf(parts) };
    known.set(key, made);
    return made;
  };
}

type Numbers = { value: Value } & { [Name in BesideColumn]?: number };

function numbersReader(columns: Columns, { value: valueColumn, beside }: ColumnLayout): Part<Numbers> {
  const valueOf = valueReader('local');
  const valueAt = columns.at(valueColumn);
  const places = Object.entries(beside).map(([name, column]) => ({
    name: besideNamed(name),
    column,
    at: columns.at(column),
  }));
  return (cells, line) => {
    const value = valueOf(cells[valueAt] ?? '');
    if (!value.done) return valueRefused(value.refusal, { about: 'row', line, column: valueColumn });
    const numbers: Numbers = { value: value.value };
    for (const { name, column, at } of places) {
      const number = valueOf(cells[at] ?? '');
      if (!number.done) return valueRefused(number.refusal, { about: 'row', line, column });
      if (name && isNumber(number.value)) numbers[name] = number.value;
    }
    return limitsAstray(numbers, line) ?? numbers;
  };
}

function besideNamed(name: string): BesideColumn | undefined {
  const names = ['count', 'denominator', 'lower95', 'upper95', 'lower998', 'upper998'] as const;
  return names.find((known) => known === name);
}

/** Limits that do not lie on both sides of their value are of another column, or another value. */
function limitsAstray(numbers: Numbers, line: number): RefusedRow | undefined {
  const { value } = numbers;
  if (!isNumber(value)) return undefined;
  const pairs = [
    [numbers.lower95, numbers.upper95],
    [numbers.lower998, numbers.upper998],
  ] as const;
  const wrong = pairs.find(
    ([lower, upper]) => (lower !== undefined && lower > value) || (upper !== undefined && upper < value),
  );
  return wrong
    ? refusedRow({ ...astray, about: 'row', line, text: `${wrong[0] ?? ''} – ${value} – ${wrong[1] ?? ''}` })
    : undefined;
}
