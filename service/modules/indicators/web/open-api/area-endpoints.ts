import type { z } from 'zod';
import type { PageRequest } from '#platform/http/route.ts';
import { hasScorecard } from '../../domain/figures/atlas.ts';
import { licence } from '../../domain/exports/licence.ts';
import type { Place } from '../../domain/figures/place.ts';
import { standings } from '../../domain/gap/finder/find-gaps.ts';
import { sayFound } from '../../domain/gap/finder/finder-table.ts';
import { measureOfId } from '../../domain/measure-facts.ts';
import { areaScorecard, type AreaScorecard } from '../../queries/area-scorecard.ts';
import { openAreas, openArea } from '../../queries/open-api/open-areas.ts';
import { frameworkGroups } from '../../queries/framework-groups.ts';
import { gapFinder } from '../../queries/gaps/gap-finder.ts';
import { gapPlaces } from '../gap/places.ts';
import { reading, withQuery } from '../reading.ts';
import { areaSchema, foundGapSchema, pageOf, scorecardSchema } from './answer-schemas.ts';
import { endpoint, given, NotAnswered, part } from './endpoint.ts';
import { openPlaces } from './open-places.ts';
import { listAsks, pageOfList } from './pages-of-a-list.ts';
import { saidPlace, saidRow } from './said-openly.ts';

const parts = { area: 'The code of an area, as E10000013' };

const areas = endpoint({
  path: openPlaces.areas,
  name: 'listAreas',
  summary: 'Every area that has figures here',
  asks: listAsks(500),
  answers: pageOf(areaSchema, 'Areas'),
  find: async (request) => {
    const all = await request.read(openAreas);
    const { chosen, next } = pageOfList(request, all, { key: ({ code }) => code, usual: 100, most: 500 });
    return { items: chosen.map(saidArea), next };
  },
});

const area = endpoint({
  path: `${openPlaces.areas}/{area}`,
  name: 'readArea',
  summary: 'One area, by any code that it ever had',
  parts,
  answers: areaSchema,
  find: async (request) => saidArea(await placeOf(request)),
});

function saidArea(place: Place): z.output<typeof areaSchema> {
  const { code, name, kindName, isInvented } = place;
  const isOne = hasScorecard(place);
  return {
    code,
    name,
    kind: kindName,
    isInvented,
    links: {
      self: openPlaces.area(code),
      scorecard: isOne ? openPlaces.scorecard(code) : null,
      gaps: openPlaces.gapsOf(code),
      page: isOne ? reading.scorecard(code) : gapPlaces.finderOf(code),
    },
  };
}

const scorecard = endpoint({
  path: `${openPlaces.areas}/{area}/scorecard`,
  name: 'readScorecard',
  summary: 'Every measure of an area at its latest figure, beside England and its statistical neighbours',
  parts,
  asks: [
    { name: 'neighbours', about: 'Which set of statistical neighbours, by its key', example: '2025' },
    { name: 'framework', about: 'The measures of this strategy, in its order, instead of the standard ones' },
  ],
  answers: scorecardSchema,
  find: async (request) => saidScorecard(request, await scorecardOf(request)),
});

async function scorecardOf(request: PageRequest): Promise<AreaScorecard> {
  const place = await placeOf(request);
  const slug = given(request, 'framework');
  const found = await request.read(async (ctx) => {
    const strategy = slug === undefined ? undefined : await frameworkGroups(ctx, slug);
    if (slug !== undefined && !strategy) return undefined;
    const asked = { areaCode: place.code, neighbourSet: given(request, 'neighbours') };
    return areaScorecard(ctx, { ...asked, ...(strategy ? { groups: strategy.groups } : {}) });
  });
  if (!found)
    throw new NotAnswered(
      404,
      'No such scorecard',
      'England has none of its own, or nobody knows that strategy here.',
    );
  return found;
}

function saidScorecard(
  request: PageRequest,
  { scorecard: { place, neighbourSet, groups } }: AreaScorecard,
): z.output<typeof scorecardSchema> {
  const framework = given(request, 'framework');
  return {
    area: saidPlace(place),
    isInvented: place.isInvented,
    neighbours: neighbourSet
      ? {
          key: neighbourSet.key,
          name: neighbourSet.name,
          areas: neighbourSet.neighbours.map((each) => saidPlace(each.place)),
        }
      : null,
    groups: groups.map(({ key, title, rows }) => ({
      key,
      title,
      rows: rows.map((row) => saidRow(row, place)),
    })),
    licence: licence.words,
    links: {
      self: withQuery(openPlaces.scorecard(place.code), { framework }),
      page: withQuery(reading.scorecard(place.code), { framework }),
    },
  };
}

const gaps = endpoint({
  path: `${openPlaces.areas}/{area}/gaps`,
  name: 'listGaps',
  summary: 'The gaps between groups of children in an area, the surest large ones first',
  parts,
  answers: pageOf(foundGapSchema, 'FoundGaps'),
  find: async (request) => {
    const { code } = await placeOf(request);
    const view = await request.read((ctx) => gapFinder(ctx, code));
    const items = standings.flatMap((standing) =>
      (view?.found[standing] ?? []).map((gap) => saidGap(gap, standing, code)),
    );
    return { items, next: null };
  },
});

type Found = NonNullable<Awaited<ReturnType<typeof gapFinder>>>['found'];

function saidGap(
  found: Found['large'][number],
  standing: (typeof standings)[number],
  area: string,
): z.output<typeof foundGapSchema> {
  const { measure, title, telling } = found;
  const group = telling.group.key;
  const named = measureOfId(measure);
  return {
    measure: { id: measure, title },
    group: { key: group, name: telling.group.name, others: telling.group.others },
    standing,
    words: sayFound(found, standing),
    links: {
      gap: openPlaces.gap(measure, { area, group }),
      page: named ? gapPlaces.card(named, { area, group }) : gapPlaces.finderOf(area),
    },
  };
}

async function placeOf(request: PageRequest): Promise<Place> {
  const code = part(request, 'area');
  const place = await request.read((ctx) => openArea(ctx, code));
  if (!place)
    throw new NotAnswered(
      404,
      'No such area',
      `Nobody knows an area “${code}” here. See ${openPlaces.areas}.`,
    );
  return place;
}

export const areaEndpoints = [areas, area, scorecard, gaps];
