import type { JSX } from 'preact';
import { formatInUnit } from '../frame/number.ts';
import { englishWords } from '../frame/words.ts';
import { inTime } from '../scales/runs.ts';
import type { SparklineProps } from './props.ts';

export function Sparkline(props: SparklineProps): JSX.Element {
  const words = props.words ?? englishWords;
  const points = inTime(props.series).slice(-(props.periods ?? 5));
  const said = points.map(
    (point) =>
      `${point.period}: ${point.value.kind === 'number' ? formatInUnit(point.value.number, props.unit) : words.status[point.value.status]}`,
  );
  return <svg class="chart-sparkline" viewBox="0 0 120 32" role="img" aria-label={said.join(', ')} />;
}
