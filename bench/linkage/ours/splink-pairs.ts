import { DuckDBInstance } from '@duckdb/node-api';
import type { Edges, Records } from '#packages/record-linkage';

/** Splink's scored pairs of a Parquet file, by the numbers that our records have. */
export async function readSplinkPairs(file: string, records: Records): Promise<Edges> {
  const numberOf = new Map(
    Array.from({ length: records.count }, (_, number) => [records.ids.text(number), number]),
  );
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const answer = await connection.runAndReadAll(
    `select id_l, id_r, match_weight from read_parquet('${file.replaceAll("'", "''")}')`,
  );
  const [one = [], other = [], weights = []] = answer.getColumns();
  const number = (id: unknown): number => {
    const found = numberOf.get(String(id));
    if (found === undefined) throw new Error(`Splink names a record that is not there: ${String(id)}.`);
    return found;
  };
  return {
    left: Int32Array.from(one, number),
    right: Int32Array.from(other, number),
    weight: Float64Array.from(weights, Number),
  };
}
