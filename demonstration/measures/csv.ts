/** A line of CSV; a cell is quoted only where it must be. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n\r]/.test(cell) ? quoted(cell) : cell)).join(',');
}

/** A line of CSV as R writes it: every cell quoted, and NA without quotes for null. */
export function quotedLine(cells: readonly (string | null)[]): string {
  return cells.map((cell) => (cell === null ? 'NA' : quoted(cell))).join(',');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
