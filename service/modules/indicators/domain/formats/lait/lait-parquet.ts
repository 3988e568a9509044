import { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import type { AsyncBuffer, ColumnData, FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { RefusedRow } from '../../observation.ts';
import { findColumns } from '../table/columns.ts';
import { refusedFile } from '../table/read-rows.ts';
import { emptyPart, rowsAtATime } from '../table/source.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { laitColumns, laitRowReader } from './lait-rows.ts';
import type { LaitOptions, LaitRow } from './lait-rows.ts';

/** Parquet is read from its end, so the whole compressed file is held (LAIT's has 1.8 MB); larger ones are refused. */
const largestFile = 64 * 1024 * 1024;
/** What one column of one group of rows may unpack to (LAIT's largest has a quarter of a megabyte). */
const largestColumnChunk = 128 * 1024 * 1024;

/**
 * Reads LAIT's bulk file as Parquet, a group of rows at a time. Rows are numbered as in the CSV: the header would be
 * line 1, so the first row is line 2.
 */
export async function* readLaitParquet(source: Source, options: LaitOptions): AsyncGenerator<ReadPart> {
  const opened = await openParquet(source);
  if (!opened.done) return yield refusedFile(opened.refusal);
  const { file, metadata } = opened.value;
  const read = laitRowReader(options);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const columns: unknown[][] = [];
    for (const name of laitColumns) {
      const column = await columnOf({ file, metadata, rowStart, rowEnd, name });
      if (!column) return yield refusedFile(damaged(rowStart + 2));
      columns.push(column);
      // Unpacking is the longest piece of work at one go: whoever reads may let others work after each column.
      yield emptyPart();
    }
    yield* partsOf(columns, rowStart + 2, read);
    rowStart = rowEnd;
  }
}

type OpenParquet = { file: AsyncBuffer; metadata: FileMetaData };

async function openParquet(source: Source): Promise<Outcome<OpenParquet, RefusedRow>> {
  const bytes = await gathered(source);
  if (!bytes)
    return refuse(fileRefusal('file-too-large', 'The file is larger than any that LAIT has published.'));
  const file: AsyncBuffer = { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) };
  const metadata = await parquetMetadataAsync(file).catch(() => undefined);
  if (!metadata)
    return refuse(
      fileRefusal(
        'not-parquet',
        'The file does not end as a Parquet file does: it was cut short, or is none.',
      ),
    );
  const headers = parquetSchema(metadata).children.map(({ element }) => element.name);
  const columns = findColumns(headers, laitColumns);
  if (!columns.done) return columns;
  const chunks = metadata.row_groups.flatMap((group) => group.columns);
  const largest = chunks.reduce((most, { meta_data: chunk }) => {
    const size = Number(chunk?.total_uncompressed_size ?? 0);
    return size > most ? size : most;
  }, 0);
  if (largest > largestColumnChunk)
    return refuse(fileRefusal('file-too-large', 'The file would unpack to more than can be held at once.'));
  return done({ file, metadata });
}

async function gathered({ bytes }: Source): Promise<ArrayBuffer | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > largestFile) return undefined;
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

type ColumnOfGroup = OpenParquet & { rowStart: number; rowEnd: number; name: string };

/** One column of one group; undefined where it cannot be unpacked. Columns and not rows, which spares an array for every row. */
async function columnOf({
  rowStart,
  rowEnd,
  name,
  ...opened
}: ColumnOfGroup): Promise<unknown[] | undefined> {
  const column = new Array<unknown>(rowEnd - rowStart);
  const onChunk = (chunk: ColumnData): void => {
    for (let index = 0; index < chunk.columnData.length; index += 1)
      column[chunk.rowStart - rowStart + index] = chunk.columnData[index];
  };
  try {
    await parquetRead({ ...opened, rowStart, rowEnd, columns: [name], compressors, onChunk });
  } catch {
    return undefined;
  }
  return column;
}

function* partsOf(
  columns: readonly unknown[][],
  firstLine: number,
  read: ReturnType<typeof laitRowReader>,
): Generator<ReadPart> {
  const length = columns[0]?.length ?? 0;
  for (let from = 0; from < length; from += rowsAtATime) {
    const part = emptyPart();
    const to = Math.min(from + rowsAtATime, length);
    for (let index = from; index < to; index += 1) {
      const found = read(rowOf(columns, index, firstLine + index));
      if ('measure' in found) part.observations.push(found);
      else part.refused.push(found);
    }
    part.rowsRead = to - from;
    yield part;
  }
}

function rowOf(columns: readonly unknown[][], index: number, line: number): LaitRow {
  const [measure, years, area, value, number, region] = columns;
  return {
    shortDesc: textOf(measure?.[index]),
    years: textOf(years?.[index]),
    areaName: textOf(area?.[index]),
    value: textOf(value?.[index]),
    areaNumber: textOf(number?.[index]),
    region: textOf(region?.[index]),
    line,
  };
}

/** LAIT's columns are text but for the area's number, which R wrote as a floating one. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'bigint' ? String(cell) : '';
}

function damaged(line: number): RefusedRow {
  return { ...fileRefusal('damaged-rows', `From row ${line} on the file could not be unpacked.`), line };
}

function fileRefusal(reason: string, words: string): RefusedRow {
  return {
    about: 'file',
    line: 1,
    text: '',
    reason,
    words,
    mend: 'Download the file again and hand it in unchanged.',
  };
}
