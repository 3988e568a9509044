import type { Id } from '#platform/kernel/id.ts';
import type { FileReading } from '../formats/mapped/column-mapping.ts';
import type { Format } from '../formats/recognise.ts';
import type { ImportSummary } from './summary.ts';

/**
 * Where a file stands on its way in: it waits its turn, is read without anything being changed, waits for a person's
 * yes, is written where nobody can see it, and becomes visible at one stroke. A visible one can be withdrawn. Where
 * nobody has said yet what its columns are, it waits unmapped before all this.
 */
export type BatchState = (typeof batchStates)[number];

export const batchStates = [
  'unmapped',
  'queued',
  'reading',
  'read',
  'writing',
  'visible',
  'withdrawn',
  'failed',
] as const;

/** A file needed to read another: the meta file of a table, the dictionary of LAIT's bulk file. */
export type Companion = { readonly role: 'meta' | 'dictionary'; readonly fileName: string };

/** One file on its way in, or brought in. */
export type Batch = {
  readonly key: number;
  readonly id: Id<'import'>;
  readonly format: Format | 'unknown';
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** the folder in which the file waits */
  readonly keptIn: string | undefined;
  readonly companions: readonly Companion[];
  /** of a file whose columns or measure a person names: what they said */
  readonly reading: FileReading | undefined;
  readonly state: BatchState;
  readonly rowsRead: number;
  readonly summary: ImportSummary;
  /** why it could not be brought in, for people */
  readonly failure: string | undefined;
  readonly startedAt: Date;
  readonly touchedAt: Date;
  readonly finishedAt: Date | undefined;
  readonly madeByName: string;
};

const figureFormats: ReadonlySet<string> = new Set<Format>([
  'lait-csv',
  'lait-parquet',
  'fingertips-csv',
  'fingertips-upload',
  'ees-data',
  'neet-table',
  'children-population',
  'single-ages',
  'small-areas',
  'mapped-csv',
  'own-release',
  'formula',
]);

/** Whether a file of this format holds figures, which can be withdrawn, and not a list of facts, which is replaced. */
export function holdsFigures(format: Format | 'unknown'): boolean {
  return figureFormats.has(format);
}

/** Whether a person says what its columns or its measure are. */
export function isSaidByAPerson(format: Format | 'unknown'): boolean {
  return format === 'mapped-csv' || format === 'fingertips-upload';
}

/** Whether work goes on at it, or will in its turn. */
export function isUnderWay(state: BatchState): boolean {
  return state === 'queued' || state === 'reading' || state === 'writing';
}
