import type { Row } from '../attack/knowledge.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { countsBehind } from '../rules/small-count.ts';
import { cellKey, figureOf, levelOf } from '../table/table.ts';
import type { Cell, Table } from '../table/table.ts';
import type { Figure } from './figure.ts';
import { primaryOf } from './primary.ts';

/** Every figure that is looked at together, and every sum that joins them. */
export type Figures = {
  readonly all: Figure[];
  readonly byKey: Map<string, number>;
  readonly rows: Row[];
  readonly whole: boolean;
  /** every zero stands as a zero, so that readers know what is held back to be one at least */
  readonly zerosShown: boolean;
};

/** An empty set of figures. */
export function noFigures(given: { whole: boolean; zerosShown: boolean }): Figures {
  return { all: [], byKey: new Map(), rows: [], ...given };
}

/** Adds a table's cells, the rest of each total that has one, and every sum that a reader can make. */
export function addTable(figures: Figures, table: Table, rules: RuleSet): void {
  for (const cell of table.cells) addCell(figures, { table, cell, rules });
  const seen = new Set<string>();
  for (const index of table.dimensions.keys()) addSums(figures, table, { index, seen });
  addRests(figures, table, rules);
}

/** The number of a figure; one that nobody has told of is made, and nothing is known of it. */
export function figureAt(figures: Figures, key: string): number {
  const known = figures.byKey.get(key);
  if (known !== undefined) return known;
  const standing: Figure['standing'] = 'absent';
  return added(figures, { key, standing, shown: [0, Number.POSITIVE_INFINITY], least: 0, loss: 0 });
}

function added(figures: Figures, figure: Figure): number {
  figures.all.push(figure);
  figures.byKey.set(figure.key, figures.all.length - 1);
  return figures.all.length - 1;
}

type Given = { table: Table; cell: Cell; rules: RuleSet };

function addCell(figures: Figures, given: Given): void {
  const figure = figureFor(given, figures.zerosShown);
  const known = figures.byKey.get(figure.key);
  if (known === undefined) added(figures, figure);
  else figures.all[known] = together(figures.all[known] ?? figure, figure);
}

function figureFor({ table, cell, rules }: Given, zerosShown: boolean): Figure {
  const truth = figureOf(table, cell);
  const level = levelOf(table, cell.at);
  const primary = primaryOf(table, cell, rules);
  const { hides } = rules.levels[level];
  const exact: readonly [number, number] = [truth, truth];
  const shown = table.kind === 'counts' ? countsBehind(rules, { level, count: truth }) : exact;
  const isZero = truth === 0 && !primary && table.kind === 'counts';
  const seenZero = isZero && (cell.knownZero || (zerosShown && hides?.from === 1));
  return {
    key: cellKey(table, cell.at),
    table: table.id,
    at: cell.at,
    truth,
    standing: cell.published === false ? 'absent' : seenZero ? 'fixed' : primary ? 'hidden' : 'shown',
    shown,
    least: zerosShown && cell.published !== false && hides?.from === 1 && table.kind === 'counts' ? 1 : 0,
    loss: Math.log2(2 + truth),
    ...(primary ? { primary: primary.reason } : {}),
    ...(primary?.range ? { range: primary.range } : {}),
  };
}

/** One figure that stands in two tables: what either holds back, both do. */
function together(first: Figure, second: Figure): Figure {
  const rank = { hidden: 3, fixed: 2, shown: 1, absent: 0 };
  const standing = rank[first.standing] >= rank[second.standing] ? first.standing : second.standing;
  const [stronger, other] = first.primary || !second.primary ? [first, second] : [second, first];
  const shown: readonly [number, number] = [
    Math.max(first.shown[0], second.shown[0]),
    Math.min(first.shown[1], second.shown[1]),
  ];
  return {
    ...other,
    ...stronger,
    standing,
    shown,
    least: Math.max(first.least, second.least),
    loss: Math.max(first.loss, second.loss),
  };
}

/** Adds every sum that a reader can make of the cells of a table. */
export function addSums(
  figures: Figures,
  table: Table,
  { index, seen }: { index: number; seen: Set<string> },
): void {
  const dimension = table.dimensions[index];
  if (!dimension) return;
  for (const others of crossings(table, index))
    for (const { whole, parts } of dimension.sums) {
      const keys = [whole, ...parts].map((code) => cellKey(table, others.with(index, code)));
      const name = keys.join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      if (!keys.some((key) => figures.byKey.has(key))) continue;
      const variables = keys.map((key) => figureAt(figures, key));
      figures.rows.push({ variables, weights: [-1, ...parts.map(() => 1)], lower: 0, upper: 0 });
    }
}

/** Every place of the other dimensions, with this one left open. */
function crossings(table: Table, open: number): readonly (readonly string[])[] {
  let places: readonly (readonly string[])[] = [[]];
  for (const [index, dimension] of table.dimensions.entries()) {
    const codes = index === open ? [''] : dimension.codes;
    places = places.flatMap((place) => codes.map((code) => [...place, code]));
  }
  return places;
}

/**
 * A code that is in no sum, beside the whole of its dimension, has a rest: everybody else. Readers can take it away
 * from the whole, so it is a figure too.
 */
function addRests(figures: Figures, table: Table, rules: RuleSet): void {
  const known = new Map(table.cells.map((cell) => [cell.at.join('\u0000'), cell]));
  for (const [index, dimension] of table.dimensions.entries()) {
    const { whole } = dimension;
    if (whole === undefined) continue;
    const summed = new Set(dimension.sums.flatMap((sum) => [sum.whole, ...sum.parts]));
    for (const cell of table.cells) {
      const code = cell.at[index] ?? '';
      const total = known.get(cell.at.with(index, whole).join('\u0000'));
      if (code === whole || summed.has(code) || !total || total.count < cell.count) continue;
      const at = cell.at.with(index, `everybody but ${code}`);
      const rest: Cell = { at, count: total.count - cell.count, published: false };
      if (table.kind === 'counts') addCell(figures, { table, cell: rest, rules });
      const variables = [total.at, cell.at, at].map((place) => figureAt(figures, cellKey(table, place)));
      figures.rows.push({ variables, weights: [-1, 1, 1], lower: 0, upper: 0 });
    }
  }
}
