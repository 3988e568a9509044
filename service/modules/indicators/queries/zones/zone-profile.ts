import type { Ctx } from '#platform/db/database.ts';
import { latestOf, settled } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { besideTheRest, type BesideTheRest } from '../../domain/zones/beside-the-rest.ts';
import { makeUpOf, type MakeUp } from '../../domain/zones/make-up.ts';
import { figuresOnly, type ZoneFigure } from '../../domain/zones/zone-figures.ts';
import { samePeriod } from '../../domain/period.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import { measuresOfAreas } from '../../store/zones/measured-areas.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround, type FiguresGround } from '../figures-ground.ts';
import { placeGaps } from './place-gaps.ts';
import { zonesHere, type ZoneHere } from './zone-ground.ts';

/** One measure of a zone beside the rest of its area. */
export type ZoneRow = {
  readonly definition: MeasureDefinition;
  readonly latest: ZoneFigure;
  readonly beside: BesideTheRest;
};

/** What is known of one zone. */
export type ZoneProfile = {
  readonly zone: ZoneHere;
  readonly home: Place;
  readonly makeUp: MakeUp;
  /** the whole area, of the same small areas */
  readonly whole: MakeUp;
  readonly rows: readonly ZoneRow[];
  /** the other zones of its set */
  readonly others: readonly ZoneHere[];
};

/** A zone's page; undefined where nobody drew such a zone, or nobody said which area is ours. */
export async function zoneProfile(ctx: Ctx, code: string): Promise<ZoneProfile | undefined> {
  const ground = await figuresGround(ctx);
  const home = ground.home === undefined ? undefined : ground.atlas.place(ground.home);
  const zones = await zonesHere(ctx, ground);
  const zone = zones.find((one) => one.code === code);
  if (!zone || !home) return undefined;
  const known = await smallAreas(ctx);
  const inside = new Set(zone.members);
  return {
    zone,
    home,
    makeUp: makeUpOf(known.filter((area) => inside.has(area.code))),
    whole: makeUpOf(known),
    rows: await rowsOfZone(ctx, ground, { zone, home }),
    others: zones.filter((one) => one.set.key === zone.set.key && one.code !== code),
  };
}

async function rowsOfZone(
  ctx: Ctx,
  ground: FiguresGround,
  { zone, home }: { zone: ZoneHere; home: Place },
): Promise<readonly ZoneRow[]> {
  const measures = await measuresOfAreas(ctx, ground.keys, [zone.code, ...zone.members]);
  const definitions = [...(await definitionsOf(ctx, measures)).values()];
  const gaps = await placeGaps(ctx, ground, { definitions, place: home });
  return definitions
    .flatMap((definition): ZoneRow[] => {
      const gap = gaps(definition.id).find(({ code }) => code === zone.code);
      const last = latestOf(settled(figuresOnly(gap?.figures ?? [])))?.figure;
      const latest = gap?.figures.findLast(({ figure }) => figure === last);
      const point = gap?.series.points.find(({ period }) => last && samePeriod(period, last.period));
      return latest && point ? [{ definition, latest, beside: besideTheRest(point, definition) }] : [];
    })
    .toSorted((a, b) => a.definition.title.localeCompare(b.definition.title, 'en-GB'));
}
