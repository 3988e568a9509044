import type { Ctx } from '#platform/db/database.ts';
import type { MeasureCard } from '../../domain/report/measure-card.ts';
import { storyFrom, type Story } from '../../domain/report/story.ts';
import { measureCard } from '../../store/measure-cards.ts';
import { storyTexts } from '../../store/stories.ts';
import { reportGround, type ReportGround } from './report-ground.ts';
import { targetsShown } from './targets-shown.ts';

/** What people have written of a measure in an area, beside what its figures say. */
export type ReportCard = {
  story: Story;
  card: MeasureCard | undefined;
  /** whether everybody is shown targets */
  targetsShown: boolean;
};

export async function reportCard(ctx: Ctx, of: { measure: string; areaCode: string }): Promise<ReportCard> {
  return {
    story: storyFrom(await storyTexts(ctx, of)),
    card: await measureCard(ctx, of.measure),
    targetsShown: await targetsShown(ctx),
  };
}

/** The same for somebody who writes on it; undefined where nobody knows the measure or the area. */
export async function reportCardToWrite(
  ctx: Ctx,
  asked: { measure: string; areaCode: string },
): Promise<(ReportGround & ReportCard) | undefined> {
  const ground = await reportGround(ctx, asked);
  if (!ground) return undefined;
  return { ...ground, ...(await reportCard(ctx, { ...asked, areaCode: ground.place.code })) };
}
