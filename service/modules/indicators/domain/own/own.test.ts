import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#platform/kernel/day.ts';
import { breakdownOf } from '../observation.ts';
import { isNumber } from '../value.ts';
import { readTyped, type OwnFigure } from './own-figure.ts';
import { codeOfTitle, factsOfOwn } from './own-measure.ts';
import { ownPeriod, periodsToEnter } from './own-period.ts';
import { keptFigures, keptReleases, makeSafe } from './own-release.ts';
import { ownTable, type OwnAudience } from './own-table.ts';
import { asked, counted, places } from './testing.ts';

const [county, east, north, west] = [places.whole, ...places.parts];
const today = dayOf(2026, 9, 1);

async function safeValues(figures: readonly OwnFigure[], audience: OwnAudience = 'public') {
  const safe = await makeSafe(asked, figures, { places, audience, before: [] });
  assert.ok(safe.done, safe.done ? '' : safe.refusal.reason);
  return safe.value;
}

test('a title makes a code for addresses; one without letters makes none', () => {
  assert.equal(codeOfTitle('Had fun — this week?'), 'had-fun-this-week');
  assert.equal(codeOfTitle('???'), undefined);
});

test('what an own measure is becomes facts that every page of figures can read', () => {
  assert.equal(factsOfOwn(asked).unit, '%');
  assert.equal(factsOfOwn({ ...asked, kind: 'rate', times: 10_000 }).unit, 'per 10,000');
});

test('B03: only periods that have ended can be entered, newest first', () => {
  const texts = periodsToEnter('quarter', today, 3).map(({ text }) => text);
  assert.deepEqual(texts, ['2026 Q2', '2026 Q1', '2025 Q4']);
  assert.equal(ownPeriod('quarter', '2026-07-01', today), undefined, 'it has not ended');
  assert.equal(ownPeriod('quarter', '2026-05-01', today), undefined, 'no quarter begins then');
  assert.equal(ownPeriod('academic', '2024-09-01', today)?.end, '2025-08-31');
  for (const rhythm of ['month', 'quarter', 'academic', 'financial', 'calendar'] as const)
    for (const { start, end } of periodsToEnter(rhythm, today, 5)) {
      assert.ok(end < today);
      assert.equal(ownPeriod(rhythm, start, today)?.end, end);
    }
});

test('a line is read as it was typed, or says what does not fit', () => {
  const line = (count: string, base: string, schools = '') => readTyped(asked, { count, base, schools });
  const read = line('1,204', ' 2 000 ');
  assert.deepEqual(read.done && read.value, { count: 1204, base: 2000, schools: undefined });
  assert.deepEqual(line('', ''), { done: true, value: undefined });
  for (const [typed, reason] of [
    [line('4.5', '10'), 'not-a-count'],
    [line('', '10'), 'count-missing'],
    [line('4', ''), 'base-missing'],
    [line('11', '10'), 'more-than-all'],
    [line('0', '0'), 'base-of-nobody'],
    [line('-3', '10'), 'not-a-count'],
  ] as const)
    assert.equal(typed.done ? '' : typed.refusal.reason, reason);
  const answers = readTyped({ ...asked, origin: 'answers' }, { count: '3', base: '30', schools: '' });
  assert.equal(answers.done ? '' : answers.refusal.reason, 'schools-missing');
});

test('R34: a small group is held back, and so is another from which it could be worked out', async () => {
  const given = [
    counted(county ?? '', [100, 200]),
    counted(east ?? '', [4, 60]),
    counted(north ?? '', [46, 70]),
    counted(west ?? '', [50, 70]),
  ];
  const { figures } = await safeValues(given, 'partners');
  const held = figures.filter(({ value }) => !isNumber(value)).map(({ areaCode }) => areaCode);
  assert.ok(held.includes(east ?? ''), 'four are too few');
  assert.ok(held.length >= 2, 'and the county less two zones would give the third');
  for (const { value, count } of figures) if (!isNumber(value)) assert.equal(count, undefined);
});

test('those to whom it does not apply are protected like those to whom it does', async () => {
  const { figures } = await safeValues([counted(county ?? '', [197, 200])]);
  assert.ok(!isNumber(figures[0]?.value ?? 0), 'three were not asked, and everybody would know of how many');
});

test('R69: partners see more than the public, and neither sees a group of four', async () => {
  const given = [counted(east ?? '', [7, 40]), counted(west ?? '', [4, 40])];
  const held = async (audience: OwnAudience) =>
    (await safeValues(given, audience)).figures.map(({ value }) => !isNumber(value));
  assert.deepEqual(await held('partners'), [false, true]);
  assert.deepEqual(await held('public'), [true, true]);
});

test('groups that leave people out have a rest that is protected; groups that overlap are not added up', () => {
  const sex = (value: string) => ({ breakdown: breakdownOf({ Sex: value }) });
  const open = ownTable(
    asked,
    [counted(county ?? '', [60, 100]), counted(county ?? '', [28, 40], sex('Girls'))],
    places,
  );
  const group = open.dimensions[1];
  assert.equal(group?.sums[0]?.parts.length, 2);
  const left = open.cells.find(({ at }) => at[1]?.startsWith('(the rest)') && at[2] === 'yes');
  assert.deepEqual([left?.count, left?.published], [32, false]);
  const exact = ownTable(
    asked,
    [
      counted(county ?? '', [60, 100]),
      counted(county ?? '', [28, 40], sex('Girls')),
      counted(county ?? '', [32, 60], sex('Boys')),
    ],
    places,
  );
  assert.equal(exact.dimensions[1]?.sums[0]?.parts.length, 2, 'nobody is left');
  const overlapping = ownTable(
    asked,
    [
      counted(county ?? '', [60, 100]),
      counted(county ?? '', [50, 80], sex('Girls')),
      counted(county ?? '', [32, 60], sex('Boys')),
    ],
    places,
  );
  assert.deepEqual(overlapping.dimensions[1]?.sums, []);
});

test('R36: a later release does not give away what an earlier one held back', async () => {
  const first = await safeValues([
    counted(county ?? '', [100, 200]),
    counted(east ?? '', [4, 60]),
    counted(north ?? '', [46, 70]),
    counted(west ?? '', [50, 70]),
  ]);
  const kept = keptReleases.parse(JSON.parse(JSON.stringify(first.kept)));
  const heldBefore = new Set(
    first.figures.filter(({ value }) => !isNumber(value)).map(({ areaCode }) => areaCode),
  );
  const later = await makeSafe(asked, [counted(east ?? '', [4, 60]), counted(north ?? '', [46, 70])], {
    places,
    audience: 'public',
    before: kept,
  });
  assert.ok(later.done);
  for (const { areaCode, value } of later.value.figures)
    if (heldBefore.has(areaCode)) assert.ok(!isNumber(value), areaCode);
});

test('what is kept of a release is read again as it was, and holds no count that is held back', async () => {
  const safe = await safeValues([counted(county ?? '', [100, 200]), counted(east ?? '', [4, 61])]);
  const rows = safe.figures.map(({ areaCode, breakdown, period, value, count, base }) => ({
    areaCode,
    breakdown,
    start: period.start,
    value,
    count: count ?? null,
    base: base ?? null,
  }));
  assert.deepEqual(keptFigures.parse(JSON.parse(JSON.stringify(rows))), rows);
  const hidden = rows.find(({ areaCode }) => areaCode === east);
  assert.deepEqual(hidden?.value, { status: 'suppressed' });
});

test('R37: whatever is counted, no share shown tells of a group of fewer than ten, nor of all or none', async () => {
  const count = fc.integer({ min: 0, max: 60 });
  const line = fc.tuple(count, count).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b, 1)]);
  await fc.assert(
    fc.asyncProperty(line, line, line, async (a, b, c) => {
      const zones = [counted(east ?? '', a), counted(north ?? '', b), counted(west ?? '', c)];
      const all: [number, number] = [a[0] + b[0] + c[0], a[1] + b[1] + c[1]];
      const figures = [counted(county ?? '', all), ...zones];
      const safe = await makeSafe(asked, figures, { places, audience: 'public', before: [] });
      if (!safe.done) return;
      for (const [index, shown] of safe.value.figures.entries()) {
        if (!isNumber(shown.value)) continue;
        const real = figures[index];
        assert.ok(real && real.count >= 10 && real.base - real.count >= 10, JSON.stringify(real));
      }
    }),
    { numRuns: 40 },
  );
});
