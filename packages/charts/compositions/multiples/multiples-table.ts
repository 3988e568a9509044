import { measureInUnit } from '../../frame/chart.tsx';
import type { FigureProps } from '../../frame/figure-props.ts';
import {
  type Cell,
  type ChartTable,
  type Column,
  limitCell,
  textCell,
  valueCell,
} from '../../frame/table-model.ts';
import { englishWords } from '../../frame/words.ts';
import { breaksOf } from '../../scales/runs.ts';
import type { Panel, Point, Series } from '../../series.ts';
import { type Period, periodsOf } from '../trend/trend-table.ts';

type MultiplesTableProps = Pick<FigureProps, 'measure' | 'unit' | 'intervalName' | 'words'> & {
  panels: readonly Panel[];
};

/**
 * The table of small multiples: a row for each period of each panel, with the panel's own series, its limits, the
 * benchmark and a note where the series breaks. Give it to `toCsv` for the file.
 */
export function multiplesTable(props: MultiplesTableProps): ChartTable {
  const words = props.words ?? englishWords;
  const shape = shapeOf(props.panels);
  const unit = props.unit.name === '' ? '' : ` (${props.unit.name})`;
  const interval = props.intervalName ?? words.interval;
  const columns: Column[] = [
    { head: words.group, holds: 'names' },
    { head: words.period, holds: 'periods' },
    { head: `${words.value}${unit}`, holds: 'numbers' },
  ];
  if (shape.limits) {
    columns.push({ head: `${words.lower}, ${interval}`, holds: 'numbers' });
    columns.push({ head: `${words.upper}, ${interval}`, holds: 'numbers' });
  }
  if (shape.benchmark !== undefined) columns.push({ head: `${shape.benchmark}${unit}`, holds: 'numbers' });
  if (shape.breaks) columns.push({ head: words.note, holds: 'notes' });
  const rows = props.panels.flatMap((panel) =>
    periodsOf(panel.series).map((period) => cellsOf({ panel, period, shape, props })),
  );
  return { caption: measureInUnit(props), columns, rows, rowHeads: 2 };
}

/** The series that a panel is about: its own, or else the first that is no benchmark. */
export function mainSeries(panel: Panel): Series | undefined {
  return (
    panel.series.find((series) => series.role === 'own') ??
    panel.series.find((series) => series.role !== 'benchmark')
  );
}

/** What a panel is held against. */
export function benchmarkSeries(panel: Panel): Series | undefined {
  return panel.series.find((series) => series.role === 'benchmark');
}

type Shape = { limits: boolean; benchmark: string | undefined; breaks: boolean };

function shapeOf(panels: readonly Panel[]): Shape {
  const mains = panels.map(mainSeries).filter((series) => series !== undefined);
  return {
    limits: mains.some((series) => series.points.some((point) => point.lower !== undefined)),
    benchmark: panels.map(benchmarkSeries).find((series) => series !== undefined)?.name,
    breaks: mains.some((series) => breaksOf(series).length > 0),
  };
}

function cellsOf(row: {
  panel: Panel;
  period: Period;
  shape: Shape;
  props: MultiplesTableProps;
}): readonly Cell[] {
  const { panel, period, shape, props } = row;
  const words = props.words ?? englishWords;
  const { decimals } = props.unit;
  const main = mainSeries(panel);
  const own = pointAt(main, period);
  const cells: Cell[] = [textCell(panel.name), textCell(period.label), valueCell(own.value, decimals, words)];
  if (shape.limits) {
    cells.push(limitCell(own.lower, own.value, decimals), limitCell(own.upper, own.value, decimals));
  }
  if (shape.benchmark !== undefined) {
    cells.push(valueCell(pointAt(benchmarkSeries(panel), period).value, decimals, words));
  }
  if (shape.breaks) {
    const found = main && breaksOf(main).find((each) => each.after.order === period.order);
    cells.push(textCell(found && words.breakBefore(period.label, found.reason)));
  }
  return cells;
}

function pointAt(series: Series | undefined, period: Period): Pick<Point, 'value' | 'lower' | 'upper'> {
  return (
    series?.points.find((point) => point.order === period.order) ?? {
      value: { kind: 'status', status: 'missing' },
    }
  );
}
