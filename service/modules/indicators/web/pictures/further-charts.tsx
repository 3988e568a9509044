import { SpineChart } from '#packages/charts';
import type { PageRequest } from '#platform/http/route.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import { glancesOf } from '../../domain/glance/spine-rows.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { areaScorecard } from '../../queries/area-scorecard.ts';
import { ladderCard } from '../../queries/disparity/ladder-card.ts';
import { measureMap } from '../../queries/maps/measure-map.ts';
import { moneyView } from '../../queries/money/money-view.ts';
import { spendBeside } from '../../queries/money/spend-beside.ts';
import { LadderChart, queryOf as ladderQueryOf, sourceText } from '../disparity/ladder-chart.tsx';
import { askedOf as ladderAsked } from '../disparity/ladder-page.tsx';
import { disparityPlaces } from '../disparity/places.ts';
import { placeAndYear } from '../disparity/say-card.ts';
import { chartOf } from '../glance/glance-page.tsx';
import { MapPicture } from '../maps/map-figure.tsx';
import { askedOf as mapAsked, drawingOf } from '../maps/map-page.tsx';
import { mapPlaces } from '../maps/places.ts';
import { moneySource, queryOf as moneyQueryOf, SharesChart, SpendChart } from '../money/money-charts.tsx';
import { askedOf as moneyAsked, byOf } from '../money/money-page.tsx';
import { NeedChart, needFileOf, needSource, placedZones } from '../money/need-chart.tsx';
import { askedOf as needAsked } from '../money/need-page.tsx';
import { moneyPlaces } from '../money/places.ts';
import { reading, withQuery } from '../reading.ts';
import type { ChartAsked, ShownChart } from './shown-chart.tsx';

/** A map of a measure, or its tiles. */
export async function ofMap(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const { source = '', code = '' } = asked.params;
  const view = await request.read((ctx) => measureMap(ctx, mapAsked(asked, `${source}:${code}`)));
  if (!view?.period) return undefined;
  const { definition, of, period, isInvented } = view;
  const drawing = drawingOf(asked);
  return {
    title: `${definition.title}, ${of.name}, ${sayPeriod(period)}`,
    page: mapPlaces.map(definition, { of: of.key, from: period.start, ...drawing }),
    figure: <MapPicture view={view} drawing={drawing} />,
    source: saySource(definition, { isInvented }),
    isInvented,
  };
}

/** What is spent, or how much of it comes early: of the lines that are for everybody. */
export async function ofMoney(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const view = await request.read((ctx) => moneyView(ctx, moneyAsked(asked.query)));
  const table = asked.query.get('table') ?? 'sums';
  const by = byOf(asked);
  if (view.years.length === 0 || (table === 'shares' && view.shares.length === 0)) return undefined;
  if (table !== 'sums' && table !== 'shares') return undefined;
  return {
    title:
      table === 'sums'
        ? 'What partners spend on children'
        : 'How much of what is spent comes early, and how much late',
    page: withQuery(moneyPlaces.all, { ...moneyQueryOf(view), by }),
    figure: table === 'sums' ? <SpendChart view={view} by={by} /> : <SharesChart view={view} />,
    source: moneySource.text,
    isInvented: isInvented(view.places),
  };
}

/** Spend for each child beside need: of the lines that are for everybody. */
export async function ofNeed(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const view = await request.read((ctx) => spendBeside(ctx, needAsked(asked)));
  if (placedZones(view).length === 0) return undefined;
  return {
    title: 'Spend beside need, zone by zone',
    page: needFileOf(view).replace('.csv', ''),
    figure: <NeedChart view={view} />,
    source: needSource.text,
    isInvented: isInvented(view.rows.map(({ areaCode }) => ({ code: areaCode }))),
  };
}

/** Invented areas have codes that no register gives. */
function isInvented(places: readonly { code: string }[]): boolean {
  return places.some(({ code }) => code.startsWith('X'));
}

/** A ladder of decisions. */
export async function ofLadder(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const { ladder = '' } = asked.params;
  const card = await request.read((ctx) => ladderCard(ctx, ladderAsked(asked, ladder)));
  if (!card?.shown) return undefined;
  const { shown, place } = card;
  return {
    title: `${card.ladder.title}, ${placeAndYear(card, shown)}`,
    page: disparityPlaces.ladder(ladder, ladderQueryOf(card, shown)),
    figure: <LadderChart card={card} shown={shown} />,
    source: sourceText(shown),
    isInvented: place.isInvented,
  };
}

/** One topic of an area at a glance. */
export async function ofGlance(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const areaCode = asked.params['area'] ?? '';
  const scorecard = (await request.read((ctx) => areaScorecard(ctx, { areaCode })))?.scorecard;
  const glances = scorecard ? glancesOf(scorecard.groups) : [];
  const topic = asked.query.get('topic') ?? glances[0]?.key;
  const glance = glances.find(({ key }) => key === topic);
  if (!scorecard || !glance) return undefined;
  const { place } = scorecard;
  return {
    title: `${place.name} at a glance: ${glance.title}`,
    page: reading.glance(place.code),
    figure: <SpineChart {...chartOf(scorecard, glance)} />,
    source: 'Each measure names its source on its own page',
    isInvented: place.isInvented,
  };
}
