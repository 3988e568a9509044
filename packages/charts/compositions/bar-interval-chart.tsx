import type { JSX } from 'preact';
import { Chart } from '../frame/chart.tsx';
import { areaTable, ownAreaFirst } from './area-table.ts';
import type { BarIntervalChartProps } from './props.ts';

export function BarIntervalChart(props: BarIntervalChartProps): JSX.Element {
  return (
    <Chart figure={props} table={areaTable({ ...props, areas: ownAreaFirst(props.areas) })}>
      {null}
    </Chart>
  );
}
