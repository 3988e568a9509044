// A store of people that lasts: one record looked up, and 10,000 records added. Prints one line of JSON.
//   node … lasting.ts RECORDS.parquet
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { LinkageStore, linkFiles, numbersIn, readRecords, type Row } from '#packages/record-linkage';
import { percentile } from '../../bench.ts';
import { got } from './got.ts';

const added = 10_000;
const asked = 2000;
const [file = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'goldenthread-lasting-'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();

/** Some of the file's records, in an order by chance that is the same each time. */
async function part(name: string, which: string): Promise<string> {
  const made = join(folder, name);
  await connection.run(
    `copy (select * exclude (place) from
       (select *, row_number() over (order by hash(id)) as place from read_parquet('${file.replaceAll("'", "''")}'))
       where place ${which} ${added}) to '${made}' (format parquet)`,
  );
  return made;
}

function timed<Value>(does: () => Value): { readonly value: Value; readonly milliseconds: number } {
  const began = performance.now();
  const value = does();
  return { value, milliseconds: performance.now() - began };
}

try {
  const [before, later] = [await part('before.parquet', '>'), await part('later.parquet', '<=')];
  const leaveOut = ['person', 'family', 'origin'];
  const { records, learnt, pairs } = got(
    await linkFiles({ sources: [{ name: 'records', file: before }], leaveOut }),
  );
  const { model, families } = learnt;
  const store = got(
    LinkageStore.create(join(folder, 'store'), {
      records,
      model,
      pairs,
      oneOf: numbersIn(model),
      ...(families && { families }),
    }),
  );
  const read = await connection.runAndReadAll(`select * from read_parquet('${later}') limit ${asked}`);
  const rows = read
    .getRowObjects()
    .map((row): Row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
      ),
    );
  const times = rows.map((row) => timed(() => got(store.lookUp(row))).milliseconds);
  const more = got(await readRecords({ sources: [{ name: 'records', file: later }], model }));
  const adding = timed(() => got(store.add(more, { by: 'the bench', reason: 'a later delivery' })));
  store.close();
  process.stdout.write(
    `${JSON.stringify({
      records: records.count,
      lookUp: { median: percentile(times, 0.5), slow: percentile(times, 0.99) },
      added: more.count,
      addSeconds: adding.milliseconds / 1000,
      peakMb: process.resourceUsage().maxRSS / 1024,
    })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
