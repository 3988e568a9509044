import { SpineChart, spineTable, toCsv, type SpineChartProps } from '#packages/charts';
import { file, notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { glancesOf, type Glance } from '../../domain/glance/spine-rows.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { areaScorecard } from '../../queries/area-scorecard.ts';
import { FiguresAround } from '../figures-around.tsx';
import { frameOf, picturePlaces } from '../pictures/places.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import { reading, withQuery } from '../reading.ts';

/** Every measure of an area among all areas, topic by topic, as a picture; under `.csv` one topic as its table. */
export const glanceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/scorecards/:area/glance',
    policy: 'everyone',
    answer: async (request) => {
      const scorecard = await scorecardOf(request);
      if (!scorecard) return notFound();
      const { place } = scorecard;
      return page({
        title: `${place.name} at a glance`,
        wide: true,
        breadcrumbs: [
          { text: 'How we are doing', href: reading.outcomes },
          { text: place.name, href: reading.scorecard(place.code) },
        ],
        body: <AtAGlance scorecard={scorecard} request={request} />,
      });
    },
  },
  {
    method: 'GET',
    path: '/scorecards/:area/glance.csv',
    policy: 'everyone',
    answer: async (request) => {
      const scorecard = await scorecardOf(request);
      const topic = request.query.get('topic');
      const glance = scorecard && glancesOf(scorecard.groups).find(({ key }) => key === topic);
      if (!glance) return notFound();
      const name = `glance-${scorecard.place.code}-${glance.key}.csv`;
      return file('text/csv; charset=utf-8', toCsv(spineTable(chartOf(scorecard, glance))), name);
    },
  },
];

async function scorecardOf(request: PageRequest): Promise<Scorecard | undefined> {
  const areaCode = request.params['area'] ?? '';
  return (await request.read((ctx) => areaScorecard(ctx, { areaCode })))?.scorecard;
}

/** The chart of one topic. */
export function chartOf({ place }: Scorecard, { key, title, finding, rows }: Glance): SpineChartProps {
  const csvHref = withQuery(`${reading.glance(place.code)}.csv`, { topic: key });
  return {
    id: `glance-${key}`,
    finding,
    measure: title,
    rows,
    ownName: place.name,
    benchmarkName: 'England',
    csvHref,
    pictureHrefs: picturePlaces.ofFile(csvHref),
    source: { text: 'Each measure names its source on its own page', href: reading.measures },
    headingLevel: 3,
  };
}

function framesOf(scorecard: Scorecard, glances: readonly Glance[]) {
  return glances.map((glance) =>
    frameOf({
      name: glance.title,
      title: `${scorecard.place.name} at a glance: ${glance.title}`,
      csvHref: chartOf(scorecard, glance).csvHref,
    }),
  );
}

function AtAGlance({ scorecard, request }: { scorecard: Scorecard; request: PageRequest }) {
  const { place } = scorecard;
  const glances = glancesOf(scorecard.groups);
  return (
    <FiguresAround path={request.path}>
      <h1>{place.name} at a glance</h1>
      {glances.length === 0 ? (
        <p class="empty">
          Here will be where {place.name} stands among all areas, as soon as figures of at least four areas
          are here. <a href={reading.scorecard(place.code)}>See its scorecard</a>.
        </p>
      ) : (
        <>
          <p class="lead">
            Each dot is {place.name}, each grey bar all areas of its kind, and the line down the middle is
            England. To the right is better.
          </p>
          <p class="quiet">
            Where it stands is a place and says nothing of chance. A dot is filled in with a verdict only
            where a difference from England is more than chance.
          </p>
          {glances.map((glance) => (
            <section key={glance.key}>
              <h2 dir="auto">{glance.title}</h2>
              <SpineChart {...chartOf(scorecard, glance)} />
            </section>
          ))}
          <PutOnYourSite origin={request.origin} frames={framesOf(scorecard, glances)} />
        </>
      )}
    </FiguresAround>
  );
}
