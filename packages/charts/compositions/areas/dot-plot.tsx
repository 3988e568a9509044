import type { JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Drawings } from '../../frame/drawings.tsx';
import { englishWords } from '../../frame/words.ts';
import { areaNotes } from './area-notes.tsx';
import { areaPicture } from './area-picture.tsx';
import { areaTable, byValue } from './area-table.ts';
import { describeAreas } from '../describe.ts';
import type { DotPlotProps } from '../props.ts';
import { rankedPicture } from './ranked-picture.tsx';

const mostRows = 30;

/**
 * Areas against a benchmark in one period, sorted by value: a row each, or, where there are more than 30, a point each
 * with only the own area and the benchmark named.
 * @throws RangeError where a number is not finite
 */
export function DotPlot(props: DotPlotProps): JSX.Element {
  const words = props.words ?? englishWords;
  const areas = byValue(props.areas, props.order ?? 'highest-first');
  return (
    <Chart
      figure={props}
      table={areaTable({ ...props, areas })}
      notes={[
        ...(areas.length > mostRows ? [words.eachPoint] : []),
        ...areaNotes({ ...props, from: 'point' }),
      ]}
    >
      <Drawings
        id={props.id}
        title={props.finding}
        description={describeAreas({ ...props, areas, words, kind: words.dotChart })}
        draw={(size) =>
          areas.length > mostRows
            ? rankedPicture({ areas, unit: props.unit }, size)
            : areaPicture({ ...props, areas, mark: 'point' }, size)
        }
      />
    </Chart>
  );
}
