/** What publishers write where there is no number: nothing, a dash, or one of their letters. */
const missing = new Set([
  '',
  '-',
  '–',
  '.',
  '..',
  ':',
  '~',
  '*',
  'c',
  'k',
  'low',
  'u',
  'x',
  'z',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  'missing',
  'suppressed',
]);

/** Whether a cell says that there is no number. */
export function isMissing(cell: string): boolean {
  return missing.has(
    cell
      .trim()
      .toLowerCase()
      .replace(/^\[(.*)\]$/, '$1'),
  );
}

/** The number of a cell, thousands set off by commas or not; undefined where it is none. */
export function numberIn(cell: string): number | undefined {
  const text = cell.trim().replace('−', '-');
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
