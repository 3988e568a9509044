import type { Ctx } from '#platform/db/database.ts';
import { inPeriod, latestOf, settled, type Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import type { Period } from '../../domain/period.ts';
import { besideTheRest, type BesideTheRest } from '../../domain/zones/beside-the-rest.ts';
import { zoneFigures } from '../../domain/zones/zone-figures.ts';
import { readFigures } from '../../store/figures.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import { figuresGround, type FiguresGround } from '../figures-ground.ts';
import { figuresOfZones, figuresOnly, zonesHere } from './zone-ground.ts';

/** A part of our area beside all the rest of it, in the latest period in which the part has a figure. */
export type PlaceApart = {
  readonly code: string;
  readonly name: string;
  readonly period: Period;
  readonly beside: BesideTheRest;
};

/** How far apart places inside our area are in one measure; empty where nobody can tell. */
export type PlacesApart = {
  /** by the set of zones that they are of */
  readonly zones: readonly (PlaceApart & { readonly set: string })[];
  /** the countryside, beside the towns */
  readonly rural: PlaceApart | undefined;
};

type Asked = { definition: MeasureDefinition; place: Place };

/** Each zone beside the rest of our area, and the countryside beside towns, from figures as everybody sees them. */
export async function placesApart(ctx: Ctx, asked: Asked): Promise<PlacesApart> {
  const ground = await figuresGround(ctx);
  if (asked.place.code !== ground.home) return { zones: [], rural: undefined };
  const known = await smallAreas(ctx);
  const codes = known.map(({ code }) => code);
  const { definition, place } = asked;
  const found = await readFigures(ctx, ground.keys, {
    measures: [definition.id],
    areaCodes: [...codes, ...place.codes],
    invented: place.isInvented,
  });
  const byArea = Map.groupBy(found.get(definition.id) ?? [], ({ areaCode }) => areaCode);
  const summed = (code: string, members: readonly string[]) =>
    figuresOnly(zoneFigures({ code, members }, definition, byArea));
  const published = place.codes.flatMap((code) => byArea.get(code) ?? []);
  const all = summed(place.code, codes);
  const zones = await zonesApart(ctx, ground, { definition, whole: published.length > 0 ? published : all });
  // only where every small area is told rural or urban, or the rest would not be the towns
  const isTold = known.length > 0 && known.every(({ ruralUrban }) => ruralUrban !== undefined);
  const members = known.filter(({ ruralUrban }) => ruralUrban === 'rural').map(({ code }) => code);
  const rural = isTold && members.length > 0 && members.length < known.length;
  const figures = rural ? summed('rural', members) : [];
  return {
    zones,
    rural: apartFrom({ code: 'rural', name: 'The countryside' }, { definition, figures, whole: all }),
  };
}

async function zonesApart(
  ctx: Ctx,
  ground: FiguresGround,
  { definition, whole }: { definition: MeasureDefinition; whole: readonly Figure[] },
): Promise<PlacesApart['zones']> {
  const zones = await zonesHere(ctx, ground);
  if (zones.length === 0) return [];
  const figures = await figuresOfZones(ctx, ground, { definitions: [definition], zones });
  return zones.flatMap((zone) => {
    const own = figuresOnly(figures(definition.id, zone.code));
    const apart = apartFrom(zone, { definition, figures: own, whole });
    return apart ? [{ ...apart, set: zone.set.name }] : [];
  });
}

type Held = { definition: MeasureDefinition; figures: readonly Figure[]; whole: readonly Figure[] };

function apartFrom(
  { code, name }: { code: string; name: string },
  { definition, figures, whole }: Held,
): PlaceApart | undefined {
  const latest = latestOf(settled(figures))?.figure;
  if (!latest) return undefined;
  const all = inPeriod(settled(whole, latest), latest.period);
  return { code, name, period: latest.period, beside: besideTheRest(latest, all, definition) };
}
