import type { ComponentChildren } from 'preact';
import { Sparkline } from '#packages/charts';
import { embedded, notFound, type Answer, type PageRequest } from '#platform/http/route.ts';
import { chartUnit, sayInUnit } from '../../domain/figures/measure-definition.ts';
import { latestFiveYears } from '../../domain/figures/years.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { measureView, type MeasureView } from '../../queries/report/measure-view.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import { reading } from '../reading.ts';
import { ValueWords } from '../value-words.tsx';
import { TrendVerdict, VerdictWords } from '../verdict.tsx';
import { chartAt } from './chart-places.ts';

/** A chart for inside another site's page. */
export async function embeddedChart(request: PageRequest): Promise<Answer> {
  const path = request.path.replace(/^\/embed/, '');
  const chart = await chartAt(request, { path, query: request.query });
  if (!chart) return notFound();
  return embedded({
    title: chart.title,
    body: (
      <Around request={request} page={chart.page} isInvented={chart.isInvented}>
        <h1 class="visually-hidden">{chart.title}</h1>
        {chart.figure}
      </Around>
    ),
  });
}

/** One row of a scorecard for inside another site's page. */
export async function embeddedRow(request: PageRequest): Promise<Answer> {
  const { area, source = '', code = '' } = request.params;
  const view = await request.read((ctx) =>
    measureView(ctx, { id: `${source}:${code}`, areaCode: area, neighbourSet: undefined }),
  );
  if (!view?.row.latest) return notFound();
  const { definition, place } = view;
  return embedded({
    title: `${definition.title}, ${place.name}`,
    body: (
      <Around request={request} page={reading.measure(definition, place.code)} isInvented={place.isInvented}>
        <Row view={view} />
      </Around>
    ),
  });
}

/** The way back to the whole page, and whether anything of it is real. */
function Around(props: {
  request: PageRequest;
  page: string;
  isInvented: boolean;
  children: ComponentChildren;
}) {
  return (
    <>
      {props.children}
      <p class="embedded-foot">
        {props.isInvented ? 'An invented county: every figure is made up. ' : null}
        <a href={props.page} target="_blank" rel="noopener">
          See it with all its notes at {props.request.brand.name} (opens in a new tab)
        </a>
      </p>
    </>
  );
}

function Row({ view }: { view: MeasureView }) {
  const { row, definition, place } = view;
  const { latest, benchmark } = row;
  if (!latest) return null;
  return (
    <section class="embedded-row">
      <h1>{definition.title}</h1>
      <p class="embedded-number">
        <strong>
          <ValueWords value={latest.value} unit={definition.unit} />
        </strong>{' '}
        {place.name}, {sayPeriod(latest.period)}
      </p>
      <dl class="reading">
        <Said name="England">
          {benchmark.kind === 'usable'
            ? sayInUnit(benchmark.figure.value, definition.unit)
            : 'none to compare with'}
        </Said>
        <Said name="Compared with England">
          {row.comparison ? <VerdictWords comparison={row.comparison} /> : 'Not compared'}
        </Said>
        {row.trend ? (
          <Said name="Trend">
            <TrendVerdict trend={row.trend} />
          </Said>
        ) : null}
        <FiveYears view={view} />
      </dl>
      <p class="quiet">{saySource(definition, place)}</p>
    </section>
  );
}

function FiveYears({ view: { row, definition, place } }: { view: MeasureView }) {
  const points = latestFiveYears(row.points);
  if (points.length < 2) return null;
  const series = { key: definition.id, name: place.name, role: 'own' as const, points };
  return (
    <Said name="The last five years">
      <Sparkline series={series} unit={chartUnit(definition.unit)} />
    </Said>
  );
}

function Said({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
