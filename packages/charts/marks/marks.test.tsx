import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { linearScale } from '../scales/linear.ts';
import { periodScale } from '../scales/period.ts';
import type { Comparison, Status } from '../series.ts';
import { series, yearly } from '../test/examples/told.ts';
import { Band } from './band.tsx';
import { Bar } from './bar.tsx';
import { ComparisonWord } from './comparison-mark.tsx';
import { DirectLabels } from './direct-labels.tsx';
import { Dot } from './dot.tsx';
import { Line } from './line.tsx';
import { StatusMark } from './status-mark.tsx';
import { strokes, tonesOf } from './tone.ts';
import { tickLabels } from './value-axis.tsx';
import { WhiskerOverBar } from './whisker.tsx';

const y = linearScale({ values: [0, 100], range: [100, 0], from: 'zero' });
const periods = [2014, 2015, 2016, 2017, 2018].map((order) => ({ order, label: String(order) }));
const x = periodScale({ periods, range: [0, 400], edges: [0, 400], fontSize: 13 });

/** What is drawn, without its names: what an eye without colours has to go by. */
function shapes(mark: JSX.Element): string {
  return render(mark).replaceAll(/ (class|transform)="[^"]*"/g, '');
}

function paths(mark: JSX.Element): readonly string[] {
  return [...render(mark).matchAll(/ d="([^"]*)"/g)].map(([, path = '']) => path);
}

test('suppressed, missing, not applicable, low and unreliable look different from each other and from zero', () => {
  const statuses: readonly Status[] = ['suppressed', 'missing', 'not-applicable', 'low', 'unreliable'];
  const drawn = [
    ...statuses.map((status) => shapes(<StatusMark status={status} x={0} y={0} />)),
    shapes(<Dot x={0} y={0} tone="own" />),
    shapes(<Dot x={0} y={0} tone="neighbour" />),
    shapes(<Bar from={0} to={0} y={0} thickness={12} tone="own" />),
    shapes(<Line series={series('A', 'own', yearly(2014, [0]))} x={x} y={y} tone="own" />),
  ];
  assert.equal(new Set(drawn).size, drawn.length);
});

test('comparisons have a word and a shape before they have a colour', () => {
  const words: readonly Comparison[] = ['better', 'worse', 'similar', 'higher', 'not-compared'];
  const drawn = words.map((comparison) =>
    shapes(<ComparisonWord comparison={comparison} word="word" x={0} y={0} fontSize={13} />),
  );
  assert.equal(new Set(drawn).size, words.length);
  assert.ok(drawn.every((each) => each.includes('>word<')));
});

test('R72: a line has a path for each stretch, and none across a break or a status', () => {
  const told = yearly(2014, [10, 20, 'suppressed', 30, 40], { year: 2015, reason: 'a new definition' });
  const drawn = <Line series={series('A', 'own', told)} x={x} y={y} tone="own" />;
  assert.deepEqual(paths(drawn), ['M300,70L400,60']);
  assert.equal(render(drawn).match(/<circle/g)?.length, 2);
});

test('a band covers the limits of a stretch; a period that stands alone gets a whisker', () => {
  const told = yearly(2014, [[50, 40, 60], [50, 45, 55], 'missing', [20, 10, 30]]);
  const drawn = paths(<Band series={series('A', 'own', told)} x={x} y={y} tone="own" />);
  assert.deepEqual(drawn, ['M0,40L100,45L100,55L0,60Z', 'M296,90h8M300,90V70M296,70h8']);
});

test('each group has a pattern of its own', () => {
  const groups = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, role: 'other' as const }));
  const patterns = [...tonesOf(groups).values()].map((tone) => JSON.stringify(strokes[tone]));
  assert.equal(new Set(patterns).size, 5);
});

test('a name that had to move is led back to its line', () => {
  const labels = [1, 2].map((index) => ({
    key: `${index}`,
    lines: ['Name'],
    tone: 'own' as const,
    x: 90,
    y: 50,
  }));
  const drawn = render(<DirectLabels labels={labels} left={100} top={0} bottom={100} fontSize={10} />);
  assert.equal(drawn.match(/chart-leader /g)?.length, 2);
  const alone = <DirectLabels labels={labels.slice(1)} left={100} top={0} bottom={100} fontSize={10} />;
  assert.doesNotMatch(render(alone), /chart-leader/);
});

test('the part of an interval that lies on its bar is drawn apart, on either side of zero', () => {
  const right = paths(<WhiskerOverBar y={0} from={60} to={90} cap={4} bar={{ from: 10, to: 80 }} />);
  assert.equal(right[1], 'M60,0H80M60,-4v8');
  const left = paths(<WhiskerOverBar y={0} from={10} to={50} cap={4} bar={{ from: 90, to: 30 }} />);
  assert.equal(left[1], 'M30,0H50M50,-4v8');
});

test('large amounts are named in thousands or millions, and zero simply as zero', () => {
  const pounds = { name: '£', symbol: '£', decimals: 0 };
  const ticksTo = (largest: number) =>
    tickLabels(linearScale({ values: [0, largest], range: [0, 1], tickCount: 3 }), pounds);
  assert.deepEqual(ticksTo(2_000_000), ['0', '£0.5m', '£1.0m', '£1.5m', '£2.0m']);
  assert.deepEqual(ticksTo(300_000), ['0', '£100k', '£200k', '£300k']);
  assert.deepEqual(ticksTo(30_000), ['£0', '£10,000', '£20,000', '£30,000']);
});
