import type { JSX } from 'preact';
import type { Picture, Size } from '../../frame/drawings.tsx';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { Dot } from '../../marks/dot.tsx';
import { StatusMark } from '../../marks/status-mark.tsx';
import { TextLines } from '../../marks/text-lines.tsx';
import { strokes } from '../../marks/tone.ts';
import { Whisker } from '../../marks/whisker.tsx';
import type { Spread } from '../../series.ts';
import { ComparisonWord } from '../../marks/comparison-mark.tsx';
import type { SpineChartProps } from '../props.ts';
import { type SpineLayout, spineLayout, type SpineRowLayout } from './spine-layout.ts';
import { tenth } from '../../scales/tenth.ts';

/** Draws a spine chart for one size. */
export function spinePicture(props: SpineChartProps, size: Size): Picture {
  const words = props.words ?? englishWords;
  const layout = spineLayout(props, size);
  return {
    height: layout.height,
    marks: (
      <>
        <Sides layout={layout} words={words} benchmark={props.benchmarkName} />
        {layout.rows.map((placed, index) => (
          <g class="chart-spine-row">
            {index > 0 && (
              <path
                class="chart-grid"
                d={`M0,${placed.top}H${size.width}`}
                fill="none"
                stroke="currentColor"
              />
            )}
            <Spine placed={placed} layout={layout} words={words} />
            <Texts placed={placed} layout={layout} size={size} words={words} />
          </g>
        ))}
      </>
    ),
  };
}

function Sides(props: { layout: SpineLayout; words: ChartWords; benchmark: string }): JSX.Element {
  const { layout, words, benchmark } = props;
  const { spine, headY } = layout;
  return (
    <>
      <text class="chart-text chart-text--quiet" x={spine.left} y={headY}>
        ← {words.worseSide}
      </text>
      <text class="chart-text chart-text--quiet" x={spine.middle} y={headY} text-anchor="middle">
        {benchmark}
      </text>
      <text class="chart-text chart-text--quiet" x={spine.right} y={headY} text-anchor="end">
        {words.betterSide} →
      </text>
    </>
  );
}

function Spine(props: { placed: SpineRowLayout; layout: SpineLayout; words: ChartWords }): JSX.Element {
  const { placed, layout, words } = props;
  const { row, at, spineY } = placed;
  const { spine } = layout;
  if (at === undefined || row.spread === undefined) {
    return (
      <text class="chart-text chart-text--quiet" x={spine.middle} y={spineY + 5} text-anchor="middle">
        {words.noSpread}
      </text>
    );
  }
  return (
    <>
      <SpreadMark spread={row.spread} at={at} y={spineY} />
      {row.benchmark.kind === 'number' && (
        <path
          class="chart-rule"
          d={`M${spine.middle},${spineY - 12}v24`}
          fill="none"
          stroke="currentColor"
          stroke-width={strokes.benchmark.width}
          stroke-dasharray={strokes.benchmark.dash}
        />
      )}
      <Own placed={placed} at={at} layout={layout} />
    </>
  );
}

/** All areas as a thin line, nine in ten as a pale bar, the middle half as a stronger one. */
function SpreadMark(props: { spread: Spread; at: (value: number) => number; y: number }): JSX.Element {
  const { spread, at, y } = props;
  const bar = (low: number, high: number, look: string): JSX.Element => {
    const from = Math.min(at(low), at(high));
    const width = tenth(Math.abs(at(high) - at(low)));
    return <rect class={look} x={from} y={y - 6} width={width} height={12} fill="currentColor" />;
  };
  return (
    <>
      <path
        class="chart-spread"
        d={`M${at(spread.minimum)},${y}H${at(spread.maximum)}`}
        fill="none"
        stroke="currentColor"
        stroke-width={2}
      />
      {bar(spread.p5, spread.p95, 'chart-spread chart-spread--most')}
      {bar(spread.p25, spread.p75, 'chart-spread chart-spread--middle')}
    </>
  );
}

/** The own value on its spine, with the golden thread between the benchmark and it. */
function Own(props: {
  placed: SpineRowLayout;
  at: (value: number) => number;
  layout: SpineLayout;
}): JSX.Element | null {
  const { placed, at, layout } = props;
  const { row, spineY } = placed;
  if (row.own.kind === 'status') return null;
  const x = at(row.own.number);
  return (
    <g class="chart-interval chart-interval--own">
      {row.benchmark.kind === 'number' && (
        <path
          class="chart-thread"
          d={`M${layout.spine.middle},${spineY}H${x}`}
          fill="none"
          stroke="currentColor"
          stroke-width={3}
        />
      )}
      {row.lower !== undefined && row.upper !== undefined && (
        <Whisker along="x" at={spineY} from={at(row.lower)} to={at(row.upper)} cap={4} />
      )}
      <Dot x={x} y={spineY} tone="own" />
    </g>
  );
}

function Texts(props: {
  placed: SpineRowLayout;
  layout: SpineLayout;
  size: Size;
  words: ChartWords;
}): JSX.Element {
  const { placed, layout, size, words } = props;
  const { row } = placed;
  const { fontSize } = size;
  const leading = fontSize * 1.2;
  return (
    <>
      <TextLines
        lines={placed.nameLines}
        x={layout.textLeft}
        y={placed.nameY}
        leading={leading}
        look="chart-text chart-text--strong"
      />
      <text class="chart-text chart-text--quiet" x={layout.textLeft} y={tenth(placed.unitY)}>
        {row.unit.name} · {row.period}
      </text>
      <ComparisonWord
        comparison={placed.came}
        word={words.comparison[placed.came]}
        x={layout.cameLeft}
        y={tenth(placed.cameY)}
        fontSize={fontSize}
      />
      <Said placed={placed} leading={leading} fontSize={fontSize} />
    </>
  );
}

/** The values in words; a mark before the word for why there is no number. */
function Said(props: { placed: SpineRowLayout; leading: number; fontSize: number }): JSX.Element {
  const { placed, leading, fontSize } = props;
  const { own } = placed.row;
  const isStatus = own.kind === 'status';
  return (
    <>
      {isStatus && (
        <StatusMark status={own.status} x={placed.saidX + 6} y={tenth(placed.saidY - fontSize * 0.35)} />
      )}
      {placed.saidLines.map((line, index) => (
        <text
          class={`chart-text${index === 0 ? '' : ' chart-text--quiet'}`}
          x={placed.saidX + (isStatus && index === 0 ? 17 : 0)}
          y={tenth(placed.saidY + index * leading)}
        >
          {line}
        </text>
      ))}
    </>
  );
}
