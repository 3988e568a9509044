import type { JSX } from 'preact';
import type { Comparison } from '../series.ts';
import { tenth } from '../scales/tenth.ts';

/** The shape of a comparison, about 11 units wide round its middle; always beside its word. */
export function ComparisonMark(props: { comparison: Comparison; x: number; y: number }): JSX.Element {
  const { comparison, x, y } = props;
  return (
    <g class={`chart-came chart-came--${comparison}`} transform={`translate(${tenth(x)},${tenth(y)})`}>
      <circle class="chart-halo" r={8.5} fill="currentColor" />
      <path
        d={shapes[comparison]}
        fill={comparison === 'not-compared' ? 'none' : 'currentColor'}
        stroke="currentColor"
        stroke-width={1}
        stroke-linejoin="round"
      />
    </g>
  );
}

const shapes: Readonly<Record<Comparison, string>> = {
  better: 'M0,-5L5.5,4.5H-5.5Z',
  worse: 'M0,5L5.5,-4.5H-5.5Z',
  similar: 'M-4.5,0a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0',
  higher: 'M0,-5.5L5,0L0,5.5L-5,0Z',
  lower: 'M0,-5.5L5,0L0,5.5L-5,0Z',
  'not-compared': 'M-5,0H5',
};

/** What a comparison came to: its shape, then its word. */
export function ComparisonWord(props: {
  comparison: Comparison;
  word: string;
  x: number;
  y: number;
  fontSize: number;
}): JSX.Element {
  const { comparison, word, x, y, fontSize } = props;
  return (
    <>
      <ComparisonMark comparison={comparison} x={x + 5.5} y={tenth(y - fontSize * 0.35)} />
      <text
        class={`chart-text chart-text--haloed chart-came-word chart-came--${comparison}`}
        x={x + 15}
        y={y}
      >
        {word}
      </text>
    </>
  );
}
