import type { Ctx } from '#platform/db/database.ts';
import { halfDid, readTogether, type PairedMeasure } from '../../domain/formula/pairs/paired-measure.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import { pairedMeasure, pairedMeasures } from '../../store/formula/paired-measures.ts';
import { measureView, type MeasureView } from '../report/measure-view.ts';

export type { PairedMeasure };

/** Two measures in one area, side by side, with what may be said of both. */
export type PairedView = {
  readonly pair: PairedMeasure;
  readonly howMany: MeasureView;
  readonly howLong: MeasureView;
  readonly together: string;
};

/** A pair in an area (ours where none is asked for); undefined where there is no such pair or area. */
export async function pairedView(
  ctx: Ctx,
  asked: { code: string; areaCode: string | undefined },
): Promise<PairedView | undefined> {
  const pair = await pairedMeasure(ctx, asked.code);
  if (!pair) return undefined;
  const half = (id: string) => measureView(ctx, { id, areaCode: asked.areaCode, neighbourSet: undefined });
  const [howMany, howLong] = [await half(pair.howMany), await half(pair.howLong)];
  if (!howMany || !howLong) return undefined;
  const together = readTogether(halfDid(verdictOf(howMany.row)), halfDid(verdictOf(howLong.row)));
  return { pair, howMany, howLong, together };
}

function verdictOf({ trend }: ScorecardRow) {
  // where an analyst overruled a trend, nothing is built on what was worked out
  if (!trend || trend.overruled.standing.length > 0 || 'reason' in trend.came) return undefined;
  return trend.came.verdict;
}

/** Every pair. */
export function allPairs(ctx: Ctx): Promise<PairedMeasure[]> {
  return pairedMeasures(ctx);
}

/** The pairs of which a measure is one half. */
export async function pairsOf(ctx: Ctx, measure: string): Promise<PairedMeasure[]> {
  const all = await pairedMeasures(ctx);
  return all.filter(({ howMany, howLong }) => howMany === measure || howLong === measure);
}
