import { allowed } from '#platform/access/policy.ts';
import { Table } from '#packages/govuk-jsx';
import { notFound, page, type PageContent, type Route } from '#platform/http/route.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { forwardPlan, type ForwardPlan } from '../../queries/meetings/forward-plan.ts';
import { meetingsOf, type MeetingsOf } from '../../queries/meetings/meetings-of.ts';
import { boardPlaces } from '../boards/places.ts';
import { MeetingList } from './meeting-list.tsx';
import { meetingKindWords, sayWhen } from './meeting-words.ts';

/** Every meeting of every body, those to come and those that were. */
export const meetingsRoute: Route = {
  method: 'GET',
  path: boardPlaces.meetings,
  policy: 'everyone',
  answer: async (request) => {
    const meetings = await request.read((ctx) => meetingsOf(ctx));
    return page(content(meetings ?? { coming: [], past: [] }, allowed(request.actor, 'at-work')));
  },
};

function content({ coming, past }: MeetingsOf, isAtWork: boolean): PageContent {
  return {
    title: 'Meetings',
    breadcrumbs: [{ text: 'Boards and groups', href: boardPlaces.all }],
    wide: true,
    body: (
      <>
        <h1>Meetings</h1>
        <p class="lead">When our boards and groups meet, and what they had before them.</p>
        {isAtWork ? (
          <p>
            <a href={boardPlaces.calendars}>Have them in your own calendar</a>
          </p>
        ) : null}
        <section>
          <h2>To come</h2>
          <MeetingList meetings={coming} whose="of-all" empty="No meeting is planned yet." />
        </section>
        <section>
          <h2>That were</h2>
          <MeetingList meetings={past.slice(0, 60)} whose="of-all" empty="No meeting has been held yet." />
        </section>
      </>
    ),
  };
}

/** What comes to which meeting of a body: themes, items and decisions that are due. */
export const forwardRoute: Route = {
  method: 'GET',
  path: boardPlaces.forward(':body'),
  policy: 'everyone',
  answer: async (request) => {
    const plan = await request.read((ctx) => forwardPlan(ctx, request.params['body'] ?? ''));
    return plan ? page(forward(plan, allowed(request.actor, keepBoards))) : notFound();
  },
};

function forward({ body, meetings }: ForwardPlan, mayKeep: boolean): PageContent {
  return {
    title: `What comes to which meeting: ${body.name}`,
    breadcrumbs: [
      { text: 'Boards and groups', href: boardPlaces.all },
      { text: body.name, href: boardPlaces.body(body.key) },
    ],
    wide: true,
    body: (
      <>
        <h1>What comes to which meeting</h1>
        <p class="lead">{body.name}</p>
        {meetings.length === 0 ? (
          <p class="empty">
            No meeting is planned yet.{' '}
            {mayKeep ? <a href={boardPlaces.newYear(body.key)}>Plan a year of them</a> : null}
          </p>
        ) : (
          <ForwardTable meetings={meetings} />
        )}
      </>
    ),
  };
}

function ForwardTable({ meetings }: Pick<ForwardPlan, 'meetings'>) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="What comes to which meeting">
      <Table
        head={[{ text: 'When' }, { text: 'Meeting' }, { text: 'On it' }, { text: 'To be heard of again' }]}
        rows={meetings.map(({ meeting, items, due }) => [
          { text: sayWhen(meeting) },
          {
            html: (
              <>
                <a href={boardPlaces.meeting(meeting.key)}>{meeting.title}</a>
                <br />
                <span class="quiet">{meeting.theme || meetingKindWords[meeting.kind]}</span>
              </>
            ),
          },
          { html: <Names names={items} /> },
          {
            html: <Names names={due.map(({ number, title }) => `D${number} ${title}`)} />,
          },
        ])}
      />
    </div>
  );
}

function Names({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <span class="quiet">Nothing yet</span>;
  return (
    <ul class="names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
