import type { JSX } from 'preact';
import type { Picture, Size } from '../../frame/drawings.tsx';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { Band } from '../../marks/band.tsx';
import { BreakMark, BreakStrokes } from '../../marks/break-mark.tsx';
import { DirectLabels } from '../../marks/direct-labels.tsx';
import { Dot } from '../../marks/dot.tsx';
import { Line } from '../../marks/line.tsx';
import { PeriodAxis } from '../../marks/period-axis.tsx';
import { StatusMark } from '../../marks/status-mark.tsx';
import { Thread } from '../../marks/thread.tsx';
import { UprightAxis } from '../../marks/value-axis.tsx';
import { breaksOf, decisionsOf, isNumber, latestNumber } from '../../scales/runs.ts';
import { tenth } from '../../scales/tenth.ts';
import type { Series } from '../../series.ts';
import type { TrendChartProps } from '../props.ts';
import { drawnSeries, focusOf, hasBand, type TrendLayout, trendLayout } from './trend-layout.ts';

/** Draws a trend for one size. */
export function trendPicture(props: TrendChartProps, size: Size): Picture {
  const drawn = drawnSeries(props.series);
  const layout = trendLayout({ drawn, unit: props.unit, size, scaleFrom: props.scaleFrom });
  const focus = focusOf(drawn);
  const words = props.words ?? englishWords;
  if (layout.labels.length === 0)
    return { height: layout.height, marks: nothingToDraw({ layout, focus, size, words }) };
  const { x, y, left, right, tones } = layout;
  const paintOrder = drawn.toReversed();
  return {
    height: layout.height,
    marks: (
      <>
        <UprightAxis scale={y} unit={props.unit} left={left} right={right} fontSize={size.fontSize} />
        <Breaks drawn={drawn} layout={layout} words={words} />
        <Decisions drawn={drawn} layout={layout} />
        {paintOrder.filter(hasBand).map((series) => (
          <Band series={series} x={x} y={y} tone={tones.get(series.key) ?? 'neighbour'} />
        ))}
        <LatestThread focus={focus} layout={layout} />
        {paintOrder.map((series) => (
          <Line series={series} x={x} y={y} tone={tones.get(series.key) ?? 'neighbour'} />
        ))}
        <Latest drawn={paintOrder} layout={layout} />
        <Statuses focus={focus} layout={layout} />
        <PeriodAxis scale={x} y={layout.periodY} />
        <DirectLabels
          labels={layout.labels}
          left={layout.labelLeft}
          top={layout.top - size.fontSize}
          bottom={layout.bottom}
          fontSize={size.fontSize}
        />
      </>
    ),
  };
}

function LatestThread({
  focus,
  layout,
}: {
  focus: Series | undefined;
  layout: TrendLayout;
}): JSX.Element | null {
  const latest = focus?.role === 'own' ? latestNumber(focus) : undefined;
  if (latest === undefined) return null;
  return <Thread x={layout.x.at(latest.order)} from={layout.y.at(latest.value.number)} to={layout.bottom} />;
}

function Latest({ drawn, layout }: { drawn: readonly Series[]; layout: TrendLayout }): JSX.Element {
  return (
    <>
      {drawn.map((series) => {
        const latest = latestNumber(series);
        if (latest === undefined || series.role === 'neighbour' || series.role === 'benchmark') return null;
        const tone = layout.tones.get(series.key) ?? 'neighbour';
        return <Dot x={layout.x.at(latest.order)} y={layout.y.at(latest.value.number)} tone={tone} />;
      })}
    </>
  );
}

function Breaks(props: { drawn: readonly Series[]; layout: TrendLayout; words: ChartWords }): JSX.Element {
  const { drawn, layout, words } = props;
  const focus = focusOf(drawn);
  const marked = new Set((focus === undefined ? [] : breaksOf(focus)).map((each) => each.order));
  return (
    <>
      {[...marked].map((order) => (
        <BreakMark x={layout.x.at(order)} top={layout.top} bottom={layout.bottom} label={words.breakMark} />
      ))}
      {drawn
        .flatMap((series) => breaksOf(series))
        .filter((each) => !marked.has(each.order))
        .map(({ before, after, order }) => (
          <BreakStrokes
            x={layout.x.at(order)}
            y={(layout.y.at(before.value.number) + layout.y.at(after.value.number)) / 2}
          />
        ))}
    </>
  );
}

/** Where something was decided about the lines: an upright line with its mark, once for lines that share it. */
function Decisions({ drawn, layout }: { drawn: readonly Series[]; layout: TrendLayout }): JSX.Element {
  const marked = new Map(
    drawn.flatMap((series) => decisionsOf(series).map(({ order, mark }) => [order, mark])),
  );
  return (
    <>
      {[...marked].map(([order, mark]) => (
        <BreakMark x={layout.x.at(order)} top={layout.top} bottom={layout.bottom} label={mark} />
      ))}
    </>
  );
}

function Statuses({ focus, layout }: { focus: Series | undefined; layout: TrendLayout }): JSX.Element {
  const y = layout.statusY ?? layout.bottom;
  return (
    <>
      {focus?.points.map((point) =>
        isNumber(point) || point.value.kind === 'number' ? null : (
          <StatusMark status={point.value.status} x={layout.x.at(point.order)} y={y} />
        ),
      )}
    </>
  );
}

function nothingToDraw(props: {
  layout: TrendLayout;
  focus: Series | undefined;
  size: Size;
  words: ChartWords;
}): JSX.Element {
  const { layout, focus, size, words } = props;
  const middle = tenth((layout.top + layout.bottom) / 2);
  return (
    <>
      <path class="chart-grid" d={`M0,${layout.bottom}H${size.width}`} fill="none" stroke="currentColor" />
      <text class="chart-text chart-text--quiet" x={size.width / 2} y={middle} text-anchor="middle">
        {words.noNumbers}
      </text>
      <Statuses focus={focus} layout={layout} />
      <PeriodAxis scale={layout.x} y={layout.periodY} />
    </>
  );
}
