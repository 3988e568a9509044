import type { Ctx } from '#platform/db/database.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { ruleOf } from '../../domain/formula/guard.ts';
import type { GroupHere } from '../../domain/gap/card/gap-card.ts';
import { isOnlyCounts, measureId } from '../../domain/measure-facts.ts';
import { countryside, towns, zoneGroup } from '../../domain/zones/place-groups.ts';
import { heldBackIn, holdsBackOutside, placeSeries } from '../../domain/zones/place-series.ts';
import type { SmallArea } from '../../domain/zones/small-area.ts';
import { figuresOfZone, figuresOnly, zoneFigures, type ZoneFigure } from '../../domain/zones/zone-figures.ts';
import { daysDrawnAnew } from '../../domain/zones/zone-set.ts';
import { readFigures } from '../../store/figures.ts';
import { ownMeasures } from '../../store/own/own-measures.ts';
import { measuresOfAreas } from '../../store/zones/measured-areas.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import type { FiguresGround } from '../figures-ground.ts';
import { zonesHere, type ZoneHere } from './zone-ground.ts';

/** A part of our area beside the rest of it, as a gap like that of any group of children. */
export type PlaceGap = GroupHere & {
  readonly code: string;
  /** the set of zones that it is of; undefined of the countryside and of towns */
  readonly set: string | undefined;
  /** of which small areas each figure is the sum */
  readonly figures: readonly ZoneFigure[];
};

/** The gaps of places in a measure; none where nobody can tell. */
export type PlaceGaps = (measure: string) => readonly PlaceGap[];

type Parts = { place: Place; zones: readonly ZoneHere[]; known: readonly SmallArea[] };

/** The measures that are known of any part of our area. */
export async function measuresOfPlaces(
  ctx: Ctx,
  ground: FiguresGround,
  place: Place,
): Promise<readonly string[]> {
  const parts = await partsOf(ctx, ground, place);
  if (!parts) return [];
  const found = await measuresOfAreas(ctx, ground.keys, codesOf(parts));
  return found.filter((measure) => !isOnlyCounts(measure));
}

/**
 * Every zone beside the rest of our area, and the countryside beside towns, from figures as everybody sees them. Whatever
 * shows a gap between places asks here, so that what is held back is held back everywhere.
 */
export async function placeGaps(
  ctx: Ctx,
  ground: FiguresGround,
  { definitions, place }: { definitions: readonly MeasureDefinition[]; place: Place },
): Promise<PlaceGaps> {
  const parts = definitions.length > 0 ? await partsOf(ctx, ground, place) : undefined;
  if (!parts) return () => [];
  const found = await readFigures(ctx, ground.keys, {
    measures: definitions.map(({ id }) => id),
    areaCodes: [...new Set([...codesOf(parts), ...place.codes])],
    invented: place.isInvented,
  });
  // what we released was protected as one table, its whole and what is left over in it; of others' figures we do not know
  const released = new Set((await ownMeasures(ctx)).map(({ code }) => measureId({ source: 'local', code })));
  const gaps = new Map(
    definitions.map((definition) => {
      const byArea = Map.groupBy(found.get(definition.id) ?? [], ({ areaCode }) => areaCode);
      const isReleased = released.has(definition.id);
      return [definition.id, gapsOf({ ...parts, definition, byArea, isReleased })];
    }),
  );
  return (measure) => gaps.get(measure) ?? [];
}

async function partsOf(ctx: Ctx, ground: FiguresGround, place: Place): Promise<Parts | undefined> {
  if (place.code !== ground.home) return undefined;
  const [known, zones] = [await smallAreas(ctx), await zonesHere(ctx, ground)];
  return known.length === 0 && zones.length === 0 ? undefined : { place, zones, known };
}

function codesOf({ zones, known }: Parts): string[] {
  return [
    ...new Set([
      ...zones.flatMap(({ code, members }) => [code, ...members]),
      ...known.map(({ code }) => code),
    ]),
  ];
}

type Measured = Parts & {
  definition: MeasureDefinition;
  byArea: ReadonlyMap<string, readonly Figure[]>;
  /** whether the figures left us protected as one table */
  isReleased: boolean;
};

function gapsOf(measured: Measured): readonly PlaceGap[] {
  const { place, zones, known, definition, byArea } = measured;
  const all = zoneFigures({ code: place.code, members: known.map(({ code }) => code) }, definition, byArea);
  const published = place.codes.flatMap((code) => byArea.get(code) ?? []);
  const counted = zones.map((zone) => ({ zone, figures: figuresOfZone(zone, definition, byArea) }));
  const heldBack = measured.isReleased
    ? []
    : heldBackIn([
        ...counted.map(({ zone, figures }) => ({ members: zone.members, figures: figuresOnly(figures) })),
        ...codesOf(measured).map((code) => ({ members: [code], figures: byArea.get(code) ?? [] })),
      ]);
  const gapOf = (here: Pick<PlaceGap, 'code' | 'set' | 'figures' | 'group'>, of: Within): PlaceGap => ({
    ...here,
    series: placeSeries({
      group: here.group,
      definition,
      figures: figuresOnly(here.figures),
      whole: of.whole,
      holdsBack: holdsBackOutside(of.members, heldBack),
      rules: ruleOf(definition.id),
    }),
  });
  const whole = published.length > 0 ? published : figuresOnly(all);
  const gaps = [
    ...counted.map(({ zone, figures }) => gapOf(zoneHere(zone, figures, place), { ...zone, whole })),
    ...halves(known).map(({ group, members }) =>
      gapOf(
        { group, code: group.key, set: undefined, figures: halfFigures({ group, members }, measured) },
        { members, whole: figuresOnly(all) },
      ),
    ),
  ];
  return gaps.filter(({ series }) => series.points.length > 0);
}

type Within = { members: readonly string[]; whole: readonly Figure[] };

function zoneHere(zone: ZoneHere, figures: readonly ZoneFigure[], place: Place) {
  const { code, name, set } = zone;
  // a sum is of today's small areas in every period; what was counted is of those of its day
  const isSum = figures.some(({ of }) => of > 0);
  const drawnAnew = isSum ? [] : daysDrawnAnew(set, code);
  const group = zoneGroup({ code, name, set: set.name, area: place.name, drawnAnew });
  return { code, set: set.name, figures, group };
}

/** The countryside and the towns, only where every small area is told to be of one of them. */
function halves(known: readonly SmallArea[]) {
  const isTold = known.length > 0 && known.every(({ ruralUrban }) => ruralUrban !== undefined);
  if (!isTold) return [];
  const membersOf = (kind: 'rural' | 'urban') =>
    known.filter(({ ruralUrban }) => ruralUrban === kind).map(({ code }) => code);
  const both = [
    { group: countryside, members: membersOf('rural') },
    { group: towns, members: membersOf('urban') },
  ];
  return both.every(({ members }) => members.length > 0) ? both : [];
}

function halfFigures(
  { group, members }: ReturnType<typeof halves>[number],
  { definition, byArea }: Measured,
): readonly ZoneFigure[] {
  return zoneFigures({ code: group.key, members }, definition, byArea);
}
