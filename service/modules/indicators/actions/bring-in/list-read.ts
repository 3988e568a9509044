import type { Ctx } from '#platform/db/database.ts';
import { refusals } from '../../domain/bringing-in/refusals.ts';
import type { Refusals } from '../../domain/bringing-in/refusals.ts';
import { emptySummary } from '../../domain/bringing-in/summary.ts';
import type { ImportSummary } from '../../domain/bringing-in/summary.ts';
import type { RefusedRow } from '../../domain/observation.ts';
import type { FindPlace } from './gather-figures.ts';
import type { Act } from './handed-file.ts';

/** A list of facts, read: what it would change, and the one transaction that changes it. */
export type ListRead = {
  summary: ImportSummary;
  refused: Refusals;
  /** answers the summary that stands from then on, where that is another */
  apply(ctx: Ctx): Promise<ImportSummary | undefined>;
};

/** What a reader of lists leans on. */
export type ListGround = {
  act: Act;
  find: FindPlace;
  /** the strategies that a person chose for the plans of a map of measures */
  choices: Readonly<Record<string, string>>;
};

/** A list's summary from what was refused of it and the sentences about what it would change. */
export function listRead(given: {
  rowsRead: number;
  refused: readonly RefusedRow[];
  differences: readonly string[];
  apply: (ctx: Ctx) => Promise<ImportSummary | void>;
}): ListRead {
  const refused = refusals();
  for (const row of given.refused) refused.take(row);
  return {
    summary: {
      ...emptySummary(),
      rowsRead: given.rowsRead,
      rowsRefused: refused.rows,
      cellsRefused: refused.cells,
      refusals: refused.counts(),
      differences: [...given.differences],
    },
    refused,
    apply: async (ctx) => (await given.apply(ctx)) ?? undefined,
  };
}

/** "1 measure", "434 measures". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

const mostNamed = 30;

/** Some sentences, and how many more there are. */
export function firstOf(sentences: readonly string[], about: string): string[] {
  const shown = sentences.slice(0, mostNamed);
  return sentences.length > mostNamed
    ? [...shown, `And ${counted(sentences.length - mostNamed, `more ${about}`)}.`]
    : shown;
}
