import { Button, Select } from '#packages/govuk-jsx';
import { DayField, readDay, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { drawZones as draw } from '../../actions/zones/draw-zones.ts';
import { geographyNames } from '../../domain/zones/geography.ts';
import { drawZones } from '../../domain/permissions.ts';
import type { ZoneSet } from '../../domain/zones/zone-set.ts';
import { zonesList, type ZonesList } from '../../queries/zones/zones-list.ts';
import { mapPlaces } from '../maps/places.ts';
import { drawZonesWords } from './zone-words.ts';
import { zonePlaces } from './places.ts';

/** What can be drawn from, the sets of zones with their versions, and picking small areas by hand. */
export const setRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: zonePlaces.draw,
    policy: drawZones,
    answer: async (request) => page(overview(await request.read(zonesList))),
  },
  {
    method: 'GET',
    path: '/zones/:set',
    policy: drawZones,
    answer: async (request) => {
      const list = await request.read(zonesList);
      const one = list.sets.find(({ set }) => set.key === request.params['set']);
      return one ? page(setPage(request, { list, one, answers: { errors: [] } })) : notFound();
    },
  },
  { method: 'POST', path: '/zones/:set', policy: drawZones, answer: pick },
];

type Shown = { list: ZonesList; one: ZonesList['sets'][number]; answers: Answers };

async function pick(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const list = await request.read(zonesList);
  const one = list.sets.find(({ set }) => set.key === request.params['set']);
  if (!one) return notFound();
  const again = (field: string, message: string) =>
    pageToMend(setPage(request, { list, one, answers: { posted, errors: [{ field, message }] } }));
  const from = readDay(posted, 'from', 'The first day');
  if (!from.done) return again('from', from.refusal.errors[0]?.message ?? '');
  const names = new Set(one.zones.map(({ zone }) => zone.name));
  const assigned = list.smallAreas.flatMap(({ code }) => {
    const zone = posted[`zone-${code}`]?.[0] ?? '';
    return names.has(zone) ? [{ code, zone }] : [];
  });
  const drawn = await request.write((ctx) =>
    draw(ctx, {
      name: one.set.name,
      from: from.value ?? ctx.today,
      until: undefined,
      fileName: 'picked by hand',
      header: 'code',
      assigned,
      leaving: 'some-left-out',
    }),
  );
  if (!drawn.done) return again('from', wordsOf(drawZonesWords, drawn.refusal));
  return redirectTo(zonePlaces.set(one.set.key), 'The zones are drawn anew; what stood before is kept.');
}

function overview({ sets, smallAreas }: ZonesList): PageContent {
  const [first] = smallAreas;
  return {
    title: 'Zones',
    breadcrumbs: [{ text: 'Your work', href: '/work' }],
    body: (
      <>
        <h1>Zones</h1>
        <p class="lead">
          Parts of our area that we draw ourselves out of small areas, so that figures can be seen by zone.
        </p>
        <h2>1. Small areas</h2>
        <p>
          {first
            ? `${smallAreas.length.toLocaleString('en-GB')} ${geographyNames[first.geography]} are known.`
            : 'None are known yet: begin here.'}{' '}
          <a href={zonePlaces.smallAreas}>
            {first ? 'Bring in another list' : 'Bring in the list of small areas'}
          </a>
        </p>
        <h2>2. Sets of zones</h2>
        {sets.length === 0 ? <p class="empty">No zones have been drawn yet.</p> : null}
        <Sets sets={sets} />
        <p>
          <a class="govuk-button" href={zonePlaces.begin}>
            Draw a set of zones
          </a>
        </p>
        <h2>3. Boundaries, for maps</h2>
        <p>
          <a href={mapPlaces.boundaries}>Load a boundary file, or withdraw one</a>
        </p>
      </>
    ),
  };
}

function Sets({ sets }: Pick<ZonesList, 'sets'>) {
  return (
    <ul class="gap-groups">
      {sets.map(({ set, zones }) => (
        <li key={set.key}>
          <a href={zonePlaces.set(set.key)}>{set.name}</a>
          <span class="beneath">
            {zones.length} zones;{' '}
            {set.versions.length === 1 ? 'one version' : `${set.versions.length} versions`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function setPage(request: PageRequest, shown: Shown): PageContent {
  const { one, answers, list } = shown;
  return {
    title: one.set.name,
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: 'Zones', href: zonePlaces.draw },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{one.set.name}</h1>
        <Versions set={one.set} />
        <LeftOut shown={shown} />
        <p>
          <a href={`${zonePlaces.begin}?${new URLSearchParams({ name: one.set.name }).toString()}`}>
            Draw a new version from a file
          </a>
        </p>
        {list.smallAreas.length === 0 ? null : <Picking request={request} shown={shown} />}
      </>
    ),
  };
}

function Versions({ set }: { set: ZoneSet }) {
  return (
    <div class="table-scroll" role="region" aria-label="Versions" tabIndex={0}>
      <table class="table">
        <caption>Versions, newest first</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" class="number">
              Zones
            </th>
            <th scope="col">Drawn from</th>
          </tr>
        </thead>
        <tbody>
          {set.versions.map(({ id, from, until, members, fileName, madeByName }) => (
            <tr key={id}>
              <th scope="row">{sayDay(from)}</th>
              <td>{until === undefined ? 'until further notice' : sayDay(until)}</td>
              <td class="number">{members.size}</td>
              <td>
                {fileName}, by {madeByName}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LeftOut({ shown: { list, one } }: { shown: Shown }) {
  const inside = new Set(one.zones.flatMap(({ zone }) => zone.members));
  const outside = list.smallAreas.filter(({ code }) => !inside.has(code));
  const gone = [...inside].filter((code) => !list.smallAreas.some((area) => area.code === code));
  return (
    <>
      {outside.length === 0 ? null : (
        <p>
          {outside.length} small areas are in none of these zones:{' '}
          {outside
            .slice(0, 8)
            .map(({ name }) => name)
            .join(', ')}
          {outside.length > 8 ? ' and more' : ''}.
        </p>
      )}
      {gone.length === 0 ? null : (
        <p>
          {gone.length} codes of these zones are not in the list of small areas any more:{' '}
          {gone.slice(0, 8).join(', ')}. Draw a new version.
        </p>
      )}
    </>
  );
}

function Picking({ request, shown }: { request: PageRequest; shown: Shown }) {
  const { one, list, answers } = shown;
  const zoneOf = new Map(
    one.zones.flatMap(({ zone }) => zone.members.map((code) => [code, zone.name] as const)),
  );
  const items = [
    { value: '', text: 'In none' },
    ...one.zones.map(({ zone }) => ({ value: zone.name, text: zone.name })),
  ];
  return (
    <section>
      <h2>Pick by hand</h2>
      <form method="post" action={zonePlaces.set(one.set.key)} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        <DayField answers={answers} name="from" label="From which day on?" hint="Left empty: from today." />
        {list.smallAreas.map(({ code, name }) => (
          <Select
            key={code}
            name={`zone-${code}`}
            id={`zone-${code}`}
            label={{ text: name === code ? code : `${name} (${code})` }}
            value={answers.posted?.[`zone-${code}`]?.[0] ?? zoneOf.get(code) ?? ''}
            items={items}
          />
        ))}
        <Button text="Draw them like this" preventDoubleClick />
      </form>
    </section>
  );
}
