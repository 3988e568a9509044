import type { JSX } from 'preact';
import { Chart } from '../frame/chart.tsx';
import { multiplesTable } from './multiples-table.ts';
import type { SmallMultiplesProps } from './props.ts';

export function SmallMultiples(props: SmallMultiplesProps): JSX.Element {
  return (
    <Chart figure={props} table={multiplesTable(props)}>
      {null}
    </Chart>
  );
}
