import type { JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Drawings } from '../../frame/drawings.tsx';
import { englishWords } from '../../frame/words.ts';
import { areaNotes } from './area-notes.tsx';
import { areaPicture } from './area-picture.tsx';
import { areaTable, ownAreaFirst } from './area-table.ts';
import { describeAreas } from '../describe.ts';
import type { BarIntervalChartProps } from '../props.ts';

/**
 * Areas beside each other in one period, the reader's own first and marked by the golden thread: bars from zero, or
 * points, with their intervals, and the benchmark as a dashed rule across them.
 * @throws RangeError where a number is not finite
 */
export function BarIntervalChart(props: BarIntervalChartProps): JSX.Element {
  const words = props.words ?? englishWords;
  const areas = ownAreaFirst(props.areas);
  const mark = props.mark ?? 'bar';
  return (
    <Chart figure={props} table={areaTable({ ...props, areas })} notes={areaNotes({ ...props, from: mark })}>
      <Drawings
        id={props.id}
        title={props.finding}
        description={describeAreas({ ...props, areas, words, kind: words.barChart })}
        draw={(size) => areaPicture({ ...props, areas, mark }, size)}
      />
    </Chart>
  );
}
