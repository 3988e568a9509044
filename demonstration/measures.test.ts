import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { frameworkDocument, type FrameworkDocument } from '#modules/strategy/index.ts';
import { parse as parseYaml } from 'yaml';
import { county, england, neighbours, region, zones } from './county.ts';
import { inventedFiles } from './measures.ts';
import type { InventedFileFormat } from './measures.ts';
import { organisations } from './organisations.ts';
import { roles } from '#platform/access/policy.ts';
import { families, people } from './people.ts';

const folder = join(import.meta.dirname, 'files');

test('making the invented files again gives the same bytes', () => {
  const made = inventedFiles();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.csv')),
    made.map(({ name }) => name).toSorted(),
  );
  for (const { name, text } of made)
    assert.ok(
      readFileSync(join(folder, name)).equals(Buffer.from(text)),
      `${name} is not what write-files.ts makes`,
    );
});

test('the invented files are small, and say in their names that they are invented', () => {
  const made = inventedFiles();
  assert.ok(made.every(({ name }) => name.startsWith('invented-')));
  assert.ok(made.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) < 440_000);
});

test('B04 the headers are the publishers’ own, name by name', () => {
  const real: Partial<Record<InventedFileFormat, string>> = {
    lait: 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region',
    'area-codes': '"old_la_code","new_la_code","la_name"',
    'region-codes': '"region_code","region_name"',
    'ees-meta':
      'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column',
    fingertips:
      'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period range',
    'statistical-neighbours':
      '\uFEFFold_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P,SN_3,SN_3P,SN_4,SN_4P,SN_5,SN_5P,SN_6,SN_6P,SN_7,SN_7P,SN_8,SN_8P,SN_9,SN_9P,SN_10,SN_10P',
  };
  for (const { format, text } of inventedFiles()) {
    const expected = real[format];
    if (expected !== undefined) assert.equal(text.split(/\r?\n/)[0], expected, format);
  }
});

test('B04 the faults of the real files are in the invented ones', () => {
  const lait = rows('invented-bds_long.csv');
  const values = lait.map((row) => row['Values'] ?? '');
  assert.ok(values.includes('-'), 'missing');
  assert.ok(
    values.some((value) => /\.\d{14,}/.test(value)),
    'float noise',
  );
  const years = new Set(
    lait.filter((row) => row['Short Desc'] === 'KS2RWM_Expected_STD').map((row) => row['Years']),
  );
  assert.ok(years.has('2025 (prov)') && years.has('2025 (Rev)') && !years.has('2025'));
  const counties = lait.filter((row) => row['Short Desc'] === 'FirstYJS').map((row) => row['LA and Regions']);
  assert.ok(!counties.includes('Thornmoor') && counties.includes('Ravensmere'), 'a neighbour is missing');
  assert.equal(
    rows('invented-lait_data_dictionary.csv').filter((row) => row['Measure_short'] === 'LAC').length,
    2,
  );
  const plans = rows('invented-d3_cpps_subsequent_plan_2016_to_2025.csv').map((row) => row['CPP_subsequent']);
  assert.ok(plans.includes('c') && plans.includes('z'));
  const injuries = rows('invented-fingertips_90284.csv');
  assert.ok(injuries.some((row) => row['Value'] === '' && row['Lower CI 95.0 limit'] === '-1'));
  assert.ok(injuries.some((row) => row['Area Code'] === england.code && row['Parent Code'] === ''));
});

test('B04 the country’s row for first-time entrants lies outside all its parts, as the real one does', () => {
  const latest = rows('invented-bds_long.csv').filter(
    (row) => row['Short Desc'] === 'FirstYJS' && row['Years'] === '2024',
  );
  const parts = latest
    .filter((row) => row['LA Number'] !== england.number)
    .map((row) => Number(row['Values']));
  const whole = Number(latest.find((row) => row['LA Number'] === england.number)?.['Values']);
  assert.ok(parts.length > 8 && whole > 2 * Math.max(...parts));
});

test('LAIT’s percentage is the one that the table of counts gives', () => {
  const lait = rows('invented-bds_long.csv').filter((row) => row['Short Desc'] === 'PrevRegCPR');
  for (const table of rows('invented-d3_cpps_subsequent_plan_2016_to_2025.csv').filter(
    (row) => row['old_la_code'] === county.number,
  )) {
    const same = lait.find(
      (row) => row['LA Number'] === county.number && row['Years'] === table['time_period'],
    );
    assert.equal(Number(same?.['Values']), Number(table['CPP_subsequent_percent']));
    assert.ok(
      Math.abs(
        (100 * Number(table['CPP_subsequent'])) / Number(table['CPP_start']) - Number(same?.['Values']),
      ) < 0.051,
    );
  }
});

test('C01 the gap at eleven closes from below, and the gap at sixteen because the others fell', () => {
  const gap = (low: string, high: string) => {
    const [first, last] = [2016, 2025].map((year) => ({ low: value(low, year), high: value(high, year) }));
    assert.ok(first && last);
    return { first: first.high - first.low, last: last.high - last.low, rose: last.low - first.low };
  };
  const eleven = gap('FSM_NEW_KS2_RWM', 'NonFSM_NEW_KS2_RWM');
  const sixteen = gap('DAP_KS4_ATT8', 'NonDAP_KS4_ATT8');
  assert.ok(eleven.last < eleven.first && eleven.rose > 5);
  assert.ok(sixteen.last < sixteen.first && sixteen.rose < 0);
});

test('every measure that the county’s framework ties is in an invented file, or is asked in its own survey', () => {
  const framework = ownFramework();
  const held = new Set([
    ...rows('invented-bds_long.csv').map((row) => `lait ${row['Short Desc']}`),
    ...rows('invented-fingertips_90284.csv').map((row) => `fingertips ${row['Indicator ID']}`),
    'ees d3-cpps-subsequent-plan:CPP_subsequent_percent',
  ]);
  assert.ok(framework.measures.length > 50);
  assert.deepEqual(
    framework.measures.filter(({ source, code }) => source !== 'other' && !held.has(`${source} ${code}`)),
    [],
  );
  // the survey's measures bear its name and their words, and come in with its table
  assert.deepEqual(
    [...new Set(framework.measures.flatMap(({ source, code }) => (source === 'other' ? [code] : [])))],
    ['brackenshire-asks:had-fun-last-week'],
  );
});

test('G11 seven zones hold the county’s 85,690 children and young people', () => {
  assert.equal(zones.length, 7);
  assert.equal(
    zones.reduce((sum, zone) => sum + zone.children, 0),
    85_690,
  );
});

test('no invented area bears a code that a real one could have', () => {
  const codes = [county, region, ...neighbours].map((area) => area.code);
  assert.equal(new Set(codes).size, 12);
  assert.ok([...codes, ...zones.map((zone) => zone.code)].every((code) => /^X\d{8}$/.test(code)));
  assert.ok([county, region, ...neighbours].every((area) => /^1\d\d$/.test(area.number)));
});

test('people work for organisations that exist, every role has somebody, and the framework’s organisations are here', () => {
  const known = new Map(organisations.map(({ key, name }) => [key, name]));
  assert.equal(known.size, organisations.length);
  assert.deepEqual(
    people.filter(({ organisation }) => !known.has(organisation)),
    [],
  );
  assert.deepEqual(new Set([...people, ...families].flatMap(({ roles }) => roles)), new Set(roles));
  const framework = ownFramework();
  assert.deepEqual(
    framework.organisations.filter(({ key, name }) => known.get(key) !== name),
    [],
  );
  const zoneKeys = new Set(zones.map(({ key }) => key));
  assert.ok(organisations.flatMap((one) => one.zones).every((key) => zoneKeys.has(key)));
});

function rows(name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name)), { columns: true, bom: true });
}

function value(shortDesc: string, year: number): number {
  const found = rows('invented-bds_long.csv').find(
    (row) =>
      row['Short Desc'] === shortDesc && row['LA Number'] === county.number && row['Years'] === String(year),
  );
  assert.ok(found, `${shortDesc} ${year}`);
  return Number(found['Values']);
}

function ownFramework(): FrameworkDocument {
  return frameworkDocument.parse(
    parseYaml(readFileSync(join(import.meta.dirname, '../frameworks/brackenshire.yaml'), 'utf8')),
  );
}

test('the groups of the invented five-year-olds add up to all of them, in each way of telling apart', () => {
  const told = rows('invented-1_eyfsp_headline_measures_2025.csv').filter(
    (row) => row['new_la_code'] === county.code || row['geographic_level'] === 'National',
  );
  const number = (row: Record<string, string>) => Number(row['children_number']);
  for (const [, ofOne] of Map.groupBy(told, (row) => `${row['geographic_level']} ${row['time_period']}`)) {
    const all = ofOne.find((row) => row['characteristic'] === 'Total' && row['gender'] === 'Total');
    assert.ok(all);
    const ways = Map.groupBy(
      ofOne.filter((row) => row !== all),
      (row) => (row['gender'] === 'Total' ? row['characteristic'] : 'sex'),
    );
    assert.equal(ways.size, 5);
    for (const [way, parts] of ways)
      assert.equal(
        parts.reduce((sum, row) => sum + number(row), 0),
        number(all),
        String(way),
      );
  }
});
