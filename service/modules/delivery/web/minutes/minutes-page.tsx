import { Button } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { PickField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayDecisionNumber } from '../../domain/decision.ts';
import { timed } from '../../domain/meetings/agenda.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { keepBoards, takeMinutes } from '../../domain/permissions.ts';
import type { DecisionChoices } from '../../queries/decisions/decision-choices.ts';
import type { Minutes, MinutesItem } from '../../queries/minutes/minutes-of.ts';
import { agendaPlaces, itemMark } from '../agenda/agenda-places.ts';
import { asksWords, sayMeeting } from '../agenda/agenda-words.ts';
import { DecisionForm, type Begun } from '../decisions/decision-form.tsx';
import { quorumWords } from '../decisions/decision-words.ts';
import { MyNotes, OthersNotes } from './notes.tsx';
import { WhoCameByName, WhoReads } from './who-reads.tsx';
import { quorumNow } from './minutes-words.ts';

/** The form of a decision that stands open, and under which item. */
export type Deciding = { under: string; choices: DecisionChoices; begun: Begun };

export type MinutesProps = {
  minutes: Minutes;
  later: readonly Meeting[];
  /** a key for a note that is not written yet */
  newKey: () => string;
  open?: Deciding;
  request: PageRequest;
  answers: Answers;
};

/** The minutes, item by item. */
export function minutesPage(props: MinutesProps): PageContent {
  const { meeting } = props.minutes;
  return {
    title: `Minutes: ${meeting.title}`,
    breadcrumbs: [
      { text: 'Meetings', href: agendaPlaces.meetings },
      { text: meeting.title, href: agendaPlaces.meeting(meeting.key) },
    ],
    scripts: ['keep-notes.js'],
    body: <MinutesBody {...props} />,
  };
}

function MinutesBody(props: MinutesProps) {
  const { minutes, answers } = props;
  const { meeting, body, agreed } = minutes;
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>Minutes: {meeting.title}</h1>
      <p class="lead">
        {body.name}. {sayMeeting(meeting)}.
      </p>
      <p>
        {quorumNow[minutes.quorum]} <a href={agendaPlaces.agenda(meeting.key)}>Agenda</a>
      </p>
      {agreed ? (
        <>
          <p class="empty">
            These minutes were agreed on {sayDay(dayInEngland(agreed.at))} and stand as they are.
          </p>
          <WhoReads
            meeting={meeting}
            said={minutes.said}
            mayKeep={allowed(props.request.actor, keepBoards)}
          />
        </>
      ) : (
        <p class="quiet">
          Whoever takes minutes writes notes of their own: nobody writes over somebody else’s words.
        </p>
      )}
      <WhoCameByName seats={minutes.seats} />
      <Items {...props} />
      <Close {...props} />
    </>
  );
}

function Items(props: MinutesProps) {
  const { minutes } = props;
  const times = new Map(
    timed(
      minutes.meeting,
      minutes.items.flatMap(({ item }) => item ?? []),
    ).map(({ item, startsAt }) => [item.id, startsAt]),
  );
  return (
    <>
      {minutes.items.map((one) => (
        <Item
          key={one.item?.id ?? 'none'}
          one={one}
          startsAt={one.item ? (times.get(one.item.id) ?? '') : ''}
          props={props}
        />
      ))}
    </>
  );
}

type ItemProps = { one: MinutesItem; startsAt: string; props: MinutesProps };

function Item({ one, startsAt, props }: ItemProps) {
  const { item } = one;
  const { request, minutes, answers } = props;
  const mayWrite = allowed(request.actor, takeMinutes) && !minutes.agreed;
  const under = item?.id ?? 'none';
  const title = item?.title ?? 'Anything else';
  if (!item && !mayWrite && one.notes.length + one.decisions.length === 0) return null;
  return (
    <section id={itemMark(under)} class="minutes-item">
      <h2 dir="auto">
        {startsAt === '' ? null : <span class="number">{startsAt} </span>}
        {title}
      </h2>
      {item ? (
        <p>
          <span class="tag">{asksWords[item.asks]}</span>{' '}
          {item.leadName === '' ? null : <span class="quiet">{item.leadName} leads.</span>}
          {item.publishing.publish === 'exempt' ? <strong> Not published.</strong> : null}
        </p>
      ) : null}
      <DecisionsUnder one={one} />
      <OthersNotes notes={one.notes} actor={request.actor} isAgreed={minutes.agreed !== undefined} />
      {mayWrite ? (
        <MyNotes
          one={one}
          title={title}
          meetingKey={minutes.meeting.key}
          newKey={props.newKey}
          request={request}
          answers={answers}
        />
      ) : null}
      {mayWrite && props.open?.under === under ? <Decide {...props} open={props.open} title={title} /> : null}
    </section>
  );
}

function DecisionsUnder({ one }: { one: MinutesItem }) {
  if (one.decisions.length === 0) return null;
  return (
    <ul class="decided">
      {one.decisions.map((decision) => (
        <li key={decision.id}>
          <strong>Decided:</strong>{' '}
          <a href={agendaPlaces.decision(decision.number)}>
            {sayDecisionNumber(decision)}: {decision.title}
          </a>{' '}
          {quorumWords[decision.quorum] === '' ? null : (
            <span class="tag tag-waiting">{quorumWords[decision.quorum]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Decide(props: MinutesProps & { open: Deciding; title: string }) {
  const { open, request, minutes } = props;
  const { key } = minutes.meeting;
  return (
    <div id="decide" class="decide">
      <h3>A decision on “{props.title}”</h3>
      <DecisionForm
        answers={props.answers}
        choices={open.choices}
        begun={open.begun}
        csrf={request.csrf}
        action={agendaPlaces.decisionsOf(key)}
        itemId={open.under}
        back={agendaPlaces.inMinutes(key, open.under)}
      />
    </div>
  );
}

function Close(props: MinutesProps) {
  const { minutes, request } = props;
  const { meeting } = minutes;
  if (minutes.agreed || meeting.state === 'cancelled') return null;
  if (meeting.state === 'planned')
    return allowed(request.actor, takeMinutes) ? (
      <section>
        <h2>When the meeting is over</h2>
        <p>Say so here. Notes can still be mended until the next meeting agrees them.</p>
        <form method="post" action={agendaPlaces.end(meeting.key)}>
          <CsrfField csrf={request.csrf} />
          <Button text="The meeting is over" preventDoubleClick />
        </form>
      </section>
    ) : null;
  return allowed(request.actor, keepBoards) ? <Agree {...props} /> : null;
}

function Agree({ minutes, later, request, answers }: MinutesProps) {
  return (
    <section>
      <h2>Agreed by a later meeting</h2>
      {later.length === 0 ? (
        <p>The next meeting agrees these minutes. From its day on, that can be said here.</p>
      ) : (
        <form method="post" action={agendaPlaces.agree(minutes.meeting.key)} class="edit">
          <CsrfField csrf={request.csrf} />
          <p>Once agreed, notes and decisions of this meeting stand as they are.</p>
          <PickField
            answers={answers}
            name="agreedIn"
            label="Which meeting agreed them?"
            options={later.map(({ key, title, on }) => ({ value: key, text: `${title}, ${sayDay(on)}` }))}
            before={later[0]?.key ?? ''}
          />
          <Button text="They are agreed" preventDoubleClick />
        </form>
      )}
    </section>
  );
}
