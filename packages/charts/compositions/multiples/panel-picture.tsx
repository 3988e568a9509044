import type { JSX } from 'preact';
import { formatInUnit } from '../../frame/number.ts';
import { Dot } from '../../marks/dot.tsx';
import { Line } from '../../marks/line.tsx';
import { PeriodAxis } from '../../marks/period-axis.tsx';
import { StatusMark } from '../../marks/status-mark.tsx';
import { Thread } from '../../marks/thread.tsx';
import { tickLabels, UprightAxis, widestTick } from '../../marks/value-axis.tsx';
import type { LinearScale } from '../../scales/linear.ts';
import { periodScale, type PeriodScale, type ScalePeriod } from '../../scales/period.ts';
import { latestNumber } from '../../scales/runs.ts';
import { textWidth, widestSetting } from '../../scales/text-width.ts';
import type { Panel, Series, Unit } from '../../series.ts';
import { benchmarkSeries, mainSeries } from './multiples-table.ts';
import { tenth } from '../../scales/tenth.ts';

/** The size of one panel: two stand beside each other on a phone. */
export const panelSize = { width: 160, height: 148, fontSize: 14, top: 24, bottom: 106 } as const;

/** What all panels of a grid share. */
export type PanelFrame = { periods: readonly ScalePeriod[]; y: LinearScale; unit: Unit };

/** Draws one little trend on the scale that it shares with the others. */
export function PanelMarks({ panel, frame }: { panel: Panel; frame: PanelFrame }): JSX.Element {
  const { periods, y, unit } = frame;
  const { width, fontSize } = panelSize;
  const left = widestTick(tickLabels(y, unit), fontSize) + 8;
  const x = periodScale({ periods, range: [left + 4, width - 8], edges: [0, width], fontSize });
  const ends = { ...x, ticks: x.ticks.filter((_, index) => index === 0 || index === x.ticks.length - 1) };
  const main = mainSeries(panel);
  const benchmark = benchmarkSeries(panel);
  return (
    <>
      <UprightAxis scale={y} unit={unit} left={left} right={width} fontSize={fontSize} />
      {benchmark && <Line series={benchmark} x={x} y={y} tone="benchmark" />}
      {main && <MainLine series={main} x={x} frame={frame} />}
      <PeriodAxis scale={ends} y={panelSize.height - 6} />
    </>
  );
}

function MainLine(props: { series: Series; x: PeriodScale; frame: PanelFrame }): JSX.Element {
  const { series, x, frame } = props;
  const { y, unit } = frame;
  const latest = latestNumber(series);
  return (
    <>
      {latest && series.role === 'own' && (
        <Thread x={x.at(latest.order)} from={y.at(latest.value.number)} to={panelSize.bottom} />
      )}
      <Line series={series} x={x} y={y} tone="own" />
      {series.points.map((point) =>
        point.value.kind === 'number' ? null : (
          <StatusMark status={point.value.status} x={x.at(point.order)} y={panelSize.bottom + 12} />
        ),
      )}
      {latest && (
        <LatestValue
          text={formatInUnit(latest.value.number, unit)}
          x={x.at(latest.order)}
          y={y.at(latest.value.number)}
        />
      )}
    </>
  );
}

function LatestValue({ text, x, y }: { text: string; x: number; y: number }): JSX.Element {
  const half = (textWidth(text, panelSize.fontSize, 'bold') * widestSetting) / 2;
  const middle = Math.min(panelSize.width - half, x);
  return (
    <>
      <Dot x={x} y={y} tone="own" radius={5} />
      <text
        class="chart-text chart-text--strong chart-text--haloed"
        x={tenth(middle)}
        y={tenth(Math.max(12, y - 10))}
        text-anchor="middle"
      >
        {text}
      </text>
    </>
  );
}
