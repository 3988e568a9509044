import type { JSX } from 'preact';
import { Chart } from '../frame/chart.tsx';
import type { SpineChartProps } from './props.ts';
import { spineTable } from './spine-table.ts';

export function SpineChart(props: SpineChartProps): JSX.Element {
  return (
    <Chart figure={{ ...props, unit: { name: '', decimals: 1 } }} table={spineTable(props)}>
      {null}
    </Chart>
  );
}
