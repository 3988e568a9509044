import { DuckDBInstance } from '@duckdb/node-api';
import type { Records } from '#packages/record-linkage';
import type { TruthOfRecords } from './how-right.ts';

/** The truth of a file of invented families, by the numbers that records have. */
export async function truthOfFile(file: string, records: Records): Promise<TruthOfRecords> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const answer = await connection.runAndReadAll(
    `select id, person, family, date_of_birth from read_parquet('${file.replaceAll("'", "''")}')`,
  );
  const [ids = [], ...columns] = answer.getColumns();
  const rowOf = new Map(ids.map((id, row) => [String(id), row]));
  const [person = new Int32Array(), family = new Int32Array(), birth = new Int32Array()] = columns.map(
    (column) => {
      const codes = new Map<string, number>();
      return Int32Array.from({ length: records.count }, (_, record) => {
        const value = column[rowOf.get(records.ids.text(record)) ?? -1];
        if (value === null || value === undefined) return -1;
        const code = codes.get(String(value)) ?? codes.size;
        codes.set(String(value), code);
        return code;
      });
    },
  );
  return { person, family, birth };
}
