import type { JSX } from 'preact';
import { formatInUnit } from '../../frame/number.ts';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { Dot } from '../../marks/dot.tsx';
import { Line } from '../../marks/line.tsx';
import { StatusMark } from '../../marks/status-mark.tsx';
import { Thread } from '../../marks/thread.tsx';
import { linearScale } from '../../scales/linear.ts';
import { periodScale } from '../../scales/period.ts';
import { breaksOf, inTime, latestNumber } from '../../scales/runs.ts';
import type { Series } from '../../series.ts';
import type { SparklineProps } from '../props.ts';
import { valuesOf } from './trend-layout.ts';

const width = 120;
const height = 40;

/**
 * A picture of the latest periods for a cell of a table: the line, the latest point on its thread, a mark for each
 * period without a number. It has no scale of its own to read from; its text alternative says every value and break.
 * @throws RangeError where a number is not finite
 */
export function Sparkline(props: SparklineProps): JSX.Element {
  const words = props.words ?? englishWords;
  const points = inTime(props.series).slice(-(props.periods ?? 5));
  const series: Series = { ...props.series, role: 'own', points };
  const y = linearScale({
    values: valuesOf([{ ...series, role: 'benchmark' }]),
    range: [24, 6],
    from: 'fit',
    tickCount: 8,
  });
  const periods = points.map((point) => ({ order: point.order, label: '' }));
  const x = periodScale({ periods, range: [8, width - 8], edges: [0, width], fontSize: 1 });
  const latest = latestNumber(series);
  return (
    <svg
      class="chart-sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={saySparkline(series, props, words)}
      direction="ltr"
      fill="currentColor"
    >
      {latest && <Thread x={x.at(latest.order)} from={y.at(latest.value.number)} to={height - 2} />}
      <Line series={series} x={x} y={y} tone="own" />
      {latest && <Dot x={x.at(latest.order)} y={y.at(latest.value.number)} tone="own" radius={5} />}
      {points.map((point) =>
        point.value.kind === 'number' ? null : (
          <StatusMark status={point.value.status} x={x.at(point.order)} y={height - 8} />
        ),
      )}
    </svg>
  );
}

function saySparkline(series: Series, props: SparklineProps, words: ChartWords): string {
  const breaks = breaksOf(series);
  const told = series.points.map((point) => {
    const broken = breaks.some((each) => each.after.order === point.order) ? `${words.breakMark}; ` : '';
    const { value } = point;
    const text =
      value.kind === 'number' ? formatInUnit(value.number, props.unit) : words.status[value.status];
    return `${broken}${point.period}: ${text}`;
  });
  const unit = props.unit.symbol === props.unit.name ? '' : `, ${props.unit.name}`;
  return `${series.name}${unit}. ${told.length === 0 ? words.noNumbers : told.join(', ')}.`;
}
