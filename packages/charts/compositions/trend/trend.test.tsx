import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { toCsv } from '../../frame/csv.ts';
import { compact, wide } from '../../frame/drawings.tsx';
import { englishWords } from '../../frame/words.ts';
import { series, yearly } from '../../test/examples/told.ts';
import { brokenSeries, nothingYet, repeatPlans } from '../../test/examples/trends.ts';
import { only, show } from '../../test/page.tsx';
import { Sparkline } from './sparkline.tsx';
import { TrendChart } from './trend-chart.tsx';
import { trendTable } from './trend-table.ts';

test('text is at least 12 px high at 320 px, and where the wide drawing takes over', () => {
  assert.ok((compact.fontSize * 290) / compact.width >= 12);
  assert.ok((wide.fontSize * 520) / wide.width >= 12);
});

test('the own area is in ink with its thread and band, England is dashed, and each is named at its end', () => {
  const { document } = show(<TrendChart {...repeatPlans} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  assert.equal(drawing.querySelectorAll('.chart-thread').length, 1);
  assert.equal(drawing.querySelectorAll('.chart-band--own path').length, 1);
  assert.ok(only(drawing, '.chart-line--benchmark path').getAttribute('stroke-dasharray'));
  const names = [...drawing.querySelectorAll('.chart-label')].map((label) => label.textContent);
  assert.deepEqual(names, ['Thornshire 27.4%', 'England 25.1%', 'Wenmarch', 'Ashdale']);
});

test('the thread hangs from the latest number, also where later periods have none', () => {
  const late = { ...repeatPlans, series: [series('A', 'own', yearly(2020, [5, 7, 'missing']))] };
  const drawing = only(show(<TrendChart {...late} />).document, 'svg.chart-drawing--wide');
  const path = only(drawing, '.chart-thread').getAttribute('d') ?? '';
  assert.equal(path.slice(1).split(',')[0], only(drawing, '.chart-dot--own').getAttribute('cx'));
  assert.match(only(drawing, '.chart-label').textContent ?? '', /2021-22/);
});

test('five series are drawn, own and England among them; the table holds all, and says so', () => {
  const neighbours = Array.from({ length: 8 }, (_, index) =>
    series(`N${index}`, 'neighbour', yearly(2020, [1, 2])),
  );
  const [own, england] = [
    series('Us', 'own', yearly(2020, [3, 4])),
    series('England', 'benchmark', yearly(2020, [2, 2])),
  ];
  const { document } = show(<TrendChart {...repeatPlans} series={[...neighbours, england, own]} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  const lines = [...drawing.querySelectorAll('.chart-line')].map((line) => line.getAttribute('class'));
  assert.equal(lines.length, 5);
  assert.equal(lines.at(-1), 'chart-line chart-line--own');
  assert.ok(lines.includes('chart-line chart-line--benchmark'));
  assert.equal(document.querySelectorAll('thead th').length, 11);
  assert.match(only(document, '.chart-notes').textContent ?? '', /5 more are in the table/);
});

test('R72: a break is drawn, said under the chart and noted in the table and the file', () => {
  const { document } = show(<TrendChart {...brokenSeries} />);
  const sentence = /Break before 2020-21: the county was split in two/;
  assert.equal(only(document, 'svg.chart-drawing--wide .chart-break').textContent, 'break');
  assert.match(only(document, '.chart-notes').textContent ?? '', sentence);
  assert.match(only(document, 'tbody').textContent ?? '', sentence);
  assert.match(toCsv(trendTable(brokenSeries)), sentence);
});

test('a status has its mark under the plot, its word in the table and its meaning in the key', () => {
  const { document } = show(<TrendChart {...brokenSeries} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  for (const status of ['suppressed', 'missing', 'not-applicable'] as const) {
    const mark = only(drawing, `.chart-status--${status}`);
    const [, down = ''] = /,([\d.]+)\)/.exec(mark.getAttribute('transform') ?? '') ?? [];
    const zero = only(drawing, '.chart-grid--zero').getAttribute('d') ?? '';
    assert.ok(Number(down) > Number(/,([\d.]+)H/.exec(zero)?.[1]), `${status} stands below the line of zero`);
    assert.match(only(document, 'tbody').textContent ?? '', new RegExp(englishWords.status[status]));
    assert.match(
      only(document, '.chart-notes').textContent ?? '',
      new RegExp(englishWords.statusMeaning[status]),
    );
  }
});

test('limits that came with a suppressed value show nowhere', () => {
  const point = { ...yearly(2020, ['suppressed'])[0], lower: 123.4, upper: 987.6 };
  const [plain] = yearly(2020, ['suppressed']);
  assert.ok(plain);
  const chart = (limits: object) => ({
    ...repeatPlans,
    series: [series('A', 'own', [{ ...plain, ...limits }, ...yearly(2021, [[5, 4, 6]])])],
  });
  const leaky = chart({ lower: point.lower, upper: point.upper });
  assert.equal(render(<TrendChart {...leaky} />), render(<TrendChart {...chart({})} />));
  assert.doesNotMatch(toCsv(trendTable(leaky)), /123\.4|987\.6/);
});

test('where no period has a number, the drawing says so and keeps the marks', () => {
  const drawing = only(show(<TrendChart {...nothingYet} />).document, 'svg.chart-drawing--wide');
  assert.match(drawing.textContent ?? '', /No numbers to draw/);
  assert.equal(drawing.querySelectorAll('.chart-status').length, 4);
});

test('a period that one series does not speak of is not available in its column', () => {
  const both = {
    ...repeatPlans,
    series: [series('A', 'own', yearly(2020, [1, 2])), series('B', 'other', yearly(2021, [3]))],
  };
  assert.equal(toCsv(trendTable(both)).split('\r\n')[1], '2020-21,1.0,not available');
});

test('periods that know their last day say it in a column of the table', () => {
  const points = yearly(2023, [1, 2]).map((point) => ({ ...point, end: `${point.order + 1}-03-31` }));
  const csv = toCsv(trendTable({ ...repeatPlans, series: [series('A', 'own', points)] }));
  assert.deepEqual(csv.split('\r\n').slice(0, 2), [
    'Period,Period ends,A (% of plans started)',
    '2023-24,2024-03-31,1.0',
  ]);
});

test('another language replaces the words', () => {
  const words = {
    ...englishWords,
    status: { ...englishWords.status, suppressed: 'wedi’i atal' },
    lineChart: 'Siart linell',
  };
  const { document } = show(<TrendChart {...brokenSeries} words={words} />);
  assert.match(only(document, 'tbody').textContent ?? '', /wedi’i atal/);
  assert.match(only(document, 'svg.chart-drawing--wide desc').textContent ?? '', /^Siart linell/);
});

test('a sparkline says every value of its latest five periods, and where the series breaks', () => {
  const [own] = brokenSeries.series;
  assert.ok(own);
  const label = only(show(<Sparkline series={own} unit={brokenSeries.unit} />).document, 'svg').getAttribute(
    'aria-label',
  );
  assert.equal(
    label,
    'East Thornshire, per 100,000. 2020-21: 214, 2021-22: 231, 2022-23: 205, 2023-24: not applicable, 2024-25: 188.',
  );
  const longer = <Sparkline series={own} unit={brokenSeries.unit} periods={7} />;
  assert.match(render(longer), /2019-20: not available, break; 2020-21: 214/);
});

test('time runs from left to right on a page that reads from right to left', () => {
  for (const drawing of show(<TrendChart {...repeatPlans} />).document.querySelectorAll(
    'svg.chart-drawing',
  )) {
    assert.equal(drawing.getAttribute('direction'), 'ltr');
  }
});

test('long names make the drawing taller instead of running into its periods', () => {
  const long = 'The average of ten statistical neighbours of the year 2025';
  const five = ['own', 'benchmark', 'neighbour', 'neighbour', 'neighbour'] as const;
  const all = five.map((role, index) => series(`${long} ${index}`, role, yearly(2020, [3, 4])));
  const drawing = only(
    show(<TrendChart {...repeatPlans} series={all} />).document,
    'svg.chart-drawing--compact',
  );
  const labels = [...drawing.querySelectorAll('.chart-label')];
  const ends = labels.map((label) => Number(label.getAttribute('y')) + (label.children.length - 1) * 15.6);
  const period = Number(only(drawing, '.chart-text--strong:not(.chart-label)').getAttribute('y'));
  assert.equal(labels.length, 5);
  assert.ok(Math.max(...ends) < period - 13);
});
