import type { Ctx } from '#platform/db/database.ts';
import type { Target } from '../../domain/report/target.ts';
import { targetsOf, targetVersion } from '../../store/targets.ts';
import { reportGround, type ReportGround } from './report-ground.ts';
import { targetsShown } from './targets-shown.ts';

/** A target as somebody who may change it finds it. */
export type TargetToSet = ReportGround & {
  target: Target | undefined;
  /** what its writer has seen: counts on also where it was taken away */
  version: number;
  /** whether everybody sees it */
  shown: boolean;
};

export async function targetToSet(
  ctx: Ctx,
  asked: { measure: string; areaCode: string },
): Promise<TargetToSet | undefined> {
  const ground = await reportGround(ctx, asked);
  if (!ground) return undefined;
  const { place } = ground;
  const [target] = await targetsOf(ctx, { measures: [asked.measure], areaCodes: [place.code] });
  const version = await targetVersion(ctx, { measure: asked.measure, areaCode: place.code });
  return { ...ground, target, version, shown: await targetsShown(ctx) };
}
