import type { JSX } from 'preact';
import { spreadLabels } from '../scales/spread-labels.ts';
import { TextLines } from './text-lines.tsx';
import type { Tone } from './tone.ts';
import { tenth } from '../scales/tenth.ts';

/** A name at the end of a line: its lines of text, and the point that it speaks of. */
export type EndLabel = { key: string; lines: readonly string[]; tone: Tone; x: number; y: number };

/** Names beside the ends of lines, moved apart where they would touch; a moved or distant one is led back to its point. */
export function DirectLabels(props: {
  labels: readonly EndLabel[];
  /** Where the texts start. */
  left: number;
  top: number;
  bottom: number;
  fontSize: number;
}): JSX.Element {
  const { labels, left, top, bottom, fontSize } = props;
  const leading = fontSize * 1.2;
  const sizes = labels.map((label) => ({ wanted: label.y, size: labelHeight(label.lines.length, fontSize) }));
  const middles = spreadLabels(sizes, { from: top, to: bottom });
  return (
    <g class="chart-labels">
      {labels.map((label, index) => {
        const middle = middles[index] ?? label.y;
        const first = middle - ((label.lines.length - 1) * leading) / 2 + fontSize * 0.35;
        return (
          <>
            <Leader label={label} left={left} middle={middle} />
            <TextLines
              lines={label.lines}
              x={left}
              y={first}
              leading={leading}
              look={`chart-text chart-label chart-label--${label.tone}`}
            />
          </>
        );
      })}
    </g>
  );
}

/** The height that a label of so many lines needs, with its distance from the next. */
export function labelHeight(lines: number, fontSize: number): number {
  return lines * fontSize * 1.2 + fontSize * 0.3;
}

function Leader({
  label,
  left,
  middle,
}: {
  label: EndLabel;
  left: number;
  middle: number;
}): JSX.Element | null {
  const near = Math.abs(middle - label.y) < 6 && left - label.x < 16;
  if (near) return null;
  const start = label.x + 8;
  return (
    <path
      class={`chart-leader chart-leader--${label.tone}`}
      d={`M${tenth(start)},${label.y}L${left - 3},${middle}`}
      fill="none"
      stroke="currentColor"
      stroke-width={1}
    />
  );
}
