import type { Ctx } from '#platform/db/database.ts';
import { sayFresh } from '../../domain/exceptions/freshness.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { lateMeasuresOf } from '../../queries/exceptions/late-measures.ts';

/** The late figures of whoever owns their measures. */
export async function lateFiguresThatWait(
  ctx: Ctx,
): Promise<readonly { title: string; words: string; link: string }[]> {
  return (await lateMeasuresOf(ctx)).map(({ definition, place, fresh }) => ({
    title: `Late: ${definition.title}`,
    words: `${sayFresh(fresh)} You own this measure: bring the figure in, or say when it will come.`,
    link: measurePath(definition, place.code),
  }));
}
