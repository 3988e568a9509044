import { standing } from '../../domain/standing.ts';
import { isNumber } from '../../domain/value.ts';
import { periodsByKey } from '../../store/periods.ts';
import { visibleSeries } from '../../store/series.ts';
import type { Act } from './handed-file.ts';

/** The figures of everybody in an area as they stand: first day, last day, how settled, and the number or its status. */
export async function figuresOf(
  act: Act,
  measure: string,
  areaCode: string,
): Promise<readonly (readonly [string, string, string, number | string])[]> {
  return act('read', async (ctx) => {
    const asked = [{ measure, areaCode, breakdown: '' }];
    const points = standing(await visibleSeries(ctx, asked, await periodsByKey(ctx)));
    return points.map(({ period, value }) => [
      period.start,
      period.end,
      period.state,
      isNumber(value) ? value : value.status,
    ]);
  });
}
