import type { z } from 'zod';
import type { PageRequest } from '#platform/http/route.ts';
import { licence } from '../../domain/exports/licence.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { measureInAreas, rowsInAreas, type MeasureInAreas } from '../../queries/open-api/area-figures.ts';
import { measuresForAll } from '../../queries/open-api/measures-for-all.ts';
import type { ListedMeasure } from '../../queries/measures-to-choose.ts';
import { picturePlaces } from '../pictures/places.ts';
import { reading, withQuery } from '../reading.ts';
import { areaFiguresSchema, listedMeasureSchema, measureSchema, pageOf } from './answer-schemas.ts';
import { endpoint, given, NotAnswered, part } from './endpoint.ts';
import { openPlaces } from './open-places.ts';
import { listAsks, pageOfList } from './pages-of-a-list.ts';
import { saidComparison, saidFigure, saidPlace, saidTrend } from './said-openly.ts';

/** Each has its whole series with it. */
const mostAreas = 25;

const listAsked = [
  ...listAsks(500),
  { name: 'topic', about: 'Only this topic' },
  { name: 'q', about: 'Only measures whose title or code holds all of these words', example: 'plans' },
];

const listedMeasures = pageOf(listedMeasureSchema, 'Measures');

/** Every measure that we know of. */
const measures = endpoint({
  path: openPlaces.measures,
  name: 'listMeasures',
  summary: 'The catalogue: what is counted, by whom, and whether there are figures of it here',
  asks: listAsked,
  answers: listedMeasures,
  find: (request) => listOf(request, () => true),
});

/** What the partnership counts itself, once it has been released to everybody. */
const ownMeasures = endpoint({
  path: openPlaces.ownMeasures,
  name: 'listOwnMeasures',
  summary: 'What the partnership counts itself and has released to everybody, protected as on its page',
  asks: listAsked,
  answers: listedMeasures,
  find: (request) => listOf(request, ({ source }) => source === 'local'),
});

async function listOf(request: PageRequest, isWanted: (measure: ListedMeasure) => boolean) {
  const words = (given(request, 'q') ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const topic = given(request, 'topic');
  const all = await request.read(measuresForAll);
  const found = all.filter(
    (one) =>
      isWanted(one) &&
      (topic === undefined || one.topic === topic) &&
      words.every((word) => `${one.title} ${one.id}`.toLowerCase().includes(word)),
  );
  const { chosen, next } = pageOfList(request, found, { key: ({ id }) => id, usual: 50, most: 500 });
  return { items: chosen.map(listed), next };
}

function listed(measure: ListedMeasure): z.output<typeof listedMeasureSchema> {
  const { id, title, topic, source, publisher, publication, hasFigures } = measure;
  return { id, title, topic, source, publisher, publication, hasFigures, links: linksOf(measure) };
}

function linksOf(measure: { id: string; source: string; code: string }) {
  return {
    self: openPlaces.measure(measure.id),
    figures: openPlaces.figures(measure.id),
    page: reading.measure(measure),
  };
}

const measure = endpoint({
  path: `${openPlaces.measures}/{measure}`,
  name: 'readMeasure',
  summary: 'What a measure counts, in what, which way is better, and where its years do not join',
  parts: { measure: 'The id of a measure, as lait:PrevRegCPR' },
  answers: measureSchema,
  find: async (request) => saidDefinition((await found(request)).definition),
});

function saidDefinition(definition: MeasureDefinition): z.output<typeof measureSchema> {
  const { id, title, topic, source, code, publisher, publication, link, unit } = definition;
  return {
    ...{ id, title, topic, source, code, publisher, publication },
    link: link ?? null,
    unit: unit.name,
    decimals: unit.decimals,
    kind: definition.kind,
    polarity: definition.polarity,
    breaks: definition.breaks.map(({ on, words }) => ({ on, words })),
    caveats: definition.faults.map(({ words }) => words),
    sameAs: definition.sameAs ?? null,
    licence: licence.words,
    links: linksOf(definition),
  };
}

const figures = endpoint({
  path: `${openPlaces.measures}/{measure}/figures`,
  name: 'listFigures',
  summary: 'The figures of a measure by area and period, with interval, comparison, trend and status',
  parts: { measure: 'The id of a measure, as lait:PrevRegCPR' },
  asks: [{ name: 'area', about: 'Only this area', example: 'E10000013' }, ...listAsks(mostAreas)],
  answers: pageOf(areaFiguresSchema, 'Figures'),
  find: async (request) => {
    const measure = await found(request);
    const area = given(request, 'area');
    const places = measure.places.filter(
      ({ code, codes }) => area === undefined || code === area || codes.includes(area),
    );
    const by = { key: (place: { code: string }) => place.code, usual: 10, most: mostAreas };
    const { chosen, next } = pageOfList(request, places, by);
    const rows = await request.read((ctx) => rowsInAreas(ctx, { ...measure, places: chosen }));
    return { items: rows.map((each) => saidArea(measure.definition, each)), next };
  },
});

function saidArea(
  definition: MeasureDefinition,
  { place, row }: Awaited<ReturnType<typeof rowsInAreas>>[number],
): z.output<typeof areaFiguresSchema> {
  const file = withQuery(`${reading.measure(definition)}.csv`, { area: place.code, table: 'years' });
  return {
    area: saidPlace(place),
    isInvented: place.isInvented,
    finding: row.finding,
    figures: row.points.map((point) => saidFigure(point, definition.unit.decimals)),
    comparedWithEngland: saidComparison(row),
    trend: saidTrend(row),
    notes: [...row.notes, ...row.caveats],
    links: { page: reading.measure(definition, place.code), picture: picturePlaces.ofFile(file).svg },
  };
}

/** The measure that was asked for; what has not been released is not there. */
async function found(request: PageRequest): Promise<MeasureInAreas> {
  const id = part(request, 'measure');
  const measure = await request.read((ctx) => measureInAreas(ctx, id));
  if (!measure || (measure.definition.source === 'local' && measure.places.length === 0))
    throw new NotAnswered(
      404,
      'No such measure',
      `Nobody knows a measure “${id}” here. See ${openPlaces.measures}.`,
    );
  return measure;
}

export const measureEndpoints = [measures, measure, figures, ownMeasures];
