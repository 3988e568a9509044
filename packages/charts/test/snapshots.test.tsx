import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { Sparkline } from '../index.ts';
import { everyChart } from './every-chart.tsx';
import { brokenSeries } from './examples/trends.ts';

// After a change that was looked at in the gallery: CHARTS_UPDATE_SNAPSHOTS=1 writes them anew.
const isUpdating = process.env['CHARTS_UPDATE_SNAPSHOTS'] === '1';
const folder = new URL('snapshots/', import.meta.url);

const drawn = [
  ...everyChart.map(({ name, chart }) => ({ name, html: render(chart) })),
  ...brokenSeries.series.map((series) => ({
    name: `sparkline-${series.key}`,
    html: render(<Sparkline series={series} unit={brokenSeries.unit} periods={7} />),
  })),
];

for (const { name, html } of drawn) {
  test(`${name} is drawn as it was when somebody last looked at it`, () => {
    const file = new URL(`${name}.snap`, folder);
    const lines = `${html.replaceAll('><', '>\n<')}\n`;
    if (isUpdating) writeFileSync(file, lines);
    assert.ok(
      existsSync(file),
      `${name} has no snapshot: look at the gallery, then set CHARTS_UPDATE_SNAPSHOTS=1`,
    );
    assert.equal(lines, readFileSync(file, 'utf8'));
  });
}

test('every snapshot belongs to an example', () => {
  const names = drawn.map(({ name }) => `${name}.snap`).toSorted();
  assert.deepEqual(readdirSync(folder).toSorted(), names);
});
