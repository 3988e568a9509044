import { allowed } from '#platform/access/policy.ts';
import { notFound, page, redirectTo, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import type { Place } from '../../domain/figures/place.ts';
import type { Snapshot } from '../../domain/snapshots/snapshot.ts';
import { knownPlace } from '../../queries/known-place.ts';
import { snapshotsOf } from '../../queries/snapshots/snapshots.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { ViewsOf } from '../scorecard/whose-scorecard.tsx';
import { snapshotPlaces } from './places.ts';

const whole = { strategy: undefined, owner: undefined };

/** The scorecards of an area as they stood before, the newest first. */
export const snapshotListRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/kept',
  policy: 'everyone',
  answer: async (request) => {
    const areaCode = request.params['area'] ?? '';
    const found = await request.read(async (ctx) => {
      const place = await knownPlace(ctx, areaCode);
      return place && { place, kept: await snapshotsOf(ctx, place.code) };
    });
    if (!found) return notFound();
    const { place, kept } = found;
    if (place.code !== areaCode) return redirectTo(snapshotPlaces.all(place.code));
    const mayKeep = allowed(request.actor, keepScorecards);
    return page({
      title: `Scorecards of ${place.name} as they stood`,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: place.name, href: reading.scorecard(place.code) },
      ],
      body: <SnapshotList path={request.path} place={place} kept={kept} mayKeep={mayKeep} />,
    });
  },
};

type ListProps = { path: string; place: Place; kept: readonly Snapshot[]; mayKeep: boolean };

function SnapshotList({ path, place, kept, mayKeep }: ListProps) {
  return (
    <FiguresAround path={path}>
      <h1>
        Scorecards as they stood <span class="h1-beneath">{place.name}</span>
      </h1>
      <ViewsOf areaCode={place.code} scope={whole} now="kept" />
      <p class="lead">
        {kept.length === 0
          ? 'No scorecard has been kept yet.'
          : 'Each stands here as it was on its day, whatever became of its figures since.'}
      </p>
      {mayKeep ? (
        <p>
          <a class="govuk-button" href={snapshotPlaces.keep(place.code, whole)}>
            Keep this scorecard as it stands
          </a>
        </p>
      ) : null}
      {kept.length === 0 ? (
        <p class="empty">
          At the start of each quarter the scorecard of our own area is kept by itself. An analyst can keep
          one on any day: before a board meets, say.
        </p>
      ) : (
        <ul class="kept-scorecards">
          {kept.map((one) => (
            <Kept key={one.id} place={place} kept={one} />
          ))}
        </ul>
      )}
    </FiguresAround>
  );
}

function Kept({ place, kept }: { place: Place; kept: Snapshot }) {
  const { id, name, takenOn, keptByName, note, byItself, superseded, whose } = kept;
  return (
    <li class={superseded ? 'is-superseded' : undefined}>
      <h2>
        <a href={snapshotPlaces.one(place.code, id)}>
          {name}
          {whose === '' ? '' : `: ${whose}`}
        </a>
      </h2>
      <p class="quiet">
        Kept on {sayDay(takenOn)} {byItself ? 'by itself, at the start of a quarter' : `by ${keptByName}`}.
        {superseded ? ` Superseded on ${sayDay(superseded.on)}.` : ''}
      </p>
      {note === '' ? null : <p dir="auto">{note}</p>}
      {superseded ? (
        <p dir="auto">No longer to be relied on: {superseded.reason}</p>
      ) : (
        <p>
          <a href={snapshotPlaces.changes(place.code, id)}>
            What changed since<span class="visually-hidden">: {name}</span>
          </a>
        </p>
      )}
    </li>
  );
}
