import type { JSX } from 'preact';

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
    <text class={look} x={x} y={Math.round(y * 10) / 10} text-anchor={anchor}>
      {lines.length === 1
        ? lines[0]
        : lines.map((line, row) => (
            <tspan x={x} dy={row === 0 ? undefined : Math.round(leading * 10) / 10}>
              {line}
            </tspan>
          ))}
    </text>
  );
}
