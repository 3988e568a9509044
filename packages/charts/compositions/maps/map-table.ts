import { measureInUnit } from '../../frame/chart.tsx';
import {
  type Cell,
  type ChartTable,
  type Column,
  limitCell,
  textCell,
  valueCell,
} from '../../frame/table-model.ts';
import { englishWords } from '../../frame/words.ts';
import type { MapFigure } from './map-props.ts';
import { mapWords } from './map-words.ts';

/**
 * The table of a map: each area in the order given, its value, limits where any area has them, and the class that it is drawn
 * in. Give it to `toCsv` for the file.
 * @param shortNames what stands on tiles, by key: a column of its own
 */
export function mapTable(
  props: Pick<MapFigure, 'measure' | 'unit' | 'intervalName' | 'words' | 'period' | 'areas' | 'classing'>,
  shortNames?: ReadonlyMap<string, string>,
): ChartTable {
  const { areas, classing, period, unit } = props;
  const words = props.words ?? englishWords;
  const limits = areas.some(({ lower, upper }) => lower !== undefined || upper !== undefined);
  const interval = props.intervalName ?? words.interval;
  const columns: Column[] = [
    { head: words.area, holds: 'names' },
    ...(shortNames ? [{ head: mapWords.shortName, holds: 'names' } as const] : []),
    { head: unit.name === '' ? period : `${period} (${unit.name})`, holds: 'numbers' },
    ...(limits
      ? ([
          { head: `${words.lower}, ${interval}`, holds: 'numbers' },
          { head: `${words.upper}, ${interval}`, holds: 'numbers' },
        ] as const)
      : []),
    { head: classing.head ?? mapWords.klass, holds: 'names' },
  ];
  const rows = areas.map(({ key, name, value, lower, upper }): Cell[] => {
    const found = classing.of.get(key);
    return [
      textCell(name),
      ...(shortNames ? [textCell(shortNames.get(key))] : []),
      valueCell(value, unit.decimals, words),
      ...(limits ? [limitCell(lower, value, unit.decimals), limitCell(upper, value, unit.decimals)] : []),
      textCell(found && `${found.mark} (${found.label})`),
    ];
  });
  return { caption: `${measureInUnit(props)}, ${period}`, columns, rows, rowHeads: 1 };
}
