import { InsetText } from '#packages/govuk-jsx';
import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { meetingView, type MeetingView } from '../../queries/meetings/meeting-view.ts';
import { boardPlaces } from '../boards/places.ts';
import { meetingKindWords, sayLength, sayWhen } from './meeting-words.ts';
import { Papers } from './papers-list.tsx';
import { WhoCame } from './who-came.tsx';

/** One meeting: what it is, when and where, what it has before it, and who came. */
export const meetingRoute: Route = {
  method: 'GET',
  path: boardPlaces.meeting(':meeting'),
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => meetingView(ctx, request.params['meeting'] ?? ''));
    return view ? page(meetingContent(request, view)) : notFound();
  },
};

function meetingContent(request: PageRequest, view: MeetingView): PageContent {
  const { meeting, body } = view;
  return {
    title: `${meeting.title}, ${sayDay(meeting.on)}`,
    breadcrumbs: [
      { text: 'Boards and groups', href: boardPlaces.all },
      { text: body.name, href: boardPlaces.body(body.key) },
    ],
    body: (
      <>
        <h1>{meeting.title}</h1>
        <p class="lead">{sayWhen(meeting)}</p>
        {meeting.state === 'cancelled' ? (
          <InsetText text={`This meeting was cancelled: ${meeting.cancelledBecause}`} />
        ) : null}
        <Moves view={view} />
        <Facts view={view} />
        <Ways view={view} />
        <Papers view={view} />
        <WhoCame view={view} csrf={request.csrf} />
      </>
    ),
  };
}

/** Every day on which it was to be, and a pack that was made for one of them. */
function Moves({ view: { moves, pack, meeting, mayKeep } }: { view: MeetingView }) {
  const isOld = pack !== undefined && pack.meetsOn !== meeting.on;
  if (moves.length === 0 && !isOld) return null;
  return (
    <InsetText
      html={
        <>
          {moves.map((move) => (
            <p key={move.madeAt.toISOString()}>
              {`Moved from ${sayWhen({ on: move.from, at: move.fromAt })} to ${sayWhen({ on: move.to, at: move.toAt })}: ${move.reason}`}
            </p>
          ))}
          {isOld ? (
            <p>
              {`Its pack was made for ${sayDay(pack.meetsOn)}, before it was moved. The papers stay as they were`}
              {mayKeep ? '; make the pack anew so that it names the new day.' : '.'}
            </p>
          ) : null}
        </>
      }
    />
  );
}

function Facts({ view }: { view: MeetingView }) {
  const { meeting, body } = view;
  const { elementKey, frameworkSlug } = meeting.element;
  return (
    <dl class="facts">
      <div class="fact">
        <dt>Who meets</dt>
        <dd>
          <a href={boardPlaces.body(body.key)}>{body.name}</a>
        </dd>
      </div>
      <div class="fact">
        <dt>What it is</dt>
        <dd>
          {meetingKindWords[meeting.kind]}
          {meeting.theme === '' ? null : ': '}
          {elementKey === '' ? (
            meeting.theme
          ) : (
            <a href={`/frameworks/${frameworkSlug}/elements/${elementKey}`}>{meeting.theme || elementKey}</a>
          )}
        </dd>
      </div>
      <div class="fact">
        <dt>How long</dt>
        <dd>{sayLength(meeting.minutes)}</dd>
      </div>
      <div class="fact">
        <dt>Where</dt>
        <dd>{meeting.place || 'Not said yet'}</dd>
      </div>
      <FromAfar meeting={meeting} />
      <MinutesFact view={view} />
    </dl>
  );
}

function Ways({ view: { meeting, mayKeep, mayChange, mayRead, minutesSaid, pack } }: { view: MeetingView }) {
  const { key, state } = meeting;
  const ways: [string, string][] = [['Agenda', boardPlaces.agenda(key)]];
  if (mayRead || minutesSaid) ways.push(['Minutes', boardPlaces.minutes(key)]);
  if (mayKeep || pack) ways.push(['Pack', boardPlaces.pack(key)]);
  if (mayKeep) ways.push(['Add a paper', boardPlaces.addPaper(key)]);
  if (mayChange) ways.push(['Change it', boardPlaces.change(key)]);
  if (mayKeep && state === 'planned')
    ways.push(['Move it', boardPlaces.move(key)], ['Cancel it', boardPlaces.cancel(key)]);
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

/** Who reads the minutes, once that was said. */
function MinutesFact({ view: { meeting, minutesSaid } }: { view: MeetingView }) {
  if (!minutesSaid) return null;
  const { publish, at, ground, reason } = minutesSaid;
  return (
    <div class="fact">
      <dt>Minutes</dt>
      <dd>
        {publish === 'publish' ? (
          <a href={boardPlaces.minutes(meeting.key)}>{`Published on ${sayDay(dayInEngland(at))}`}</a>
        ) : publish === 'exempt' ? (
          `Not published: ${ground}`
        ) : (
          `Taken back on ${sayDay(dayInEngland(at))}: ${reason}`
        )}
      </dd>
    </div>
  );
}

function FromAfar({ meeting }: Pick<MeetingView, 'meeting'>) {
  if (meeting.joining === '') return null;
  return (
    <div class="fact">
      <dt>From afar</dt>
      <dd>
        <a href={meeting.joining} rel="noreferrer">
          Join by video
        </a>
        {', for members only'}
      </dd>
    </div>
  );
}
