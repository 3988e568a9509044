import type { JSX } from 'preact';
import type { Tone } from './tone.ts';
import { tenth } from '../scales/tenth.ts';

/** A bar lying from one value's place to another's, its middle at `y`. A bar of no length keeps a hairline, for zero is a number. */
export function Bar(props: {
  from: number;
  to: number;
  y: number;
  thickness: number;
  tone: Tone;
}): JSX.Element {
  const { from, to, y, thickness, tone } = props;
  const width = Math.max(1, Math.abs(to - from));
  return (
    <rect
      class={`chart-bar chart-bar--${tone}`}
      x={Math.min(from, to)}
      y={tenth(y - thickness / 2)}
      width={tenth(width)}
      height={thickness}
      fill="currentColor"
    />
  );
}
