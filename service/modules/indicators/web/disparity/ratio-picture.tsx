import { TextLines, Whisker, widestSetting, wrapText, type Picture, type Size } from '#packages/charts';
import type { Judged } from '../../domain/disparity/ladder-comparisons.ts';
import type { GroupRow } from '../../domain/disparity/say-ladder.ts';

/** Ratios run from a tenth to ten times at most; what lies further is drawn at the edge. */
const [least, most] = [0.1, 10];
const ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10];

type Layout = {
  labels: number;
  right: number;
  row: number;
  at: (ratio: number) => number;
  shown: readonly number[];
};

/** A ratio for each group and step with its interval, on a scale on which half and twice lie equally far from 1. */
export function ratioPicture(rows: readonly GroupRow[], size: Size): Picture {
  const layout = layoutOf(rows, size);
  const marks = [];
  let y = size.fontSize * 2;
  const top = y;
  for (const { group, steps } of rows) {
    y += layout.row * 1.2;
    marks.push(
      <text class="chart-text chart-text--strong" x={0} y={y}>
        {group.short}
      </text>,
    );
    for (const { step, judged } of steps) {
      const lines = wrapText(step.name, (layout.labels - 8) / widestSetting, { fontSize: size.fontSize });
      y += layout.row;
      marks.push(<Row lines={lines} judged={judged} y={y} size={size} layout={layout} />);
      y += (lines.length - 1) * size.fontSize * 1.15;
    }
    y += layout.row * 0.4;
  }
  const bottom = y;
  return {
    height: bottom + size.fontSize * 2,
    marks: (
      <>
        <Axis layout={layout} top={top} bottom={bottom} size={size} />
        {marks}
      </>
    ),
  };
}

function layoutOf(rows: readonly GroupRow[], size: Size): Layout {
  const limits = rows.flatMap(({ steps }) =>
    steps.flatMap(({ judged }) =>
      judged.known ? [judged.compared.limits.lower, judged.compared.limits.upper] : [],
    ),
  );
  const low = Math.max(least, Math.min(0.5, ...limits));
  const high = Math.min(most, Math.max(2, ...limits));
  const labels = size.name === 'wide' ? 205 : 112;
  const right = size.width - (size.name === 'wide' ? 150 : 8);
  const at = (ratio: number): number => {
    const held = Math.min(high, Math.max(low, ratio));
    return labels + ((Math.log(held) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (right - labels);
  };
  return {
    labels,
    right,
    row: size.fontSize * 1.55,
    at,
    shown: ticks.filter((tick) => tick >= low && tick <= high),
  };
}

function Axis({ layout, top, bottom, size }: { layout: Layout; top: number; bottom: number; size: Size }) {
  const one = layout.at(1);
  return (
    <g>
      <path
        class="ladder-one"
        d={`M${one},${top}V${bottom}`}
        fill="none"
        stroke="currentColor"
        stroke-width={1.5}
      />
      <text class="chart-text chart-text--quiet" x={one} y={top - size.fontSize * 0.7} text-anchor="middle">
        as likely
      </text>
      {layout.shown.map((tick) => (
        <text
          class="chart-text chart-text--quiet"
          x={layout.at(tick)}
          y={bottom + size.fontSize * 1.3}
          text-anchor="middle"
        >
          {tick === 1 ? '1' : `${tick}×`}
        </text>
      ))}
    </g>
  );
}

type RowProps = { lines: readonly string[]; judged: Judged; y: number; size: Size; layout: Layout };

function Row({ lines, judged, y, size, layout }: RowProps) {
  const middle = y - size.fontSize * 0.35;
  return (
    <g>
      <TextLines lines={lines} x={8} y={y} leading={size.fontSize * 1.15} look="chart-text" />
      {judged.known ? (
        <Mark judged={judged} middle={middle} layout={layout} />
      ) : (
        <text class="chart-text chart-text--quiet chart-text--haloed" x={layout.labels + 4} y={y}>
          {shortWhy(judged.why)}
        </text>
      )}
      {judged.known && size.name === 'wide' ? (
        <text class="chart-text chart-text--quiet" x={layout.right + 12} y={y}>
          {shortStanding[judged.standing]}
        </text>
      ) : null}
    </g>
  );
}

type MarkProps = { judged: Extract<Judged, { known: true }>; middle: number; layout: Layout };

/** Filled where the difference is sure, a ring where it is not: the shape says it, whatever the colour. */
function Mark({ judged, middle, layout }: MarkProps) {
  const { ratio, limits } = judged.compared;
  const sure = judged.standing === 'more' || judged.standing === 'less';
  const x = layout.at(ratio);
  return (
    <g class={sure ? 'ladder-mark ladder-mark-sure' : 'ladder-mark'}>
      <Whisker
        along="x"
        at={middle}
        from={layout.at(limits.lower)}
        to={layout.at(limits.upper)}
        cap={sure ? 4 : 0}
      />
      <circle
        class="ladder-dot"
        cx={x}
        cy={middle}
        r={sure ? 6 : 4.5}
        stroke="currentColor"
        stroke-width={2}
      />
    </g>
  );
}

const shortStanding = {
  more: 'more likely',
  less: 'less likely',
  alike: 'about as likely',
  unsure: 'cannot be told',
  rough: 'only rough',
} as const;

function shortWhy(why: Extract<Judged, { known: false }>['why']): string {
  if (why === 'too-few') return 'too few to say';
  return why === 'withheld' || why === 'too-small' || why === 'would-open' ? 'not shown' : 'not known';
}
