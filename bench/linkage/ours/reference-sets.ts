// Reference data with known truth, with nothing set. Prints one line of JSON.
//   node … reference-sets.ts FOLDER
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { linkFiles } from '#packages/record-linkage';
import { got } from './got.ts';

const [folder = ''] = process.argv.slice(2);
const febrl = "regexp_extract(trim(rec_id), 'rec-([0-9]+)', 1)";

/** Files of each set, how the truth is read of a record, and whether only pairs of two files are asked about. */
const sets = [
  { name: 'fake_1000', files: ['splink_datasets/fake_1000.csv'], truth: 'cluster', pairs: 'within' },
  { name: 'febrl3', files: ['febrl/dataset3.csv'], truth: febrl, pairs: 'within' },
  { name: 'febrl4', files: ['febrl/dataset4a.csv', 'febrl/dataset4b.csv'], truth: febrl, pairs: 'between' },
] as const;

/** The columns of a file, trimmed: some of these files have a space after each comma. */
async function columnsOf(file: string): Promise<string> {
  const described = await connection.runAndReadAll(
    `describe select * from read_csv('${file}', all_varchar = true)`,
  );
  const names = described.getRows().map(([name]) => String(name));
  return names.map((name) => `nullif(trim("${name}"), '') as "${name.trim()}"`).join(', ');
}

const work = mkdtempSync(join(tmpdir(), 'goldenthread-known-'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
try {
  const found = [];
  for (const { name, files, truth, pairs } of sets) {
    const sources = [];
    for (const [place, file] of files.entries()) {
      const made = join(work, `${name}-${place}.parquet`);
      const from = join(folder, file).replaceAll("'", "''");
      await connection.run(
        `copy (select ${await columnsOf(from)}, ${truth} as person_of_truth
           from read_csv('${from}', all_varchar = true)) to '${made}' (format parquet)`,
      );
      sources.push({ name: `file ${place + 1}`, file: made });
    }
    const leaveOut = truth === febrl ? [] : [truth];
    const linked = got(await linkFiles({ sources, truth: 'person_of_truth', pairs, leaveOut }));
    const { people, pairs: ofPairs } = linked.evaluation ?? {};
    found.push({ name, records: linked.records.count, people: people?.f1, pairs: ofPairs?.f1 });
  }
  process.stdout.write(`${JSON.stringify({ sets: found })}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
