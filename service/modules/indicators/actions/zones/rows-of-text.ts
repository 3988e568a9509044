import { openTable } from '../../domain/formats/table/table.ts';
import type { Rows } from '../../domain/zones/small-area.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

/** Why a small table cannot be read at all. */
export type TableRefusal = { reason: 'table-unreadable'; words: string };

/** Cuts a whole small table, whatever its encoding and delimiter, as the readers of published files do. */
export async function rowsOfTable(name: string, bytes: Uint8Array): Promise<Outcome<Rows, TableRefusal>> {
  const table = await openTable({ name, bytes: inOnePiece(bytes) });
  if (!table.done) return refuse({ reason: 'table-unreadable', words: table.refusal.words });
  const rows: { line: number; cells: readonly string[] }[] = [];
  for await (const part of table.value.rows) {
    const [wrong] = part.refused;
    if (wrong) {
      await table.value.close();
      return refuse({ reason: 'table-unreadable', words: `Line ${wrong.line}: ${wrong.words}` });
    }
    rows.push(...part.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')));
  }
  return done({ headers: table.value.headers, rows });
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
