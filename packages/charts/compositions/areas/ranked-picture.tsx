import type { JSX } from 'preact';
import type { Picture, Size } from '../../frame/drawings.tsx';
import { formatInUnit } from '../../frame/number.ts';
import { DirectLabels, type EndLabel } from '../../marks/direct-labels.tsx';
import { Dot } from '../../marks/dot.tsx';
import { Thread } from '../../marks/thread.tsx';
import { type Tone, strokes } from '../../marks/tone.ts';
import { tickLabels, UprightAxis, widestTick } from '../../marks/value-axis.tsx';
import { Whisker } from '../../marks/whisker.tsx';
import { bandScale, type BandScale } from '../../scales/band.ts';
import { linearScale, type LinearScale } from '../../scales/linear.ts';
import { textWidth, wrapText } from '../../scales/text-width.ts';
import type { Area, Unit } from '../../series.ts';
import { areaValues } from './area-layout.ts';

/**
 * Draws many areas side by side in their order: all as pale points with their intervals, only the own area and the
 * benchmark by name. Areas without a number are in the table only.
 */
export function rankedPicture(props: { areas: readonly Area[]; unit: Unit }, size: Size): Picture {
  const { fontSize } = size;
  const layout = rankedLayout(props, size);
  const { x, y, left, right, top, bottom } = layout;
  const ownLast = layout.shown.toSorted((a, b) => Number(a.role === 'own') - Number(b.role === 'own'));
  return {
    height: bottom + fontSize,
    marks: (
      <>
        <UprightAxis scale={y} unit={props.unit} left={left - 4} right={right} fontSize={fontSize} />
        {ownLast.map((area) => (
          <Place area={area} x={x} y={y} />
        ))}
        {layout.benchmarks.map((area) => (
          <path
            class="chart-line chart-line--benchmark"
            d={`M${left - 4},${y.at(area.number)}H${right}`}
            fill="none"
            stroke="currentColor"
            stroke-width={strokes.benchmark.width}
            stroke-dasharray={strokes.benchmark.dash}
          />
        ))}
        <DirectLabels
          labels={layout.labels}
          left={right + 10}
          top={top - fontSize * 0.7}
          bottom={bottom}
          fontSize={fontSize}
        />
      </>
    ),
  };
}

/** An area that has a number. */
type NumberedArea = Area & { number: number };

function rankedLayout(props: { areas: readonly Area[]; unit: Unit }, size: Size) {
  const { fontSize, width } = size;
  const isWide = size.name === 'wide';
  const top = fontSize * 0.8;
  const bottom = top + (isWide ? 260 : 200);
  const numbered = props.areas.flatMap((area): readonly NumberedArea[] =>
    area.value.kind === 'number' ? [{ ...area, number: area.value.number }] : [],
  );
  const shown = numbered.filter((area) => area.role !== 'benchmark');
  const benchmarks = numbered.filter((area) => area.role === 'benchmark');
  const y = linearScale({
    values: areaValues(numbered),
    range: [bottom, top],
    from: 'fit',
    tickCount: isWide ? 6 : 4,
  });
  const left = widestTick(tickLabels(y, props.unit), fontSize) + 12;
  const named = [...shown.filter((area) => area.role === 'own'), ...benchmarks];
  const texts = named.map((area) => labelLines(area, props.unit, { fontSize, room: isWide ? 160 : 92 }));
  const labelWidth = Math.max(0, ...texts.flat().map((line) => textWidth(line, fontSize, 'bold')));
  const right = Math.floor(width - labelWidth - 12);
  const x = bandScale({ keys: shown.map((area) => area.key), range: [left, right], padding: 0.4 });
  const labels = named.map((area, index): EndLabel => {
    const place = area.role === 'own' ? x.middle(area.key) : right;
    const tone = area.role === 'own' ? 'own' : 'benchmark';
    return { key: area.key, lines: texts[index] ?? [], tone, x: place, y: y.at(area.number) };
  });
  return { top, bottom, left, right, shown, benchmarks, x, y, labels };
}

function Place({ area, x, y }: { area: NumberedArea; x: BandScale; y: LinearScale }): JSX.Element {
  const middle = x.middle(area.key);
  const tone: Tone = area.role === 'own' ? 'own' : 'neighbour';
  const { lower, upper } = area;
  const hasRoom = tone === 'own' || x.bandwidth >= 3;
  return (
    <g class={`chart-interval chart-interval--point chart-interval--${tone}`}>
      {tone === 'own' && <Thread x={middle} from={y.at(area.number)} to={y.range[0]} />}
      {hasRoom && lower !== undefined && upper !== undefined && (
        <Whisker along="y" at={middle} from={y.at(lower)} to={y.at(upper)} cap={0} />
      )}
      <Dot
        x={middle}
        y={y.at(area.number)}
        tone={tone}
        radius={tone === 'own' ? undefined : Math.min(4, Math.max(1.75, x.bandwidth))}
      />
    </g>
  );
}

function labelLines(
  area: NumberedArea,
  unit: Unit,
  fit: { fontSize: number; room: number },
): readonly string[] {
  const said = `${area.name} ${formatInUnit(area.number, unit)}`;
  return wrapText(said, fit.room, {
    fontSize: fit.fontSize,
    weight: area.role === 'own' ? 'bold' : 'regular',
  });
}
