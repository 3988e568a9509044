import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixture, readAll, written } from '../testing.ts';
import { columnsNamed, fileReading, shapeOf, yearKinds } from './column-mapping.ts';
import type { ColumnLayout, MeasureOfFile } from './column-mapping.ts';
import { guessLayout } from './guess-layout.ts';
import { areaInCell } from './mapped-area.ts';
import { codeOfOther, describedBy, measureOfWholeFile } from './mapped-measure.ts';
import { periodInCell, periodOfDays } from './mapped-period.ts';
import { readMapped } from './read-mapped.ts';

const layout: ColumnLayout = {
  area: 'Area',
  time: { in: 'one-column', column: 'Year', years: 'academic' },
  value: 'Rate',
  beside: { count: 'Numerator', denominator: 'Denominator', lower95: 'Lower CI', upper95: 'Upper CI' },
  groups: ['Sex'],
  everybody: ['Persons', 'Total'],
};

const named: MeasureOfFile = {
  named: 'in-column',
  column: 'Indicator',
  publisher: 'Sport for All',
  publication: 'Active travel',
};

const read = await readAll(
  readMapped(fixture('mapped_any.csv'), {
    layout,
    measure: named,
    isKnown: (id) => id === 'lait:PrevRegCPR',
  }),
);

test('a table of any shape is read by what was said of its columns: area, period, group, number and what stands beside', () => {
  assert.deepEqual(read.observations.slice(0, 2), [
    {
      measure: {
        source: 'other',
        code: 'active-travel:children-who-walk-to-school',
        name: 'Children who walk to school',
      },
      area: { code: 'X10000001', name: 'Brackenshire' },
      period: {
        start: '2023-09-01',
        end: '2024-08-31',
        kind: 'academic',
        years: 1,
        state: 'final',
        text: '2023/24',
      },
      line: 2,
      breakdown: '',
      value: 41.5,
      count: 830,
      denominator: 2000,
      lower95: 39.4,
      upper95: 43.7,
    },
    { ...read.observations[1], breakdown: 'Sex=Female', value: 43, line: 3 },
  ]);
  assert.deepEqual(read.observations[2]?.value, { status: 'suppressed' });
  assert.deepEqual(read.observations[2]?.area, { dfeCode: '596', name: 'Heron Bay' });
  assert.equal(read.observations[2]?.count, undefined, 'a count that is withheld is no number');
  assert.deepEqual(read.observations[3]?.area, { code: 'E92000001', name: 'England' });
});

test('each row that cannot be read is refused with its reason, and rows add up', () => {
  assert.deepEqual(
    read.refused.map(({ line, reason, column }) => [line, reason, column]),
    [
      [6, 'no-area-code', 'Area'],
      [7, 'either-year', 'Year'],
      [8, 'blank-group', 'Sex'],
      [9, 'decimal-comma', 'Rate'],
      [10, 'limits-astray', undefined],
      [11, 'own-measure', 'Indicator'],
      [12, 'measure-not-known', 'Indicator'],
      [13, 'two-names', 'Indicator'],
    ],
  );
  assert.equal(read.rowsRead, read.observations.length + read.refused.length);
  assert.ok(read.refused.every(({ words, mend }) => words !== '' && mend !== ''));
});

test('an id of the catalogue names its measure, and a period says that it is provisional', () => {
  const last = read.observations.at(-1);
  assert.deepEqual(last?.measure, { source: 'lait', code: 'PrevRegCPR' });
  assert.equal(last?.period.state, 'provisional');
});

test('a whole file may be of one measure, and of first and last days', async () => {
  const measure: MeasureOfFile = {
    ...{ named: 'new', title: 'Fun', unit: '%', kind: 'proportion', polarity: 'high-is-good' },
    ...{ publisher: 'P', publication: 'Survey' },
  };
  const text = 'code,from,to,v\nE10000020,01/04/2024,31/03/2025,0\nE10000020,2024-04-01,2024-13-31,1\n';
  const days: ColumnLayout = {
    ...layout,
    ...{ area: 'code', value: 'v', beside: {}, groups: [] },
    time: { in: 'first-and-last-day', first: 'from', last: 'to' },
  };
  const found = await readAll(readMapped(written(text), { layout: days, measure, isKnown: () => false }));
  assert.deepEqual(
    found.observations.map(({ value, period, measure: { code } }) => [value, period.kind, code]),
    [[0, 'financial', 'survey:fun']],
  );
  assert.deepEqual(
    found.refused.map(({ reason, column }) => [reason, column]),
    [['not-a-period', 'from and to']],
  );
  assert.equal(describedBy(measure, []).get('other:survey:fun')?.unit, '%');
});

test('a file without a column that was named is refused as a whole', async () => {
  const found = await readAll(
    readMapped(written('Area,Year,Rate\nE10000020,2024,1\n'), {
      layout,
      measure: named,
      isKnown: () => false,
    }),
  );
  assert.deepEqual(
    found.refused.map(({ about, reason }) => [about, reason]),
    [['file', 'columns-missing']],
  );
});

test('areas are told by their codes, alone or beside a name; a name alone or two codes tell nothing', () => {
  const cases: readonly [string, object | undefined][] = [
    ['E10000020', { code: 'E10000020', name: 'E10000020' }],
    ['Norfolk (E10000020)', { code: 'E10000020', name: 'Norfolk' }],
    ['E10000020 - Norfolk', { code: 'E10000020', name: 'Norfolk' }],
    ['926', { dfeCode: '926', name: '926' }],
    ['926 Norfolk', { dfeCode: '926', name: 'Norfolk' }],
    ['Norfolk [926]', { dfeCode: '926', name: 'Norfolk' }],
    ['zone-3', { code: 'zone-3', name: 'zone-3' }],
    ['Norfolk', undefined],
    ['', undefined],
    ['E10000020 and E10000021', undefined],
    ['E100000201', { code: 'E100000201', name: 'E100000201' }],
  ];
  for (const [cell, area] of cases) assert.deepEqual(areaInCell(cell, undefined), area, cell);
});

test('periods are read as the kind that was said, and a year alone never as one of two', () => {
  const cases: readonly [string, (typeof yearKinds)[number], string][] = [
    ['2024', 'calendar', '2024-01-01 2024-12-31 calendar 1'],
    ['2022-24', 'calendar', '2022-01-01 2024-12-31 calendar 3'],
    ['2022–2024', 'calendar', '2022-01-01 2024-12-31 calendar 3'],
    ['2023/24', 'financial', '2023-04-01 2024-03-31 financial 1'],
    ['202324', 'academic', '2023-09-01 2024-08-31 academic 1'],
    ['1999/00', 'financial', '1999-04-01 2000-03-31 financial 1'],
    ['2021/22-23/24', 'financial', 'not-a-period'],
    ['2021/22 to 2023/24', 'financial', '2021-04-01 2024-03-31 financial 3'],
    ['2024', 'financial', 'year-type-unknown'],
    ['2023/25', 'financial', 'not-a-period'],
    ['2025', 'financial-ending', '2024-04-01 2025-03-31 financial 1'],
    ['2025', 'academic-ending', '2024-09-01 2025-08-31 academic 1'],
    ['2024/25', 'academic-ending', '2024-09-01 2025-08-31 academic 1'],
    ['2024 Q4', 'quarter', '2024-10-01 2024-12-31 quarter 1'],
    ['Q1 2024', 'quarter', '2024-01-01 2024-03-31 quarter 1'],
    ['2024-02', 'month', '2024-02-01 2024-02-29 month 1'],
    ['Sept 2024', 'month', 'not-a-period'],
    ['Sep 2024', 'month', '2024-09-01 2024-09-30 month 1'],
    ['Mayor 2024', 'month', 'not-a-period'],
    ['31/03/2024', 'day', '2024-03-31 2024-03-31 day 1'],
    ['03/31/2024', 'day', 'not-a-period'],
    ['', 'calendar', 'not-a-period'],
  ];
  for (const [cell, kind, says] of cases) {
    const found = periodInCell(cell, kind);
    const {
      start,
      end,
      kind: told,
      years,
    } = found.done ? found.value : { start: '', end: '', kind: '', years: 0 };
    assert.equal(
      found.done ? `${start} ${end} ${told} ${years}` : found.refusal.reason,
      says,
      `${cell} as ${kind}`,
    );
  }
});

test('first and last days say what they span', () => {
  const cases: readonly [string, string, string][] = [
    ['2024-01-01', '2024-12-31', 'calendar 1'],
    ['01/04/2022', '31/03/2025', 'financial 3'],
    ['2024-10-01', '2025-09-30', 'year 1'],
    ['2024-02-01', '2024-02-29', 'month 1'],
    ['2024-02-01', '2024-02-28', 'not-a-period'],
    ['2024-07-01', '2024-09-30', 'quarter 1'],
    ['2024-02-01', '2024-04-30', 'not-a-period'],
    ['2024-12-31', '2024-01-01', 'not-a-period'],
    ['2024-03-31', '2024-03-31', 'day 1'],
  ];
  for (const [first, last, says] of cases) {
    const found = periodOfDays(first, last);
    assert.equal(
      found.done ? `${found.value.kind} ${found.value.years}` : found.refusal.reason,
      says,
      `${first} ${last}`,
    );
  }
});

test('no text makes the readers throw, and a period read never ends before it begins', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.constantFrom(...yearKinds), (text, kind) => {
      areaInCell(text, undefined);
      const found = periodInCell(text, kind);
      assert.ok(!found.done || found.value.start <= found.value.end);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), (publication, title) => {
      const code = codeOfOther(publication, title);
      assert.ok(code === undefined || code.length <= 200);
      assert.ok(code === undefined || /^[^:\s]+:[^:\s]+$/u.test(code));
    }),
  );
});

test('headers make guesses, each column for one thing', () => {
  const guessed = guessLayout([
    'Area Code',
    'Area Name',
    'Time period',
    'Sex',
    'Value',
    'Lower CI',
    'Upper CI',
    'Count',
    'Denominator',
    'Indicator',
  ]);
  assert.deepEqual(guessed, {
    area: 'Area Code',
    areaName: 'Area Name',
    period: 'Time period',
    value: 'Value',
    measure: 'Indicator',
    beside: { lower95: 'Lower CI', upper95: 'Upper CI', count: 'Count', denominator: 'Denominator' },
    groups: ['Sex'],
  });
  assert.deepEqual(guessLayout(['x', 'y', '']), { beside: {}, groups: [] });
});

test('a shape is the headers in any order; what was said survives being kept', () => {
  assert.equal(shapeOf(['A', 'b', 'C']), shapeOf(['C', 'A', 'b']));
  assert.notEqual(shapeOf(['Sex']), shapeOf(['sex']), 'a group would be two');
  assert.notEqual(shapeOf(['A', 'B']), shapeOf(['A', 'B', 'C']));
  const reading = { layout, measure: named, savedAs: 'walks' };
  assert.deepEqual(fileReading.parse(JSON.parse(JSON.stringify(reading))), reading);
  assert.equal(columnsNamed(layout).length, 8);
  assert.equal(measureOfWholeFile(named), undefined);
});
