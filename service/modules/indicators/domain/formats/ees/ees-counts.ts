import { countsCode } from '../../counts.ts';
import type { CountsCell, CountsRule } from '../../counts.ts';
import type { Observation } from '../../observation.ts';
import { parseValue } from '../../value.ts';
import type { Columns } from '../table/columns.ts';

type Found = { count?: number; base?: number };

type PlacedRule = {
  rule: CountsRule;
  where: readonly [number, string][];
  count: PlacedCell;
  base: PlacedCell;
  /** areas and periods of which only one of the two was met so far */
  half: Map<string, Found>;
};

type PlacedCell = { at: number; where: readonly [number, string][] };

type RowPlace = Pick<Observation, 'area' | 'period' | 'line'>;

/**
 * Watches the rows of a table for the counts that rules name, and gives an observation for each area and period once
 * both count and base were met: in one row, or in rows near each other ("Total children" stands in a row of its own).
 */
export function countsWatcher(
  fileName: string,
  rules: readonly CountsRule[],
  columns: Columns,
): (cells: readonly string[], place: RowPlace) => Observation[] {
  const placed = rules
    .filter((rule) => fileName.startsWith(rule.file) && standsIn(columns, rule))
    .map((rule): PlacedRule => ({
      rule,
      where: placedWhere(rule.where, columns),
      count: placedCell(rule.count, columns),
      base: placedCell(rule.base, columns),
      half: new Map(),
    }));
  return (cells, place) => placed.flatMap((rule) => met(rule, cells, place));
}

function standsIn(columns: Columns, { where, count, base }: CountsRule): boolean {
  const names = [where, count.where ?? {}, base.where ?? {}].flatMap((each) => Object.keys(each));
  return [...names, count.column, base.column].every((name) => columns.has(name));
}

function placedWhere(where: Readonly<Record<string, string>>, columns: Columns): [number, string][] {
  return Object.entries(where).map(([name, item]) => [columns.at(name), item]);
}

function placedCell({ column, where }: CountsCell, columns: Columns): PlacedCell {
  return { at: columns.at(column), where: placedWhere(where ?? {}, columns) };
}

function met(
  { rule, where, count, base, half }: PlacedRule,
  cells: readonly string[],
  place: RowPlace,
): Observation[] {
  if (!matches(cells, where)) return [];
  const { area, period, line } = place;
  const key = `${area.code ?? area.dfeCode ?? area.name}|${period.start}|${period.end}|${period.state}`;
  const found: Found = {
    ...half.get(key),
    ...numberAs('count', cells, count),
    ...numberAs('base', cells, base),
  };
  if (found.count === undefined || found.base === undefined) {
    if (found.count !== undefined || found.base !== undefined) half.set(key, found);
    return [];
  }
  half.delete(key);
  if (found.base <= 0) return [];
  return [
    {
      measure: { source: 'ees', code: countsCode(rule.measure) },
      area,
      breakdown: '',
      period,
      value: (found.count / found.base) * rule.times,
      count: found.count,
      denominator: found.base,
      line,
    },
  ];
}

function matches(cells: readonly string[], where: readonly [number, string][]): boolean {
  return where.every(([at, item]) => cells[at] === item);
}

function numberAs(name: 'count' | 'base', cells: readonly string[], { at, where }: PlacedCell): Found {
  if (!matches(cells, where)) return {};
  const value = parseValue(cells[at] ?? '', 'ees');
  return value.done && typeof value.value === 'number' ? { [name]: value.value } : {};
}
