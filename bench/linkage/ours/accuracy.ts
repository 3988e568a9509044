// How right both sides are about invented children. Prints one line of JSON.
//   node … accuracy.ts RECORDS.parquet [SPLINK-PAIRS.parquet]
import {
  clusterQuality,
  componentsAt,
  judgePairs,
  linkFiles,
  oneOfEach,
  peopleOf,
  thresholdTable,
  truePairs,
  type Edges,
} from '#packages/record-linkage';
import { readComparison } from '../comparison.ts';
import { got } from './got.ts';
import { howRight, wronglyTogether } from './how-right.ts';
import { readSplinkPairs } from './splink-pairs.ts';
import { truthOfFile } from './truth-of-file.ts';

const recall = 0.91;
const [file = '', splinkFile] = process.argv.slice(2);
const linked = got(
  await linkFiles({ sources: [{ name: 'records', file }], leaveOut: ['person', 'family', 'origin'] }),
);
const { records, learnt, pairs, judged, people } = linked;
const truth = await truthOfFile(file, records);
const real = truePairs(truth.person);

function reached({ left, right }: Edges): number {
  let found = 0;
  for (let pair = 0; pair < left.length; pair += 1)
    if (truth.person[left[pair] ?? 0] === truth.person[right[pair] ?? 0]) found += 1;
  return found / real;
}

function ofClusters(clusterOf: Int32Array) {
  return { f1: clusterQuality(clusterOf, truth.person).f1, wrong: wronglyTogether(clusterOf, truth) };
}

function peopleByTwoClasses(): Int32Array {
  const { model } = learnt;
  const byTwo = judgePairs(pairs, { records, model, families: undefined });
  return got(peopleOf({ records, pairs, judged: byTwo, rules: { oneOf: oneOfEach(records, model) } }))
    .personOf;
}

async function splink(pairsFile: string) {
  const edges = await readSplinkPairs(pairsFile, records);
  const weights = [0.5, 0.8, 0.99, 0.999, 0.9999].map((p) => Math.log2(p / (1 - p)));
  const clusterings = got(componentsAt(records.count, edges, [readComparison().joinFromWeight, ...weights]));
  const best = Math.max(...clusterings.map((each) => clusterQuality(each, truth.person).f1 ?? 0));
  return {
    pairs: howRight(edges, truth.person, { real, recall }),
    reached: reached(edges),
    clusters: ofClusters(clusterings[0] ?? new Int32Array()),
    best,
  };
}

const threeClasses = { left: pairs.left, right: pairs.right, weight: judged.score };
process.stdout.write(
  `${JSON.stringify({
    records: records.count,
    real,
    reached: reached(pairs),
    families: learnt.families !== undefined,
    atDefault: thresholdTable(threeClasses, truth.person, [0])[0]?.f1,
    twoClasses: howRight(pairs, truth.person, { real, recall }),
    threeClasses: howRight(threeClasses, truth.person, { real, recall }),
    people: ofClusters(people.personOf),
    peopleByTwoClasses: ofClusters(peopleByTwoClasses()),
    asked: people.questions.length,
    splink: splinkFile === undefined ? undefined : await splink(splinkFile),
  })}\n`,
);
