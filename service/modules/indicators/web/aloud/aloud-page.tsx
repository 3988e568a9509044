import { notFound, page, type Route } from '#platform/http/route.ts';
import { scorecardAloud, type ScorecardAloud } from '../../domain/aloud/scorecard-aloud.ts';
import type { Place } from '../../domain/figures/place.ts';
import { areaScorecard } from '../../queries/area-scorecard.ts';
import { frameworkGroups } from '../../queries/framework-groups.ts';
import { reading, withQuery } from '../reading.ts';

/** A scorecard to be read out in a room: sentences, no table, no sign that a voice would trip over. */
export const aloudRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/aloud',
  policy: 'everyone',
  answer: async (request) => {
    const areaCode = request.params['area'] ?? '';
    const framework = request.query.get('framework') || undefined;
    const only = request.query.get('measures') === 'all' ? 'all' : 'standing-out';
    const found = await request.read(async (ctx) => {
      const strategy = framework === undefined ? undefined : await frameworkGroups(ctx, framework);
      if (framework !== undefined && !strategy) return undefined;
      return areaScorecard(ctx, { areaCode, ...(strategy ? { groups: strategy.groups } : {}) });
    });
    if (!found) return notFound();
    const { place } = found.scorecard;
    const link = (measures: string | undefined) =>
      withQuery(reading.aloud(place.code), { framework, measures });
    return page({
      title: `${place.name}, read aloud`,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: place.name, href: withQuery(reading.scorecard(place.code), { framework }) },
      ],
      body: (
        <Aloud
          place={place}
          told={scorecardAloud(found.scorecard, { only })}
          other={
            only === 'all' ? { kind: 'fewer', href: link(undefined) } : { kind: 'all', href: link('all') }
          }
        />
      ),
    });
  },
};

type AloudProps = {
  place: Place;
  told: ScorecardAloud;
  other: { kind: 'all' | 'fewer'; href: string };
};

function Aloud({ place, told, other }: AloudProps) {
  return (
    <article class="aloud">
      <h1>{place.name}, read aloud</h1>
      <p class="lead">
        About {told.minutes === 1 ? 'one minute' : `${told.minutes} minutes`} at a pace that a room can
        follow.
      </p>
      <Others told={told} other={other} />
      <p>{told.opening.join(' ')}</p>
      {told.groups.map(({ title, measures }) => (
        <section key={title}>
          <h2 dir="auto">{title}</h2>
          {measures.map((measure) => (
            <div key={measure.path}>
              <h3>
                <a href={measure.path}>{measure.title}</a>
              </h3>
              <p>{measure.sentences.join(' ')}</p>
            </div>
          ))}
        </section>
      ))}
    </article>
  );
}

function Others({ told, other }: Pick<AloudProps, 'told' | 'other'>) {
  if (other.kind === 'fewer')
    return (
      <p class="quiet no-print">
        Every measure with a figure is here. <a href={other.href}>Only what stands out</a>.
      </p>
    );
  if (told.leftOut === 0) return null;
  return (
    <p class="quiet no-print">
      Only what differs from England, or moves, by more than chance would explain.{' '}
      <a href={other.href}>
        Read the other {told.leftOut === 1 ? 'measure' : `${told.leftOut} measures`} too
      </a>
      .
    </p>
  );
}
