import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { answerRights } from '../../domain/permissions.ts';
import { requestLines, type RequestLine } from '../../queries/rights/requests-seen.ts';
import { rightsPlaces } from './places.ts';
import { kindWords, outcomeWords, sayClock } from './rights-words.ts';

/** Who waits for an answer, the first day first. */
export const deskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: rightsPlaces.desk,
    policy: answerRights,
    answer: async (request) => {
      const which = request.query.get('which') === 'answered' ? 'answered' : 'open';
      const lines = await request.look((ctx) => requestLines(ctx, which));
      return page({
        title: 'Requests about what is held',
        breadcrumbs: [{ text: 'Your work', href: '/work' }],
        body: <Desk lines={lines} which={which} request={request} />,
      });
    },
  },
];

type Props = { lines: readonly RequestLine[]; which: 'open' | 'answered'; request: PageRequest };

function Desk({ lines, which }: Props) {
  const open = which === 'open';
  return (
    <>
      <h1>Requests about what is held</h1>
      <p class="lead">{open ? sayOpen(lines) : 'Requests that were answered.'}</p>
      <p class="actions">
        <a class="govuk-button" href={rightsPlaces.add}>
          Write down a request that came
        </a>
        <a href={open ? `${rightsPlaces.desk}?which=answered` : rightsPlaces.desk}>
          {open ? 'Those answered' : 'Those that wait'}
        </a>
        <a href="/complaints/desk">Complaints</a>
        <a href="/retention">How long records are kept</a>
      </p>
      {lines.length === 0 ? (
        <div class="empty">
          <h2>{open ? 'Nobody waits' : 'None answered yet'}</h2>
          <p>
            Whoever asks through <a href={rightsPlaces.all}>the public page</a>, by letter or face to face
            stands here, with the day by which they have an answer.
          </p>
        </div>
      ) : (
        <ul class="cards letters">
          {lines.map((line) => (
            <One key={line.request.id} line={line} />
          ))}
        </ul>
      )}
    </>
  );
}

function sayOpen(lines: readonly RequestLine[]): string {
  const late = lines.filter(({ clock }) => clock.state === 'late').length;
  if (lines.length === 0) return 'Nobody waits for an answer.';
  const waits =
    lines.length === 1 ? 'One person waits for an answer' : `${lines.length} people wait for an answer`;
  return `${waits}${late === 0 ? ', none of them late.' : `; ${late} of them too long.`}`;
}

function One({ line: { request, clock } }: { line: RequestLine }) {
  const { answer } = request;
  return (
    <li class="card">
      <p class="quiet">
        {request.reference} · came on {sayDay(request.receivedOn)}
      </p>
      <h2>
        <a href={rightsPlaces.one(request.id)} dir="auto">
          {request.who.aboutName}
        </a>
      </h2>
      <p>
        {kindWords[request.kind]}
        {request.came === 'young-form' ? ', asked by a young person' : ''}
      </p>
      <p>
        {clock.state === 'late' ? <strong class="tag tag-late">Late</strong> : null} {sayClock(clock)}
      </p>
      {answer ? <p class="quiet">{outcomeWords[answer.outcome]}</p> : null}
    </li>
  );
}
