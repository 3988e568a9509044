import type { Ctx } from '#platform/db/database.ts';
import { page, type Route } from '#platform/http/route.ts';

/** Something that waits for the person who looks: what, how much, and where to begin. */
export type Waiting = { title: string; words: string; link: string };

/** Each room's own answer to "what waits for me?"; it answers nothing to a person with no part in it. */
export type WaitsFor = (ctx: Ctx) => Promise<readonly Waiting[]>;

/** Your work: what waits for me today, first; `beside` stands quietly below. */
export function workRoutes(
  rooms: readonly WaitsFor[],
  beside?: { words: string; link: string },
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/work',
      policy: 'signed-in',
      answer: async (request) => {
        const waiting = await request.read(async (ctx) => {
          const found: Waiting[] = [];
          for (const room of rooms) found.push(...(await room(ctx)));
          return found;
        });
        const name = request.actor.kind === 'person' ? request.actor.name : '';
        return page({ title: 'Your work', body: <Work name={name} waiting={waiting} beside={beside} /> });
      },
    },
  ];
}

function Work(props: {
  name: string;
  waiting: readonly Waiting[];
  beside: { words: string; link: string } | undefined;
}) {
  const count = props.waiting.length;
  return (
    <>
      <h1>Your work</h1>
      <p class="lead">
        {count === 0
          ? `Nothing waits for you today, ${props.name}.`
          : `${count === 1 ? 'One thing waits' : `${count} things wait`} for you, ${props.name}.`}
      </p>
      {count === 0 ? (
        <p class="empty">
          What needs you will stand here: loose ends in the strategy, figures to check, people to answer.
          Until then, <a href="/">walk the thread</a>.
        </p>
      ) : (
        <ul class="cards">
          {props.waiting.map((item) => (
            <li key={item.link} class="card">
              <h2>
                <a href={item.link}>{item.title}</a>
              </h2>
              <p>{item.words}</p>
            </li>
          ))}
        </ul>
      )}
      {props.beside ? (
        <p class="quiet">
          <a href={props.beside.link}>{props.beside.words}</a>
        </p>
      ) : null}
    </>
  );
}
