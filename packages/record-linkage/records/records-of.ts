import { keyOf } from '../model/expression.ts';
import type { Expression, LinkageModel } from '../model/model.ts';
import { done, refuse, type Result } from '../result.ts';
import { Dictionary } from './dictionary.ts';
import { expressionsOf } from './expressions-of.ts';
import { finishRecords, orderRows, type ReadRecords } from './finish-records.ts';
import { unknownCleaner } from './read-records.ts';
import type { Column } from './records.ts';
import { sqlOf } from './source-file.ts';

/** A row in memory: texts by column; what an SQL expression comes to stands under its key (`keyOf`). */
export type Row = Readonly<Record<string, string | null | undefined>>;

/** What records are made of: rows in memory, the model that says what is needed of them, and what else is wanted. */
export type RowsRead = {
  readonly rows: readonly Row[];
  readonly model: Pick<LinkageModel, 'idColumn' | 'sourceColumn' | 'comparisons' | 'blockingRules'>;
  readonly also?: readonly Expression[];
};

/**
 * Records from rows in memory: as `readRecords` makes them of files, without DuckDB, so SQL is not evaluated. A column
 * that a row has not is missing there. Refuses what `readRecords` refuses of ids and cleaning.
 */
export function recordsOf({ rows, model, also = [] }: RowsRead): Result<ReadRecords> {
  if (rows.length === 0)
    return refuse({ reason: 'no-records', place: 'rows', words: 'Give at least one record.' });
  const expressions = [...expressionsOf(model), ...also];
  const refusal = unknownCleaner(expressions);
  if (refusal) return refuse(refusal);
  const { idColumn, sourceColumn } = model;
  const sourceOf = (row: Row): string =>
    (sourceColumn === undefined ? undefined : row[sourceColumn]) ?? 'records';
  const ordered = orderRows({
    ids: byRow(rows.map((row) => row[idColumn] ?? undefined)),
    sources: columnOf(rows, sourceOf),
    namedSources: [],
  });
  if (!ordered.done) return ordered;
  const bases = expressions.map((each): [string, Column] => [
    sqlOf(each),
    columnOf(rows, (row) => row['sql' in each ? keyOf(each) : each.column]),
  ]);
  const once = [...new Map(expressions.map((each) => [keyOf(each), each])).values()];
  return done(finishRecords(ordered.value, new Map(bases), once));
}

function byRow(texts: readonly (string | undefined)[]): Column {
  return {
    codes: Int32Array.from(texts, (text, row) => (text === undefined ? -1 : row)),
    values: Dictionary.of(texts.map((text) => text ?? '')),
  };
}

function columnOf(rows: readonly Row[], valueOf: (row: Row) => string | null | undefined): Column {
  const numbers = new Map<string, number>();
  const codes = Int32Array.from(rows, (row) => {
    const value = valueOf(row);
    if (value === null || value === undefined) return -1;
    const code = numbers.get(value) ?? numbers.size;
    numbers.set(value, code);
    return code;
  });
  return { codes, values: Dictionary.of([...numbers.keys()]) };
}
