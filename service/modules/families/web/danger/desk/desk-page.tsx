import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { allowed } from '#platform/access/policy.ts';
import type { ConcernInList } from '../../../domain/danger/concern.ts';
import { minutesInHours } from '../../../domain/danger/hours.ts';
import { comeToConcerns, keepFrontDoor } from '../../../domain/permissions.ts';
import { concernsToRead, type Desk } from '../../../queries/danger/concerns-to-read.ts';
import { frontDoor, hoursOf } from '../../../queries/danger/front-door.ts';
import { wayWords } from './desk-words.ts';
import { dangerPlaces } from '../places.ts';
import { sayMoment } from '../say-moments.ts';

/** The reader's desk: what nobody has read, oldest first; then what waits to be acted on; then what was done. */
export const deskRoute: Route = {
  method: 'GET',
  path: dangerPlaces.desk,
  policy: comeToConcerns,
  answer: async (request) => {
    const { desk, door } = await request.look(async (ctx) => ({
      desk: await concernsToRead(ctx),
      door: (await frontDoor(ctx)).door,
    }));
    if (!desk) return notFound();
    const tooLong = (one: ConcernInList) =>
      minutesInHours(one.toldAt, request.now, hoursOf(door)) >= door.unreadMinutes;
    return page({
      title: 'What people told us',
      body: desk.reads ? (
        <Reading request={request} desk={desk} tooLong={tooLong} />
      ) : (
        <Counting unread={desk.unread} request={request} />
      ),
    });
  },
};

/** For whoever looks after how information is kept: how many wait, and no word of any. */
function Counting({ unread, request }: { unread: number; request: PageRequest }) {
  return (
    <>
      <h1>What people told us</h1>
      <p class="lead">
        {unread === 0
          ? 'Everything that people told us was opened.'
          : `${unread === 1 ? 'One concern has' : `${unread} concerns have`} not been opened yet.`}
      </p>
      <p>You see how many wait, and nothing more. Those who are named to read open them.</p>
      <Keep request={request} />
    </>
  );
}

function Keep({ request }: { request: PageRequest }) {
  return allowed(request.actor, keepFrontDoor) ? (
    <p>
      <a href={dangerPlaces.frontDoor}>Numbers, hours and readers of the front door</a>
    </p>
  ) : null;
}

type Listed = { desk: Extract<Desk, { reads: true }>; tooLong: (one: ConcernInList) => boolean };

function Reading({ request, desk, tooLong }: Listed & { request: PageRequest }) {
  const now = desk.unread.filter(({ danger }) => danger === 'yes');
  const others = desk.unread.filter(({ danger }) => danger !== 'yes');
  return (
    <>
      <h1>What people told us</h1>
      <p class="lead">{sayHowMany(desk)}</p>
      {desk.isNamed ? null : (
        <p class="empty">
          Nobody has named you to read what people tell. Ask the partnership manager or the information
          governance lead to name you: your role alone opens nothing.
        </p>
      )}
      {now.length > 0 ? (
        <section class="danger-box">
          <h2>The sender said that somebody is in danger now</h2>
          <Concerns request={request} list={now} tooLong={tooLong} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>Not opened yet, oldest first</h2>
          <Concerns request={request} list={others} tooLong={tooLong} />
        </section>
      ) : null}
      <Opened request={request} desk={desk} />
      <Keep request={request} />
    </>
  );
}

function Opened({ request, desk }: Pick<Listed, 'desk'> & { request: PageRequest }) {
  const lists = [
    { title: 'Opened, and to be acted on', list: desk.open },
    { title: 'Acted on', list: desk.done },
  ].filter(({ list }) => list.length > 0);
  return (
    <>
      {lists.map(({ title, list }) => (
        <section key={title}>
          <h2>{title}</h2>
          <Concerns request={request} list={list} tooLong={() => false} />
        </section>
      ))}
    </>
  );
}

function sayHowMany({ unread, open }: Extract<Desk, { reads: true }>): string {
  if (unread.length === 0 && open.length === 0) return 'Nothing waits to be read or acted on.';
  const said = [
    unread.length === 0 ? '' : `${unread.length === 1 ? 'One is' : `${unread.length} are`} not opened yet.`,
    open.length === 0
      ? ''
      : `${open.length === 1 ? 'One was' : `${open.length} were`} opened and waits to be acted on.`,
  ].filter((part) => part !== '');
  return said.join(' ');
}

function Concerns(props: Pick<Listed, 'tooLong'> & { request: PageRequest; list: readonly ConcernInList[] }) {
  const { request, list, tooLong } = props;
  return (
    <ul class="told-steps">
      {list.map((one) => (
        <li key={one.id}>
          <p>
            {one.readAt ? (
              <a href={dangerPlaces.one(one.id)}>Told on {sayMoment(one.toldAt)}</a>
            ) : (
              <strong>Told on {sayMoment(one.toldAt)}</strong>
            )}
            , {wayWords[one.way]}.{one.handedTo === '' ? null : ` Handed to ${one.handedTo}.`}
            {one.actedAt ? ` Acted on ${sayMoment(one.actedAt)}.` : null}
          </p>
          {one.readAt ? null : (
            <form method="post" action={`${dangerPlaces.one(one.id)}/open`} class="actions">
              <CsrfField csrf={request.csrf} />
              <button type="submit" class="govuk-button">
                Read it now<span class="visually-hidden">, told on {sayMoment(one.toldAt)}</span>
              </button>
              {tooLong(one) ? <span class="tag tag-late">Waits for too long</span> : null}
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
