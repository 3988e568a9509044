import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { knownMeasures } from './measures.ts';
import type { CountsFrom, Measure } from './measures.ts';

const root = new URL('..', import.meta.url).pathname;
const published = join(process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data'), 'published');
const dictionary = join(published, 'lait/lait_data_dictionary.csv');
const map = join(published, 'measure_map_latest_values.csv');
const lait = join(published, 'lait/lait_bds_long_selected.csv');
const ees = join(published, 'dfe-ees');
const measures = knownMeasures();

const table = (file: string) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(
      parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true, relax_column_count: true }),
    );

test('every LAIT measure is in the dictionary, with its polarity and year', (t) => {
  if (!existsSync(dictionary)) return t.skip(`the real file is not here: ${dictionary}`);
  const rows = new Map(table(dictionary).map((row) => [row['Measure_short'], row]));
  const polarities = new Map([
    ['Low', 'low-is-good'],
    ['High', 'high-is-good'],
  ]);
  const years = new Map([
    ['Calendar Year', 'calendar'],
    ['Academic Year', 'academic'],
    ['Financial Year', 'financial'],
    ['Annual', 'march'],
    ['Annual (end of Sept)', 'september'],
  ]);
  // counted on a day, which the dictionary gives as the year that the day lies in
  const onADay = ['SEN_TotStat', 'SEN_TotSENSuP', 'CPPlans2yrsActive'];
  for (const measure of measures.list.filter((each) => each.source === 'lait')) {
    const row = rows.get(measure.code);
    assert.ok(row, measure.code);
    assert.equal(measure.polarity, polarities.get(row['Polarity'] ?? '') ?? 'no-judgement', measure.code);
    if (!onADay.includes(measure.code))
      assert.equal(measure.yearType, years.get(row['Year_Type'] ?? ''), measure.code);
  }
});

test('every measure that answers one of the five strategies is written down', (t) => {
  if (!existsSync(map)) return t.skip(`the real file is not here: ${map}`);
  const missing = new Set<string>();
  for (const row of table(map)) {
    const code = row['lait_short_desc'] ?? '';
    if (code && !measures.find('lait', code)) missing.add(code);
    for (const [id] of (row['fingertips_id'] ?? '').matchAll(/\d{5}(?! \(unverified\))/g)) {
      if (!measures.find('fingertips', id)) missing.add(id);
    }
  }
  assert.deepEqual([...missing], []);
});

test('counts from the Explore Education Statistics files give the value that LAIT publishes', (t) => {
  if (!existsSync(lait) || !existsSync(ees)) return t.skip(`the real files are not here: ${published}`);
  const values = new Map(
    table(lait).map((row) => [
      `${row['Short Desc']} ${row['Years']} ${row['LA Number']}`,
      Number(row['Values']),
    ]),
  );
  for (const measure of measures.list) {
    for (const counts of measure.countsFrom) {
      const compared = compare(measure, counts, values);
      assert.deepEqual(compared.differ, [], `${measure.code} from ${counts.file}`);
      assert.ok(compared.agree >= 20, `${measure.code} from ${counts.file}: only ${compared.agree} compared`);
    }
  }
});

function compare(measure: Measure, counts: CountsFrom, values: ReadonlyMap<string, number>) {
  const file = readdirSync(ees).find((name) => name.startsWith(counts.file));
  assert.ok(file, counts.file);
  const rows = table(join(ees, file)).filter((row) => fits(row, counts.where) && isAuthority(row));
  const bases = new Map(
    rows
      .filter((row) => fits(row, counts.base.where))
      .map((row) => [placeAndTime(row), row[counts.base.column]]),
  );
  const differ: string[] = [];
  let agree = 0;
  for (const row of rows.filter((each) => fits(each, counts.count.where))) {
    const ours = (Number(row[counts.count.column]) / Number(bases.get(placeAndTime(row)))) * counts.times;
    const theirs = values.get(`${measure.code} ${yearOf(row['time_period'] ?? '')} ${row['old_la_code']}`);
    if (theirs === undefined || Number.isNaN(theirs) || Number.isNaN(ours)) continue;
    if (Math.abs(ours - theirs) <= 0.5 * 10 ** -measure.decimals + 1e-9) agree += 1;
    else differ.push(`${placeAndTime(row)}: ${ours} for ${theirs}`);
  }
  return { agree, differ };
}

type Row = Record<string, string>;
const fits = (row: Row, where: Row) =>
  Object.entries(where).every(([column, value]) => row[column] === value);
const isAuthority = (row: Row) => /^local authority$/i.test(row['geographic_level'] ?? '');
const placeAndTime = (row: Row) => `${row['old_la_code']} ${row['time_period']} ${row['version'] ?? ''}`;
const yearOf = (period: string) => (period.length === 6 ? `20${period.slice(4)}` : period);
