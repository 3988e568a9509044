import { toCsv } from '#packages/charts';
import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { areasToChoose } from '../../queries/areas-to-choose.ts';
import { ladderCard, type LadderAsked } from '../../queries/disparity/ladder-card.ts';
import { ladderGap } from '../../domain/disparity/ladder-gap.ts';
import { hypothesesOf } from '../../queries/gaps/hypotheses.ts';
import { mayExplain } from '../gap/may-explain.ts';
import { reading } from '../reading.ts';
import { LadderView } from './ladder-view.tsx';
import { tableOf } from './ladder-chart.tsx';
import { disparityPlaces } from './places.ts';

/** A ladder of decisions in one area and year; under `.csv` the same as a file. */
export const ladderRoute: Route = {
  method: 'GET',
  path: '/disparity/:ladder',
  policy: 'everyone',
  answer: async (request) => {
    const { ladder = '' } = request.params;
    if (ladder.endsWith('.csv')) return csv(request, askedOf(request, ladder.slice(0, -'.csv'.length)));
    const found = await request.read(async (ctx) => {
      const card = await ladderCard(ctx, askedOf(request, ladder));
      if (!card) return undefined;
      const chosen = card.shown?.chosen;
      const gap =
        chosen && ladderGap(card.ladder.key, { group: chosen.group.key, areaCode: card.place.code });
      return {
        card,
        areas: (await areasToChoose(ctx)).all,
        hypotheses: gap ? await hypothesesOf(ctx, gap) : [],
      };
    });
    if (!found) return notFound();
    return page({
      title: `${found.card.ladder.title}: who goes on`,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: 'Decisions, step by step', href: disparityPlaces.ladders },
      ],
      body: (
        <LadderView
          {...found}
          path={request.path}
          mayExplain={mayExplain(request.actor)}
          origin={request.origin}
        />
      ),
    });
  },
};

/** Which card of a ladder an address asks for. */
export function askedOf({ query }: Pick<PageRequest, 'query'>, ladder: string): LadderAsked {
  const asked = (name: string) => query.get(name) || undefined;
  return {
    ladder,
    areaCode: asked('area'),
    by: asked('by'),
    year: asked('year'),
    base: asked('base'),
    beside: asked('beside'),
    group: asked('group'),
  };
}

async function csv(request: PageRequest, asked: LadderAsked): Promise<Answer> {
  const card = await request.read((ctx) => ladderCard(ctx, asked));
  if (!card?.shown) return notFound();
  const { ladder, place, shown } = card;
  const invented = place.isInvented ? 'invented-' : '';
  const name = `${invented}decisions-${ladder.key}-${shown.dimension.key}-${place.code}-${shown.year}.csv`;
  return file('text/csv; charset=utf-8', toCsv(tableOf(card, shown)), name);
}
