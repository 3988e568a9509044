import { Button } from '#packages/govuk-jsx';
import { PickField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  fileWithTag,
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  freshToken,
  hashOfToken,
  makeCalendarFeed,
  revokeCalendarFeed,
  tagOf,
} from '../../actions/meetings/calendar-feeds.ts';
import type { Body } from '../../domain/body.ts';
import {
  calendarMeetings,
  ownCalendars,
  type CalendarFeed,
} from '../../queries/meetings/calendar-meetings.ts';
import { boardPlaces } from '../boards/places.ts';
import { calendarText } from './calendar-text.ts';
import { meetingRefusals } from './meeting-words.ts';

type Shown = { feeds: readonly CalendarFeed[]; bodies: readonly Body[] };

async function content(request: PageRequest, answers: Answers, fresh?: string): Promise<PageContent> {
  const { feeds, bodies } = await request.read(ownCalendars);
  return {
    title: 'Meetings in your own calendar',
    breadcrumbs: [{ text: 'Meetings', href: boardPlaces.meetings }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Meetings in your own calendar</h1>
        <p class="lead">
          Your calendar reads an address, and meetings come into it, move and go by themselves.
        </p>
        {fresh === undefined ? null : <Fresh address={fresh} />}
        <MakeForm request={request} answers={answers} bodies={bodies} />
        <Open request={request} feeds={feeds} bodies={bodies} />
      </>
    ),
  };
}

function Fresh({ address }: { address: string }) {
  return (
    <section class="card">
      <h2>Your address</h2>
      <p>
        <code class="as-written">{address}</code>
      </p>
      <p>
        Copy it now: it is shown this once. In your calendar choose “subscribe” or “add from the internet”,
        and put it there. Whoever has it can read when we meet, so keep it to yourself.
      </p>
    </section>
  );
}

function MakeForm(props: { request: PageRequest; answers: Answers; bodies: readonly Body[] }) {
  const options = props.bodies.map(({ key, name }) => ({ value: key, text: name }));
  return (
    <form method="post" action={boardPlaces.calendars} noValidate class="edit">
      <CsrfField csrf={props.request.csrf} />
      <PickField
        answers={props.answers}
        name="body"
        label="Whose meetings"
        options={[{ value: '', text: 'All boards and groups' }, ...options]}
      />
      <Button text="Make an address" preventDoubleClick />
    </form>
  );
}

function Open({ request, feeds, bodies }: Shown & { request: PageRequest }) {
  if (feeds.length === 0) return null;
  const names = new Map(bodies.map(({ key, name }) => [key, name]));
  return (
    <section>
      <h2>Addresses that you made</h2>
      <ul class="rows">
        {feeds.map((feed) => (
          <li key={feed.id}>
            <span>
              {`${names.get(feed.bodyKey) ?? 'All boards and groups'}, made on ${sayDay(dayInEngland(feed.madeAt))}`}
            </span>
            <form method="post" action={boardPlaces.revoke(feed.id)}>
              <CsrfField csrf={request.csrf} />
              <Button text="Close it" classes="govuk-button--secondary" preventDoubleClick />
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

const makeRoute: Route = {
  method: 'POST',
  path: boardPlaces.calendars,
  policy: 'at-work',
  answer: async (request) => {
    const token = freshToken();
    const bodyKey = (request.posted['body']?.[0] ?? '').slice(0, 100);
    const made = await request.write((ctx) => makeCalendarFeed(ctx, { bodyKey, token }));
    if (made.done)
      return page(await content(request, { errors: [] }, `${request.origin}${boardPlaces.feed(token)}`));
    if (made.refusal.reason === 'not-allowed') return notFound();
    const message = wordsOf(meetingRefusals, made.refusal);
    return pageToMend(
      await content(request, { posted: request.posted, errors: [{ field: 'body', message }] }),
    );
  },
};

const revokeRoute: Route = {
  method: 'POST',
  path: boardPlaces.revoke(':id'),
  policy: 'at-work',
  answer: async (request) => {
    const id = idFrom<'calendar-feed'>(request.params['id'] ?? '');
    const closed = id && (await request.write((ctx) => revokeCalendarFeed(ctx, id)));
    if (closed?.done) return redirectTo(boardPlaces.calendars, 'Closed. That address opens no more.');
    return notFound();
  },
};

/** What a calendar reads. Whoever has the address is let in; nothing else is asked. */
const feedRoute: Route = {
  method: 'GET',
  path: '/calendars/:file',
  policy: 'everyone',
  openly: true,
  secretAddress: true,
  answer: async (request) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(request.params['file'] ?? '')?.[1];
    const found = token && (await request.read((ctx) => calendarMeetings(ctx, hashOfToken(token))));
    if (!found) return notFound();
    const text = calendarText(found, { origin: request.origin, partnership: request.brand.name });
    const tag = tagOf(text);
    return fileWithTag('text/calendar; charset=utf-8', text, tag);
  },
};

/** One's own calendars are made and closed, and read by programs. */
export const calendarRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: boardPlaces.calendars,
    policy: 'at-work',
    answer: async (request) => page(await content(request, { errors: [] })),
  },
  makeRoute,
  revokeRoute,
  feedRoute,
];
