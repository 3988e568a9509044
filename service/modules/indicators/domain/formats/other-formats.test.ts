import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readCodeMap, readLaitAreas } from './area-lists.ts';
import { readEesData } from './ees/ees-data.ts';
import { readFingertipsCsv } from './fingertips/fingertips-csv.ts';
import { readLaitCsv } from './lait/lait-csv.ts';
import { readLaitDictionary } from './lait/lait-dictionary.ts';
import { readMeasureMap } from './measure-map.ts';
import { readNeighbours } from './neighbours.ts';
import { formatNames, recognise } from './recognise.ts';
import type { Format } from './recognise.ts';
import { openTable } from './table/table.ts';
import { fixture, readAll, written } from './testing.ts';

test('every format is recognised by its headers', async () => {
  const table: [string, Format][] = [
    ['bds_long.csv', 'lait-csv'],
    ['lait_data_dictionary.csv', 'lait-dictionary'],
    ['la_code_list.csv', 'lait-areas'],
    ['area_code_map.csv', 'code-map'],
    ['fingertips_27.csv', 'fingertips-csv'],
    ['fingertips_26.csv', 'fingertips-csv'],
    ['fingertips_upload.csv', 'fingertips-upload'],
    ['d3_second_plans_2013_to_2025.csv', 'ees-data'],
    ['d3_second_plans_2013_to_2025.meta.csv', 'ees-meta'],
    ['la_same_home.csv', 'ees-data'],
    ['UD_NEETNK_LA_dashboard_2023_final.csv', 'neet-table'],
    ['UD_NEETNK_LA_dashboard_next_year.csv', 'neet-table'],
    ['ons_children.csv', 'children-population'],
    ['myeb1.csv', 'single-ages'],
    ['imd2019_lsoa.csv', 'small-areas'],
    ['imd2025_lsoa.csv', 'small-areas'],
    ['sn_model_2025_wide.csv', 'neighbours'],
    ['New_Statistical_Neighbour_Groupings_April_2021.csv', 'neighbours'],
    ['measure_map.csv', 'measure-map'],
  ];
  for (const [name, format] of table) {
    const opened = await openTable(fixture(name));
    assert.ok(opened.done);
    assert.equal(recognise(opened.value.headers, name), format, name);
    assert.notEqual(formatNames[format], '');
    await opened.value.close();
  }
  assert.equal(recognise([], 'bds_long_0.parquet'), 'lait-parquet');
  assert.equal(recognise(['name', 'date of birth'], 'children.csv'), undefined);
});

test('statistical neighbours of 2025 are read with rank and closeness, whatever the spaces', async () => {
  const { rows, refused, rowsRead } = await readNeighbours(fixture('sn_model_2025_wide.csv'));
  assert.deepEqual(
    rows.map(({ set, area, neighbours }) => [set, area, neighbours.length, neighbours[9]]),
    [
      ['2025', '599', 10, { rank: 10, area: '510', closeness: 'very close' }],
      ['2025', '598', 10, { rank: 10, area: '510', closeness: 'somewhat close' }],
    ],
  );
  assert.deepEqual(
    refused.map(({ line, reason }) => [line, reason]),
    [
      [4, 'neighbour-closeness'],
      [5, 'neighbour-twice'],
    ],
  );
  assert.equal(rows.length + refused.length, rowsRead);
});

test('statistical neighbours of April 2021 are read though their header repeats SNP and ends in a comma', async () => {
  const { rows, refused } = await readNeighbours(
    fixture('New_Statistical_Neighbour_Groupings_April_2021.csv'),
  );
  assert.deepEqual(
    rows.map(({ set, area }) => [set, area]),
    [
      ['2021', '599'],
      ['2021', '597'],
    ],
  );
  assert.deepEqual(
    refused.map(({ line }) => line),
    [4],
    'the caption between the old sets is no row of neighbours',
  );
});

test('statistical neighbours with two rows of numbers above the header are read', async () => {
  const { rows, refused } = await readNeighbours(fixture('sn_may_2025.csv'));
  assert.deepEqual([rows[0]?.set, rows[0]?.area, rows[0]?.neighbours[0]?.area], ['2025', '599', '501']);
  assert.deepEqual(refused, []);
  const none = await readNeighbours(fixture('measure_map.csv'));
  assert.deepEqual([none.rows.length, none.refused[0]?.about], [0, 'file']);
});

test('area lists and code maps are read; codes of several areas or of none are refused', async () => {
  const listed = await readLaitAreas(fixture('la_code_list.csv'));
  assert.deepEqual(
    listed.areas.map(({ dfeCode, name, region, type }) => [dfeCode, name, region, type]),
    [
      ['599', 'Brackenshire', 'South West', 'SC'],
      ['598', 'Alder Vale, Heart of', 'South West', 'UA'],
      ['597', 'Alder Vale (Pre LG)', 'South West', 'SC'],
      ['970', 'England', '', ''],
      ['1000', 'England (discontinued)', '', ''],
    ],
  );
  assert.equal(listed.refused[0]?.line, 7);
  const mapped = await readCodeMap(fixture('area_code_map.csv'));
  assert.deepEqual(
    mapped.areas.map(({ dfeCode, code }) => `${dfeCode} ${code}`),
    ['599 X10000001', '597 X10000002', '598 X06000002'],
  );
  assert.deepEqual(
    mapped.refused.map(({ line }) => line),
    [5, 6],
  );
});

test('the measure map gives ties to propose, and the outcomes that need a survey of one’s own', async () => {
  const { ties, unanswered, refused, rowsRead } = await readMeasureMap(fixture('measure_map.csv'));
  assert.deepEqual(
    ties.map(({ outcomeNumber, outcome, role, measure, note }) => [
      outcomeNumber,
      outcome,
      role,
      measure.source,
      measure.code,
      note,
    ]),
    [
      [1, 'Every child is ready for school', 'headline', 'lait', 'GOODSTART', undefined],
      [1, 'Every child is ready for school', 'headline', 'fingertips', '90631', undefined],
      [1, 'Every child is ready for school', 'supporting', 'fingertips', '90813', undefined],
      [1, 'Every child is ready for school', 'supporting', 'fingertips', '90812', undefined],
      [1, 'Every child is ready for school', 'proxy', 'fingertips', '92315', 'unverified'],
    ],
  );
  assert.deepEqual(
    unanswered.map(({ outcome }) => outcome),
    ['Children are heard'],
  );
  assert.deepEqual(
    refused.map(({ line, reason }) => [line, reason]),
    [
      [6, 'nameless-measure'],
      [7, 'no-outcome'],
    ],
  );
  assert.equal(rowsRead, 6);
});

const cells = fc.constantFrom(
  '',
  'c',
  '12',
  '1.5',
  'N/A',
  ' ',
  '2024',
  '2023/24',
  '599',
  'Brackenshire',
  '"',
  '"a,b"',
  '0',
  '-',
  '\0',
);
const raggedRows = fc.array(fc.array(cells, { maxLength: 9 }), { maxLength: 30 });
const dictionary = await readLaitDictionary(fixture('lait_data_dictionary.csv'));

const lait = fc.tuple(
  fc.constantFrom('GOODSTART', '', 'OTHER'),
  fc.constant(''),
  fc.constantFrom('2024', '0', '2023/24', '2014-16'),
  fc.constantFrom('Brackenshire', ''),
  cells,
  fc.constantFrom('599', 'x'),
  fc.constantFrom('NA', 'South West'),
);

test('rows in are observations, refusals and repetitions, for any ragged table in LAIT’s format', async () => {
  const header = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(lait, fc.array(cells, { maxLength: 9 })), { maxLength: 40 }),
      async (rows) => {
        const text = [header, ...rows.map((row) => row.join(','))].join('\n');
        const read = await readAll(readLaitCsv(written(text, 'bds.csv', 61), { dictionary }));
        const rowRefusals = read.refused.filter(({ about }) => about !== 'file').length;
        assert.equal(read.observations.length + rowRefusals + read.repeated, read.rowsRead);
        for (const { line, words, mend } of read.refused)
          assert.ok(line > 0 && words.endsWith('.') && mend.endsWith('.'));
      },
    ),
    { numRuns: 300 },
  );
});

test('rows in are observations, refusals and repetitions, for any ragged Fingertips table', async () => {
  const [header = '', ...good] = (await text('fingertips_27.csv')).split('\n').filter((line) => line !== '');
  const row = fc.oneof(
    fc.constantFrom(...good),
    raggedRows.map((rows) => (rows[0] ?? []).join(',')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
      const read = await readAll(readFingertipsCsv(written([header, ...rows].join('\n'), 'f.csv', 997)));
      const rowRefusals = read.refused.filter(({ about }) => about !== 'file').length;
      assert.equal(read.observations.length + rowRefusals + read.repeated, read.rowsRead);
    }),
    { numRuns: 200 },
  );
});

test('every cell of every row in is an observation or refused, for any ragged table of Explore Education Statistics', async () => {
  const [header = '', ...good] = (await text('d3_second_plans_2013_to_2025.csv'))
    .split('\n')
    .filter((line) => line !== '');
  const row = fc.oneof(
    fc.constantFrom(...good),
    raggedRows.map((rows) => (rows[0] ?? []).join(',')),
  );
  const indicators = ['plans_started', 'plans_second', 'plans_second_percent'];
  const meta = {
    filters: [{ column: 'category', label: 'Category', whole: undefined }],
    indicators: indicators.map((column) => ({ column, label: column, group: '', unit: '', decimals: 0 })),
    groupingColumns: [],
  };
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
      const read = await readAll(readEesData(written([header, ...rows].join('\n'), 'd3.csv', 997), { meta }));
      const of = (about: string) => read.refused.filter((refusal) => refusal.about === about).length;
      assert.equal(read.observations.length + of('cell'), (read.rowsRead - of('row')) * 3);
    }),
    { numRuns: 200 },
  );
});

async function text(name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of fixture(name).bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
