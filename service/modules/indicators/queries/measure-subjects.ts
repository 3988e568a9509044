import type { Ctx } from '#platform/db/database.ts';
import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import { samePeriod } from '../domain/period.ts';
import { shortPeriod } from '../domain/say-period.ts';
import { sayValue } from '../domain/say-value.ts';
import { standing } from '../domain/standing.ts';
import type { Point } from '../domain/standing.ts';
import { isNumber } from '../domain/value.ts';
import { homeArea } from '../store/areas.ts';
import { measuresById, searchMeasures } from '../store/measures.ts';
import type { StoredMeasure } from '../store/measures.ts';
import { periodsByKey } from '../store/periods.ts';
import { visibleSeries } from '../store/series.ts';

const england = 'E92000001';
const mostFound = 20;

/** Measures as they hang on the golden thread: published figures are for everybody to see. */
export const measureSubjects: ThreadSubjects<Ctx> = {
  kind: 'measure',
  name: 'Measures',
  async find(ctx, ids) {
    const found = await measuresById(ctx, ids);
    return subjectsOf(ctx, [...found.values()]);
  },
  async search(ctx, words) {
    const asked = words.split(/\s+/).filter((word) => word !== '');
    return asked.length === 0 ? [] : subjectsOf(ctx, await searchMeasures(ctx, asked, mostFound));
  },
};

/** Where a person reads a measure. */
function measureLink({ source, code }: { source: string; code: string }): string {
  return `/measures/${source}/${encodeURIComponent(code)}`;
}

async function subjectsOf(ctx: Ctx, measures: readonly StoredMeasure[]): Promise<ThreadSubject[]> {
  if (measures.length === 0) return [];
  const home = await homeArea(ctx);
  const areaCodes = home === undefined ? [england] : [home, england];
  const asked = measures.flatMap(({ id: measure }) =>
    areaCodes.map((areaCode) => ({ measure, areaCode, breakdown: '' })),
  );
  const series = Map.groupBy(
    await visibleSeries(ctx, asked, await periodsByKey(ctx)),
    ({ measure, areaCode }) => `${measure} ${areaCode}`,
  );
  const pointsOf = (id: string, areaCode: string | undefined): readonly Point[] =>
    standing(series.get(`${id} ${areaCode}`) ?? []);
  return measures.map((measure) => ({
    kind: 'measure',
    id: measure.id,
    title: measure.title,
    link: measureLink(measure),
    state: sayLatest(measure, pointsOf(measure.id, home), usable(measure, pointsOf(measure.id, england))),
  }));
}

/** A row that is known to be wrong is never shown as England's. */
function usable({ faults }: StoredMeasure, points: readonly Point[]): readonly Point[] {
  return faults.some((fault) => fault.effect === 'ignore-row' && fault.area === england) ? [] : points;
}

/** "Latest: 31.2% (2024/25), England 24.5%"; a publisher's dash is no figure, so the last real one is told. */
function sayLatest(measure: StoredMeasure, own: readonly Point[], national: readonly Point[]): string {
  const say = ({ value }: Point): string => sayValue(value, measure.unit, measure.decimals);
  const latest = own.findLast(({ value }) => isNumber(value));
  if (latest) {
    const beside = national.find(({ period, value }) => samePeriod(period, latest.period) && isNumber(value));
    return `Latest: ${say(latest)} (${shortPeriod(latest.period)})${beside ? `, England ${say(beside)}` : ''}`;
  }
  const elsewhere = national.findLast(({ value }) => isNumber(value));
  if (elsewhere) return `England ${say(elsewhere)} (${shortPeriod(elsewhere.period)}); no figure here`;
  return 'No figure brought in yet';
}
