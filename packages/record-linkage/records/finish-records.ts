import { cleaners } from '../fields/cleaners.ts';
import { keyOf } from '../model/expression.ts';
import type { Expression } from '../model/model.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import { cleanColumn } from './clean-column.ts';
import { Dictionary } from './dictionary.ts';
import { recordOrder } from './record-order.ts';
import type { Column, Records } from './records.ts';
import { sqlOf } from './source-file.ts';

/** Records with what was odd about them, in words: columns without values, values that cleaning left out. */
export type ReadRecords = Records & { readonly notes: readonly string[] };

/** Whose rows came in: their ids, sources and how files were named. */
export type NamedRows = {
  /** numbered by row: -1 where a row has none */
  readonly ids: Column;
  readonly sources: Column;
  /** the names given to files, in their order */
  readonly namedSources: readonly string[];
};

/** Rows put in the order of records: `order[record]` is the row as it came in. */
export type OrderedRows = Omit<Records, 'columns'> & { readonly order: Int32Array };

/** Columns before cleaning, by their SQL, row by row as they came in. */
export type Bases = ReadonlyMap<string, Column>;

/** Orders rows by source and id. Refuses ids that are missing or stand twice within a source, and too many sources. */
export function orderRows(rows: NamedRows): Result<OrderedRows> {
  const sources = sourcesInOrder(rows);
  if (sources.length > 255)
    return refuse({
      reason: 'too-many-sources',
      place: 'sources',
      words: `There are ${sources.length} sources; 255 can be told apart. Is the source column the right one?`,
    });
  const sourceOfRow = sourcesOfRows(rows, sources);
  const wrong = missingIds(rows.ids);
  if (wrong) return refuse(wrong);
  const order = recordOrder(sourceOfRow, rows.ids.values);
  const sourceOf = new Uint8Array(new SharedArrayBuffer(order.length));
  for (let record = 0; record < order.length; record += 1)
    sourceOf[record] = sourceOfRow[order[record] ?? 0] ?? 0;
  const ids = textsOf(order, rows.ids.values);
  const twice = duplicateIds({ sourceOf, sources, ids });
  return twice ? refuse(twice) : done({ count: order.length, ids, sources, sourceOf, order });
}

/** Records from rows in order: cleans their columns, and says what was odd. */
export function finishRecords(
  { order, ...named }: OrderedRows,
  bases: Bases,
  expressions: readonly Expression[],
): ReadRecords {
  return { ...named, ...finishColumns({ bases, order }, expressions) };
}

/** Sources in the order in which files were given; those that a column names after them, by their names. */
function sourcesInOrder(raw: NamedRows): string[] {
  const used = new Set(
    Array.from({ length: raw.sources.values.size }, (_, code) => raw.sources.values.text(code)),
  );
  const named = [...new Set(raw.namedSources)].filter((name) => used.has(name));
  const others = [...used].filter((name) => !named.includes(name));
  return [...named, ...others.sort((left, right) => (left < right ? -1 : 1))];
}

function sourcesOfRows(raw: NamedRows, sources: readonly string[]): Uint8Array {
  const { codes, values } = raw.sources;
  const numbers = Uint8Array.from({ length: values.size }, (_, code) => sources.indexOf(values.text(code)));
  const sourceOf = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) sourceOf[row] = numbers[codes[row] ?? 0] ?? 0;
  return sourceOf;
}

function missingIds(ids: Column): Refusal | undefined {
  const first = ids.codes.indexOf(-1);
  if (first < 0) return undefined;
  const count = ids.codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
  return {
    reason: 'missing-ids',
    place: `row ${first + 1}`,
    words: `${count} of ${ids.codes.length} records have no id; the first is row ${first + 1}. Every record needs one.`,
  };
}

function duplicateIds(of: {
  readonly sourceOf: Uint8Array;
  readonly sources: readonly string[];
  readonly ids: Dictionary;
}): Refusal | undefined {
  let count = 0;
  let first = -1;
  for (let record = 1; record < of.ids.size; record += 1)
    if (of.sourceOf[record] === of.sourceOf[record - 1] && isSame(of.ids, record - 1, record)) {
      count += 1;
      if (first < 0) first = record;
    }
  if (first < 0) return undefined;
  const id = of.ids.text(first).slice(0, 100);
  const source = of.sources[of.sourceOf[first] ?? 0] ?? '';
  return {
    reason: 'duplicate-ids',
    place: `${source}: ${id}`,
    words: `${count} records have an id that another record of the same source has; the first is "${id}" in ${source}. Number the records anew, or name the column that tells sources apart.`,
  };
}

function ordered(codes: Int32Array, order: Int32Array): Int32Array {
  const sorted = new Int32Array(new SharedArrayBuffer(order.length * 4));
  for (let record = 0; record < order.length; record += 1) sorted[record] = codes[order[record] ?? 0] ?? -1;
  return sorted;
}

/** From the last letter on, for ids beside each other mostly differ there. */
function isSame({ letters, starts }: Dictionary, one: number, other: number): boolean {
  const length = (starts[one + 1] ?? 0) - (starts[one] ?? 0);
  if (length !== (starts[other + 1] ?? 0) - (starts[other] ?? 0)) return false;
  for (let place = length - 1; place >= 0; place -= 1)
    if (letters[(starts[one] ?? 0) + place] !== letters[(starts[other] ?? 0) + place]) return false;
  return true;
}

/** The texts of these codes one after the other: a dictionary whose numbers are records. */
function textsOf(codes: Int32Array, values: Dictionary): Dictionary {
  const starts = new Uint32Array(new SharedArrayBuffer((codes.length + 1) * 4));
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record] ?? 0;
    const length = (values.starts[code + 1] ?? 0) - (values.starts[code] ?? 0);
    starts[record + 1] = (starts[record] ?? 0) + length;
  }
  const letters = new Uint16Array(new SharedArrayBuffer((starts[codes.length] ?? 0) * 2));
  for (let record = 0; record < codes.length; record += 1) {
    let from = values.starts[codes[record] ?? 0] ?? 0;
    const end = starts[record + 1] ?? 0;
    for (let to = starts[record] ?? 0; to < end; to += 1, from += 1) letters[to] = values.letters[from] ?? 0;
  }
  return new Dictionary(letters, starts);
}

function finishColumns(
  { bases: unordered, order }: { readonly bases: Bases; readonly order: Int32Array },
  expressions: readonly Expression[],
): { readonly columns: Map<string, Column>; readonly notes: string[] } {
  const bases = new Map<string, Column>();
  for (const [sql, column] of unordered)
    bases.set(sql, { codes: ordered(column.codes, order), values: column.values });
  const columns = new Map<string, Column>();
  const notes: string[] = [];
  for (const expression of expressions) {
    const base = bases.get(sqlOf(expression));
    if (!base) continue;
    const clean = 'cleanedBy' in expression ? cleaners.get(expression.cleanedBy) : undefined;
    const { column, leftOut } = clean ? cleanColumn(base, clean) : { column: base, leftOut: 0 };
    columns.set(keyOf(expression), column);
    const name = 'sql' in expression ? expression.sql : keyOf(expression).replace(/^column:/u, '');
    notes.push(...notesOn({ name, column, leftOut }));
  }
  return { columns, notes };
}

/** A value of more letters than this is worth a word. */
const longValue = 1000;

function notesOn(of: { readonly name: string; readonly column: Column; readonly leftOut: number }): string[] {
  const { starts } = of.column.values;
  const notes: string[] = [];
  if (of.leftOut > 0)
    notes.push(`${of.name}: ${of.leftOut} records have a value that is not valid; it counts as missing.`);
  if (of.column.values.size === 0)
    notes.push(`${of.name}: no record has a value, so nothing is learnt from it.`);
  let long = 0;
  for (let code = 0; code < of.column.values.size; code += 1)
    if ((starts[code + 1] ?? 0) - (starts[code] ?? 0) > longValue) long += 1;
  if (long > 0)
    notes.push(`${of.name}: ${long} values are longer than ${longValue} letters; they are kept whole.`);
  return notes;
}
