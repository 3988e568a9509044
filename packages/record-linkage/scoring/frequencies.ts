import { keyOf } from '../model/expression.ts';
import type { LinkageModel } from '../model/model.ts';
import type { Column, Records } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';
import { valueCounts } from '../records/value-counts.ts';

/** How frequent each value of a column is among all that are not missing, by code; by `keyOf(expression)`. */
export type Frequencies = ReadonlyMap<string, Float64Array>;

/** The term frequencies that a model asks for, over all records of all sources together. Shared between threads. */
export function frequenciesIn(records: Records, model: Pick<LinkageModel, 'comparisons'>): Frequencies {
  const rules = model.comparisons.flatMap(({ levels }) =>
    levels.flatMap(({ termFrequency }) => (termFrequency ? [termFrequency.column] : [])),
  );
  return new Map(rules.map((rule) => [keyOf(rule), frequenciesOfColumn(columnOf(records, rule))]));
}

function frequenciesOfColumn(column: Column): Float64Array {
  const { counts, known } = valueCounts(column);
  for (let code = 0; code < counts.length; code += 1) counts[code] = (counts[code] ?? 0) / known;
  return counts;
}
