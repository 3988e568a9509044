import type { JSX } from 'preact';
import type { Status } from '../series.ts';
import { tenth } from '../scales/tenth.ts';

/**
 * The mark for a value that is not a number, about 12 units wide round its middle. Each status has a shape of its own:
 * suppressed a hatched square, missing a small hollow ring, not applicable a cross-stroke, low a hollow triangle
 * standing on the line, unreliable a hollow diamond. None of them looks like a dot, a bar or a line at zero.
 */
export function StatusMark(props: { status: Status; x: number; y: number }): JSX.Element {
  return (
    <g
      class={`chart-status chart-status--${props.status}`}
      transform={`translate(${tenth(props.x)},${tenth(props.y)})`}
      fill="none"
      stroke="currentColor"
      stroke-width={1.5}
    >
      {shapeOf(props.status)}
    </g>
  );
}

function shapeOf(status: Status): JSX.Element {
  switch (status) {
    case 'suppressed':
      return <path d="M-6,-6H6V6H-6ZM-6,0L0,-6M-6,6L6,-6M0,6L6,0" stroke-width={1.25} />;
    case 'missing':
      return <circle r={3.75} />;
    case 'not-applicable':
      return <path d="M-6,0H6M-3,4L3,-4" />;
    case 'low':
      return <path d="M0,-5L5.5,4.5H-5.5Z" stroke-linejoin="round" />;
    case 'unreliable':
      return <path d="M0,-6L5,0L0,6L-5,0Z" stroke-linejoin="round" />;
  }
}
