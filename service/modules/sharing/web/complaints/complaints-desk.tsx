import { page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import { complaintsSeen, type ComplaintSeen } from '../../queries/complaints/complaints-seen.ts';
import { sayComplaintClock } from './complaint-words.ts';
import { complaintPlaces } from './places.ts';

/** What waits for an answer, for those whom it is not about. */
export const complaintsDeskRoutes: readonly Route[] = [
  { method: 'GET', path: complaintPlaces.desk, policy: answerComplaints, answer: desk },
];

async function desk(request: PageRequest): Promise<Answer> {
  const which = request.query.get('which') === 'answered' ? 'answered' : 'open';
  const seen = await request.look((ctx) => complaintsSeen(ctx, which));
  return page({
    title: 'Complaints',
    breadcrumbs: [{ text: 'Your work', href: '/work' }],
    body: (
      <>
        <h1>Complaints</h1>
        <p class="lead">
          {which === 'answered' ? 'Complaints that were answered.' : sayWaiting(seen.length)}
        </p>
        <p class="actions">
          <a class="govuk-button" href={complaintPlaces.add}>
            Write down a complaint that came
          </a>
          <a href={which === 'open' ? `${complaintPlaces.desk}?which=answered` : complaintPlaces.desk}>
            {which === 'open' ? 'Those answered' : 'Those that wait'}
          </a>
        </p>
        <List seen={seen} />
      </>
    ),
  });
}

function sayWaiting(count: number): string {
  if (count === 0) return 'Nobody waits for an answer.';
  return count === 1 ? 'One person waits for an answer.' : `${count} people wait for an answer.`;
}

function List({ seen }: { seen: readonly ComplaintSeen[] }) {
  if (seen.length === 0)
    return (
      <p class="empty">
        What people tell us through <a href={complaintPlaces.all}>the public page</a> stands here. A complaint
        about yourself is answered by somebody else, and does not stand here.
      </p>
    );
  return (
    <ul class="cards letters">
      {seen.map(({ complaint, clock }) => (
        <li key={complaint.id} class="card">
          <p class="quiet">Came on {sayDay(complaint.receivedOn)}</p>
          <h2>
            <a href={complaintPlaces.one(complaint.id)}>{complaint.reference}</a>
          </h2>
          <p>
            {clock.state === 'acknowledged-late-still' ? <strong class="tag tag-late">Late</strong> : null}{' '}
            {sayComplaintClock(clock)}
          </p>
        </li>
      ))}
    </ul>
  );
}
