import { toCsv } from '#packages/charts';
import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { subjectText } from '../../domain/evidence/about.ts';
import { evidenceOf } from '../../queries/evidence/evidence-of.ts';
import { pairsOf } from '../../queries/formula/paired-view.ts';
import { wavesOfMeasure } from '../../queries/survey/surveys-view.ts';
import { reportCard } from '../../queries/report/report-card.ts';
import { targetsShown } from '../../queries/report/targets-shown.ts';
import { measureView, threadsOfMeasure, type MeasureAsked } from '../../queries/report/measure-view.ts';
import { reading } from '../reading.ts';
import { aimsFor } from './aims-for.ts';
import { measureTable, measureTables } from './measure-charts.tsx';
import { MeasurePage } from './measure-parts.tsx';

/** One measure: what it is now, how it went, beside whom, what it counts and which promises it answers; `.csv` is its file. */
export const measureRoute: Route = {
  method: 'GET',
  path: '/measures/:source/:code',
  policy: 'everyone',
  answer: async (request) => {
    const { source = '', code = '' } = request.params;
    if (code.endsWith('.csv'))
      return csv(request, askedOf(request, `${source}:${code.slice(0, -'.csv'.length)}`));
    const asked = askedOf(request, `${source}:${code}`);
    const found = await request.read(async (ctx) => {
      const view = await measureView(ctx, asked);
      if (!view) return undefined;
      const report = await reportCard(ctx, { measure: asked.id, areaCode: view.place.code });
      const subject = { kind: 'measure', id: view.definition.id } as const;
      const beside = (await evidenceOf(ctx, [subject])).get(subjectText(subject));
      const waves = await wavesOfMeasure(ctx, asked.id);
      const pairs = await pairsOf(ctx, asked.id);
      return { view, report, beside, waves, pairs, threads: await threadsOfMeasure(ctx, asked.id) };
    });
    if (!found) return notFound();
    const { definition } = found.view;
    return page({
      title: definition.title,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: 'All measures', href: reading.measures },
      ],
      body: <MeasurePage {...found} request={request} />,
    });
  },
};

function askedOf(request: PageRequest, id: string): MeasureAsked {
  return {
    id,
    areaCode: request.query.get('area') || undefined,
    neighbourSet: request.query.get('neighbours') || undefined,
  };
}

async function csv(request: PageRequest, asked: MeasureAsked): Promise<Answer> {
  const found = await request.read(async (ctx) => {
    const view = await measureView(ctx, asked);
    return view && { view, aims: aimsFor(request.actor, await targetsShown(ctx)) };
  });
  if (!found) return notFound();
  const { view } = found;
  const table = measureTables.find((one) => one === request.query.get('table')) ?? 'years';
  const invented = view.place.isInvented ? 'invented-' : '';
  const name = `${invented}${view.definition.code}-${view.place.code}-${table}.csv`;
  return file('text/csv; charset=utf-8', toCsv(measureTable(found, table)), name);
}
