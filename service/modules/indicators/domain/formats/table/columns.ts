import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { refusedRow } from '../../observation.ts';
import type { RefusedRow } from '../../observation.ts';

/** Columns found by name, whatever their order. */
export type Columns = {
  /** where it stands, or -1, at which every row holds nothing */
  at(name: string): number;
  has(name: string): boolean;
};

/** Refuses a header that lacks a column the format needs, or names one twice. */
export function findColumns(
  headers: readonly string[],
  needed: readonly string[],
): Outcome<Columns, RefusedRow> {
  const twice = duplicateHeader(headers);
  if (twice) return refuse(twice);
  const missing = needed.filter((name) => !headers.includes(name));
  if (missing.length > 0) return refuse(columnsMissing(headers, missing));
  const places = new Map(headers.map((header, index) => [header, index]));
  return done({ at: (name) => places.get(name) ?? -1, has: (name) => places.has(name) });
}

/** Two columns of one name; nameless ones (a trailing comma) may be several, since no reader asks for them. */
function duplicateHeader(headers: readonly string[]): RefusedRow | undefined {
  const seen = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const earlier = seen.get(header);
    if (header !== '' && earlier !== undefined)
      return refusedRow({
        about: 'file',
        line: 1,
        column: header,
        text: header,
        reason: 'duplicate-header',
        words: `Columns ${earlier + 1} and ${index + 1} are both named “${header}”, so it cannot be told which is meant.`,
        mend: 'Rename or remove one of the two columns.',
      });
    seen.set(header, index);
  }
  return undefined;
}

function columnsMissing(headers: readonly string[], missing: readonly string[]): RefusedRow {
  const named = missing.map((name) => `“${name}”`).join(', ');
  return refusedRow({
    about: 'file',
    line: 1,
    text: headers.join(','),
    reason: 'columns-missing',
    words: `The header lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${named}.`,
    mend: 'Hand in the file as the publisher gives it, with its header as the first row.',
  });
}
