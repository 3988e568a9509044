import type { z } from 'zod';
import { rounded } from '../../domain/exports/said.ts';
import type { Sureness } from '../../domain/gap/certainty.ts';
import { latestPoint, type GapPoint } from '../../domain/gap/gap-series.ts';
import { namesOf, sayGap } from '../../domain/gap/say-gap.ts';
import type { Side } from '../../domain/gap/side.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { gapCard, type GapCardView } from '../../queries/gaps/gap-card.ts';
import type { PlaceGap } from '../../queries/zones/place-gaps.ts';
import { gapPlaces } from '../gap/places.ts';
import { gapSchema, type gapPointSchema, type placeGapSchema } from './answer-schemas.ts';
import { endpoint, given, NotAnswered, part } from './endpoint.ts';
import { openPlaces } from './open-places.ts';
import { saidMeasure, saidPlace, saidValue } from './said-openly.ts';

/** The card of a gap, as its page shows it. */
export const gapEndpoint = endpoint({
  path: `${openPlaces.root}/gaps/{measure}`,
  name: 'readGap',
  summary: 'How far a group of children is from the others, how sure that is, and whether it is closing',
  parts: { measure: 'The id of a measure, as lait:FSP_NEW_GOODDEV' },
  asks: [
    {
      name: 'area',
      about: 'The area; that of the partnership where none is asked for',
      example: 'E10000013',
    },
    {
      name: 'group',
      about: 'The group of children, or the zone in which they live, by its key',
      example: 'free-school-meals',
    },
  ],
  answers: gapSchema,
  find: async (request) => {
    const [id, areaCode, group] = [part(request, 'measure'), given(request, 'area'), given(request, 'group')];
    const view = await request.read((ctx) => gapCard(ctx, { id, areaCode, group }));
    if (!view) throw new NotAnswered(404, 'No such gap', 'Nobody knows that measure, or that area, here.');
    return saidCard(view);
  },
});

function saidCard(view: GapCardView): z.output<typeof gapSchema> {
  const { definition, place, chosen, card, dimensions } = view;
  const asked = { area: place.code, group: chosen?.group.key };
  const names = card && namesOf(card.series.telling);
  return {
    measure: saidMeasure(definition),
    area: saidPlace(place),
    isInvented: place.isInvented,
    group: chosen && names ? { key: chosen.group.key, name: names.group, others: names.others } : null,
    finding: card && names ? sayGap(card.point, names, definition) : 'No gap is published for this area.',
    closing: card && typeof card.closing === 'object' ? card.closing.verdict : null,
    points: (card?.series.points ?? []).map((point) => saidPoint(point, definition.unit.decimals, names)),
    otherGroups: dimensions.flatMap(({ groups }) =>
      groups.map(({ group }) => ({ key: group.key, name: group.name })),
    ),
    places: view.places.flatMap((place) => saidPlaceGap(place, view)),
    links: { self: openPlaces.gap(definition.id, asked), page: gapPlaces.card(definition, asked) },
  };
}

/** A place beside the rest, from the same point as its card. */
function saidPlaceGap(
  { group, set, series }: PlaceGap,
  { definition, place }: GapCardView,
): z.output<typeof placeGapSchema>[] {
  const point = latestPoint(series);
  if (!point) return [];
  const names = namesOf(series.telling);
  const asked = { area: place.code, group: group.key };
  return [
    {
      key: group.key,
      name: group.short,
      zones: set ?? null,
      point: saidPoint(point, definition.unit.decimals, names),
      finding: sayGap(point, names, definition),
      links: { gap: openPlaces.gap(definition.id, asked), page: gapPlaces.card(definition, asked) },
    },
  ];
}

function saidPoint(
  point: GapPoint,
  decimals: number,
  names: { group: string; others: string } | undefined,
): z.output<typeof gapPointSchema> {
  const side = (who: string, { value, interval }: Side) => ({
    who,
    ...saidValue(value, interval, decimals),
  });
  const gap = point.known ? point.gap : undefined;
  return {
    period: sayPeriod(point.period),
    group: side(names?.group ?? '', point.of),
    others: side(names?.others ?? '', point.beside),
    difference: gap ? worked(gap.difference, gap.differenceSure, decimals) : null,
    ratio: gap?.ratio === undefined ? null : worked(gap.ratio, gap.ratioSure, 2),
  };
}

function worked(value: number, sure: Sureness, decimals: number) {
  const limits = sure.known ? sure.limits : undefined;
  return {
    value: rounded(value, decimals),
    lower95: rounded(limits?.lower, decimals),
    upper95: rounded(limits?.upper, decimals),
  };
}
