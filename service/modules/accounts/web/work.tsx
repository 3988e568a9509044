import { allowed, type Policy } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { page, type Route } from '#platform/http/route.ts';
import { addDays, dayInEngland, type Day } from '#platform/kernel/day.ts';

/** Something that waits for the person who looks: what, how much, where to begin, and by when where a day is named. */
export type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** Each room's own answer to "what waits for me?"; it answers nothing to a person with no part in it. */
export type WaitsFor = (ctx: Ctx) => Promise<readonly Waiting[]>;

/** A page that somebody of this policy reads before all else. */
export type FirstPage = { policy: Policy; title: string; words: string; link: string };

type Around = { first?: FirstPage | undefined; beside?: { words: string; link: string } | undefined };

/** Your work: what waits for me today, first; `beside` stands quietly below. */
export function workRoutes(rooms: readonly WaitsFor[], { first, beside }: Around = {}): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/work',
      policy: 'at-work',
      answer: async (request) => {
        const waiting = await request.read(async (ctx) => {
          const found: Waiting[] = [];
          for (const room of rooms) found.push(...(await room(ctx)));
          return found;
        });
        const name = request.actor.kind === 'person' ? request.actor.name : '';
        const around = { beside, first: first && allowed(request.actor, first.policy) ? first : undefined };
        const groups = inOrder(waiting, dayInEngland(request.now));
        return page({
          title: 'Your work',
          body: <Work name={name} count={waiting.length} groups={groups} around={around} />,
        });
      },
    },
  ];
}

type Group = { title: string; items: readonly Waiting[] };

/** What waits, the most urgent first: what is due today or was due before, then this week, then the rest in the rooms' order. */
export function inOrder(waiting: readonly Waiting[], today: Day): Group[] {
  const week = addDays(today, 7);
  const dated = waiting
    .flatMap((item) => (item.due === undefined ? [] : [{ ...item, due: item.due }]))
    .toSorted((a, b) => a.due.localeCompare(b.due));
  const later = dated.filter(({ due }) => due > week);
  return [
    { title: 'Today', items: dated.filter(({ due }) => due <= today) },
    { title: 'This week', items: dated.filter(({ due }) => due > today && due <= week) },
    {
      title: 'When you can',
      items: [...waiting.filter(({ due }) => due === undefined), ...later],
    },
  ].filter(({ items }) => items.length > 0);
}

function Work(props: { name: string; count: number; groups: readonly Group[]; around: Around }) {
  const { count, groups, around } = props;
  return (
    <>
      <h1>Your work</h1>
      <p class="lead">
        {count === 0
          ? `Nothing waits for you today, ${props.name}.`
          : `${count === 1 ? 'One thing waits' : `${count} things wait`} for you, ${props.name}.`}
      </p>
      {around.first ? (
        <p class="first-page">
          <a href={around.first.link}>{around.first.title}</a>
          <br />
          {around.first.words}
        </p>
      ) : null}
      {count === 0 ? (
        <p class="empty">
          What needs you will stand here: loose ends in the strategy, figures to check, people to answer.
          Until then, <a href="/">walk the thread</a>.
        </p>
      ) : (
        groups.map((group) => <Waits key={group.title} group={group} alone={groups.length === 1} />)
      )}
      {around.beside ? (
        <p class="quiet">
          <a href={around.beside.link}>{around.beside.words}</a>
        </p>
      ) : null}
    </>
  );
}

/** What waits under one heading; where everything stands under one, the heading is only said. */
function Waits({ group, alone }: { group: Group; alone: boolean }) {
  return (
    <section>
      <h2 class={alone && group.title === 'When you can' ? 'visually-hidden' : ''}>{group.title}</h2>
      <ul class="cards">
        {group.items.map((item) => (
          <li key={item.link} class="card">
            <h3>
              <a href={item.link}>{item.title}</a>
            </h3>
            <p>{item.words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
