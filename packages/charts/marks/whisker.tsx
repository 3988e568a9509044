import type { JSX } from 'preact';

/** An interval as a thin line with small caps, along the horizontal (`x`) or the vertical (`y`). */
export function Whisker(props: {
  along: 'x' | 'y';
  at: number;
  from: number;
  to: number;
  cap: number;
  /** What it lies on: over a bar it keeps a rim of paper, so that both its ends are seen. */
  over?: 'bar' | 'paper' | undefined;
}): JSX.Element {
  const { along, at, from, to, cap } = props;
  const path =
    along === 'x'
      ? `M${from},${at - cap}v${2 * cap}M${from},${at}H${to}M${to},${at - cap}v${2 * cap}`
      : `M${at - cap},${from}h${2 * cap}M${at},${from}V${to}M${at - cap},${to}h${2 * cap}`;
  return (
    <>
      {props.over === 'bar' && (
        <path
          class="chart-whisker-rim"
          d={path}
          fill="none"
          stroke="currentColor"
          stroke-width={4.5}
          stroke-linecap="square"
        />
      )}
      <path class="chart-whisker" d={path} fill="none" stroke="currentColor" stroke-width={1.5} />
    </>
  );
}
