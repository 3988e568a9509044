import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNumber } from '../../domain/value.ts';
import type { FileReading } from '../../domain/formats/mapped/column-mapping.ts';
import { gapCard } from '../../queries/gaps/gap-card.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { bring, setUpCounties } from '../../queries/testing.ts';
import { visibleWaves } from '../../store/survey/survey-waves.ts';
import { importGround } from '../../testing.ts';
import { bringInTexts } from '../bring-in-files.ts';
import { rememberColumns } from '../columns/remember-columns.ts';

const headers = [
  'area',
  'year',
  'measure',
  'question',
  'ages',
  'dimension',
  'group',
  'n',
  'percent',
  'schools',
];

const reading: FileReading = {
  layout: {
    ...{ area: 'area', value: 'percent', beside: { denominator: 'n' }, groups: [], everybody: ['All'] },
    time: { in: 'one-column', column: 'year', years: 'academic' },
  },
  measure: { named: 'in-column', column: 'measure', publisher: 'Brackenshire', publication: 'School survey' },
  survey: {
    survey: 'School survey',
    question: { in: 'column', column: 'question' },
    ages: { in: 'column', column: 'ages' },
    wave: 'Spring wave',
    schools: 'schools',
    kindOfGroup: { kind: 'dimension', group: 'group' },
    ...{ value: 'percent', weighted: 'no', polarity: 'high-is-good' },
  },
};

type Row = readonly [dimension: string, group: string, n: number, percent: number, schools?: number];

function table(year: string, question: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ([dimension, group, n, percent, schools = 14]) =>
      `X10000001,${year},Had fun last week,${question},11 to 16,${dimension},${group},${n},${percent},${schools}`,
  );
  return `${[headers.join(','), ...lines].join('\n')}\n`;
}

const rows: readonly Row[] = [
  ['All', 'All', 1200, 62],
  ['Disability', 'Disabled', 150, 46],
  ['Disability', 'Not disabled', 1050, 64.2857],
  ['Rural or urban', 'Rural', 400, 55],
  ['Rural or urban', 'Urban', 800, 65.5],
  ['Religion', 'Sikh', 12, 50],
];

const fun = 'other:school-survey:had-fun-last-week';
const asked = 'Did you have fun in the last week?';

async function ground(t: Parameters<typeof importGround>[0]) {
  const made = await importGround(t);
  const parts = { ...made, asService: made.actAs({ kind: 'service', name: 'test' }) };
  await setUpCounties(parts);
  const kept = await made.act('write', (ctx) =>
    rememberColumns(ctx, { name: 'School survey', headers, reading }),
  );
  assert.ok(kept.done);
  return parts;
}

test('B10 B23 C04: a table of survey results is brought in by its saved columns, protected, and feeds the gap card', async (t) => {
  const parts = await ground(t);
  await bring(parts, { 'fun-2025.csv': table('2024/25', asked, rows) });
  const view = await parts.act('read', (ctx) =>
    measureView(ctx, { id: fun, areaCode: 'X10000001', neighbourSet: undefined }),
  );
  assert.equal(view?.row.latest?.value, 62);
  assert.ok(view.row.interval?.known, 'its interval is made of its counts');
  assert.deepEqual([view.definition.polarity, view.definition.unit.symbol], ['high-is-good', '%']);
  const [wave] = await parts.act('read', (ctx) => visibleWaves(ctx, fun));
  assert.deepEqual(
    [wave?.question, wave?.ages, wave?.answered, wave?.wave],
    [asked, { from: 11, to: 16 }, 1200, '2024/25'],
  );
  const card = async (group: string) =>
    parts.act('read', (ctx) => gapCard(ctx, { id: fun, areaCode: 'X10000001', group }));
  const disabled = await card('disabled');
  const now = disabled?.card?.point;
  assert.ok(now?.known, 'the gap of disabled children is worked out');
  assert.equal(Math.round(now.gap.difference), -18);
  const rural = (await card('rural'))?.card?.point;
  assert.ok(rural?.known);
  const religion = disabled?.dimensions.find(({ dimension }) => dimension.key === 'religion');
  assert.ok(religion, 'the dimension is there, with why nothing is known');
});

test('B10: waves are compared only where the question is the same; another wording is a break', async (t) => {
  const parts = await ground(t);
  await bring(parts, { 'a.csv': table('2023/24', asked, rows) });
  await bring(parts, { 'b.csv': table('2024/25', 'DID you have fun in the last week', rows) });
  const breaks = async () =>
    (
      await parts.act('read', (ctx) =>
        measureView(ctx, { id: fun, areaCode: 'X10000001', neighbourSet: undefined }),
      )
    )?.definition.breaks;
  assert.deepEqual(await breaks(), []);
  await bring(parts, { 'c.csv': table('2025/26', 'Do you usually have fun?', rows) });
  const [found] = (await breaks()) ?? [];
  assert.equal(found?.on, '2025-09-01');
  assert.match(found?.words ?? '', /Another question from here on: “Do you usually have fun\?”/);
});

test('R34: what a survey holds back is in no figure that was written', async (t) => {
  const parts = await ground(t);
  await bring(parts, {
    'small.csv': table('2024/25', asked, [
      ['All', 'All', 60, 50],
      ['Sex', 'Girls', 40, 50, 2],
    ]),
  });
  const view = await parts.act('read', (ctx) =>
    gapCard(ctx, { id: fun, areaCode: 'X10000001', group: 'girls' }),
  );
  const here = view?.card?.point;
  assert.ok(!here?.known);
  assert.ok(here === undefined || !isNumber(here.of.value));
});

test('a table in which one wave has two wordings is refused as a whole', async (t) => {
  const parts = await ground(t);
  const two =
    table('2024/25', asked, [['All', 'All', 1200, 62]]) +
    table('2024/25', 'Was it fun?', [['Sex', 'Girls', 600, 62]]).split('\n')[1];
  const brought = await bringInTexts(parts.act, {
    texts: [{ name: 'two.csv', text: `${two}\n` }],
    keepIn: parts.keepIn,
  });
  assert.ok(brought.done);
  assert.match(brought.value[0]?.batch.failure ?? '', /two wordings/);
});
