import type { Cell, Table } from './table.ts';

/**
 * The table with every cell that its sums give from the cells listed: totals, subtotals and their crossings.
 * Cells already listed stay as they are. A sum is made once all its parts are there; counts and contributors are added,
 * bases and schools are not (a person may stand in several).
 * @example withMargins({ …, cells: inner }) // inner cells first, margins after them
 */
export function withMargins(table: Table): Table {
  let known = new Map<string, Cell>(table.cells.map((cell) => [cell.at.join('\u0000'), cell]));
  for (const [index, dimension] of table.dimensions.entries()) {
    let more = true;
    while (more) {
      const before: number = known.size;
      for (const sum of dimension.sums) known = withSum(known, { index, ...sum });
      more = known.size > before;
    }
  }
  return { ...table, cells: [...known.values()] };
}

type SumAt = { index: number; whole: string; parts: readonly string[] };

function withSum(known: ReadonlyMap<string, Cell>, { index, whole, parts }: SumAt): Map<string, Cell> {
  const all = new Map(known);
  const [first] = parts;
  for (const cell of known.values()) {
    if (cell.at[index] !== first) continue;
    const at = cell.at.with(index, whole);
    if (all.has(at.join('\u0000'))) continue;
    const members = parts.flatMap((part) => known.get(cell.at.with(index, part).join('\u0000')) ?? []);
    if (members.length === parts.length) all.set(at.join('\u0000'), added(at, members));
  }
  return all;
}

function added(at: readonly string[], members: readonly Cell[]): Cell {
  const contributors = members.flatMap((member) => member.contributors ?? []);
  return {
    at,
    count: members.reduce((sum, member) => sum + member.count, 0),
    ...(members.some((member) => member.contributors) ? { contributors } : {}),
  };
}
