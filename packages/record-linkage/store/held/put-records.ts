import { keyOf } from '../../model/expression.ts';
import type { Dictionary } from '../../records/dictionary.ts';
import type { Column, Records } from '../../records/records.ts';
import { done, refuse, type Refusal, type Result } from '../../result.ts';
import type { Held } from './held.ts';

/** The most sources that are told apart. */
const mostSources = 255;

/**
 * Puts records in, in their order, and returns the number of the first; no rule finds them before they are listed. Refused, with nothing put in: a column that the
 * store keeps and the records were read without, an id that its source has already, too many sources.
 */
export function putRecords(held: Held, records: Records): Result<number> {
  const before = held.extent;
  const columns: Column[] = [];
  for (const expression of held.shape.expressions) {
    const column = records.columns.get(keyOf(expression));
    if (!column) return refuse(withoutColumn(keyOf(expression)));
    columns.push(column);
  }
  const sources = sourcesIn(held, records.sources);
  if (held.sources.length > mostSources) {
    held.keepFirst(before);
    return refuse(tooManySources);
  }
  const numbers = columns.map((column) => numbersOf(held, column.values));
  const ids = numbersOf(held, records.ids);
  const row = new Int32Array(held.stride);
  for (let record = 0; record < records.count; record += 1) {
    const source = sources[records.sourceOf[record] ?? 0] ?? 0;
    const id = ids[record] ?? 0;
    if (held.find(source, id) >= 0) {
      const refusal = known(held.sources[source] ?? '', held.texts.text(id));
      held.keepFirst(before);
      return refuse(refusal);
    }
    for (let slot = 0; slot < columns.length; slot += 1) {
      const code = columns[slot]?.codes[record] ?? -1;
      row[slot] = code < 0 ? -1 : (numbers[slot]?.[code] ?? -1);
    }
    held.add({ source, id, row: { all: row, from: 0 } });
  }
  return done(before.records);
}

/** The numbers that sources have in the store; a new source comes after those there are. */
function sourcesIn(held: Held, names: readonly string[]): number[] {
  return names.map((name) => {
    const known = held.sources.indexOf(name);
    return known >= 0 ? known : held.sources.push(name) - 1;
  });
}

function numbersOf(held: Held, { letters, starts, size }: Dictionary): Int32Array {
  const numbers = new Int32Array(size);
  for (let code = 0; code < size; code += 1)
    numbers[code] = held.texts.addLetters(letters, starts[code] ?? 0, starts[code + 1] ?? 0);
  return numbers;
}

function withoutColumn(key: string): Refusal {
  return {
    reason: 'missing-column',
    place: key,
    words: `The records were read without ${key}, which the store keeps of every record. Read them with the store's own model and what its rules name.`,
  };
}

function known(source: string, id: string): Refusal {
  return {
    reason: 'known-record',
    place: `${source}: ${id.slice(0, 100)}`,
    words: `Record "${id.slice(0, 100)}" of ${source} is in the store already. Leave it out, or give it an id of its own; nothing was added.`,
  };
}

const tooManySources: Refusal = {
  reason: 'too-many-sources',
  place: 'sources',
  words: `More than ${mostSources} sources cannot be told apart. Is the source column the right one? Nothing was added.`,
};
