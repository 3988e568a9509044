import { breakdownOf, refusedRow } from '../../observation.ts';
import { periodRefused, valueReader, valueRefused } from '../cells.ts';
import { placeReader } from '../ees/ees-places.ts';
import { readRows } from '../table/read-rows.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { children, midYear } from './population-measures.ts';

const needed = [
  ...['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'],
  ...['age_group', 'population_estimate'],
];

/** how the whole has been written; another age group is a part */
const under18 = /^(?:children )?(?:aged )?0\s*(?:-|to)\s*17(?: years)?$/i;

/**
 * Reads mid-year estimates of children under 18 by authority, as the Department for Education hands them on. Councils that
 * were made anew stand in it under both codes, one of them with x in the years in which it was not.
 */
export function readChildrenTable(source: Source): AsyncGenerator<ReadPart> {
  return readRows(source, needed, (columns) => {
    const valueOf = valueReader('ees');
    const placeOf = placeReader(columns);
    return ({ cells, line }, part) => {
      const cell = (name: string): string => (cells[columns.at(name)] ?? '').trim();
      const area = placeOf({ cells, line });
      if ('reason' in area) return void part.refused.push(area);
      const text = cell('time_period');
      const period = midYear(text);
      if (!period)
        return void part.refused.push(
          periodRefused({ reason: 'not-a-period', text }, { about: 'row', line, column: 'time_period' }),
        );
      const age = cell('age_group');
      if (age === '') return void part.refused.push(ageless(line));
      const value = valueOf(cell('population_estimate'));
      if (!value.done)
        return void part.refused.push(
          valueRefused(value.refusal, { about: 'row', line, column: 'population_estimate' }),
        );
      const breakdown = under18.test(age) ? '' : breakdownOf({ 'Age group': age });
      part.observations.push({ measure: children, area, breakdown, period, value: value.value, line });
    };
  });
}

function ageless(line: number) {
  return refusedRow({
    about: 'row',
    line,
    column: 'age_group',
    text: '',
    reason: 'blank-filter',
    words: 'Nothing stands in “age_group”, so it cannot be told of whom the row speaks.',
    mend: 'Download the file again.',
  });
}
