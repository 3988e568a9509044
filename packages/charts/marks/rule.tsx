import type { JSX } from 'preact';
import { textWidth } from '../scales/text-width.ts';
import { strokes } from './tone.ts';
import { tenth } from '../scales/tenth.ts';

/** The benchmark across a chart of areas: a thin dashed upright line with its name at its upper end. */
export function Rule(props: {
  x: number;
  /** From where to where it is drawn: the whole plot, or only beside what is held against it. */
  stretches: readonly (readonly [number, number])[];
  labelY: number;
  label: string;
  fontSize: number;
  /** How far the name may reach to the left and right. */
  edges: readonly [number, number];
}): JSX.Element {
  const { x, stretches, labelY, label, fontSize, edges } = props;
  const half = textWidth(label, fontSize) / 2;
  const middle = Math.max(edges[0] + half, Math.min(edges[1] - half, x));
  return (
    <g class="chart-rule">
      <path
        d={stretches.map(([top, bottom]) => `M${x},${tenth(top)}V${tenth(bottom)}`).join('')}
        fill="none"
        stroke="currentColor"
        stroke-width={strokes.benchmark.width}
        stroke-dasharray={strokes.benchmark.dash}
      />
      <text class="chart-text chart-text--quiet" x={tenth(middle)} y={tenth(labelY)} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
