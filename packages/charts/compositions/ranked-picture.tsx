import type { JSX } from 'preact';
import type { Picture, Size } from '../frame/drawings.tsx';
import { formatInUnit } from '../frame/number.ts';
import { DirectLabels, type EndLabel } from '../marks/direct-labels.tsx';
import { Dot } from '../marks/dot.tsx';
import { Thread } from '../marks/thread.tsx';
import { type Tone, strokes } from '../marks/tone.ts';
import { tickLabels, UprightAxis, widestTick } from '../marks/value-axis.tsx';
import { Whisker } from '../marks/whisker.tsx';
import { bandScale, type BandScale } from '../scales/band.ts';
import { linearScale, type LinearScale } from '../scales/linear.ts';
import { textWidth, wrapText } from '../scales/text-width.ts';
import type { Area, Unit } from '../series.ts';
import { areaValues } from './area-layout.ts';

/**
 * Draws many areas side by side in their order: all as pale points with their intervals, only the own area and the
 * benchmark by name. Areas without a number are in the table only.
 */
export function rankedPicture(props: { areas: readonly Area[]; unit: Unit }, size: Size): Picture {
  const { fontSize, width } = size;
  const isWide = size.name === 'wide';
  const top = fontSize * 0.8;
  const bottom = top + (isWide ? 260 : 200);
  const numbered = props.areas.filter((area) => area.value.kind === 'number');
  const shown = numbered.filter((area) => area.role !== 'benchmark');
  const y = linearScale({
    values: areaValues(numbered),
    range: [bottom, top],
    from: 'fit',
    tickCount: isWide ? 6 : 4,
  });
  const left = widestTick(tickLabels(y, props.unit), fontSize) + 12;
  const named = numbered.filter((area) => area.role === 'own' || area.role === 'benchmark');
  const texts = named.map((area) => labelLines(area, props.unit, { fontSize, room: isWide ? 160 : 92 }));
  const labelWidth = Math.max(0, ...texts.flat().map((line) => textWidth(line, fontSize, 'bold')));
  const right = Math.floor(width - labelWidth - 12);
  const x = bandScale({ keys: shown.map((area) => area.key), range: [left, right], padding: 0.4 });
  const labels = named.map((area, index): EndLabel => {
    const isOwn = area.role === 'own';
    return {
      key: area.key,
      lines: texts[index] ?? [],
      tone: isOwn ? 'own' : 'benchmark',
      x: isOwn ? x.middle(area.key) : right,
      y: y.at(numberOf(area)),
    };
  });
  return {
    height: bottom + fontSize,
    marks: (
      <>
        <UprightAxis scale={y} unit={props.unit} left={left - 4} right={right} fontSize={fontSize} />
        {shown
          .toSorted((a, b) => (a.role === 'own' ? 1 : 0) - (b.role === 'own' ? 1 : 0))
          .map((area) => (
            <Place area={area} x={x} y={y} />
          ))}
        {named
          .filter((area) => area.role === 'benchmark')
          .map((area) => (
            <path
              class="chart-line chart-line--benchmark"
              d={`M${left - 4},${y.at(numberOf(area))}H${right}`}
              fill="none"
              stroke="currentColor"
              stroke-width={strokes.benchmark.width}
              stroke-dasharray={strokes.benchmark.dash}
            />
          ))}
        <DirectLabels
          labels={labels}
          left={right + 10}
          top={top - fontSize * 0.7}
          bottom={bottom}
          fontSize={fontSize}
        />
      </>
    ),
  };
}

function Place({ area, x, y }: { area: Area; x: BandScale; y: LinearScale }): JSX.Element {
  const middle = x.middle(area.key);
  const tone: Tone = area.role === 'own' ? 'own' : 'neighbour';
  const { lower, upper } = area;
  const hasRoom = tone === 'own' || x.bandwidth >= 3;
  return (
    <g class={`chart-interval chart-interval--point chart-interval--${tone}`}>
      {tone === 'own' && <Thread x={middle} from={y.at(numberOf(area))} to={y.range[0]} />}
      {hasRoom && lower !== undefined && upper !== undefined && (
        <Whisker along="y" at={middle} from={y.at(lower)} to={y.at(upper)} cap={0} />
      )}
      <Dot
        x={middle}
        y={y.at(numberOf(area))}
        tone={tone}
        radius={tone === 'own' ? undefined : Math.min(4, Math.max(1.75, x.bandwidth))}
      />
    </g>
  );
}

function labelLines(area: Area, unit: Unit, fit: { fontSize: number; room: number }): readonly string[] {
  const said = `${area.name} ${formatInUnit(numberOf(area), unit)}`;
  return wrapText(said, fit.room, {
    fontSize: fit.fontSize,
    weight: area.role === 'own' ? 'bold' : 'regular',
  });
}

function numberOf(area: Area): number {
  return area.value.kind === 'number' ? area.value.number : 0;
}
