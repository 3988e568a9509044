import type { ComponentChildren, JSX } from 'preact';
import { StatusMark } from '../marks/status-mark.tsx';
import type { Status } from '../series.ts';
import type { ChartWords } from './words.ts';

/** A small drawing beside its words, for the notes under a chart. The words say it all; the drawing is decoration. */
export function Key({
  children,
  text,
  width = 16,
}: {
  children: ComponentChildren;
  text: string;
  width?: number;
}): JSX.Element {
  return (
    <>
      <svg
        class="chart-key"
        viewBox={`0 0 ${width} 16`}
        width={width}
        height={16}
        aria-hidden="true"
        focusable="false"
        fill="currentColor"
      >
        {children}
      </svg>{' '}
      {text}
    </>
  );
}

/** The keys of the statuses that a chart shows. */
export function statusKeys(statuses: readonly Status[], words: ChartWords): readonly JSX.Element[] {
  return statuses.map((status) => (
    <Key text={words.statusMeaning[status]}>
      <StatusMark status={status} x={8} y={8} />
    </Key>
  ));
}
