import type { JSX } from 'preact';
import { tenth } from '../scales/tenth.ts';

/** A break in a series: a dotted upright line between the two periods, with its word where there is room for one. */
export function BreakMark(props: {
  x: number;
  top: number;
  bottom: number;
  label?: string | undefined;
}): JSX.Element {
  const { x, top, bottom, label } = props;
  return (
    <g class="chart-break">
      <path
        d={`M${tenth(x)},${tenth(top)}V${tenth(bottom)}`}
        fill="none"
        stroke="currentColor"
        stroke-width={1.5}
        stroke-dasharray="1.5 4"
        stroke-linecap="round"
      />
      {label !== undefined && (
        <text class="chart-text chart-text--quiet" x={x} y={tenth(top - 5)} text-anchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}

/** A break in a line that is not the reader's own: two small strokes where the line would have been. */
export function BreakStrokes(props: { x: number; y: number }): JSX.Element {
  const { x, y } = props;
  return (
    <path
      class="chart-break"
      d={`M${tenth(x - 4)},${tenth(y + 5)}l4,-10M${tenth(x + 1)},${tenth(y + 5)}l4,-10`}
      fill="none"
      stroke="currentColor"
      stroke-width={1.25}
    />
  );
}
