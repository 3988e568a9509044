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
import type { Area } from '../../series.ts';

/**
 * The table of areas in one period, in the order given: value, limits where any area has them, and the word of the
 * comparison where any area was compared. Give it to `toCsv` for the file.
 */
export function areaTable(
  props: Pick<FigureProps, 'measure' | 'unit' | 'intervalName' | 'words'> & {
    period: string;
    areas: readonly Area[];
  },
): ChartTable {
  const { areas, unit, period } = props;
  const words = props.words ?? englishWords;
  const limits = areas.some((area) => area.lower !== undefined || area.upper !== undefined);
  const compared = areas.some((area) => area.comparison !== undefined);
  const benchmark = areas.find((area) => area.role === 'benchmark')?.name ?? '';
  const interval = props.intervalName ?? words.interval;
  const columns: Column[] = [
    { head: words.area, holds: 'names' },
    { head: unit.name === '' ? period : `${period} (${unit.name})`, holds: 'numbers' },
  ];
  if (limits) {
    columns.push({ head: `${words.lower}, ${interval}`, holds: 'numbers' });
    columns.push({ head: `${words.upper}, ${interval}`, holds: 'numbers' });
  }
  if (compared) columns.push({ head: words.comparedWith(benchmark), holds: 'names' });
  const rows = areas.map((area) => {
    const cells: Cell[] = [textCell(area.name), valueCell(area.value, unit.decimals, words)];
    if (limits) {
      cells.push(
        limitCell(area.lower, area.value, unit.decimals),
        limitCell(area.upper, area.value, unit.decimals),
      );
    }
    if (compared) cells.push(textCell(area.comparison && words.comparison[area.comparison]));
    return cells;
  });
  return { caption: `${measureInUnit(props)}, ${period}`, columns, rows, rowHeads: 1 };
}

/** The reader's own area first, then the others as given, the benchmark last. */
export function ownAreaFirst(areas: readonly Area[]): readonly Area[] {
  const place = { own: 0, neighbour: 1, other: 1, benchmark: 2 } as const;
  return areas.toSorted((a, b) => place[a.role] - place[b.role]);
}

/** Sorted by value, those without a number last; the order given decides between equals. */
export function byValue(areas: readonly Area[], order: 'highest-first' | 'lowest-first'): readonly Area[] {
  const sign = order === 'highest-first' ? -1 : 1;
  const rank = (area: Area): number => (area.value.kind === 'number' ? sign * area.value.number : Infinity);
  return areas.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
