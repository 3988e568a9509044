import type { Blocks } from '../blocking/blocks.ts';
import type { Fields } from '../comparing/fields.ts';
import type { LinkageModel } from '../model/model.ts';
import { Dictionary } from '../records/dictionary.ts';
import type { Records } from '../records/records.ts';
import type { Frequencies } from './frequencies.ts';

/** Work on candidate pairs, as it is handed to threads: plain data over shared memory. */
export type Job = {
  readonly what: 'score' | 'count';
  readonly model: LinkageModel;
  /** the distinct values of each column, by `keyOf(expression)`; records' codes stand in the fields */
  readonly values: ReadonlyMap<string, Pick<Dictionary, 'letters' | 'starts'>>;
  readonly fields: Fields;
  readonly blocks: Blocks;
  readonly frequencies: Frequencies;
  readonly atLeast: number;
  /** see `turn` */
  readonly turns: Int32Array;
};

/** Places in `turns`: the next piece to be taken, how many pieces were handed on, and 1 where all should stop. */
export const turn = { next: 0, handedOn: 1, stop: 2 } as const;

/** A piece of work: the positions of one rule from one cut to the next. */
export type Piece = { readonly rule: number; readonly cut: number; readonly pairs: number };

/** All pieces of work, in order; `pairs` counts them before those of earlier rules are left out. */
export function piecesOf(blocks: Blocks): readonly Piece[] {
  return blocks.rules.flatMap(({ cuts, pairsBefore }, rule) =>
    Array.from({ length: cuts.length - 1 }, (_, cut) => ({
      rule,
      cut,
      pairs: (pairsBefore[cut + 1] ?? 0) - (pairsBefore[cut] ?? 0),
    })),
  );
}

/** The distinct values of records' columns, ready to be handed to a thread. */
export function valuesOf(records: Records): Job['values'] {
  return new Map(
    [...records.columns].map(([key, { values }]) => [
      key,
      { letters: values.letters, starts: values.starts },
    ]),
  );
}

/** Columns with their values again, as questions read them. */
export function columnsOf(values: Job['values']): Pick<Records, 'columns'> {
  const none = new Int32Array(0);
  return {
    columns: new Map(
      [...values].map(([key, { letters, starts }]) => [
        key,
        { codes: none, values: new Dictionary(letters, starts) },
      ]),
    ),
  };
}
