import { toCsv } from '#packages/charts';
import { Button, Select } from '#packages/govuk-jsx';
import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import { drawZones } from '../../domain/permissions.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { measureMap, type MapAsked, type MeasureMap } from '../../queries/maps/measure-map.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { mayBringIn } from '../may-bring-in.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import { frameOf } from '../pictures/places.ts';
import { reading } from '../reading.ts';
import { zonePlaces } from '../zones/places.ts';
import { hasOutlines, MapPicture, tableOfMap, type MapDrawing } from './map-figure.tsx';
import { mapPlaces } from './places.ts';
import { howVerdictsAreMade, sayNotCompared } from './say-beside-england.ts';

/** A measure on a map, always with its table; under `.csv` the table as a file. */
export const mapRoute: Route = {
  method: 'GET',
  path: '/maps/:source/:code',
  policy: 'everyone',
  answer: async (request) => {
    const { source = '', code = '' } = request.params;
    if (code.endsWith('.csv')) return csv(request, `${source}:${code.slice(0, -'.csv'.length)}`);
    const view = await request.read((ctx) => measureMap(ctx, askedOf(request, `${source}:${code}`)));
    if (!view) return notFound();
    return page({
      title: `${view.definition.title}: map`,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: view.definition.title, href: reading.measure(view.definition) },
      ],
      body: <MapBody view={view} drawing={drawingOf(request)} request={request} />,
    });
  },
};

async function csv(request: PageRequest, id: string): Promise<Answer> {
  const view = await request.read((ctx) => measureMap(ctx, askedOf(request, id)));
  if (!view?.period) return notFound();
  const name = `${view.isInvented ? 'invented-' : ''}${view.definition.code}-${view.of.key}.csv`;
  return file('text/csv; charset=utf-8', toCsv(tableOfMap(view, drawingOf(request))), name);
}

/** Which map an address asks for. */
export function askedOf({ query }: Pick<PageRequest, 'query'>, id: string): MapAsked {
  return {
    id,
    of: query.get('of') || undefined,
    from: query.get('from') || undefined,
    isCompared: query.get('classes') === 'england',
  };
}

/** How an address asks for it to be drawn. */
export function drawingOf({ query }: Pick<PageRequest, 'query'>): MapDrawing {
  const classes = query.get('classes');
  return {
    classes: classes === 'equal' || classes === 'england' ? classes : 'quantile',
    drawn: query.get('drawn') === 'tiles' ? 'tiles' : 'map',
  };
}

type BodyProps = { view: MeasureMap; drawing: MapDrawing; request: PageRequest };

function MapBody({ view, drawing, request }: BodyProps) {
  const { definition, period, of } = view;
  return (
    <FiguresAround path={request.path}>
      <h1>{definition.title}: map</h1>
      {period ? (
        <>
          <p class="lead">
            {of.name}, {sayPeriod(period)}
          </p>
          <Choices view={view} drawing={drawing} />
          <MapPicture view={view} drawing={drawing} />
          <PutOnYourSite
            origin={request.origin}
            frames={[
              frameOf({
                name: 'This map',
                title: `${definition.title}, ${of.name}, ${sayPeriod(period)}`,
                csvHref: mapPlaces.file(definition, { of: of.key, from: period.start, ...drawing }),
              }),
            ]}
          />
          {drawing.classes === 'england' ? <NotCompared view={view} /> : null}
          <HowToRead view={view} drawing={drawing} request={request} />
        </>
      ) : (
        <NoFiguresYet
          what="Here will be this measure on a map, once two areas or more have a figure of it."
          mayBringIn={mayBringIn(request.actor)}
        />
      )}
      <p>
        <a href={reading.measure(definition)}>All about this measure, over the years</a>
      </p>
    </FiguresAround>
  );
}

const classings = [
  ['quantile', 'With as many areas in each'],
  ['equal', 'In steps of the same size'],
  ['england', 'Compared with England'],
] as const;

function Choices({ view, drawing }: { view: MeasureMap; drawing: MapDrawing }) {
  const { definition, choices, of, periods, period } = view;
  const options = (list: readonly (readonly [string, string])[]) =>
    list.map(([value, text]) => ({ value, text }));
  return (
    <form method="get" action={mapPlaces.map(definition)} class="filters">
      <Select
        name="of"
        label={{ text: 'Areas' }}
        value={of.key}
        items={options(choices.map(({ key, name }) => [key, name]))}
      />
      <Select
        name="from"
        label={{ text: 'Period' }}
        value={period?.start}
        items={options(periods.map((one) => [one.start, sayPeriod(one)]))}
      />
      <Select name="classes" label={{ text: 'Classes' }} value={drawing.classes} items={options(classings)} />
      <Select
        name="drawn"
        label={{ text: 'Drawn as' }}
        value={drawing.drawn}
        items={options([
          ['map', 'A map'],
          ['tiles', 'Tiles of the same size'],
        ])}
      />
      <Button text="Show" />
    </form>
  );
}

/** Which areas have no verdict although they have a number, and why. */
function NotCompared({ view }: { view: MeasureMap }) {
  const told = sayNotCompared(view);
  if (told.length === 0) return null;
  return (
    <ul class="measure-notes">
      {told.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function HowToRead({ view, drawing, request }: BodyProps) {
  return (
    <section>
      <h2>How to read it</h2>
      {drawing.classes === 'england' ? (
        <p>{howVerdictsAreMade(view.areas)}</p>
      ) : (
        <p>
          Classes put areas side by side; they do not say that the difference is more than chance: for that,
          choose “Compared with England”. Where intervals are known, they are in the table.
        </p>
      )}
      <p>
        Large areas catch the eye on a map, however few children live there: the tiles give every area the
        same size.
      </p>
      {hasOutlines(view) ? null : (
        <p>
          No boundaries of these areas are loaded, so they are drawn as tiles.{' '}
          {allowed(request.actor, drawZones) ? (
            <a href={mapPlaces.boundaries}>Load a boundary file</a>
          ) : (
            'An analyst can load a boundary file.'
          )}
        </p>
      )}
      {view.of.key.startsWith('zones-') ? (
        <p>
          <a href={zonePlaces.all}>Read more about each of these places</a>
        </p>
      ) : null}
    </section>
  );
}
