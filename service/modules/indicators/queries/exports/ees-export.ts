import type { Ctx } from '#platform/db/database.ts';
import { englishAreas } from '#reference/areas.ts';
import { eesPlaces } from '#reference/ees/ees-format.ts';
import type { OwnArea } from '../../domain/bringing-in/places.ts';
import { eesPairs } from '../../domain/exports/ees/writer/ees-pairs.ts';
import type { EesPairsMade } from '../../domain/exports/ees/writer/ees-pairs.ts';
import { eesPlaceWriter } from '../../domain/exports/ees/writer/ees-place.ts';
import type { EesLeftOut, EesMeasure } from '../../domain/exports/ees/writer/gather-tables.ts';
import { codesToRead } from '../../domain/figures/atlas.ts';
import { settled } from '../../domain/figures/figure.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode } from '../../domain/figures/place.ts';
import type { Place } from '../../domain/figures/place.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { askedFor } from '../../domain/scorecard/asked-for.ts';
import type { Asking } from '../../domain/scorecard/asked-for.ts';
import { ownFigures } from '../../domain/scorecard/row.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { ownAreas } from '../../store/areas.ts';
import { readFigures } from '../../store/figures.ts';
import { areaScorecard } from '../area-scorecard.ts';
import type { MeasureGroup } from '../area-scorecard.ts';
import { figuresGround, keptFor } from '../figures-ground.ts';
import type { FiguresGround } from '../figures-ground.ts';
import { Kept } from '../kept.ts';

/** Which figures are wanted: those of a scorecard as it was asked for, in every period. */
export type EesExportAsked = {
  areaCode: string;
  neighbourSet?: string | undefined;
  groups?: readonly MeasureGroup[] | undefined;
  topic: string | undefined;
  show: Asking;
  /** the area alone, or beside England, the regions and its neighbours */
  beside: 'nobody' | 'others';
};

/** The pairs, and whom they are of. */
export type EesExport = EesPairsMade & { place: Place };

const exports = new Kept<EesExport | undefined>(12);

/** Figures of an area as pairs of Explore Education Statistics; undefined where nobody knows the area. */
export async function eesExport(ctx: Ctx, asked: EesExportAsked): Promise<EesExport | undefined> {
  const ground = await figuresGround(ctx);
  return keptFor(exports, { ground, ctx, what: asked }, () => makeExport(ctx, ground, asked));
}

async function makeExport(
  ctx: Ctx,
  ground: FiguresGround,
  asked: EesExportAsked,
): Promise<EesExport | undefined> {
  const { areaCode, neighbourSet, groups } = asked;
  const found = await areaScorecard(ctx, { areaCode, neighbourSet, ...(groups ? { groups } : {}) });
  if (!found) return undefined;
  const { scorecard } = found;
  const { place } = scorecard;
  const own = await ownAreas(ctx);
  const lines = asked.beside === 'nobody' ? [] : besideCodes(scorecard, own);
  const wanted = wantedOf(askedFor(scorecard, { group: asked.topic, showing: asked.show }).shown);
  const figures = await readFigures(ctx, ground.keys, {
    measures: wanted.map(({ definition }) => definition.id),
    areaCodes: [...codesToRead(place), ...lines.flat()],
    invented: place.isInvented,
  });
  const read = wanted.map((measure) =>
    measureOf(measure, figures.get(measure.definition.id) ?? [], { place, lines }),
  );
  const made = eesPairs({
    stem: `${place.isInvented ? 'invented' : 'measures'}_${place.code.replace(/[^A-Za-z0-9]/g, '_')}`,
    measures: read.map(({ measure }) => measure),
    placeOf: eesPlaceWriter(englishAreas(), own, eesPlaces()),
    ownCodes: own.map(({ code }) => code),
  });
  return { ...made, place, leftOut: [...read.flatMap(({ faults }) => faults), ...made.leftOut] };
}

type Wanted = { definition: MeasureDefinition; group: string };

/** Each measure once, under the first of its groups. */
function wantedOf({ groups }: Scorecard): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  for (const { title, rows } of groups)
    for (const { definition } of rows)
      if (!found.has(definition.id)) found.set(definition.id, { definition, group: title });
  return [...found.values()];
}

/** Every code of each area that stands beside a place: England, the regions of its kind, and its neighbours. */
function besideCodes(
  { place, neighbourSet }: Scorecard,
  own: readonly OwnArea[],
): readonly (readonly string[])[] {
  const regions = place.isInvented
    ? own.filter(({ kind }) => kind === 'region')
    : englishAreas().list.filter(({ kind }) => kind === 'region');
  return [
    [englandCode],
    ...regions.map(({ code }) => [code]),
    ...(neighbourSet?.neighbours ?? []).map(({ place: { codes } }) => codes),
  ];
}

/** A measure's figures, one for each area and period; what is known to be wrong is left out and told. */
function measureOf(
  { definition, group }: Wanted,
  figures: readonly Figure[],
  { place, lines }: { place: Place; lines: readonly (readonly string[])[] },
): { measure: EesMeasure; faults: readonly EesLeftOut[] } {
  const ignored = definition.faults.filter((fault) => fault.effect === 'ignore-row');
  const isFaulty = ({ areaCode }: Figure) => ignored.some(({ area }) => area === areaCode);
  const sound = figures.filter((figure) => !isFaulty(figure));
  const beside = lines.flatMap((codes) => settled(sound.filter(({ areaCode }) => codes.includes(areaCode))));
  const faults = ignored.flatMap(({ area, words }) => {
    const [first, ...rest] = settled(figures.filter(({ areaCode }) => areaCode === area));
    return first
      ? [{ measure: definition.title, why: words, figures: rest.length + 1, such: sayPeriod(first.period) }]
      : [];
  });
  return { measure: { definition, group, figures: [...ownFigures(place, sound), ...beside] }, faults };
}
