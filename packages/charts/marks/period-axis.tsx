import type { JSX } from 'preact';
import type { PeriodScale } from '../scales/period.ts';
import { tenth } from '../scales/tenth.ts';

/** Names the periods under a plot; the latest is the strongest. */
export function PeriodAxis(props: { scale: PeriodScale; y: number }): JSX.Element {
  const { scale, y } = props;
  return (
    <g class="chart-axis">
      {scale.ticks.map(({ label, x, anchor }, index) => (
        <text
          class={`chart-text ${index === scale.ticks.length - 1 ? 'chart-text--strong' : 'chart-text--quiet'}`}
          x={x}
          y={tenth(y)}
          text-anchor={anchor}
        >
          {label}
        </text>
      ))}
    </g>
  );
}
