import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { Button } from '#packages/govuk-jsx';
import { sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { keepBoards, readBoards } from '../../domain/permissions.ts';
import type { SuggestionSeen, TimedItem } from '../../domain/meetings/agenda.ts';
import { agendaFor, type AgendaFor } from '../../queries/meetings/agenda-for.ts';
import { WhatCame } from '../decisions/what-came.tsx';
import { agendaPlaces, itemMark } from './agenda-places.ts';
import { asksWords, originWords, sayMeeting, sayTimeOn, whereTheRestIs } from './agenda-words.ts';

/** What a meeting talks about, when, and what is asked. */
export const agendaRoute: Route = {
  method: 'GET',
  path: '/meetings/:meeting/agenda',
  policy: 'everyone',
  answer: async (request) => {
    const agenda = await request.read((ctx) => agendaFor(ctx, request.params['meeting'] ?? ''));
    if (!agenda) return notFound();
    const { meeting } = agenda;
    return page({
      title: `Agenda: ${meeting.title}`,
      breadcrumbs: [
        { text: 'Meetings', href: agendaPlaces.meetings },
        { text: meeting.title, href: agendaPlaces.meeting(meeting.key) },
      ],
      body: <Agenda agenda={agenda} request={request} />,
    });
  },
};

type Props = { agenda: AgendaFor; request: PageRequest };

function Agenda({ agenda, request }: Props) {
  const { meeting, body } = agenda;
  const mayChange = allowed(request.actor, keepBoards) && agenda.isOpen;
  const isToCome = meeting.state === 'planned';
  return (
    <>
      <h1>Agenda: {meeting.title}</h1>
      <p class="lead">
        {body.name}. {sayMeeting(meeting)}.
      </p>
      {meeting.state === 'cancelled' ? (
        <p class="empty">This meeting was cancelled. {meeting.cancelledBecause}</p>
      ) : null}
      <SinceLastTime agenda={agenda} />
      <h2>What we talk about</h2>
      <p>{sayTimeOn(agenda.time)}</p>
      <Items agenda={agenda} mayChange={mayChange} csrf={request.csrf} />
      <p class="actions">
        {mayChange ? <a href={agendaPlaces.newItem(meeting.key)}>Add an item of your own</a> : null}
        {allowed(request.actor, readBoards) ? <a href={agendaPlaces.minutes(meeting.key)}>Minutes</a> : null}
      </p>
      {mayChange && isToCome ? <Suggestions agenda={agenda} request={request} /> : null}
    </>
  );
}

function Items(props: { agenda: AgendaFor; mayChange: boolean; csrf: string }) {
  const { agenda, mayChange } = props;
  const { items } = agenda;
  return items.length === 0 ? (
    <p class="empty">
      Nothing is on the agenda yet.{' '}
      {mayChange ? 'Begin with what the system holds, below, or add an item of your own.' : ''}
    </p>
  ) : (
    <ol class="agenda">
      {items.map((timed, index) => (
        <Item
          key={timed.item.id}
          timed={timed}
          {...props}
          ends={{ isFirst: index === 0, isLast: index === items.length - 1 }}
        />
      ))}
    </ol>
  );
}

function SinceLastTime({ agenda }: Pick<Props, 'agenda'>) {
  const last = agenda.lastTime;
  if (!last) return null;
  return (
    <section>
      <h2>Since last time</h2>
      {last.decisions.length === 0 ? (
        <p>Nothing that is published was decided since {sayDay(last.meeting.on)}.</p>
      ) : (
        <ul class="since">
          {last.decisions.map((since) => (
            <li key={since.decision.id}>
              <a href={agendaPlaces.decision(since.decision.number)}>{since.decision.title}</a>
              <WhatCame since={since} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ItemProps = {
  timed: TimedItem;
  agenda: AgendaFor;
  mayChange: boolean;
  csrf: string;
  ends: { isFirst: boolean; isLast: boolean };
};

function Item(props: ItemProps) {
  const { item, startsAt } = props.timed;
  return (
    <li id={itemMark(item.id)}>
      <p class="agenda-time">
        <span class="number">{startsAt}</span>
        <span class="quiet">{item.minutes} min</span>
      </p>
      <div>
        <h3 dir="auto">{item.title}</h3>
        <p>
          <span class="tag">{asksWords[item.asks]}</span>{' '}
          {item.leadName === '' ? null : <span class="quiet">{item.leadName} leads. </span>}
          {item.origin === 'hand' ? null : <span class="quiet">{originWords[item.origin]}.</span>}
          {item.publishing.publish === 'exempt' ? (
            <strong> Not published: {item.publishing.ground}</strong>
          ) : null}
        </p>
        {item.words === '' ? null : (
          <p class="own-words" dir="auto">
            {item.words}
          </p>
        )}
        {props.mayChange ? <ItemActions {...props} /> : null}
      </div>
    </li>
  );
}

function ItemActions({ timed, agenda, csrf, ends }: ItemProps) {
  const { key } = agenda.meeting;
  const { item } = timed;
  const move = (way: 'up' | 'down', isAtEnd: boolean) =>
    isAtEnd ? null : (
      <button type="submit" name="way" value={way} class="govuk-button govuk-button--secondary small-button">
        Move {way}
        <span class="visually-hidden">: {item.title}</span>
      </button>
    );
  return (
    <form method="post" action={agendaPlaces.moveItem(key, item.id)} class="agenda-ways">
      <CsrfField csrf={csrf} />
      {move('up', ends.isFirst)}
      {move('down', ends.isLast)}
      <a href={agendaPlaces.item(key, item.id)}>
        Change<span class="visually-hidden"> {item.title}</span>
      </a>
    </form>
  );
}

function Suggestions({ agenda, request }: Props) {
  const { suggestions, meeting } = agenda;
  const isOpen = suggestions.some(({ isTaken }) => !isTaken);
  return (
    <section>
      <h2>What the system would add</h2>
      {suggestions.length === 0 ? (
        <p class="empty">
          Nothing is late, nothing is due and no number stands out. When something is, it stands here.
        </p>
      ) : (
        <>
          <p>From what is due, what is late and which numbers stand out as of today.</p>
          {isOpen ? (
            <form method="post" action={agendaPlaces.take(meeting.key)}>
              <CsrfField csrf={request.csrf} />
              <Button name="take" value="all" text="Put all of these on the agenda" preventDoubleClick />
            </form>
          ) : null}
          <ul class="suggestions">
            {suggestions.map((suggestion) => (
              <Suggested
                key={`${suggestion.origin} ${suggestion.subject.id}`}
                suggestion={suggestion}
                meetingKey={meeting.key}
                csrf={request.csrf}
              />
            ))}
          </ul>
          <LeftOutOf agenda={agenda} />
        </>
      )}
    </section>
  );
}

/** What there is too much of for any meeting, and where it is read. */
function LeftOutOf({ agenda: { suggestionsLeft } }: { agenda: AgendaFor }) {
  if (suggestionsLeft.length === 0) return null;
  return (
    <ul class="plain-links">
      {suggestionsLeft.map(({ origin, count }) => (
        <li key={origin}>
          {originWords[origin]}: {count} more, read under{' '}
          <a href={whereTheRestIs[origin].link}>{whereTheRestIs[origin].words}</a>.
        </li>
      ))}
    </ul>
  );
}

function Suggested(props: { suggestion: SuggestionSeen; meetingKey: string; csrf: string }) {
  const { suggestion } = props;
  const { origin, subject, title } = suggestion;
  return (
    <li>
      <h3>
        <a href={suggestion.link}>{title}</a>
      </h3>
      <p>
        <span class="quiet">{originWords[origin]}.</span> {suggestion.words}
      </p>
      {suggestion.isTaken ? (
        <p>
          <span class="tag">On the agenda</span>
        </p>
      ) : (
        <form method="post" action={agendaPlaces.take(props.meetingKey)}>
          <CsrfField csrf={props.csrf} />
          <button
            type="submit"
            name="take"
            value={`${origin} ${subject.kind} ${subject.id}`}
            class="govuk-button govuk-button--secondary small-button"
          >
            Put it on the agenda<span class="visually-hidden">: {title}</span>
          </button>
        </form>
      )}
    </li>
  );
}
