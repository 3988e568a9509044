import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { toCsv } from '../../frame/csv.ts';
import { attendance, injuries, manyAreas } from '../../test/examples/areas.ts';
import { only, show, tableWords } from '../../test/page.tsx';
import { areaTable, byValue, ownAreaFirst } from './area-table.ts';
import { BarIntervalChart } from './bar-interval-chart.tsx';
import { DotPlot } from './dot-plot.tsx';

test('the own area stands first in the picture and in the table, and is the only one on the thread', () => {
  const { document } = show(<BarIntervalChart {...injuries} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  assert.equal(drawing.querySelectorAll('.chart-thread').length, 1);
  assert.equal(drawing.querySelector('.chart-bar')?.getAttribute('class'), 'chart-bar chart-bar--own');
  assert.equal(tableWords(document)[1]?.[0], 'Thornshire');
});

test('the benchmark is a dashed rule with its name and value, and no row', () => {
  const drawing = only(show(<BarIntervalChart {...injuries} />).document, 'svg.chart-drawing--wide');
  assert.equal(only(drawing, '.chart-rule text').textContent, 'England 80.9');
  assert.ok(only(drawing, '.chart-rule path').getAttribute('stroke-dasharray'));
  assert.equal(drawing.querySelectorAll('.chart-bar--benchmark').length, 0);
});

test('bars start at zero; zero has a bar and its number, a suppressed area has neither', () => {
  const drawing = only(show(<BarIntervalChart {...injuries} />).document, 'svg.chart-drawing--wide');
  const starts = new Set([...drawing.querySelectorAll('.chart-bar')].map((bar) => bar.getAttribute('x')));
  assert.equal(starts.size, 1);
  assert.equal(drawing.querySelectorAll('.chart-bar').length, 6);
  assert.match(only(drawing, '.chart-status--suppressed').parentElement?.textContent ?? '', /suppressed/);
});

test('a dot plot sorts by value, either way, with what has no number last', () => {
  const names = (areas: readonly { name: string }[]) => areas.map((area) => area.name);
  const highest = names(byValue(attendance.areas, 'highest-first'));
  assert.deepEqual(highest.slice(0, 2), ['Port Merrin', 'Thornshire']);
  assert.deepEqual(highest.slice(-2), ['Isle of Senn', 'Saltmere']);
  const lowest = names(byValue(attendance.areas, 'lowest-first'));
  assert.deepEqual([lowest[0], ...lowest.slice(-2)], ['Upper Lenn', 'Isle of Senn', 'Saltmere']);
});

test('more than thirty areas become a point each, with only the own area and the benchmark named', () => {
  const drawing = only(show(<DotPlot {...manyAreas} />).document, 'svg.chart-drawing--wide');
  assert.equal(drawing.querySelectorAll('.chart-dot').length, 61);
  const names = [...drawing.querySelectorAll('.chart-label')].map((label) => label.textContent);
  assert.deepEqual(names, ['Thornshire 21.4%', 'England 18.7%']);
});

test('limits that came with a suppressed area show nowhere', () => {
  const chart = (limits: object) => ({
    ...injuries,
    areas: injuries.areas.map((area) => (area.name === 'Isle of Senn' ? { ...area, ...limits } : area)),
  });
  const leaky = chart({ lower: 4321, upper: 8765 });
  assert.equal(render(<BarIntervalChart {...leaky} />), render(<BarIntervalChart {...chart({})} />));
  assert.equal(render(<DotPlot {...leaky} />), render(<DotPlot {...chart({})} />));
  assert.doesNotMatch(toCsv(areaTable(leaky)), /4321|8765/);
});

test('areas that were never compared have no column and no marks for it', () => {
  const areas = injuries.areas.map((area) => ({ ...area, comparison: undefined }));
  const { document } = show(<BarIntervalChart {...injuries} areas={areas} />);
  assert.equal(document.querySelectorAll('.chart-came').length, 0);
  assert.equal(document.querySelectorAll('thead th').length, 4);
});

test('the order that was given is kept behind the own area', () => {
  const names = ownAreaFirst(injuries.areas).map((area) => area.name);
  assert.deepEqual(names.slice(0, 3), ['Thornshire', 'Wenmarch', 'Ashdale']);
  assert.equal(names.at(-1), 'England');
});
