import type { JSX } from 'preact';
import { decimalsOfStep, formatInUnit } from '../frame/number.ts';
import { type LinearScale } from '../scales/linear.ts';
import { textWidth } from '../scales/text-width.ts';
import type { Unit } from '../series.ts';
import { tenth } from '../scales/tenth.ts';

/** The labels of a scale's ticks, in its unit, with the decimals that the ticks need; large ones in thousands (k) or millions (m). */
export function tickLabels(scale: LinearScale, unit: Unit): readonly string[] {
  const largest = Math.max(...scale.domain.map(Math.abs));
  const short = shortenings.find((each) => largest >= each.from);
  if (short === undefined) {
    return scale.ticks.map((tick) =>
      formatInUnit(tick, { symbol: unit.symbol, decimals: scale.tickDecimals }),
    );
  }
  const step = ((scale.ticks[1] ?? 0) - (scale.ticks[0] ?? 0)) / short.by;
  const symbol = unit.symbol === '£' ? unit.symbol : undefined;
  return scale.ticks.map((tick) =>
    tick === 0
      ? '0'
      : `${formatInUnit(tick / short.by, { symbol, decimals: decimalsOfStep(step) })}${short.letter}`,
  );
}

const shortenings = [
  { from: 1_000_000, by: 1_000_000, letter: 'm' },
  { from: 100_000, by: 1000, letter: 'k' },
] as const;

/** How much room the labels of an upright axis need. */
export function widestTick(labels: readonly string[], fontSize: number): number {
  return Math.max(0, ...labels.map((label) => textWidth(label, fontSize)));
}

/** An upright axis of values: hairlines across the plot, labels at their left. The line at zero is a little stronger. */
export function UprightAxis(props: {
  scale: LinearScale;
  unit: Unit;
  left: number;
  right: number;
  fontSize: number;
}): JSX.Element {
  const { scale, unit, left, right, fontSize } = props;
  const labels = tickLabels(scale, unit);
  return (
    <g class="chart-axis">
      {scale.ticks.map((tick, index) => (
        <>
          <path
            class={lineClass(tick)}
            d={`M${tenth(left)},${scale.at(tick)}H${tenth(right)}`}
            fill="none"
            stroke="currentColor"
          />
          <text
            class="chart-text chart-text--quiet"
            x={tenth(left - 7)}
            y={tenth(scale.at(tick) + fontSize * 0.35)}
            text-anchor="end"
          >
            {labels[index]}
          </text>
        </>
      ))}
    </g>
  );
}

/** A lying axis of values: hairlines down the plot, labels under it. */
export function LyingAxis(props: {
  scale: LinearScale;
  unit: Unit;
  /** From where to where each line is drawn: the whole plot, or only beside what it measures. */
  stretches: readonly (readonly [number, number])[];
  labelY: number;
  fontSize: number;
  /** How far labels may reach to the left and right. */
  edges: readonly [number, number];
}): JSX.Element {
  const { scale, unit, stretches, labelY, fontSize, edges } = props;
  const labels = tickLabels(scale, unit);
  return (
    <g class="chart-axis">
      {scale.ticks.map((tick, index) => {
        const half = textWidth(labels[index] ?? '', fontSize) / 2;
        const x = Math.min(edges[1] - half, Math.max(edges[0] + half, scale.at(tick)));
        return (
          <>
            <path
              class={lineClass(tick)}
              d={stretches
                .map(([top, bottom]) => `M${scale.at(tick)},${tenth(top)}V${tenth(bottom)}`)
                .join('')}
              fill="none"
              stroke="currentColor"
            />
            <text class="chart-text chart-text--quiet" x={tenth(x)} y={tenth(labelY)} text-anchor="middle">
              {labels[index]}
            </text>
          </>
        );
      })}
    </g>
  );
}

function lineClass(tick: number): string {
  return tick === 0 ? 'chart-grid chart-grid--zero' : 'chart-grid';
}
