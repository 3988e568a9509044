import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Observation } from '../../observation.ts';
import { revisedWins, samePeriod } from '../../period.ts';
import { fixture, readAll, written } from '../testing.ts';
import { readLaitCsv } from './lait-csv.ts';
import { readLaitDictionary } from './lait-dictionary.ts';
import { readLaitParquet } from './lait-parquet.ts';

const dictionary = await readLaitDictionary(fixture('lait_data_dictionary.csv'));
const fromCsv = await readAll(readLaitCsv(fixture('bds_long.csv'), { dictionary }));

function of(code: string): Observation[] {
  return fromCsv.observations.filter(({ measure }) => measure.code === code);
}

test('B04 every row of the bulk file is an observation or is refused with its line and reason', () => {
  assert.equal(fromCsv.rowsRead, 20);
  assert.equal(fromCsv.observations.length + fromCsv.refused.length, fromCsv.rowsRead);
  assert.deepEqual(
    fromCsv.refused.map(({ line, column, text, reason }) => [line, column, text, reason]),
    [
      [9, 'Years', '0', 'not-a-period'],
      [14, 'Years', '2013/14-15/16', 'years-against-type'],
      [19, 'Years', '2024', 'year-type-unknown'],
      [20, 'Values', 'N/A', 'not-a-number'],
      [21, 'LA Number', '59', 'unknown-area'],
    ],
  );
  for (const { words, mend } of fromCsv.refused) assert.match(`${words} ${mend}`, /^\S.*\.$/);
});

test('trap B2: a dash is missing, zero is zero, and the noise of floating numbers is gone', () => {
  assert.deepEqual(
    of('GOODSTART').map(({ value }) => value),
    [67.2, 70.1, 66, 68.3, 68.6, 68.7, { status: 'missing' }],
  );
  assert.deepEqual(
    of('SPEND').map(({ value }) => value),
    [0.00362, 0],
  );
});

test('trap B2: provisional and revised values of one year are one period, and the revised one wins', () => {
  const [provisional, revised] = of('GOODSTART').filter(
    ({ area, period }) => area.dfeCode === '599' && period.end === '2024-08-31',
  );
  assert.ok(provisional && revised);
  assert.ok(samePeriod(provisional.period, revised.period));
  assert.deepEqual([provisional.period.state, revised.period.state], ['provisional', 'revised']);
  assert.ok(revisedWins(revised.period, provisional.period));
  assert.ok(!revisedWins(provisional.period, revised.period));
});

test('trap B2: Data item stands on the first year only, so the name comes from the dictionary', () => {
  assert.deepEqual(
    new Set(of('GOODSTART').map(({ measure }) => measure.name)),
    new Set(['Ready for school']),
  );
});

test('trap B2: a region keeps its number however its name is spelled; England is a level of its own', () => {
  assert.deepEqual(
    of('GOODSTART')
      .slice(0, 4)
      .map(({ area }) => [area.dfeCode, area.name, area.level]),
    [
      ['599', 'Brackenshire', 'Local authority'],
      ['598', 'Alder Vale, Heart of', 'Local authority'],
      ['982', 'Yorkshire and the Humber', 'Regional'],
      ['970', 'England', 'National'],
    ],
  );
});

test('trap B2: an England row outside the range of its parts is read as published, for the comparison to refuse', () => {
  assert.deepEqual(
    of('YJENTRY').map(({ value }) => value),
    [141, { status: 'missing' }, 1250],
  );
});

test('the same file as Parquet gives the same observations and the same refusals', async () => {
  const fromParquet = await readAll(readLaitParquet(fixture('bds_long.parquet'), { dictionary }));
  assert.deepEqual(fromParquet, fromCsv);
});

test('a Parquet file cut short, damaged, or of other columns is refused and nothing of it is half read', async () => {
  const bytes = await readFile(fileURLToPath(new URL('../fixtures/bds_long.parquet', import.meta.url)));
  const refusedAs = async (content: Uint8Array): Promise<string | undefined> => {
    const read = await readAll(readLaitParquet(written(content, 'bds.parquet', 1000), { dictionary }));
    assert.equal(read.refused.length, 1);
    assert.equal(read.observations.length + read.refused.length - 1, read.rowsRead);
    return read.refused[0]?.reason;
  };
  assert.equal(await refusedAs(bytes.subarray(0, bytes.length / 2)), 'not-parquet');
  assert.equal(await refusedAs(new TextEncoder().encode('a,b\n1,2\n')), 'not-parquet');
  const damaged = Uint8Array.from(bytes);
  damaged.fill(255, 20, 200);
  assert.equal(await refusedAs(damaged), 'damaged-rows');
});

test('trap: names that stand twice in the dictionary are kept, one is taken by a rule, and all is reported', () => {
  assert.deepEqual(
    dictionary.doubled.map(({ shortDesc, differIn }) => [shortDesc, differIn]),
    [
      ['CAREABSENCE', ['name', 'topic', 'decimals']],
      ['SUSTAINED', ['topic', 'decimals']],
    ],
  );
  assert.equal(
    dictionary.measures.get('CAREABSENCE')?.name,
    'Days missed by children in care',
    'updated last',
  );
  assert.equal(dictionary.measures.get('SUSTAINED')?.decimals, 1, 'says how many decimals');
  assert.equal(dictionary.others.length, 2);
  assert.equal(
    dictionary.measures.size + dictionary.others.length + dictionary.refused.length,
    dictionary.rowsRead,
    'no row is lost',
  );
});

test('the dictionary gives polarity, unit, decimals, kind of year and links', () => {
  const ready = dictionary.measures.get('GOODSTART');
  assert.deepEqual(
    [ready?.polarity, ready?.unit, ready?.decimals, ready?.yearType, ready?.noQuartile, ready?.lastUpdate],
    ['high', '% achieving a good start', 1, 'Academic Year', false, '2025-06-01'],
  );
  assert.deepEqual(ready?.links, ['https://example.org/ready', 'https://example.org/ready-too']);
  assert.match(ready?.methodology ?? '', /\n\n1\. ask, 2\. count/);
  assert.deepEqual(
    ['YJENTRY', 'SPEND', 'SOCIALWORKERS'].map((code) => dictionary.measures.get(code)?.polarity),
    ['low', undefined, undefined],
  );
  assert.equal(dictionary.measures.get('YJENTRY')?.noQuartile, true);
  assert.equal(dictionary.measures.get('INFANTS')?.decimals, undefined);
});

test('columns are found by name, in any order, with others beside them', async () => {
  const moved =
    'Extra,LA Number,Values,Years,Short Desc,LA and Regions\nx,599,67.2,2023,GOODSTART,Brackenshire\n';
  const read = await readAll(readLaitCsv(written(moved), { dictionary }));
  assert.equal(read.observations[0]?.value, 67.2);
  const without = await readAll(readLaitCsv(written('Short Desc,Years\nGOODSTART,2023\n'), { dictionary }));
  assert.deepEqual([without.refused[0]?.about, without.refused[0]?.reason], ['file', 'columns-missing']);
  assert.match(without.refused[0]?.words ?? '', /“LA and Regions”, “Values”, “LA Number”/);
  const twice = 'Short Desc,Years,Years,LA and Regions,Values,LA Number,Region\n';
  const doubled = await readAll(readLaitCsv(written(twice), { dictionary }));
  assert.deepEqual([doubled.refused[0]?.reason, doubled.refused[0]?.column], ['duplicate-header', 'Years']);
});
