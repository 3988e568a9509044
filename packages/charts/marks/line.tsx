import { line } from 'd3-shape';
import type { JSX } from 'preact';
import type { LinearScale } from '../scales/linear.ts';
import type { PeriodScale } from '../scales/period.ts';
import { type NumberPoint, runsOf } from '../scales/runs.ts';
import type { Series } from '../series.ts';
import { strokes, type Tone } from './tone.ts';

/** A line through the numbers of a series: one path a run, never across a status or a break. A lone number is a dot. */
export function Line(props: { series: Series; x: PeriodScale; y: LinearScale; tone: Tone }): JSX.Element {
  const { series, x, y, tone } = props;
  const { width, dash } = strokes[tone];
  const path = line<NumberPoint>(
    (point) => x.at(point.order),
    (point) => y.at(point.value.number),
  ).digits(1);
  return (
    <g class={`chart-line chart-line--${tone}`} fill="none" stroke="currentColor">
      {runsOf(series).map((run) => {
        const [only] = run;
        return run.length === 1 && only !== undefined ? (
          <circle cx={x.at(only.order)} cy={y.at(only.value.number)} r={width} class="chart-lone" />
        ) : (
          <path
            d={path([...run]) ?? ''}
            stroke-width={width}
            stroke-dasharray={dash}
            stroke-linejoin="round"
            stroke-linecap={dash === undefined ? 'round' : 'butt'}
          />
        );
      })}
    </g>
  );
}
