import assert from 'node:assert/strict';
import { basename } from 'node:path';
import test from 'node:test';
import type { CountsRule } from '../counts.ts';
import type { Observation } from '../observation.ts';
import { isNumber } from '../value.ts';
import { readCodeMap, readLaitAreas } from './area-lists.ts';
import { readEesData } from './ees/ees-data.ts';
import { readFingertipsCsv } from './fingertips/fingertips-csv.ts';
import { readLaitCsv } from './lait/lait-csv.ts';
import { readLaitDictionary } from './lait/lait-dictionary.ts';
import { readLaitParquet } from './lait/lait-parquet.ts';
import { readMeasureMap } from './measure-map.ts';
import { readNeighbours } from './neighbours.ts';
import { recognise } from './recognise.ts';
import type { ReadPart } from './table/source.ts';
import { openTable } from './table/table.ts';
import { fileSource, publishedFolder, publishedPath, readAll } from './testing.ts';

/** Refusals as "reason text × how many", each kind once. */
function kindsOf(refused: ReadPart['refused']): string[] {
  const counts = new Map<string, number>();
  for (const { reason, text } of refused)
    counts.set(`${reason} ${text}`, (counts.get(`${reason} ${text}`) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} × ${count}`).toSorted();
}

test('trap B2 on the real file: every one of 641,070 rows is read, but for the stray year 0', async (t) => {
  const path = publishedPath(t, 'lait/bds_long_0.parquet');
  const dictionaryPath = publishedPath(t, 'lait/lait_data_dictionary.csv');
  if (!path || !dictionaryPath) return;
  const dictionary = await readLaitDictionary(fileSource(dictionaryPath));
  const measures = new Set<string>();
  const years = new Set<string>();
  const found = { rows: 0, observations: 0, missing: 0, noisy: 0 };
  const refused: ReadPart['refused'] = [];
  for await (const part of readLaitParquet(fileSource(path), { dictionary })) {
    assert.ok(part.rowsRead <= 2000);
    found.rows += part.rowsRead;
    found.observations += part.observations.length;
    refused.push(...part.refused);
    for (const { measure, period, value } of part.observations) {
      measures.add(measure.code);
      years.add(period.text);
      if (!isNumber(value)) found.missing += 1;
      else if (String(value).replace(/\D/g, '').replace(/^0+/, '').length > 15) found.noisy += 1;
    }
  }
  assert.deepEqual(kindsOf(refused), ['not-a-period 0 × 170']);
  assert.deepEqual(found, { rows: 641_070, observations: 640_900, missing: 93_883 - 170, noisy: 0 });
  assert.equal(measures.size, 434);
  assert.equal(years.size, 64);
});

test('trap B2 on the real file: the CSV of 42 areas is read the same way', async (t) => {
  const path = publishedPath(t, 'lait/lait_bds_long_selected.csv');
  const dictionaryPath = publishedPath(t, 'lait/lait_data_dictionary.csv');
  if (!path || !dictionaryPath) return;
  const dictionary = await readLaitDictionary(fileSource(dictionaryPath));
  const found = { rows: 0, observations: 0, missing: 0 };
  const refused: ReadPart['refused'] = [];
  const entrants: Observation[] = [];
  for await (const part of readLaitCsv(fileSource(path), { dictionary })) {
    found.rows += part.rowsRead;
    found.observations += part.observations.length;
    found.missing += part.observations.filter(({ value }) => !isNumber(value)).length;
    refused.push(...part.refused);
    entrants.push(...part.observations.filter(({ measure }) => measure.code === 'FirstYJS'));
  }
  assert.deepEqual(kindsOf(refused), ['not-a-period 0 × 41']);
  assert.deepEqual(found, { rows: 154_611, observations: 154_570, missing: 18_086 - 41 });
  const england2024 = entrants.find(({ area, period }) => area.dfeCode === '970' && period.text === '2024');
  assert.equal(england2024?.value, 1258, 'the impossible England row is read as published');
});

test('trap on the real dictionary: 448 rows, 434 names, 14 of them twice, none of them differing in polarity or year', async (t) => {
  const path = publishedPath(t, 'lait/lait_data_dictionary.csv');
  if (!path) return;
  const { measures, doubled, others, refused, rowsRead } = await readLaitDictionary(fileSource(path));
  assert.deepEqual(
    [rowsRead, measures.size, doubled.length, others.length, refused.length],
    [448, 434, 14, 14, 0],
  );
  const differing = new Set(doubled.flatMap(({ differIn }) => differIn));
  assert.deepEqual(
    [differing.has('polarity'), differing.has('yearType'), differing.has('topic')],
    [false, false, true],
  );
  assert.equal(measures.get('LAC_Fixed_ Ex')?.topic, 'Children Looked After', 'the one updated last');
});

test('trap B1 on the real file: 7,208 rows, England once', async (t) => {
  const path = publishedPath(t, 'fingertips/fingertips_90284_injury_admissions_la.csv');
  if (!path) return;
  const { observations, refused, repeated, rowsRead } = await readAll(readFingertipsCsv(fileSource(path)));
  assert.deepEqual([rowsRead, observations.length, repeated, refused.length], [7208, 6505, 703, 0]);
  assert.ok(observations.every(({ lower95, upper998 }) => lower95 !== -1 && upper998 !== -1));
  const latest = observations.find(
    ({ area, breakdown, period }) =>
      area.code === 'E10000034' && breakdown === '' && period.text === '2023/24',
  );
  assert.deepEqual([latest?.value, latest?.lower95, latest?.upper95], [60.56226, 55.79308, 65.63009]);
});

/** Refusals that the real tables are known to bring, by the beginning of a file's name. */
const knownRefusals: Readonly<Record<string, string[]>> = {
  '1_eyfsp_headline_measures_2022.csv': ['unknown-area z  Outside of England and unknown × 6'],
};

test('trap B3 on the real files: every table of Explore Education Statistics is read', async (t) => {
  const paths = await publishedFolder(t, 'dfe-ees');
  for (const path of paths) {
    const name = basename(path);
    const { observations, refused, rowsRead } = await readAll(readEesData(fileSource(path)));
    assert.deepEqual(kindsOf(refused), knownRefusals[name] ?? [], name);
    assert.ok(rowsRead > 300 && observations.length >= rowsRead - refused.length, name);
    assert.ok(
      observations.every(({ area }) => area.code !== undefined),
      name,
    );
  }
});

test('trap B3 on the real files: Dorset is 835 until 2019 and 838 after, never both in a year', async (t) => {
  const path = publishedPath(t, 'dfe-ees/d3_cpps_subsequent_plan_2013_to_2025.csv');
  if (!path) return;
  const { observations } = await readAll(
    readEesData(fileSource(path), { indicators: ['CPP_subsequent_percent'] }),
  );
  const dorset = observations.filter(({ area }) => area.name === 'Dorset');
  const ended = new Set(dorset.filter(({ area }) => area.dfeCode === '835').map(({ period }) => period.end));
  assert.equal(ended.size, 7);
  assert.ok([...ended].every((end) => end <= '2019-03-31'));
  assert.ok(dorset.every(({ area, period }) => (area.code === 'E10000009') === ended.has(period.end)));
});

test('trap B5 on the real files: a percentage agrees with the count and base found for it', async (t) => {
  for (const path of await publishedFolder(t, 'dfe-ees')) {
    const { observations } = await readAll(readEesData(fileSource(path)));
    const far = observations.filter(disagrees);
    assert.deepEqual(
      far.map(({ line, measure }) => `${basename(path)} ${line} ${measure.code}`).slice(0, 3),
      [],
    );
  }
});

/** Whether an authority's value is further from its counts than rounding explains (counts of absence are to the nearest 10). */
function disagrees({ area, measure, value, count, denominator }: Observation): boolean {
  if (area.level?.toLowerCase() !== 'local authority' || !isNumber(value)) return false;
  if (count === undefined || denominator === undefined || denominator === 0) return false;
  const times = measure.code.endsWith('per_10000') ? 10_000 : 100;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const whole = /^ks2-la|per_10000$/.test(measure.code);
  const rounding = 0.5000001 / 10 ** (whole ? 0 : Math.min(decimals === 0 ? 1 : decimals, 1));
  const countRounding = /^(ks2|absence)-la/.test(measure.code)
    ? (5 * (1 + count / denominator) * times) / denominator
    : 0;
  return Math.abs((count / denominator) * times - value) > rounding + countRounding;
}

test('counts of repeat plans on the real files give the published percentage of the measure that lacks them', async (t) => {
  const path = publishedPath(t, 'dfe-ees/d3_cpps_subsequent_plan_2013_to_2025.csv');
  if (!path) return;
  const rule: CountsRule = {
    measure: { source: 'lait', code: 'PrevRegCPR' },
    file: 'd3_cpps_subsequent_plan',
    where: {},
    count: { column: 'CPP_subsequent' },
    base: { column: 'CPP_start' },
    times: 100,
  };
  const { observations } = await readAll(readEesData(fileSource(path), { counts: [rule], indicators: [] }));
  const of2025 = (code: string): string | undefined => {
    const found = observations.find(
      ({ area, period }) => area.dfeCode === code && period.text.startsWith('2025'),
    );
    return found && isNumber(found.value) ? found.value.toFixed(1) : undefined;
  };
  assert.deepEqual(['838', '916', '926', '808', '885'].map(of2025), ['27.5', '31.2', '18.8', '20.0', '31.4']);
});

test('trap B6 on the real files: NEET tables are read, though headers change every year', async (t) => {
  for (const path of await publishedFolder(t, 'dfe-other/nccis')) {
    const { observations, refused, rowsRead } = await readAll(readEesData(fileSource(path)));
    assert.deepEqual([rowsRead, refused], [160, []]);
    const quintiles = observations.filter(({ measure }) => measure.code.endsWith('quintile'));
    assert.ok(quintiles.some(({ value }) => !isNumber(value) && value.status === 'not-applicable'));
  }
});

test('statistical neighbours on the real files: neighbours of 2025 and of April 2021 are read, from either file of each', async (t) => {
  const counts: [string, number, number][] = [
    ['sn_model_2025_wide.csv', 153, 0],
    ['sn_may_2025.csv', 158, 1],
    ['New_Statistical_Neighbour_Groupings_April_2021.csv', 156, 1],
    ['sn_april_2021.csv', 156, 3],
  ];
  for (const [name, sets, refusals] of counts) {
    const path = publishedPath(t, `lait/${name}`);
    if (!path) return;
    const { rows, refused } = await readNeighbours(fileSource(path));
    assert.deepEqual([rows.length, refused.length], [sets, refusals], name);
    const nearest = rows.find(({ area }) => area === '916')?.neighbours[0];
    if (name.includes('2025'))
      assert.deepEqual(nearest, { rank: 1, area: '937', closeness: 'extremely close' });
  }
});

test('the real area lists and the measure map are read', async (t) => {
  const listPath = publishedPath(t, 'lait/la_code_list.csv');
  const codesPath = publishedPath(t, 'geography/dfe_acceptable_las_code_map.csv');
  const mapPath = publishedPath(t, 'measure_map_latest_values.csv');
  if (!listPath || !codesPath || !mapPath) return;
  const listed = await readLaitAreas(fileSource(listPath));
  assert.deepEqual([listed.areas.length, listed.refused.length], [171, 0]);
  const codes = await readCodeMap(fileSource(codesPath));
  assert.deepEqual([codes.rowsRead, codes.areas.length, codes.refused.length], [176, 165, 11]);
  const map = await readMeasureMap(fileSource(mapPath));
  assert.deepEqual(
    [map.refused.length, map.unanswered.length, new Set(map.ties.map(({ plan }) => plan)).size],
    [0, 6, 5],
  );
});

test('every real file is recognised', async (t) => {
  const folders = ['dfe-ees', 'dfe-other/nccis', 'lait'];
  const found = new Map<string, string | undefined>();
  for (const folder of folders)
    for (const path of await publishedFolder(t, folder)) {
      const opened = path.endsWith('.parquet') ? undefined : await openTable(fileSource(path));
      if (opened && !opened.done) assert.fail(path);
      found.set(basename(path), recognise(opened?.value.headers ?? [], path));
      await opened?.value.close();
    }
  const numbered = ['sn_april_2021.csv', 'sn_may_2025.csv'];
  for (const [name, format] of found) assert.equal(format === undefined, numbered.includes(name), name);
});
