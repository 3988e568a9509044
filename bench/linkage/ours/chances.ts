// How near each side's u comes to what every pair of records says. Prints one line of JSON.
//   node … chances.ts RECORDS.parquet [SPLINK-MODEL.json]
import { readFileSync } from 'node:fs';
import { keyOf, readRecords, train } from '#packages/record-linkage';
import { modelOf, readComparison } from '../comparison.ts';
import { askEveryPair } from './every-pair.ts';
import { got } from './got.ts';

const [file = '', theirFile] = process.argv.slice(2);
const by = readComparison();
// each comparison is named after the one column that it reads
const columns = by.model.comparisons.map(({ name }) => name);
const also = [...columns, 'person'].map((column) => ({ column }));
const records = got(await readRecords({ sources: [{ name: 'records', file }], model: by.model, also }));
const trained = got(await train(records, by.model, by));
const theirs = theirFile === undefined ? undefined : modelOf(JSON.parse(readFileSync(theirFile, 'utf8')));
const person = records.columns.get(keyOf({ column: 'person' }))?.codes ?? new Int32Array();
const asked = askEveryPair(records, by.model, { columns, person });

const levels = by.model.comparisons.flatMap(({ name, levels: each }, place) => {
  const { all, different } = asked[place] ?? { all: new Float64Array(), different: new Float64Array() };
  const of = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);
  return each.map(({ label }, level) => ({
    comparison: name,
    label,
    pairs: different[level] ?? 0,
    // among all pairs, which is what is drawn; among pairs of two people, which is what u means
    share: (all[level] ?? 0) / of(all),
    u: (different[level] ?? 0) / of(different),
    ourShare: trained.odds[place]?.levels[level]?.share ?? 0,
    standardError: trained.odds[place]?.levels[level]?.standardError ?? 0,
    how: trained.odds[place]?.levels[level]?.how ?? 'random-pairs',
    ours: trained.model.comparisons[place]?.levels[level]?.u ?? 0,
    theirs: theirs?.comparisons[place]?.levels[level]?.u,
  }));
});
process.stdout.write(`${JSON.stringify({ levels })}\n`);
