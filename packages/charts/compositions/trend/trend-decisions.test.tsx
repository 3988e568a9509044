import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '../../frame/csv.ts';
import type { Decided, Series } from '../../series.ts';
import { series, yearly } from '../../test/examples/told.ts';
import { repeatPlans } from '../../test/examples/trends.ts';
import { only, show } from '../../test/page.tsx';
import { TrendChart } from './trend-chart.tsx';
import { trendTable } from './trend-table.ts';

const anew: Decided = { where: 'before', mark: 'limits anew', sentence: 'Begun anew, because we moved.' };
const held: Decided = { where: 'after', mark: 'limits held', sentence: 'Held, because it was calm.' };

/** A flat line about which something was decided at its third point. */
function line(name: string, decided: Decided): Series {
  const flat = series(name, 'other', yearly(2020, [4, 4, 7, 7, 7]));
  return { ...flat, points: flat.points.map((point, at) => (at === 2 ? { ...point, decided } : point)) };
}

const own = series('Us', 'own', yearly(2020, [3, 5, 6, 8, 7]));

test('a line that was begun anew by decision stops there, with its mark, and nobody calls it a break', () => {
  const chart = { ...repeatPlans, series: [own, line('Mean', anew), line('Upper limit', anew)] };
  const { document } = show(<TrendChart {...chart} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  assert.equal(only(drawing, '.chart-break').textContent, 'limits anew', 'once, though two lines share it');
  assert.equal(drawing.querySelectorAll('.chart-line--own path').length, 1, 'the values go on');
  assert.equal(
    drawing.querySelectorAll('[class*=chart-line--other] path').length,
    4,
    'two stretches of two lines',
  );
  const notes = only(document, '.chart-notes').textContent ?? '';
  assert.equal(notes.split(anew.sentence).length - 1, 1);
  assert.doesNotMatch(notes, /Break before/);
});

test('what was decided stands in its row of the table and of the file, each sentence once', () => {
  const table = trendTable({ ...repeatPlans, series: [own, line('Mean', anew), line('Limit', anew)] });
  const rows = toCsv(table).trim().split(/\r?\n/);
  assert.match(rows[0] ?? '', /Note/);
  assert.deepEqual(
    rows.map((row) => row.split(anew.sentence).length - 1),
    [0, 0, 0, 1, 0, 0],
  );
});

test('a line that was held goes on; its mark stands after the period up to which it was made', () => {
  const { document } = show(<TrendChart {...repeatPlans} series={[own, line('Mean', held)]} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  assert.equal(drawing.querySelectorAll('[class*=chart-line--other] path').length, 1);
  assert.equal(only(drawing, '.chart-break').textContent, 'limits held');
  assert.match(only(document, '.chart-notes').textContent ?? '', /Held, because it was calm\./);
});
