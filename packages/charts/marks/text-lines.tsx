import type { JSX } from 'preact';
import { tenth } from '../scales/tenth.ts';

/** Text in lines, the first with its baseline at `y`. */
export function TextLines(props: {
  lines: readonly string[];
  x: number;
  y: number;
  leading: number;
  /** Class names. */
  look: string;
  anchor?: 'start' | 'middle' | 'end' | undefined;
}): JSX.Element {
  const { lines, x, y, leading, look, anchor } = props;
  return (
    <text class={look} x={tenth(x)} y={tenth(y)} text-anchor={anchor}>
      {lines.length === 1
        ? lines[0]
        : lines.map((line, row) => (
            <tspan x={tenth(x)} dy={row === 0 ? undefined : tenth(leading)}>
              {line}
            </tspan>
          ))}
    </text>
  );
}
