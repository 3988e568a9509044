import { recognise } from '../../domain/formats/recognise.ts';
import type { Format } from '../../domain/formats/recognise.ts';
import { findColumns } from '../../domain/formats/table/columns.ts';
import type { Source } from '../../domain/formats/table/source.ts';
import { openTable } from '../../domain/formats/table/table.ts';
import { publishedName } from '../../domain/bringing-in/pairing.ts';
import { withSource } from './handed-file.ts';
import type { HandedFile } from './handed-file.ts';

/** What a file was recognised as, or why it was not, for people. */
export type RecognisedFile = HandedFile & {
  format: Format | undefined;
  failure: string | undefined;
  /** of a table whose columns a person names */
  headers?: readonly string[];
};

/** Tells the format of a file by its headers, and of a Parquet file by its first bytes or its name. */
export async function recogniseFile(file: HandedFile): Promise<RecognisedFile> {
  if (/\.parquet$/i.test(publishedName(file.name)))
    return { ...file, format: 'lait-parquet', failure: undefined };
  return withSource(file, (source) => recogniseTable(file, source));
}

async function recogniseTable(file: HandedFile, source: Source): Promise<RecognisedFile> {
  const table = await openTable(source);
  if (!table.done)
    return { ...file, format: undefined, failure: `${table.refusal.words} ${table.refusal.mend}` };
  const { headers, rows } = table.value;
  let format = recognise(headers, file.name);
  if (!format) {
    // The Department's own files number their columns in two rows above the header.
    const first = await rows.next();
    for (const { cells } of first.done ? [] : first.value.rows.slice(0, 2))
      format ??= recognise(cells, file.name);
  }
  await table.value.close();
  return format ? { ...file, format, failure: undefined } : anyTable(file, headers);
}

/** An area, a period and a value stand in three columns at least; what has fewer is a heading, or no table. */
const fewestColumns = 3;

/** A table of no publisher whom we know: a person may say what its columns are, where it has columns to tell apart. */
function anyTable(file: HandedFile, headers: readonly string[]): RecognisedFile {
  if (headers.filter((header) => header !== '').length < fewestColumns)
    return { ...file, format: undefined, failure: unknownHeaders(headers) };
  const told = findColumns(headers, []);
  return told.done
    ? { ...file, format: 'mapped-csv', failure: undefined, headers }
    : { ...file, format: 'mapped-csv', failure: `${told.refusal.words} ${told.refusal.mend}` };
}

function unknownHeaders(headers: readonly string[]): string {
  // what is not text may stand in a header; no database keeps a zero byte
  const shown = headers
    .slice(0, 6)
    .join(', ')
    .slice(0, 120)
    .replaceAll(/\p{Cc}/gu, '\uFFFD');
  return `None of the files that can be brought in has these columns: ${shown}. Hand the file in as its publisher gives it, with its header as the first row.`;
}
