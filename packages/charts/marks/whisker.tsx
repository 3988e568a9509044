import type { JSX } from 'preact';
import { tenth } from '../scales/tenth.ts';

/** An interval as a thin line with small caps, along the horizontal (`x`) or the vertical (`y`). */
export function Whisker(props: {
  along: 'x' | 'y';
  at: number;
  from: number;
  to: number;
  cap: number;
}): JSX.Element {
  const { along, cap } = props;
  const [at, from, to] = [tenth(props.at), tenth(props.from), tenth(props.to)];
  const path =
    along === 'x'
      ? `M${from},${at - cap}v${2 * cap}M${from},${at}H${to}M${to},${at - cap}v${2 * cap}`
      : `M${at - cap},${from}h${2 * cap}M${at},${from}V${to}M${at - cap},${to}h${2 * cap}`;
  return <path class="chart-whisker" d={path} fill="none" stroke="currentColor" stroke-width={1.5} />;
}

/** The interval of a bar that is as dark as its whisker: the part that lies on the bar is drawn in the colour of the paper. */
export function WhiskerOverBar(props: {
  y: number;
  from: number;
  to: number;
  cap: number;
  /** Where the bar lies. */
  bar: { from: number; to: number };
}): JSX.Element {
  const { from, to, cap, bar } = props;
  const y = tenth(props.y);
  const start = Math.max(Math.min(from, to), Math.min(bar.from, bar.to));
  const end = Math.min(Math.max(from, to), Math.max(bar.from, bar.to));
  const caps = [from, to].filter((limit) => limit >= start && limit <= end);
  const path = `M${start},${y}H${end}${caps.map((limit) => `M${limit},${y - cap}v${2 * cap}`).join('')}`;
  return (
    <>
      <Whisker along="x" at={y} from={from} to={to} cap={cap} />
      {start < end && (
        <path class="chart-whisker-inside" d={path} fill="none" stroke="currentColor" stroke-width={1.5} />
      )}
    </>
  );
}
