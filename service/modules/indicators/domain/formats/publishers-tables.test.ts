import assert from 'node:assert/strict';
import test from 'node:test';
import { isNumber } from '../value.ts';
import { readSmallAreas } from './deprivation/small-areas.ts';
import { factsOfReaders } from './facts-of-readers.ts';
import { neetColumn } from './neet/neet-columns.ts';
import { readNeetTable } from './neet/neet-tables.ts';
import { readChildrenTable } from './population/children-table.ts';
import { countyOfDistrict } from './population/districts.ts';
import { readSingleAges } from './population/single-ages.ts';
import { recognise } from './recognise.ts';
import type { ReadPart } from './table/source.ts';
import { openTable } from './table/table.ts';
import { fileSource, fixture, publishedFolder, publishedPath, readAll, written } from './testing.ts';

function of({ observations }: ReadPart, code: string, area: string) {
  return observations
    .filter(({ measure, area: { code: where } }) => measure.code.endsWith(`:${code}`) && where === area)
    .map(({ breakdown, value }) => [breakdown, isNumber(value) ? value : value.status] as const);
}

test('trap B6: NEET tables of two years, whose headers differ in words, order and capitals, give the same measures', async () => {
  const before = await readAll(readNeetTable(fixture('UD_NEETNK_LA_dashboard_2023_final.csv')));
  const after = await readAll(readNeetTable(fixture('UD_NEETNK_LA_dashboard_next_year.csv')));
  assert.deepEqual(of(before, 'neet', 'X10000001'), [['', 2.6]]);
  assert.deepEqual(of(after, 'neet', 'X10000001'), [
    ['', 2.5],
    ['Age=17', 3.1],
  ]);
  assert.deepEqual(of(after, 'participating', 'E92000001'), [['', 92.5]]);
  assert.deepEqual(of(after, 'neet-or-not-known', 'X10000001').slice(0, 3), [
    ['', 4],
    ['SEN provision=SEN support', 'suppressed'],
    ['SEN provision=EHC plan', 'not-applicable'],
  ]);
});

test('trap B6: fifths and changes of NEET tables are not read and that is told; z in them refuses nothing', async () => {
  const read = await readAll(readNeetTable(fixture('UD_NEETNK_LA_dashboard_next_year.csv')));
  assert.match(read.notes.join(' '), /neet_quintile, annual_change_neet/);
  assert.deepEqual(
    read.refused.map(({ line, about, reason }) => [line, about, reason]),
    [
      [5, 'cell', 'not-a-number'],
      [6, 'row', 'blank-filter'],
    ],
  );
  assert.deepEqual(of(read, 'neet-or-not-known', 'X06000002')[0], ['', 'low']);
  assert.equal(neetColumn('NEET_NK_quintile'), undefined);
  assert.equal(neetColumn('annualchange_NEET'), undefined);
  assert.equal(neetColumn('cohort_EHCP_percent'), undefined);
});

test('children under 18: estimates speak of 30 June, and an area made anew stands once, x where it was not', async () => {
  const read = await readAll(readChildrenTable(fixture('ons_children.csv')));
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'X10000001'), [['', 67000]]);
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'X06000002'), [['', 'missing']]);
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'X10000002'), [
    ['', 30100],
    ['Age group=Children aged 5 to 10 years', 10100],
  ]);
  assert.deepEqual(read.observations[1]?.period, {
    ...{ start: '2024-06-30', end: '2024-06-30', kind: 'day', years: 1, state: 'final', text: '2024' },
  });
  assert.deepEqual(
    read.refused.map(({ line, reason }) => [line, reason]),
    [
      [7, 'not-a-period'],
      [8, 'blank-filter'],
    ],
  );
});

const allAges = Array.from({ length: 18 }, (_, age) => age);
const sumOf = (base: number): number => 2 * allAges.reduce((sum, age) => sum + base + age, 0);

test('single years of age: children are their exact sum, and a county the sum of all its districts or nothing', async () => {
  const read = await readAll(readSingleAges(fixture('myeb1.csv')));
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'X10000001'), [
    ['', sumOf(100)],
    ['', sumOf(200)],
  ]);
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'E10000034'), [
    ['', 6 * sumOf(100)],
    ['', 6 * sumOf(200)],
  ]);
  assert.deepEqual(of(read, 'people-by-age', 'E10000034').slice(0, 2), [
    ['Age=0|Sex=Male', 600],
    ['Age=0|Sex=Male', 1200],
  ]);
  assert.ok(
    read.observations.every(({ area }) => !area.code?.startsWith('E07')),
    'districts are not kept',
  );
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'E10000003'), [], 'one district is not its county');
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'X06000002'), [], 'a few ages are not all children');
  assert.match(read.notes.join(' '), /Added up from all their districts: 1 county.*Not added up.*: 1 county/);
});

test('single years of age: a row with another sex, age, code or a comma in its number is refused, and a repeated row adds nothing', async () => {
  const read = await readAll(readSingleAges(fixture('myeb1.csv')));
  assert.deepEqual(
    read.refused.map(({ column, text }) => [column, text]),
    [
      ['sex', '3'],
      ['age', 'old'],
      ['area', 'Brackenshire'],
      ['population_2023', '1,234'],
    ],
  );
  const row = (age: number, sex: number) => `E06990002,Oak,E,${sex},${age},10\n`;
  const rows = allAges.flatMap((age) => [row(age, 1), row(age, 2)]).join('');
  const header = 'ladcode24,laname24,country,sex,age,population_2024\n';
  const twice = await readAll(readSingleAges(written(`${header}${rows}${row(3, 1)}`, 'm.csv', 4096)));
  assert.deepEqual(of(twice, 'children-aged-0-to-17', 'E06990002'), [['', 360]]);
  const refused = await readAll(readSingleAges(written('ladcode24,sex,age\n', 'm.csv')));
  assert.equal(refused.refused[0]?.reason, 'columns-missing');
});

test('small areas of 2019: the share in every tenth is kept, withheld counts of children are never filled in or summed', async () => {
  const read = await readAll(readSmallAreas(fixture('imd2019_lsoa.csv')));
  const tenths = read.observations.filter(({ area }) => area.code === 'E06990002').map(({ value }) => value);
  assert.deepEqual(tenths, [50, 0, 0, 0, 25, 0, 0, 0, 0, 25]);
  const first = read.observations.find(({ measure }) => measure.code.endsWith(':imd-tenth-1'));
  assert.deepEqual([first?.count, first?.denominator, first?.period.text], [2, 4, '2019']);
  assert.deepEqual(of(read, 'imd-tenth-1', 'E10000034'), [['', 0]], 'none is nought, not missing');
  assert.ok(read.observations.every(({ measure }) => !measure.code.includes('idaci')));
  assert.match(read.notes.join(' '), /withheld for 2 small areas.*no sum was made/);
  assert.match(read.notes.join(' '), /share of each authority’s own in every tenth/);
});

test('small areas: rows of another country, without an authority, with an eleventh tenth or said twice otherwise are refused', async () => {
  const read = await readAll(readSmallAreas(fixture('imd2019_lsoa.csv')));
  assert.deepEqual(
    read.refused.map(({ line, reason }) => [line, reason]),
    [
      [8, 'small-area-twice'],
      [9, 'small-area-area'],
      [10, 'small-area-decile'],
      [11, 'small-area-authority'],
    ],
  );
  assert.deepEqual([read.rowsRead, read.repeated], [10, 1]);
  const alone = await readAll(readSmallAreas(written('lsoa21_code,imd_decile,x\nE01910001,1,1\n')));
  assert.match(alone.refused[0]?.words ?? '', /in which authority/);
});

test('small areas of 2025, with the publisher’s own headers: districts lie in their county, and the index of children is kept beside', async () => {
  const read = await readAll(readSmallAreas(fixture('imd2025_lsoa.csv')));
  assert.equal(countyOfDistrict('E07000234'), 'E10000034');
  assert.deepEqual(of(read, 'imd-tenth-1', 'E10000034'), [['', 50]]);
  assert.deepEqual(of(read, 'idaci-tenth-1', 'E10000034'), [['', 50]]);
  assert.deepEqual(of(read, 'idaci-tenth-10', 'E06990002'), [['', 100]]);
  assert.equal(read.observations[0]?.period.text, '2025');
});

test('every measure of these tables is described: its unit, its way and who publishes it', () => {
  assert.equal(factsOfReaders.size, 29);
  for (const [id, facts] of factsOfReaders) {
    assert.ok(facts.unit !== '' && facts.publication !== '' && facts.title !== facts.code, id);
    assert.notEqual(facts.kind, 'not-known', id);
  }
});

test('trap B6 on the real files: both years give the same seven measures for every authority, Norfolk as published', async (t) => {
  for (const path of await publishedFolder(t, 'dfe-other/nccis')) {
    const read = await readAll(readNeetTable(fileSource(path)));
    assert.deepEqual([read.rowsRead, read.refused], [160, []], path);
    assert.equal(new Set(read.observations.map(({ measure }) => measure.code)).size, 7);
    const norfolk = of(read, 'neet', 'E10000020');
    assert.deepEqual(norfolk, [['', path.includes('2022') ? 3.9 : 3.8]]);
  }
});

test('children under 18 on the real file: thirteen years, Dorset under its code of then and of now, never both with a number', async (t) => {
  const path = publishedPath(t, 'population/ons_mid-year_population_estimates_2012_to_2024.csv');
  if (!path) return;
  const read = await readAll(readChildrenTable(fileSource(path)));
  assert.deepEqual([read.rowsRead, read.refused.length], [2132, 0]);
  const dorset = read.observations.filter(
    ({ area, value }) => ['E06000059', 'E10000009'].includes(area.code ?? '') && isNumber(value),
  );
  assert.equal(new Set(dorset.map(({ period }) => period.end)).size, dorset.length);
  assert.deepEqual(of(read, 'children-aged-0-to-17', 'E06000059')[0], ['', 67149]);
});

test('small areas on the real file: 32,844 in 152 authorities, 4,553 counts of children withheld, the tenths of England even', async (t) => {
  const path = publishedPath(t, 'deprivation/imd2019_lsoa11_with_la_lookup.csv');
  if (!path) return;
  const read = await readAll(readSmallAreas(fileSource(path)));
  assert.deepEqual([read.rowsRead, read.refused.length], [32844, 0]);
  assert.match(read.notes.join(' '), /32,844 small areas.*152 authorities.*withheld for 4,553/);
  const firsts = read.observations.filter(({ measure }) => measure.code.endsWith(':imd-tenth-1'));
  assert.equal(
    firsts.reduce((sum, { count }) => sum + (count ?? 0), 0),
    3284,
  );
  const counts = new Map(firsts.map(({ area, denominator }) => [area.code, denominator]));
  const five = ['E06000059', 'E10000013', 'E10000020', 'E06000004', 'E10000034'];
  assert.deepEqual(
    five.map((code) => counts.get(code)),
    [219, 373, 538, 120, 364],
  );
});

test('the real tables of populations, NEET and deprivation are recognised by their own headers', async (t) => {
  const table = [
    ['population/ons_mid-year_population_estimates_2012_to_2024.csv', 'children-population'],
    ['deprivation/imd2019_lsoa11_with_la_lookup.csv', 'small-areas'],
    ['dfe-other/nccis/UD_NEETNK_LA_dashboard_2022_final.csv', 'neet-table'],
    ['deprivation/imd2025_ltla24_summary.csv', undefined],
  ] as const;
  for (const [name, format] of table) {
    const path = publishedPath(t, name);
    if (!path) return;
    const opened = await openTable(fileSource(path));
    assert.ok(opened.done);
    assert.equal(recognise(opened.value.headers, name), format, name);
    await opened.value.close();
  }
});
