import type { LinkType } from '../model/model.ts';
import { proposeModel, sourceAmong, type Proposal } from '../model/proposal/propose-model.ts';
import type { Result } from '../result.ts';
import type { LookedAt } from './look-at-files.ts';

/** What is said of files beside what they hold. */
export type SaidOfFiles = {
  readonly files: number;
  /** between: pairs of two files (or sources) alone; within: pairs of one file too */
  readonly pairs: 'within' | 'between';
  readonly idColumn?: string;
  readonly sourceColumn?: string;
  /** columns that must not be compared, such as one with the truth */
  readonly leaveOut?: readonly string[];
};

/** Proposes a model for files that were looked at, and says in words what was taken for what, and what was left out. */
export function proposeForFiles(looked: LookedAt, said: SaidOfFiles): Result<Proposal> {
  const { files, idColumn } = said;
  const sourceColumn = said.sourceColumn ?? (files > 1 ? undefined : sourceAmong(looked.columns));
  const linkType: LinkType =
    said.pairs === 'between'
      ? 'link'
      : files > 1 || sourceColumn !== undefined
        ? 'link-and-dedupe'
        : 'dedupe';
  const columns = sourceColumn === undefined ? withoutSource(looked) : looked.columns;
  return proposeModel({
    columns,
    linkType,
    records: looked.records,
    ...(idColumn !== undefined && { idColumn }),
    ...(sourceColumn !== undefined && { sourceColumn }),
    leaveOut: said.leaveOut ?? [],
  });
}

/** Where each file is a source, a column that names sources would put them together again. */
function withoutSource({ columns }: LookedAt): LookedAt['columns'] {
  const source = sourceAmong(columns);
  return columns.filter(({ name }) => name !== source);
}
