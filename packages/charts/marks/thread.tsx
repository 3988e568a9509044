import type { JSX } from 'preact';

/** The golden thread: from the own area's latest point down to its period, or along the edge of the own area's row. */
export function Thread(props: { x: number; from: number; to: number }): JSX.Element {
  return (
    <path
      class="chart-thread"
      d={`M${props.x},${props.from}V${props.to}`}
      fill="none"
      stroke="currentColor"
      stroke-width={3}
      stroke-linecap="round"
    />
  );
}
