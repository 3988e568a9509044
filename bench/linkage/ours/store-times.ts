// What one record and ten thousand take against a store of the rest. Prints one line of JSON.
//   node … store-times.ts RECORDS.parquet [--trained MODEL.json] [--added 10000] [--asked 500]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  LinkageStore,
  learnFamilies,
  readRecords,
  train,
  type LinkageModel,
  type Records,
  type Row,
} from '#packages/record-linkage';
import { gatherPairs } from '../../../packages/record-linkage/linking/gather-pairs.ts';
import { modelOf, readComparison } from '../comparison.ts';
import { got } from './got.ts';

/** Seconds of the wall and of the processor, and milliseconds for one record; `held` is how many records the others were added to. */
export type StoreTimes = {
  readonly held: number;
  readonly create: number;
  readonly open: number;
  readonly lookUp: {
    readonly median: number;
    readonly p99: number;
    readonly processor: number;
    readonly candidates: number;
  };
  readonly add: readonly {
    readonly records: number;
    readonly seconds: number;
    readonly processor: number;
    readonly words: readonly string[];
  }[];
  readonly openAgain: number;
  readonly peakMegabytes: number;
};

/** What is measured: a Parquet file, a model that is trained (trained here unless given), and how many. */
export type ToTime = {
  readonly file: string;
  readonly model?: LinkageModel;
  /** how many records are added at once, and how many times */
  readonly added: number;
  readonly times: number;
  /** how many records are looked up one by one */
  readonly asked: number;
};

/** Holds all records of a file but the last ones by a hash of their ids, and times what comes after. */
export async function storeTimes({ file, model: given, added, times, asked }: ToTime): Promise<StoreTimes> {
  const folder = await mkdtemp(join(dirname(file), 'store-'));
  try {
    const { held, parts } = await splitFile(file, folder, { added, times: times + 1, asked });
    const by = readComparison();
    const read = async (part: string, model: LinkageModel): Promise<Records> =>
      got(await readRecords({ sources: [{ name: 'records', file: part }], model }));
    const records = got(await readRecords({ sources: [{ name: 'records', file: held }], model: by.model }));
    const model = given ?? got(await train(records, by.model, by)).model;
    const household = model.blockingRules.find(({ name }) => name === 'surname and postcode');
    const learnt = household && learnFamilies({ records, model, household });
    const families = learnt?.done ? learnt.value.families : undefined;
    const { pairs } = got(await gatherPairs(records, model));
    const place = join(folder, 'store');
    const create = timed(() =>
      got(LinkageStore.create(place, { records, model, pairs, ...(families && { families }) })),
    );
    create.value.close();
    const open = timed(() => got(LinkageStore.open(place)));
    const [questions = '', warm = '', ...others] = parts;
    const lookUp = timeLookUps(open.value, await read(questions, model));
    const add = timeAdds(open.value, await Promise.all([warm, ...others].map((part) => read(part, model))));
    open.value.close();
    const again = timed(() => got(LinkageStore.open(place)));
    again.value.close();
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return {
      held: records.count,
      create: create.seconds,
      open: open.seconds,
      lookUp,
      add,
      openAgain: again.seconds,
      peakMegabytes,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Timed<Value> = { readonly seconds: number; readonly processor: number; readonly value: Value };

function timed<Value>(act: () => Value): Timed<Value> {
  const from = performance.now();
  const before = process.cpuUsage();
  const value = act();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - from) / 1000, processor: (user + system) / 1e6, value };
}

function timeAdds(store: LinkageStore, parts: readonly Records[]): StoreTimes['add'] {
  return parts.map((later) => {
    const { seconds, processor, value } = timed(() =>
      got(store.add(later, { reason: 'timing', by: 'bench' })),
    );
    return { records: later.count, seconds, processor, words: value.words };
  });
}

function timeLookUps(store: LinkageStore, records: Records): StoreTimes['lookUp'] {
  const rows = rowsOf(records);
  let candidates = 0;
  let busy = 0;
  const times = rows.map((row) => {
    const { seconds, processor, value } = timed(() => got(store.lookUp(row)));
    candidates += value.candidates;
    busy += processor * 1000;
    return seconds * 1000;
  });
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? NaN;
  return {
    median: at(0.5),
    p99: at(0.99),
    processor: busy / rows.length,
    candidates: candidates / rows.length,
  };
}

/** Records as rows again, as somebody who types one in would give them. */
function rowsOf(records: Records): readonly Row[] {
  return Array.from({ length: records.count }, (_, record) => ({
    id: `new ${records.ids.text(record)}`,
    ...Object.fromEntries(
      [...records.columns].map(([key, { codes, values }]) => {
        const code = codes[record] ?? -1;
        return [key.replace(/^column:/u, ''), code < 0 ? null : values.text(code)];
      }),
    ),
  }));
}

async function splitFile(
  file: string,
  folder: string,
  of: { readonly added: number; readonly times: number; readonly asked: number },
): Promise<{ readonly held: string; readonly parts: readonly string[] }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `create table records as select *, row_number() over (order by hash(id)) as place from '${file}'`,
    );
    const sizes = [of.asked, ...new Array<number>(of.times).fill(of.added)];
    const parts: string[] = [];
    let from = 0;
    const copy = async (name: string, where: string): Promise<string> => {
      const part = join(folder, name);
      await connection.run(
        `copy (select * exclude (place) from records where ${where}) to '${part}' (format parquet)`,
      );
      return part;
    };
    for (const [at, size] of sizes.entries()) {
      parts.push(await copy(`part${at}.parquet`, `place > ${from} and place <= ${from + size}`));
      from += size;
    }
    return { held: await copy('held.parquet', `place > ${from}`), parts };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

if (import.meta.filename === process.argv[1]) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      trained: { type: 'string' },
      added: { type: 'string', default: '10000' },
      asked: { type: 'string', default: '500' },
    },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Name a file of records.');
  const model =
    values.trained === undefined ? undefined : modelOf(JSON.parse(await readFile(values.trained, 'utf8')));
  const times = await storeTimes({
    file,
    ...(model && { model }),
    added: Number(values.added),
    times: 3,
    asked: Number(values.asked),
  });
  process.stdout.write(`${JSON.stringify(times)}\n`);
}
