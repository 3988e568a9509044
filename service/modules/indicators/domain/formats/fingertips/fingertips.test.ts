import assert from 'node:assert/strict';
import test from 'node:test';
import { fixture, readAll, written } from '../testing.ts';
import { readFingertipsCsv } from './fingertips-csv.ts';
import { readFingertipsUpload } from './fingertips-upload.ts';

const read = await readAll(readFingertipsCsv(fixture('fingertips_27.csv')));

function at(line: number) {
  const found = read.observations.find((observation) => observation.line === line);
  assert.ok(found, `an observation of line ${line}`);
  return found;
}

test('trap B1: England stands once, though the file has it once for every parent area', () => {
  const england = read.observations.filter(({ area }) => area.code === 'E92000001');
  assert.deepEqual(
    england.map(({ breakdown, value }) => [breakdown === '', value]),
    [
      [true, 75.4],
      [false, 88.1],
    ],
  );
  assert.equal(read.repeated, 2);
  assert.equal(read.observations.length + read.refused.length + read.repeated, read.rowsRead);
});

test('trap B1: England with two different values is refused, not chosen from', async () => {
  const [header, first] = (await lines('fingertips_27.csv')).slice(0, 2);
  const other = first?.replace('75.4', '76.4');
  const doubled = await readAll(readFingertipsCsv(written(`${header}\n${first}\n${other}\n`)));
  assert.deepEqual([doubled.observations.length, doubled.refused[0]?.reason], [1, 'two-values']);
});

test('trap B1: -1 beside an empty value is an absent limit, never a limit', () => {
  const { value, lower95, upper95, lower998, upper998, count, denominator, note } = at(9);
  assert.deepEqual(
    [value, lower95, upper95, lower998, upper998, count],
    [{ status: 'missing' }, ...Array(5)],
  );
  assert.equal(denominator, 40200);
  assert.match(note ?? '', /incomplete/);
});

test('trap B1: a deprivation decile is a part of the whole and is never taken for the area', () => {
  const decile = 'Upper-tier deprivation deciles (IMD2019, 4/23 geography)\\=Most';
  assert.ok(!at(4).breakdown.includes(decile), 'the name and its item are divided by an unescaped sign');
  assert.equal(
    at(4).breakdown,
    'Upper-tier deprivation deciles (IMD2019, 4/23 geography)=Most deprived decile (IMD2019)',
  );
  assert.deepEqual([at(6).breakdown, at(7).breakdown], ['', 'Sex=Female']);
});

test('trap B1: another age than the indicator’s own is a part, and pooled years are one period', () => {
  const { breakdown, period } = at(11);
  assert.equal(breakdown, 'Age=5-9 yrs');
  assert.deepEqual([period.start, period.end, period.years], ['2021-04-01', '2024-03-31', 3]);
});

test('trap B1: counts are rounded and the value is not, so the value stays as published', () => {
  const { value, count, denominator } = at(6);
  assert.deepEqual([value, count, denominator], [60.5, 595, 98246]);
  assert.notEqual(((count ?? 0) / (denominator ?? 1)) * 10_000, value);
});

test('trap B1: the trend is kept as the publisher’s words and nothing else', () => {
  assert.deepEqual(at(8).publisherSays, { trend: 'Increasing and getting worse', comparison: 'Better' });
  assert.deepEqual(at(2).publisherSays, undefined, '“Not compared” says nothing');
});

test('a star is suppressed, also as a count', () => {
  assert.deepEqual([at(10).value, at(10).count], [{ status: 'suppressed' }, undefined]);
});

test('a period that disagrees with its sortable form is refused with its line', () => {
  assert.deepEqual(
    read.refused.map(({ line, column, reason }) => [line, column, reason]),
    [[12, 'Time period', 'years-against-type']],
  );
});

test('trap B1: 26 columns of 2020 and 27 of today are read alike, by name', async () => {
  const older = await readAll(readFingertipsCsv(fixture('fingertips_26.csv')));
  assert.deepEqual(older.refused, []);
  const [only] = older.observations;
  assert.deepEqual(
    [only?.measure.code, only?.value, only?.count, only?.period.years, only?.lower998],
    ['90002', 97.1, 4855, 3, undefined],
  );
});

test('what the file does not say of an indicator can be said: whom it is about, and its kind of year', async () => {
  const said = await readAll(
    readFingertipsCsv(fixture('fingertips_27.csv'), {
      indicator: () => ({ wholeSex: 'Female', wholeAge: '5-9 yrs', strokeYear: 'academic' }),
    }),
  );
  const female = said.observations.find(({ line }) => line === 7);
  assert.deepEqual([female?.breakdown, female?.period.start], ['Age=<15 yrs', '2022-09-01']);
});

test('the upload file is read with its ages, deciles and days; days that do not fit their kind are refused', async () => {
  const measure = { source: 'local', code: 'feeling-safe' } as const;
  const upload = await readAll(readFingertipsUpload(fixture('fingertips_upload.csv'), { measure }));
  assert.deepEqual(
    upload.observations.map(({ breakdown, period, value }) => [breakdown, period.kind, period.years, value]),
    [
      ['', 'calendar', 1, 31],
      ['Age=5 to 10|Sex=Female|counties_and_unitary_authorities_apr_2023=1', 'financial', 1, 31],
      ['Age=65 and over', 'calendar', 3, { status: 'suppressed' }],
    ],
  );
  assert.deepEqual(
    upload.refused.map(({ line, column }) => [line, column]),
    [
      [5, 'date_from'],
      [6, 'date_from'],
      [7, 'date_to'],
      [8, 'period_type'],
      [9, 'area_code'],
    ],
  );
  assert.equal(upload.rowsRead, 8);
});

async function lines(name: string): Promise<string[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of fixture(name).bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8').split('\n');
}
