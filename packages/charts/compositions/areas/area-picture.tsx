import type { JSX } from 'preact';
import type { Picture, Size } from '../../frame/drawings.tsx';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { Bar } from '../../marks/bar.tsx';
import { ComparisonWord } from '../../marks/comparison-mark.tsx';
import { Dot } from '../../marks/dot.tsx';
import { Rule } from '../../marks/rule.tsx';
import { StatusMark } from '../../marks/status-mark.tsx';
import { TextLines } from '../../marks/text-lines.tsx';
import { Thread } from '../../marks/thread.tsx';
import { LyingAxis } from '../../marks/value-axis.tsx';
import { Whisker, WhiskerOverBar } from '../../marks/whisker.tsx';
import { type AreaLayout, areaLayout, type AreaRow } from './area-layout.ts';
import { tenth } from '../../scales/tenth.ts';
import type { BarIntervalChartProps } from '../props.ts';

/** Draws areas as rows, in the order given, for one size. */
export function areaPicture(
  props: Pick<BarIntervalChartProps, 'areas' | 'unit' | 'words'> & { mark: 'bar' | 'point' },
  size: Size,
): Picture {
  const words = props.words ?? englishWords;
  const from = props.mark === 'bar' ? 'zero' : 'fit';
  const layout = areaLayout({ areas: props.areas, unit: props.unit, size, words, from });
  const { x, plotBottom } = layout;
  const { fontSize, width } = size;
  return {
    height: layout.height,
    marks: (
      <>
        <LyingAxis
          scale={x}
          unit={props.unit}
          stretches={layout.stretches}
          labelY={plotBottom + fontSize * 1.25}
          fontSize={fontSize}
          edges={[0, width]}
        />
        {layout.rows.map((row) => (
          <RowMarks row={row} layout={layout} mark={props.mark} />
        ))}
        <Benchmark layout={layout} fontSize={fontSize} width={width} />
        {layout.rows.map((row) => (
          <RowValue row={row} layout={layout} mark={props.mark} />
        ))}
        {layout.rows.map((row) => (
          <RowText row={row} layout={layout} size={size} words={words} />
        ))}
      </>
    ),
  };
}

function Benchmark(props: { layout: AreaLayout; fontSize: number; width: number }): JSX.Element | null {
  const { layout, fontSize, width } = props;
  if (layout.benchmark === undefined) return null;
  return (
    <Rule
      {...layout.benchmark}
      stretches={layout.stretches}
      labelY={layout.plotTop - fontSize * 0.5}
      fontSize={fontSize}
      edges={[0, width]}
    />
  );
}

/** What lies under the benchmark's rule: the bar. */
function RowMarks({
  row,
  layout,
  mark,
}: {
  row: AreaRow;
  layout: AreaLayout;
  mark: 'bar' | 'point';
}): JSX.Element | null {
  const { value } = row.area;
  if (value.kind === 'status' || mark === 'point') return null;
  const { x, thickness } = layout;
  return <Bar from={x.at(0)} to={x.at(value.number)} y={row.markY} thickness={thickness} tone={row.tone} />;
}

/** What lies over the benchmark's rule: interval, point, or the mark and word for why there is no number. */
function RowValue({
  row,
  layout,
  mark,
}: {
  row: AreaRow;
  layout: AreaLayout;
  mark: 'bar' | 'point';
}): JSX.Element {
  const { value, lower, upper } = row.area;
  const { x } = layout;
  if (value.kind === 'status') {
    const left = tenth(x.range[0] + 8);
    return (
      <>
        <StatusMark status={value.status} x={left} y={row.markY} />
        <text
          class="chart-text chart-text--quiet chart-text--haloed"
          x={left + 13}
          y={tenth(row.markY + 4.5)}
        >
          {row.said}
        </text>
      </>
    );
  }
  return (
    <g class={`chart-interval chart-interval--${mark} chart-interval--${row.tone}`}>
      {lower !== undefined && upper !== undefined && (
        <RowInterval row={row} layout={layout} mark={mark} from={x.at(lower)} to={x.at(upper)} />
      )}
      {mark === 'point' && <Dot x={x.at(value.number)} y={row.markY} tone={row.tone} />}
    </g>
  );
}

function RowInterval(props: {
  row: AreaRow;
  layout: AreaLayout;
  mark: 'bar' | 'point';
  from: number;
  to: number;
}): JSX.Element {
  const { row, layout, mark, from, to } = props;
  const { value, role } = row.area;
  if (mark === 'point') return <Whisker along="x" at={row.markY} from={from} to={to} cap={0} />;
  if (role === 'neighbour' || value.kind === 'status') {
    return <Whisker along="x" at={row.markY} from={from} to={to} cap={4} />;
  }
  const bar = { from: layout.x.at(0), to: layout.x.at(value.number) };
  return <WhiskerOverBar y={row.markY} from={from} to={to} cap={4} bar={bar} />;
}

function RowText(props: { row: AreaRow; layout: AreaLayout; size: Size; words: ChartWords }): JSX.Element {
  const { row, layout, size, words } = props;
  const { area } = row;
  const look = `chart-text chart-text--haloed${area.role === 'own' ? ' chart-text--strong' : ''}`;
  return (
    <>
      {area.role === 'own' && <Thread x={2} from={row.top + 3} to={row.bottom - 3} />}
      <TextLines
        lines={row.nameLines}
        x={layout.nameLeft}
        y={row.nameY}
        leading={size.fontSize * 1.2}
        look={look}
      />
      {area.value.kind === 'number' && (
        <text class={look} x={layout.saidRight} y={row.saidY} text-anchor="end">
          {row.said}
        </text>
      )}
      {area.comparison !== undefined && layout.comparedLeft !== undefined && (
        <ComparisonWord
          comparison={area.comparison}
          word={words.comparison[area.comparison]}
          x={layout.comparedLeft}
          y={row.saidY}
          fontSize={size.fontSize}
        />
      )}
    </>
  );
}
