import { notFound, page, type PageContent, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { boardView, type BoardView } from '../../queries/boards/board-view.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { MeetingList } from '../meetings/meeting-list.tsx';
import { Owned, Seats, Terms } from './board-parts.tsx';
import { boardPlaces } from './places.ts';
import { YearTogether } from './year-together.tsx';

/** One body: what it is for, who sits there, what it answers for, when it meets, and how the year went. */
export const boardRoute: Route = {
  method: 'GET',
  path: boardPlaces.body(':body'),
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
    return view ? page(content(view)) : notFound();
  },
};

function content(view: BoardView): PageContent {
  const { body, meetings } = view;
  const [next] = meetings.coming.filter(({ meeting }) => meeting.state === 'planned');
  return {
    title: body.name,
    breadcrumbs: [{ text: 'Boards and groups', href: boardPlaces.all }],
    wide: true,
    body: (
      <>
        <h1>{body.name}</h1>
        <p class="lead">{body.purpose}</p>
        <Standing view={view} />
        {view.mayKeep ? <Ways view={view} /> : null}
        <section>
          <h2>{next ? 'When it meets next' : 'Meetings to come'}</h2>
          <MeetingList
            meetings={meetings.coming.slice(0, 6)}
            empty="No meeting is planned yet. Once one is, its day and its papers stand here."
          />
          <p>
            <a href={boardPlaces.forward(body.key)}>What comes to which meeting</a>
          </p>
        </section>
        <Owned owns={view.owns} />
        <Seats view={view} />
        <YearTogether year={view.year} />
        <section>
          <h2>Meetings that were</h2>
          <MeetingList meetings={meetings.past.slice(0, 6)} empty="It has not met yet." />
          <p>
            <a href={agendaPlaces.decisionsOfBody(body.key)}>What it decided, and what came of it</a>
          </p>
        </section>
        <Terms view={view} />
      </>
    ),
  };
}

function Standing({ view }: { view: BoardView }) {
  const { body, partOf } = view;
  const { people, organisations } = body.quorum;
  return (
    <dl class="facts">
      <EndedOn view={view} />
      {partOf ? (
        <div class="fact">
          <dt>Part of</dt>
          <dd>
            <a href={boardPlaces.body(partOf.key)}>{partOf.name}</a>
          </dd>
        </div>
      ) : null}
      <Groups view={view} />
      <div class="fact">
        <dt>Who must be there before it can decide</dt>
        <dd>
          {people === 0
            ? 'Nobody has said'
            : `${people} people who vote, from at least ${organisations} ${organisations === 1 ? 'organisation' : 'organisations'}`}
        </dd>
      </div>
    </dl>
  );
}

function Ways({ view }: { view: BoardView }) {
  const { key, until } = view.body;
  const ways: [string, string][] = [
    ['Change it', boardPlaces.edit(key)],
    ['New terms', boardPlaces.terms(key)],
    ['What it answers for', boardPlaces.owners(key)],
    ['Somebody takes a seat', boardPlaces.newSeat(key)],
    ['Plan a year of meetings', boardPlaces.newYear(key)],
    ['Add one meeting', boardPlaces.newMeeting(key)],
    ['End it', boardPlaces.end(key)],
  ];
  if (until !== undefined) return null;
  return (
    <p class="actions">
      {ways.map(([words, href]) => (
        <a key={href} href={href}>
          {words}
        </a>
      ))}
    </p>
  );
}

function EndedOn({ view: { body, followedBy } }: { view: BoardView }) {
  if (body.until === undefined) return null;
  return (
    <div class="fact">
      <dt>Ended on</dt>
      <dd>
        {sayDay(body.until)}
        {followedBy ? (
          <>
            {'. It went over into '}
            <a href={boardPlaces.body(followedBy.key)}>{followedBy.name}</a>
          </>
        ) : null}
      </dd>
    </div>
  );
}

function Groups({ view: { subgroups } }: { view: BoardView }) {
  if (subgroups.length === 0) return null;
  return (
    <div class="fact">
      <dt>Its groups</dt>
      <dd>
        {subgroups.map((one, index) => (
          <span key={one.key}>
            {index > 0 ? ', ' : ''}
            <a href={boardPlaces.body(one.key)}>{one.name}</a>
          </span>
        ))}
      </dd>
    </div>
  );
}
