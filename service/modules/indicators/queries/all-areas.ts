import type { Ctx } from '#platform/db/database.ts';
import { areaNumbersKey, readAllAreas, type AreaNumber } from '../store/figures.ts';
import type { FiguresGround } from './figures-ground.ts';

/** Some hundred kilobytes for a hundred: enough for the latest periods of every scorecard that is looked at. */
const mostKept = 1000;

/**
 * The numbers of every area in some periods of some measures, by `areaNumbersKey`. Most areas have the same latest periods,
 * so what was read for one is kept for the next, as long as the figures stand.
 */
export async function allAreas(
  ctx: Ctx,
  ground: FiguresGround,
  asked: readonly { measure: string; periodKey: number }[],
): Promise<ReadonlyMap<string, readonly AreaNumber[]>> {
  const { areas, keys } = ground;
  const found = new Map<string, readonly AreaNumber[]>();
  for (const { measure, periodKey } of asked) {
    const key = areaNumbersKey(measure, periodKey);
    const known = areas.get(key);
    if (known) found.set(key, known);
  }
  const missing = asked.filter(({ measure, periodKey }) => !found.has(areaNumbersKey(measure, periodKey)));
  const read = await readAllAreas(ctx, keys, missing);
  if (areas.size + read.size > mostKept) areas.clear();
  for (const [key, numbers] of read) {
    found.set(key, numbers);
    areas.set(key, numbers);
  }
  return found;
}
