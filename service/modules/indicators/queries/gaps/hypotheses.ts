import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { GapName, Hypothesis } from '../../domain/gap/hypothesis.ts';
import { hypothesesOfGap, hypothesisById } from '../../store/gaps/hypotheses.ts';

/** Why a gap might be there, as people wrote it: for everybody to read. */
export function hypothesesOf(ctx: Ctx, gap: GapName): Promise<readonly Hypothesis[]> {
  return hypothesesOfGap(ctx, gap);
}

/** One guess by the id in an address; undefined for an id that is none. */
export async function hypothesisNamed(ctx: Ctx, id: string): Promise<Hypothesis | undefined> {
  const found = idFrom<'gap-hypothesis'>(id);
  return found && hypothesisById(ctx, found, 'only-read');
}
