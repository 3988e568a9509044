// The same model over the same records: every weight of Splink's pairs against ours. Prints one line of JSON.
//   node … parity.ts RECORDS.parquet MODEL.json PAIRS.parquet
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readRecords, scoreIntoFile } from '#packages/record-linkage';
import { modelOf, readComparison } from '../comparison.ts';
import { got } from './got.ts';

const [file = '', trained = '', pairs = ''] = process.argv.slice(2);
const model = modelOf(JSON.parse(readFileSync(trained, 'utf8')));
const records = got(await readRecords({ sources: [{ name: 'records', file }], model }));
const folder = mkdtempSync(join(tmpdir(), 'goldenthread-parity-'));
try {
  const links = join(folder, 'links.parquet');
  got(await scoreIntoFile({ records, model, atLeast: readComparison().keepFromWeight, file: links }));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const answer = await connection.runAndReadAll(
    `select count(ours) filter (theirs is not null), count(ours) filter (theirs is null),
       count(theirs) filter (ours is null), coalesce(max(abs(ours - theirs)), 0)
     from (select least(id_l, id_r) as one, greatest(id_l, id_r) as other, match_weight as ours
           from read_parquet('${links}'))
     full join (select least(id_l, id_r) as one, greatest(id_l, id_r) as other, match_weight as theirs
           from read_parquet('${pairs.replaceAll("'", "''")}')) using (one, other)`,
  );
  const [both, onlyOurs, onlyTheirs, furthest] = (answer.getRows()[0] ?? []).map(Number);
  process.stdout.write(`${JSON.stringify({ both, onlyOurs, onlyTheirs, furthest })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
