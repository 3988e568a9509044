import type { JSX } from 'preact';
import { Chart } from '../frame/chart.tsx';
import { areaTable, byValue } from './area-table.ts';
import type { DotPlotProps } from './props.ts';

export function DotPlot(props: DotPlotProps): JSX.Element {
  return (
    <Chart
      figure={props}
      table={areaTable({ ...props, areas: byValue(props.areas, props.order ?? 'highest-first') })}
    >
      {null}
    </Chart>
  );
}
