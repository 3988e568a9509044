import type { PageContent } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { PublicMinutes } from '../../domain/minutes/public-minutes.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import type { MinutesForEverybody } from '../../queries/minutes/minutes-for-everybody.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { sayMeeting } from '../agenda/agenda-words.ts';

/** The minutes of a meeting as everybody reads them: what was published, or why nothing is. */
export function publicMinutesPage(minutes: MinutesForEverybody, reader: 'member' | 'anybody'): PageContent {
  const { meeting, body, said } = minutes;
  return {
    title: `Minutes: ${meeting.title}`,
    breadcrumbs: [
      { text: 'Meetings', href: agendaPlaces.meetings },
      { text: meeting.title, href: agendaPlaces.meeting(meeting.key) },
    ],
    body: (
      <>
        <h1>Minutes: {meeting.title}</h1>
        <p class="lead">
          {body.name}. {sayMeeting(meeting)}.
        </p>
        {reader === 'member' ? (
          <p class="quiet">
            This is what everybody reads. <a href={agendaPlaces.minutes(meeting.key)}>What members read</a>
          </p>
        ) : null}
        <Standing minutes={minutes} />
        {said?.publish === 'publish' ? <MinutesText document={said.document} under="h1" /> : null}
        <p class="actions">
          <a href={agendaPlaces.agenda(meeting.key)}>Agenda</a>
          <a href={agendaPlaces.decisions}>Decisions</a>
        </p>
      </>
    ),
  };
}

/** Since when they are read and by whom they were agreed, or why they are not. */
function Standing({ minutes: { meeting, said, agreed } }: { minutes: MinutesForEverybody }) {
  if (meeting.state === 'cancelled')
    return <p class="empty">This meeting was cancelled, so there are no minutes.</p>;
  if (!said || !agreed)
    return (
      <p class="empty">
        Minutes are read here once a later meeting has agreed them and they are published. Members read them
        as they are taken, once they have signed in.
      </p>
    );
  const saidOn = sayDay(dayInEngland(said.at));
  if (said.publish === 'exempt')
    return (
      <p class="empty">
        <strong>Not published.</strong> {said.ground}
      </p>
    );
  if (said.publish === 'withdraw')
    return (
      <p class="empty">
        <strong>Taken back on {saidOn}.</strong> {said.reason}
      </p>
    );
  return (
    <>
      <p>
        {agreed.in
          ? `Agreed by ${agreed.in.title}, ${sayDay(agreed.in.on)}.`
          : `Agreed on ${sayDay(dayInEngland(agreed.at))}.`}{' '}
        Published on {saidOn}
        {said.edition > 1 ? ` as edition ${said.edition}: ${said.reason}` : '.'}
      </p>
      <p class="quiet">Names of people are left out, and so is what is exempt.</p>
    </>
  );
}

/** The text that everybody reads, with its headings one below those that it stands under. */
export function MinutesText({ document, under }: { document: PublicMinutes; under: 'h1' | 'h2' }) {
  const told = document.items.filter(
    ({ title, ground, notes, decisions, exemptDecisions }) =>
      title !== '' || ground !== '' || notes.length + decisions.length + exemptDecisions.length > 0,
  );
  return (
    <>
      <Came came={document.came} />
      {told.length === 0 ? <p class="empty">Nothing was written down.</p> : null}
      {told.map((item, place) => (
        <Item key={place} item={item} under={under} />
      ))}
    </>
  );
}

function Item({ item, under }: { item: PublicMinutes['items'][number]; under: 'h1' | 'h2' }) {
  const title = item.title || (item.ground === '' ? 'Anything else' : 'Not published');
  return (
    <section class="minutes-item">
      {under === 'h1' ? <h2 dir="auto">{title}</h2> : <h3 dir="auto">{title}</h3>}
      {item.ground === '' ? null : <p>{item.ground}</p>}
      <Decided item={item} />
      {item.notes.map((words, place) => (
        <p key={place} class="own-words" dir="auto">
          {words}
        </p>
      ))}
    </section>
  );
}

function Decided({ item }: { item: PublicMinutes['items'][number] }) {
  if (item.decisions.length + item.exemptDecisions.length === 0) return null;
  return (
    <ul class="decided">
      {item.decisions.map((decision) => (
        <li key={decision.number}>
          <strong>Decided:</strong>{' '}
          <a href={agendaPlaces.decision(decision.number)}>
            {sayDecisionNumber(decision)}: {decision.title}
          </a>
        </li>
      ))}
      {item.exemptDecisions.map((ground, place) => (
        <li key={place}>
          <strong>A decision that is not published:</strong> {ground}
        </li>
      ))}
    </ul>
  );
}

function Came({ came }: Pick<PublicMinutes, 'came'>) {
  const { organisations, forThemselves, apologies } = came;
  const alone = forThemselves === 1 ? 'one person for themselves' : `${forThemselves} people for themselves`;
  const there = [...organisations, ...(forThemselves === 0 ? [] : [alone])];
  if (there.length === 0 && apologies.length === 0) return null;
  return (
    <dl class="facts">
      {there.length === 0 ? null : (
        <div class="fact">
          <dt>Came</dt>
          <dd>{there.join(', ')}</dd>
        </div>
      )}
      {apologies.length === 0 ? null : (
        <div class="fact">
          <dt>Sent apologies</dt>
          <dd>{apologies.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}
