import { area } from 'd3-shape';
import type { JSX } from 'preact';
import type { LinearScale } from '../scales/linear.ts';
import type { PeriodScale } from '../scales/period.ts';
import { type NumberPoint, runsOf } from '../scales/runs.ts';
import type { Series } from '../series.ts';
import type { Tone } from './tone.ts';
import { Whisker } from './whisker.tsx';

type Limited = NumberPoint & { lower: number; upper: number };

/** The interval of a series as a band behind its line; where only one period stands alone, as a whisker. */
export function Band(props: { series: Series; x: PeriodScale; y: LinearScale; tone: Tone }): JSX.Element {
  const { series, x, y, tone } = props;
  const shape = area<Limited>()
    .x((point) => x.at(point.order))
    .y0((point) => y.at(point.lower))
    .y1((point) => y.at(point.upper))
    .digits(1);
  return (
    <g class={`chart-band chart-band--${tone}`}>
      {runsOf(series)
        .flatMap(limitedStretches)
        .map((stretch) => {
          const [only] = stretch;
          return stretch.length === 1 && only !== undefined ? (
            <Whisker along="y" at={x.at(only.order)} from={y.at(only.lower)} to={y.at(only.upper)} cap={4} />
          ) : (
            <path d={shape([...stretch]) ?? ''} fill="currentColor" stroke="none" />
          );
        })}
    </g>
  );
}

/** The parts of a run in which both limits are known. */
function limitedStretches(run: readonly NumberPoint[]): readonly (readonly Limited[])[] {
  const stretches: Limited[][] = [[]];
  for (const point of run) {
    const { lower, upper } = point;
    if (lower === undefined || upper === undefined) stretches.push([]);
    else stretches.at(-1)?.push({ ...point, lower, upper });
  }
  return stretches.filter((stretch) => stretch.length > 0);
}
