import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { helpFor } from '../../command-line/help.ts';
import { documentOf, goldenthread, ownFolder, type Ran } from '../../testing.ts';
import { commands, groups } from '../table.ts';
import { methods } from './methods.ts';

type Lines = readonly string[];

/** Runs a method on a table of these lines. */
async function stats(t: TestContext, words: Lines, table: Lines): Promise<Ran> {
  const [method = '', ...rest] = words;
  const file = join(await ownFolder(t), 'table.csv');
  await writeFile(file, `${table.join('\n')}\n`);
  return goldenthread(['stats', method, '--in', file, ...rest]);
}

function rowsOf({ out }: Pick<Ran, 'out'>): Record<string, string>[] {
  return z.array(z.record(z.string(), z.string())).parse(parse(out, { columns: true }));
}

/** Cells that are numbers agree to 1e-9 of themselves; others are the same. */
function assertCells(
  row: Record<string, string> | undefined,
  expected: Record<string, string | number>,
): void {
  assert.ok(row);
  for (const [name, value] of Object.entries(expected)) {
    const cell: string | undefined = row[name];
    assert.ok(cell !== undefined, `no column ${name} among ${Object.keys(row).join(', ')}`);
    if (typeof value === 'string') assert.equal(cell, value, name);
    else
      assert.ok(Math.abs(Number(cell) - value) <= 1e-9 * Math.abs(value), `${name}: ${cell} is not ${value}`);
  }
}

test('a proportion keeps the columns, adds value, limits and method in full, and says why a row has none', async (t) => {
  const ran = await stats(
    t,
    ['proportion', '--count', 'cases', '--denominator', 'children'],
    ['area,cases,children,value', 'Ash,0,5,kept', 'Beck,c,40,kept', '"Cold, far",65,100,kept'],
  );
  assert.equal(ran.code, 0, ran.err);
  const rows = rowsOf(ran);
  assert.deepEqual(Object.keys(rows[0] ?? {}), [
    ...['area', 'cases', 'children', 'value', 'computed_value'],
    ...['lower95', 'upper95', 'lower99_8', 'upper99_8', 'method', 'multiplier', 'note'],
  ]);
  assertCells(rows[0], {
    value: 'kept',
    computed_value: '0',
    lower95: '0',
    upper95: 43.448246478317465,
    method: 'Wilson',
  });
  assertCells(rows[1], { computed_value: '', note: 'the count or the denominator is missing' });
  // Wilson limits of 65 of 100 by SciPy 1.17.1
  assertCells(rows[2], { area: 'Cold, far', lower95: 55.25444329688797, upper95: 73.63575175690247 });
});

test('a group’s counts are added up first; levels are those asked for; JSON is one document', async (t) => {
  const ran = await stats(
    t,
    ['rate', '--group', 'area', '--multiplier', '1000', '--confidence', '99.8', '--json'],
    ['area,sex,count,denominator', 'Ash,girls,3,400', 'Ash,boys,4,600', 'Beck,girls,,400', 'Beck,boys,4,600'],
  );
  assert.equal(ran.code, 0, ran.err);
  const rows = [
    { area: 'Ash', value: 7, method: 'exact Poisson' },
    { area: 'Beck', value: null, note: 'a count or a denominator of the group is missing' },
  ];
  const document = documentOf(ran);
  assert.partialDeepStrictEqual(document, { method: 'rate', rows, problems: [] });
  assert.partialDeepStrictEqual(document, {
    columns: ['area', 'value', 'lower99_8', 'upper99_8', 'method', 'multiplier', 'note'],
  });
});

test('a row that cannot be used is told with its line and how to mend it; the others are done', async (t) => {
  const ran = await stats(
    t,
    ['proportion'],
    ['count,denominator', '5,10', 'five,10', '11,10', '-1,10', '0,0', '6,10'],
  );
  assert.equal(ran.code, 1);
  assert.deepEqual(
    rowsOf(ran).map((row) => row['value']),
    ['50', '', '', '', '', '60'],
  );
  assert.match(ran.err, /^Line 3: count is “five”, which is not a number\. Write the number alone/m);
  assert.match(ran.err, /^Line 4: the count is above the denominator.* `stats rate`/m);
  assert.match(ran.err, /^Line 5: the count is negative/m);
  assert.match(ran.err, /^Line 6: the denominator is not above 0/m);
});

test('a table that is piped in may be delimited by semicolons and begin with a mark of its encoding', async (t) => {
  const out = join(await ownFolder(t), 'answer.csv');
  const command = fileURLToPath(new URL('../../goldenthread.mjs', import.meta.url));
  const child = spawn(process.execPath, [command, 'stats', 'proportion', '--in', '-', '--out', out]);
  child.stdin.end('\uFEFFarea;count;denominator\r\nAsh;1;2\r\n');
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  assert.equal(code, 0);
  assert.match(said, /1 rows are written to/);
  assertCells(rowsOf({ out: await readFile(out, 'utf8') })[0], { area: 'Ash', value: '50' });
});

test('wrong use says what there is, and exits with 2; a file that is no table exits with 1', async (t) => {
  const table = ['count,denominator', '1,2'];
  const cases: readonly [Lines, Lines, number, RegExp][] = [
    [
      ['proportion', '--count', 'counts'],
      table,
      2,
      /no column “counts”\. Did you mean “count”\? The columns are count, denominator/,
    ],
    [['proportion', '--confidence', '0.9'], table, 2, /--confidence is 0\.95, 0\.998/],
    [['mean'], table, 2, /needs --value COLUMN/],
    [['proportion', '--multiplier', 'percent'], table, 2, /--multiplier is a number/],
    [
      ['proportion'],
      ['count,denominator', '1,2,3'],
      1,
      /Line 2 of .* has 3 cells where the first line names 2 columns/,
    ],
    [['proportion'], ['count,count', '1,2'], 1, /two columns called “count”/],
    [['proportion'], ['count,denominator', '"1,2'], 1, /line 2.*Close the quotation mark/s],
  ];
  const [lost, ...ran] = await Promise.all([
    goldenthread(['stats', 'proportion']),
    ...cases.map(([words, lines]) => stats(t, words, lines)),
  ]);
  assert.equal(lost?.code, 2);
  assert.match(lost?.err ?? '', /needs --in FILE\.csv/);
  for (const [index, { code, err, out }] of ran.entries()) {
    const [, , exit, words] = cases[index] ?? [];
    assert.equal(code, exit, err);
    assert.match(err, words ?? /never/);
    assert.equal(out, '');
  }
});

test('means, standardised rates, quantiles and indices of inequality are those of the functions', async (t) => {
  const [mean, dsr, ratio, quantile, sii] = await Promise.all([
    stats(t, ['mean'], ['value', '30', '40', '50', '60']),
    stats(
      t,
      ['dsr', '--group', 'area'],
      [
        'area,age,count,n,standard',
        'X,0-4,19,6199,5000',
        'X,5-9,41,21309,5500',
        'X,10-14,37,17541,5500',
        'X,15-19,14,5707,5500',
        'Y,0-4,3,1000,5000',
        'Y,5-9,4,1000,5500',
      ],
    ),
    stats(
      t,
      ['isr', '--observed', '12', '--as', 'ratio', '--multiplier', '100'],
      ['denominator,refcount,refpop', '400,10,1000', '600,5,500'],
    ),
    stats(
      t,
      ['quantile', '--quantiles', '3'],
      ['place,value', 'a,12', 'b,40', 'c,40', 'd,7', 'e,25', 'f,3', 'g,'],
    ),
    stats(
      t,
      ['sii', '--multiplier', '-1'],
      ['quantile,population,value,se', '5,200,72,1', '1,200,61,1', '2,200,64,1', '3,200,66,1', '4,200,70,1'],
    ),
  ]);
  assertCells(rowsOf(mean)[0], {
    value: '45',
    lower95: 24.45739743239479,
    standard_deviation: 12.909944487358056,
  });
  const [x, y] = rowsOf(dsr);
  assertCells(x, { area: 'X', value: 237.21408857420656, lower95: 188.25139499995188, method: 'Dobson' });
  assertCells(y, {
    area: 'Y',
    value: '',
    note: 'fewer than ten events make no standardised rate that can be relied on',
  });
  assert.equal(dsr.code, 0, 'nothing wants mending in a small area');
  assertCells(rowsOf(ratio)[0], { expected: '10', value: '120', upper95: 209.62858053616696 });
  assert.deepEqual(
    rowsOf(quantile).map((row) => row['quantile']),
    ['2', '1', '1', '3', '2', '3', ''],
  );
  assertCells(rowsOf(sii)[0], { sii: -14, sii_lower95: -17.098975161522826, rii: 1 / 1.2348993288590606 });
});

test('verdicts are those of the functions: funnels, comparisons and trends', async (t) => {
  const years = [2019, 2020, 2021, 2022, 2023];
  const [funnel, compare, trend] = await Promise.all([
    stats(t, ['funnel', '--statistic', 'ratio'], ['count,expected', '151,106.44', '8,6.24']),
    stats(
      t,
      ['compare', '--benchmark', 'England', '--polarity', 'low-is-good', '--method', '17'],
      [
        'value,lower95,upper95,lower99_8,upper99_8,England',
        '2.6,2.5,2.7,2.3,2.9,3',
        '2.6,2.5,2.7,2.3,2.9,2.7',
        ',-1,-1,-1,-1,2.7',
      ],
    ),
    stats(
      t,
      ['trend', '--group', 'area', '--date', 'year', '--polarity', 'high-is-good'],
      [
        'area,year,value,lower95,upper95',
        ...years.map((year, place) => `Ash,${year},${50 + place},${49 + place},${51 + place}`),
        ...years.slice(1).map((year) => `Beck,${year},50,49,51`),
      ],
    ),
  ]);
  assert.deepEqual(
    rowsOf(funnel).map((row) => row['verdict']),
    ['high-0.001', 'not-significant'],
  );
  assert.deepEqual(
    rowsOf(compare).map((row) => row['verdict']),
    ['best', 'similar', 'not-compared'],
  );
  assertCells(rowsOf(compare)[2], { note: 'there is no value' });
  const [ash, beck] = rowsOf(trend);
  // weights 1/(2/3.92)² alike, so χ² = 3.8416 × 10
  assertCells(ash, { verdict: 'increasing-better', slope: 1, chi_squared: 38.416, from: '2019-01-01' });
  assertCells(beck, { verdict: 'cannot-be-calculated', note: 'fewer than five periods have a value' });
});

test('charts are made in order of time, and answered in the order of the rows', async (t) => {
  const months = Array.from({ length: 13 }, (_, place) => `2024-${String(place + 1).padStart(2, '0')}`);
  months[12] = '2025-01';
  const values = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 12];
  const table = ['month,value', ...months.map((month, place) => `${month},${values[place]}`).toReversed()];
  const words = ['--direction', 'increase', '--freeze', '12', '--target', '20'];
  const [xmr, rebased, unexplained, run, twice] = await Promise.all([
    stats(t, ['xmr', ...words], table),
    stats(t, ['xmr', '--rebase', '2024-07', '--reason', 'a new form', '--by', 'Data lead'], table),
    stats(t, ['xmr', '--rebase', '2024-07'], table),
    stats(t, ['run'], table),
    stats(t, ['xmr'], ['date,value', '2024-01,1', '2024-01,2']),
  ]);
  const [last, before] = rowsOf(xmr);
  assertCells(last, {
    month: '2025-01',
    mean: 5.5,
    lpl: 2.84,
    upl: 8.16,
    special_cause_type: 'Above UCL',
    assurance_type: 'consistent_fail',
  });
  assertCells(last, { point_type: 'special_cause_improvement', variation: 'improvement-high' });
  assertCells(before, { point_type: 'common_cause' });
  assert.deepEqual(
    rowsOf(rebased).map((row) => row['part']),
    [...Array<string>(7).fill('2'), ...Array<string>(6).fill('1')],
  );
  assert.match(rowsOf(rebased)[12]?.['note'] ?? '', /limits of 6 points: 13 are wanted/);
  assert.deepEqual([unexplained.code, twice.code], [2, 1]);
  assert.match(twice.err, /Line 3: a series has “2024-01” twice\. Say with --group/);
  assertCells(rowsOf(run)[0], { median: '6', useful: '7', longest_run: '6', crossings: '1', signal: 'none' });
});

test('help says of every method which columns it reads and which it adds', () => {
  assert.equal(methods.length, 12);
  for (const method of methods) {
    const command = commands.find(({ name }) => name === `stats ${method.name}`);
    const help = helpFor(command, { commands, groups }).replaceAll(/\s+/g, ' ');
    for (const [names] of method.gives) assert.ok(help.includes(names), `${method.name} ${names}`);
    for (const { name } of method.columns)
      assert.ok(help.includes(`--${name} COLUMN`), `${method.name} ${name}`);
  }
});
