import type { Ctx } from '#platform/db/database.ts';
import type { ActOfService, Handler } from '#platform/outbox/outbox.ts';
import { reportedGap, reportedRow } from '../../domain/exports/reported.ts';
import { standings } from '../../domain/gap/finder/find-gaps.ts';
import type { Place } from '../../domain/figures/place.ts';
import { areaScorecard, standardGroups, type MeasureGroup } from '../../queries/area-scorecard.ts';
import { figuresGround } from '../../queries/figures-ground.ts';
import { gapFinder } from '../../queries/gaps/gap-finder.ts';
import { measuresForAll } from '../../queries/open-api/measures-for-all.ts';
import { targetsShown } from '../../queries/report/targets-shown.ts';
import { forgetOtherReported, keepReported, type Reported } from '../../store/open-api/reported.ts';

/**
 * Writes down what the views for SQL show of our area and its statistical neighbours, whenever anything that is shown to
 * everybody has changed: what SQL does not work out (intervals, comparisons, trends, gaps) is worked out here once.
 */
export const reportForSql: Handler = {
  name: 'indicators.report-for-sql',
  types: [
    'indicators.figures-brought-in',
    'indicators.figures-withdrawn',
    'indicators.own-figures-released',
    'indicators.small-areas-loaded',
    'indicators.zones-drawn',
    'indicators.verdict-overruled',
    'indicators.overruling-taken-back',
    'indicators.target-set',
    'indicators.target-taken-away',
    'strategy.framework-published',
  ],
  handleOutside: async (act) => writeReported(act),
};

/** An area at a time, so that nobody who asks for a page waits for all of them. */
export async function writeReported(act: ActOfService): Promise<void> {
  const places = await act('read', placesToReport);
  for (const place of places) {
    const reported = await act('read', (ctx) => reportOf(ctx, place));
    if (reported) await act('write', (ctx) => keepReported(ctx, reported));
  }
  await act('write', (ctx) =>
    forgetOtherReported(
      ctx,
      places.map(({ code }) => code),
    ),
  );
}

/** Our area and those it is shown beside; nothing where nobody has said which area is ours, or before the first figure. */
async function placesToReport(ctx: Ctx): Promise<readonly Place[]> {
  const { home, atlas, stamp } = await figuresGround(ctx);
  const found = home === undefined ? undefined : await areaScorecard(ctx, { areaCode: home });
  if (!found || stamp === undefined) return [];
  const { place, neighbourSet } = found.scorecard;
  const beside = (neighbourSet?.neighbours ?? []).flatMap((each) => atlas.place(each.place.code) ?? []);
  return [...new Map([place, ...beside].map((one) => [one.code, one])).values()];
}

async function reportOf(ctx: Ctx, place: Place): Promise<Reported | undefined> {
  const { stamp } = await figuresGround(ctx);
  const found = await areaScorecard(ctx, { areaCode: place.code, groups: await groupsToReport(ctx) });
  const gaps = await gapFinder(ctx, place.code);
  const aims = (await targetsShown(ctx)) ? 'shown' : 'not-shown';
  if (!found || stamp === undefined) return undefined;
  const rows = found.scorecard.groups.flatMap((group) => group.rows);
  const { code, name, kindName, isInvented } = place;
  return {
    area: { code, name, kind: kindName, is_invented: isInvented },
    madeOf: stamp,
    rows: rows.flatMap((row) => reportedRow(row, aims) ?? []),
    gaps: standings.flatMap((standing) =>
      (gaps?.found[standing] ?? []).map((gap) => reportedGap(gap, standing)),
    ),
  };
}

/** The standard measures, and what the partnership counts itself once it is released. */
async function groupsToReport(ctx: Ctx): Promise<readonly MeasureGroup[]> {
  const standard = standardGroups();
  const known = new Set(standard.flatMap(({ measures }) => measures));
  const own = (await measuresForAll(ctx)).filter(({ id, source }) => source === 'local' && !known.has(id));
  return [...standard, { key: 'own', title: 'Our own measures', measures: own.map(({ id }) => id) }];
}
