import type { Tile } from './map-props.ts';
import type { PlanePoint } from './outlines/outline.ts';

/** An area that needs a tile, with the middle of where it lies. */
export type ToPlace = { key: string; middle: PlanePoint };

/**
 * Gives each area one square of a grid, so that all of them together are moved as little as can be: the least sum of squared
 * distances between the areas' middles and their tiles. The grid has the shape of the land and about half as many squares again
 * as areas. The same areas always give the same tiles.
 */
export function placeTiles(areas: readonly ToPlace[]): Tile[] {
  const sorted = areas.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [first] = sorted;
  if (!first) return [];
  const xs = sorted.map(({ middle }) => middle[0]);
  const ys = sorted.map(({ middle }) => middle[1]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  const side = Math.sqrt((across * down) / (1.5 * sorted.length));
  const columns = Math.max(1, Math.min(sorted.length, Math.round(across / side) + 1));
  const rows = Math.max(
    Math.ceil(sorted.length / columns),
    Math.min(sorted.length, Math.round(down / side) + 1),
  );
  const squares = Array.from({ length: columns * rows }, (_, at) => ({
    column: at % columns,
    row: Math.floor(at / columns),
  }));
  const costs = sorted.map(({ middle: [x, y] }) =>
    squares.map(({ column, row }) => {
      const [dx, dy] = [
        ((x - left) / across) * (columns - 1) - column,
        ((y - top) / down) * (rows - 1) - row,
      ];
      return dx * dx + dy * dy;
    }),
  );
  const given = leastAssignment(costs);
  return sorted.flatMap(({ key }, at) => {
    const square = squares[given[at] ?? -1];
    return square ? [{ key, ...square }] : [];
  });
}

/**
 * The column of each row so that their costs together are the least, no column twice (shortest augmenting paths with potentials,
 * Jonker and Volgenant 1987). There must be at least as many columns as rows.
 */
function leastAssignment(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  const rowPotential = new Float64Array(costs.length + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const came = new Int32Array(columns + 1);
  for (let row = 1; row <= costs.length; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const isUsed = new Uint8Array(columns + 1);
    do {
      isUsed[column] = 1;
      const from = rowOf[column] ?? 0;
      let [step, next] = [Infinity, 0];
      for (let to = 1; to <= columns; to += 1) {
        if (isUsed[to]) continue;
        const cost =
          (costs[from - 1]?.[to - 1] ?? 0) - (rowPotential[from] ?? 0) - (columnPotential[to] ?? 0);
        if (cost < (least[to] ?? 0)) {
          least[to] = cost;
          came[to] = column;
        }
        if ((least[to] ?? 0) < step) [step, next] = [least[to] ?? 0, to];
      }
      for (let to = 0; to <= columns; to += 1) {
        if (isUsed[to]) {
          const used = rowOf[to] ?? 0;
          rowPotential[used] = (rowPotential[used] ?? 0) + step;
          columnPotential[to] = (columnPotential[to] ?? 0) - step;
        } else least[to] = (least[to] ?? 0) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    turnBack(rowOf, came, column);
  }
  return columnsOfRows(rowOf, costs.length);
}

/** Gives every column on the way found the row of the one before it. */
function turnBack(rowOf: Int32Array, came: Int32Array, from: number): void {
  let column = from;
  do {
    const before = came[column] ?? 0;
    rowOf[column] = rowOf[before] ?? 0;
    column = before;
  } while (column !== 0);
}

function columnsOfRows(rowOf: Int32Array, rows: number): number[] {
  const given = new Array<number>(rows).fill(-1);
  for (let column = 1; column < rowOf.length; column += 1)
    if (rowOf[column]) given[(rowOf[column] ?? 1) - 1] = column - 1;
  return given;
}
