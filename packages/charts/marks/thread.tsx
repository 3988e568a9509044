import type { JSX } from 'preact';
import { tenth } from '../scales/tenth.ts';

/** The golden thread: from the own area's latest point down to its period, or along the edge of the own area's row. */
export function Thread(props: { x: number; from: number; to: number }): JSX.Element {
  return (
    <path
      class="chart-thread"
      d={`M${tenth(props.x)},${tenth(props.from)}V${tenth(props.to)}`}
      fill="none"
      stroke="currentColor"
      stroke-width={3}
      stroke-linecap="round"
    />
  );
}
