import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import type { StoryPart, StoryText } from '../../domain/report/story.ts';
import type { ChangedMeanwhile } from '../../domain/report/written.ts';
import { reportGround } from '../../queries/report/report-ground.ts';
import { storyTexts, writeStory } from '../../store/stories.ts';
import { whoseWords } from './whose-words.ts';

export type TellStoryRefusal =
  | NotAllowed
  | { reason: 'no-such-measure' }
  | ChangedMeanwhile<StoryText | undefined>;

/** Writes one text of a report card (empty takes it away), unless somebody changed it first. */
export async function tellStory(
  ctx: Ctx,
  given: { measure: string; areaCode: string; part: StoryPart; words: string; seen: number },
): Promise<Outcome<null, TellStoryRefusal>> {
  if (!allowed(ctx.actor, keepReportCards)) return refuse({ reason: 'not-allowed' });
  const ground = await reportGround(ctx, given);
  if (!ground) return refuse({ reason: 'no-such-measure' });
  const { measure, part } = given;
  const of = { measure, areaCode: ground.place.code };
  if (!(await writeStory(ctx, { ...given, ...of, by: whoseWords(ctx) }))) {
    const theirs = (await storyTexts(ctx, of)).find((text) => text.part === part);
    return refuse({ reason: 'changed-meanwhile', theirs });
  }
  await ctx.record({
    type: 'indicators.story-told',
    subject: { kind: 'measure', id: measure },
    details: { area: of.areaCode, part },
  });
  return done(null);
}
