import type { VNode } from 'preact';
import type { PageRequest } from '#platform/http/route.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { gapCard } from '../../queries/gaps/gap-card.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { targetsShown } from '../../queries/report/targets-shown.ts';
import { gapChart } from '../gap/gap-charts.tsx';
import { gapPlaces, gapTables } from '../gap/places.ts';
import { chartsOf, MeasureChart, measureTables } from '../measure/measure-charts.tsx';
import { reading } from '../reading.ts';

/** A chart apart from its page, exactly as a visitor sees it there. */
export type ShownChart = {
  title: string;
  /** the page that it stands on */
  page: string;
  figure: VNode;
  source: string;
  isInvented: boolean;
};

/** Which chart: what its address names, with the query that its page takes. */
export type ChartAsked = { params: Readonly<Record<string, string>>; query: URLSearchParams };

/** Finds a chart; undefined where its page would show none. */
export type ChartFinder = (request: PageRequest, asked: ChartAsked) => Promise<ShownChart | undefined>;

/** A chart of a measure's page. */
export async function ofMeasure(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const { source = '', code = '' } = asked.params;
  const given = (name: string) => asked.query.get(name) || undefined;
  const found = await request.read(async (ctx) => {
    const view = await measureView(ctx, {
      id: `${source}:${code}`,
      areaCode: given('area'),
      neighbourSet: given('neighbours'),
    });
    return view && { view, aims: (await targetsShown(ctx)) ? ('shown' as const) : ('not-shown' as const) };
  });
  const table = measureTables.find((one) => one === (given('table') ?? 'years'));
  if (!found || !table || !chartsOf(found.view).includes(table)) return undefined;
  const { definition, place } = found.view;
  return {
    ...toldOf(definition, place),
    page: reading.measure(definition, place.code),
    figure: <MeasureChart drawn={found} table={table} />,
  };
}

/** A chart of a gap's card. */
export async function ofGap(request: PageRequest, asked: ChartAsked): Promise<ShownChart | undefined> {
  const given = (name: string) => asked.query.get(name) || undefined;
  const { source = '', code = '' } = asked.params;
  const id = `${source}:${code}`;
  const view = await request.read((ctx) =>
    gapCard(ctx, { id, areaCode: given('area'), group: given('group') }),
  );
  const table = gapTables.find((one) => one === (given('table') ?? 'years'));
  const figure = view && table && gapChart(view, table);
  if (!view || !figure) return undefined;
  const { definition, place, chosen } = view;
  return {
    ...toldOf(definition, place),
    page: gapPlaces.card(definition, { area: place.code, group: chosen?.group.key }),
    figure,
  };
}

function toldOf(definition: MeasureDefinition, place: Place) {
  return {
    title: `${definition.title}, ${place.name}`,
    source: saySource(definition, place),
    isInvented: place.isInvented,
  };
}
