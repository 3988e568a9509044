import type { Ctx } from '#platform/db/database.ts';
import { inPeriod, latestOf, settled } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { besideTheRest, type BesideTheRest } from '../../domain/zones/beside-the-rest.ts';
import { makeUpOf, type MakeUp } from '../../domain/zones/make-up.ts';
import type { ZoneFigure } from '../../domain/zones/zone-figures.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import { measuresOfAreas } from '../../store/zones/measured-areas.ts';
import { readFigures } from '../../store/figures.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround, type FiguresGround } from '../figures-ground.ts';
import { figuresOfZones, figuresOnly, zonesHere, type ZoneHere } from './zone-ground.ts';

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
  const figures = await figuresOfZones(ctx, ground, { definitions, zones: [zone] });
  const wholes = await readFigures(ctx, ground.keys, {
    measures,
    areaCodes: home.codes,
    invented: home.isInvented,
  });
  return definitions
    .flatMap((definition): ZoneRow[] => {
      const all = figures(definition.id, zone.code);
      const last = latestOf(settled(figuresOnly(all)))?.figure;
      const latest = all.findLast(({ figure }) => figure === last);
      if (!latest) return [];
      const county = settled(wholes.get(definition.id) ?? [], latest.figure);
      const whole = inPeriod(county, latest.figure.period);
      return [{ definition, latest, beside: besideTheRest(latest.figure, whole, definition) }];
    })
    .toSorted((a, b) => a.definition.title.localeCompare(b.definition.title, 'en-GB'));
}
