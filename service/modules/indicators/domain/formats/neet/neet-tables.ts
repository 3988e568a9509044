import { breakdownOf, refusedRow } from '../../observation.ts';
import type { Observation, PublishedMeasure } from '../../observation.ts';
import { parseEesTime } from '../../periods/ees-time.ts';
import { periodRefused, valueReader, valueRefused } from '../cells.ts';
import { placeReader } from '../ees/ees-places.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import { openColumns } from '../table/open-columns.ts';
import type { TableColumns } from '../table/open-columns.ts';
import { refusedFile } from '../table/read-rows.ts';
import { emptyPart } from '../table/source.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { neetColumn, neetMeasure } from './neet-columns.ts';

const needed = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'];
/** how the whole age range has been written */
const wholeAge = /^16\s*(?:-|to|and)\s*17$/i;

/**
 * Reads the yearly tables on learning and work at 16 and 17 (NEET and participation), whose headers change every year: by
 * what a column says, not by how it is spelled. Columns that rank in fifths or give a year's change are not read, since we
 * work those out ourselves; which were not read is told.
 */
export async function* readNeetTable(source: Source): AsyncGenerator<ReadPart> {
  const opened = await openColumns(source, needed);
  if (!opened.done) return yield refusedFile(opened.refusal);
  const { table } = opened.value;
  const read = rowReader(opened.value);
  yield { ...emptyPart(), notes: read.notes };
  for await (const { rows, refused, rowsRead } of table.rows) {
    const part: ReadPart = { ...emptyPart(), refused, rowsRead };
    for (const row of rows) read.row(row, part);
    yield part;
  }
}

type Held = {
  at: number;
  header: string;
  measure: PublishedMeasure;
  group: Readonly<Record<string, string>>;
};

function rowReader({ table: { headers }, columns }: TableColumns) {
  const measures = new Map<string, PublishedMeasure>();
  const held: Held[] = [];
  const unread: string[] = [];
  for (const [at, header] of headers.entries()) {
    const found = neetColumn(header);
    if (!found) {
      if (/percent|quintile|change|cohort/i.test(header)) unread.push(header);
      continue;
    }
    const measure = measures.get(found.code) ?? neetMeasure(found.code);
    measures.set(found.code, measure);
    held.push({ at, header, measure, group: found.group ? { [found.group[0]]: found.group[1] } : {} });
  }
  const placeOf = placeReader(columns);
  const ageAt = headers.findIndex((header) => header.toLowerCase() === 'age');
  const [periodAt, identifierAt] = [columns.at('time_period'), columns.at('time_identifier')];
  const valuesIn = valuesReader(held);
  return {
    notes:
      unread.length === 0
        ? []
        : [
            `Not read, being ranks, changes over a year, or what other tables say better: ${unread.join(', ')}.`,
          ],
    row({ cells, line }: DelimitedRecord, part: ReadPart): void {
      const area = placeOf({ cells, line });
      if ('reason' in area) return void part.refused.push(area);
      const period = parseEesTime((cells[periodAt] ?? '').trim(), (cells[identifierAt] ?? '').trim());
      if (!period.done)
        return void part.refused.push(
          periodRefused(period.refusal, { about: 'row', line, column: 'time_period' }),
        );
      const age = ageAt < 0 ? '16-17' : (cells[ageAt] ?? '').trim();
      if (age === '') return void part.refused.push(ageless(line));
      const ages: Record<string, string> = wholeAge.test(age) ? {} : { Age: age };
      valuesIn(cells, { place: { area, period: period.value, line }, ages }, part);
    },
  };
}

type RowPlace = {
  place: Pick<Observation, 'area' | 'period' | 'line'>;
  ages: Readonly<Record<string, string>>;
};

function valuesReader(held: readonly Held[]) {
  const valueOf = valueReader('ees');
  return (cells: readonly string[], { place, ages }: RowPlace, part: ReadPart): void => {
    for (const { at, header, measure, group } of held) {
      const value = valueOf((cells[at] ?? '').trim());
      if (!value.done)
        part.refused.push(valueRefused(value.refusal, { about: 'cell', line: place.line, column: header }));
      else
        part.observations.push({
          ...place,
          measure,
          breakdown: breakdownOf({ ...ages, ...group }),
          value: value.value,
        });
    }
  };
}

function ageless(line: number) {
  return refusedRow({
    about: 'row',
    line,
    column: 'Age',
    text: '',
    reason: 'blank-filter',
    words: 'Nothing stands in “Age”, so it cannot be told of whom the row speaks.',
    mend: 'Write 16-17 where the row speaks of both ages.',
  });
}
