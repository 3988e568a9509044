// Our side of the comparison, alone in its process; prints one line of JSON.
//   node … whole-job.ts RECORDS.parquet [--threads 2] [--trained MODEL.json]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  bestFirstClusters,
  componentsAt,
  readRecords,
  scorePairs,
  train,
  writeSplinkModel,
} from '#packages/record-linkage';
import { readComparison } from '../comparison.ts';
import { EdgesKept } from './edges-kept.ts';
import { got } from './got.ts';
import { Phases } from './phases.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string' }, trained: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) throw new Error('Name a file of records.');
const threads = values.threads === undefined ? {} : { threads: Number(values.threads) };

const by = readComparison();
const phases = new Phases();
const records = await phases.time('load', async () =>
  got(await readRecords({ sources: [{ name: 'records', file }], model: by.model })),
);
const { model } = await phases.time('train', async () => got(await train(records, by.model, by)));
const kept = new EdgesKept();
const scored = await phases.time('score', async () =>
  got(
    await scorePairs({
      records,
      model,
      atLeast: by.keepFromWeight,
      into: (batch) => kept.add(batch),
      ...threads,
    }),
  ),
);
const edges = kept.edges();
const components = await phases.time('cluster', () =>
  got(componentsAt(records.count, edges, [by.joinFromWeight])),
);
await phases.time('cluster best first', () =>
  got(bestFirstClusters({ records: records.count, edges, threshold: by.joinFromWeight })),
);
if (values.trained !== undefined)
  writeFileSync(values.trained, JSON.stringify(got(writeSplinkModel(model)), null, 1));
const { candidates, givenUp, lettersRead, byRule } = scored;
process.stdout.write(
  `${JSON.stringify({
    phases: phases.all,
    counts: { records: records.count, candidates, givenUp, lettersRead, kept: edges.left.length },
    byRule: [...byRule],
    clusters: new Set(components[0]).size,
  })}\n`,
);
