import { Unanswerable, valueOf } from '../../model/ask.ts';
import type { Row as PlainRow } from '../../records/records-of.ts';
import { done, refuse, type Result } from '../../result.ts';
import type { Held, NewRecord } from './held.ts';

/** A row in memory as a record of the store, its texts put in; refused where it lacks what only DuckDB can give. */
export function recordOfRow(held: Held, row: PlainRow): Result<NewRecord> {
  const { model, expressions } = held.shape;
  try {
    const texts = expressions.map((expression) => valueOf(expression, row));
    const codes = Int32Array.from(texts, (text) => (text === undefined ? -1 : held.texts.add(text)));
    const source = sourceOf(held, row[model.sourceColumn ?? ''] ?? 'records');
    const id = held.texts.add(row[model.idColumn] ?? '');
    return done({ source, id, row: { all: codes, from: 0 } });
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    return refuse({
      reason: 'needs-sql',
      place: 'row',
      words: `The row cannot be looked up: ${error.message}. Give it there, or read the row from a file.`,
    });
  }
}

function sourceOf(held: Held, name: string): number {
  const known = held.sources.indexOf(name);
  return known >= 0 ? known : held.sources.push(name) - 1;
}
