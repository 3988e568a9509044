import type { ComponentChildren, JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Key, statusKeys } from '../../frame/keys.tsx';
import { formatInUnit } from '../../frame/number.ts';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { strokes } from '../../marks/tone.ts';
import { linearScale } from '../../scales/linear.ts';
import { breaksOf } from '../../scales/runs.ts';
import type { Panel, Series } from '../../series.ts';
import { saySeries } from '../describe.ts';
import { benchmarkSeries, mainSeries, multiplesTable } from './multiples-table.ts';
import { type PanelFrame, PanelMarks, panelSize } from './panel-picture.tsx';
import type { SmallMultiplesProps } from '../props.ts';
import { statusesIn, valuesOf } from '../trend/trend-layout.ts';
import { periodsOf } from '../trend/trend-table.ts';

/**
 * A grid of little trends on one scale of values and one of time, so that they may be compared with each other: in each
 * its own line in ink, and the benchmark dashed.
 * @throws RangeError where a number is not finite
 */
export function SmallMultiples(props: SmallMultiplesProps): JSX.Element {
  const words = props.words ?? englishWords;
  const drawn = props.panels.flatMap(drawnOf);
  const frame: PanelFrame = {
    periods: periodsOf(drawn),
    y: linearScale({
      values: drawn.flatMap((series) => valuesOf([{ ...series, role: 'benchmark' }])),
      range: [panelSize.bottom, panelSize.top],
      from: props.scaleFrom,
      tickCount: 2,
    }),
    unit: props.unit,
  };
  return (
    <Chart figure={props} table={multiplesTable(props)} notes={multiplesNotes(props, frame)}>
      <ul class="chart-panels">
        {props.panels.map((panel, index) => (
          <li class="chart-panel">
            <PanelDrawing panel={panel} frame={frame} words={words} id={`${props.id}-${index + 1}`} />
          </li>
        ))}
      </ul>
    </Chart>
  );
}

function PanelDrawing(props: {
  panel: Panel;
  frame: PanelFrame;
  words: ChartWords;
  id: string;
}): JSX.Element {
  const { panel, frame, words, id } = props;
  const told = drawnOf(panel).map((series) => saySeries(series, frame.unit, words));
  return (
    <>
      <p class="chart-panel-name" aria-hidden="true">
        {panel.name}
      </p>
      <svg
        class="chart-drawing chart-drawing--panel"
        viewBox={`0 0 ${panelSize.width} ${panelSize.height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
        direction="ltr"
        font-size={panelSize.fontSize}
        fill="currentColor"
      >
        <title id={`${id}-title`}>{panel.name}</title>
        <desc id={`${id}-description`}>{told.join(' ')}</desc>
        <PanelMarks panel={panel} frame={frame} />
      </svg>
    </>
  );
}

function drawnOf(panel: Panel): readonly Series[] {
  return [mainSeries(panel), benchmarkSeries(panel)].filter((series) => series !== undefined);
}

function multiplesNotes(props: SmallMultiplesProps, frame: PanelFrame): readonly ComponentChildren[] {
  const words = props.words ?? englishWords;
  const notes: ComponentChildren[] = [];
  const benchmark = props.panels.map(benchmarkSeries).find((series) => series !== undefined);
  if (benchmark) {
    notes.push(
      <Key text={benchmark.name} width={24}>
        <path
          class="chart-line chart-line--benchmark"
          d="M0,8H24"
          stroke="currentColor"
          stroke-width={strokes.benchmark.width}
          stroke-dasharray={strokes.benchmark.dash}
        />
      </Key>,
    );
  }
  const mains = props.panels.flatMap((panel) => mainSeries(panel) ?? []);
  const every = mains.flatMap((series) => series.points);
  notes.push(...statusKeys(statusesIn({ key: '', name: '', role: 'own', points: every }), words));
  notes.push(...breakNotes(props.panels, words));
  const start = frame.y.domain[0];
  if (start > 0) {
    notes.push(words.scaleStartsAt(formatInUnit(start, { ...props.unit, decimals: frame.y.tickDecimals })));
  }
  return notes;
}

/** Each break once, with the panels that it is in; without names where it is in all of them. */
function breakNotes(panels: readonly Panel[], words: ChartWords): readonly string[] {
  const broken = panels.flatMap((panel) => {
    const main = mainSeries(panel);
    return (main ? breaksOf(main) : []).map(({ after, reason }) => ({
      name: panel.name,
      sentence: words.breakBefore(after.period, reason),
    }));
  });
  return [...Map.groupBy(broken, ({ sentence }) => sentence)].map(([sentence, found]) =>
    found.length === panels.length && panels.length > 1
      ? sentence
      : `${found.map(({ name }) => name).join(', ')}: ${sentence}`,
  );
}
