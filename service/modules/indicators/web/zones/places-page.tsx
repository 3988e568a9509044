import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { drawZones } from '../../domain/permissions.ts';
import { mostDeprivedShare, ruralShare, type MakeUp } from '../../domain/zones/make-up.ts';
import { zoneProfile } from '../../queries/zones/zone-profile.ts';
import { zonesList, type ZonesList } from '../../queries/zones/zones-list.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { zonePlaces } from './places.ts';
import { ZoneSheet } from './zone-sheet.tsx';

/** The places inside our area: a list of zones, and a page for each. */
export const placesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: zonePlaces.all,
    policy: 'everyone',
    answer: async (request) => {
      const list = await request.read(zonesList);
      return page({
        title: 'Places',
        breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
        body: <Places list={list} request={request} />,
      });
    },
  },
  {
    method: 'GET',
    path: '/places/:zone',
    policy: 'everyone',
    answer: async (request) => {
      const profile = await request.read((ctx) => zoneProfile(ctx, request.params['zone'] ?? ''));
      if (!profile) return notFound();
      return page({
        title: profile.zone.name,
        breadcrumbs: [
          { text: 'How we are doing', href: reading.outcomes },
          { text: 'Places', href: zonePlaces.all },
        ],
        body: <ZoneSheet profile={profile} path={request.path} />,
      });
    },
  },
];

function Places({ list, request }: { list: ZonesList; request: PageRequest }) {
  const mayDraw = allowed(request.actor, drawZones);
  return (
    <FiguresAround path={request.path}>
      <h1>Places{list.homeName === undefined ? '' : ` in ${list.homeName}`}</h1>
      {list.sets.length === 0 ? (
        <div class="empty">
          <h2>No zones have been drawn yet</h2>
          <p>
            Here will be a page for each part of our area: how many children live there, how deprived and how
            rural it is, and how it fares beside the rest.
          </p>
          <p>
            {mayDraw ? (
              <a href={zonePlaces.draw}>Draw zones out of small areas</a>
            ) : (
              'The first step is an analyst’s: to draw zones out of small areas.'
            )}
          </p>
        </div>
      ) : (
        <>
          <p class="lead">
            Need is not the same everywhere. Each place has a page with what is known of it, beside the rest
            of our area.
          </p>
          {list.sets.map((one) => (
            <SetOfPlaces key={one.set.key} one={one} />
          ))}
          {mayDraw ? (
            <p>
              <a href={zonePlaces.draw}>Draw zones, or change how they are made up</a>
            </p>
          ) : null}
        </>
      )}
    </FiguresAround>
  );
}

function SetOfPlaces({ one: { set, zones } }: { one: ZonesList['sets'][number] }) {
  const version = zones[0]?.zone.version;
  return (
    <section>
      <h2>{set.name}</h2>
      <div class="table-scroll" role="region" aria-label={set.name} tabIndex={0}>
        <table class="table">
          <caption>
            {set.name}
            {version ? `, as drawn from ${sayDay(version.from)} on` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col" class="number">
                Children
              </th>
              <th scope="col" class="number">
                In the most deprived fifth of England
              </th>
              <th scope="col" class="number">
                In rural places
              </th>
            </tr>
          </thead>
          <tbody>
            {zones.map((one) => (
              <PlaceRow key={one.zone.code} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function PlaceRow({ one: { zone, makeUp } }: { one: ZonesList['sets'][number]['zones'][number] }) {
  return (
    <tr>
      <th scope="row">
        <a href={zonePlaces.zone(zone.code)}>{zone.name}</a>
      </th>
      <td class="number">{sayCount(makeUp.children)}</td>
      <td class="number">{sayShare(mostDeprivedShare(makeUp))}</td>
      <td class="number">{sayShare(ruralShare(makeUp))}</td>
    </tr>
  );
}

function sayCount(count: MakeUp['children']): string {
  return count === undefined ? 'not known' : count.toLocaleString('en-GB');
}

function sayShare(share: number | undefined): string {
  return share === undefined ? 'not known' : `${share.toFixed(0)}%`;
}
