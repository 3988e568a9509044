import type { JSX } from 'preact';
import { Chart } from '../frame/chart.tsx';
import { trendTable } from './trend-table.ts';
import type { TrendChartProps } from './props.ts';

export function TrendChart(props: TrendChartProps): JSX.Element {
  return (
    <Chart figure={props} table={trendTable(props)}>
      {null}
    </Chart>
  );
}
