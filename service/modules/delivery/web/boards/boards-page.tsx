import { page, type PageContent, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { bodyKinds, type Body } from '../../domain/body.ts';
import { boardsList, type BoardsList } from '../../queries/boards/board-view.ts';
import { kindWords } from './board-words.ts';
import { boardPlaces } from './places.ts';

/** Every body of today, by kind, and those that ended with what followed them. */
export const boardsRoute: Route = {
  method: 'GET',
  path: boardPlaces.all,
  policy: 'everyone',
  answer: async (request) => page(content(await request.read(boardsList))),
};

function content(list: BoardsList): PageContent {
  return {
    title: 'Boards and groups',
    body: (
      <>
        <h1>Boards and groups</h1>
        <p class="lead">Who decides, who answers for which promise, and when they meet.</p>
        <p class="actions">
          <a href={boardPlaces.meetings}>All meetings</a>
          {list.mayKeep ? <a href={boardPlaces.newBody}>Set up a body</a> : null}
        </p>
        {list.standing.length === 0 ? (
          <p class="empty">
            No board has been set up yet. Once one is, its meetings and decisions stand here.
          </p>
        ) : null}
        {bodyKinds.map((kind) => (
          <OfKind
            key={kind}
            name={kindWords[kind]}
            bodies={list.standing.filter((one) => one.kind === kind)}
          />
        ))}
        <Ended ended={list.ended} />
      </>
    ),
  };
}

function OfKind({ name, bodies }: { name: string; bodies: readonly Body[] }) {
  if (bodies.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <ul class="cards">
        {bodies.map((body) => (
          <li key={body.key} class="card">
            <h3>
              <a href={boardPlaces.body(body.key)}>{body.name}</a>
            </h3>
            {body.lifeStage === '' ? null : <p class="quiet">{body.lifeStage}</p>}
            <p>{body.purpose}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ended({ ended }: Pick<BoardsList, 'ended'>) {
  if (ended.length === 0) return null;
  return (
    <section>
      <h2>No longer meeting</h2>
      <p class="quiet">What they decided stays theirs.</p>
      <ul>
        {ended.map(({ body, followedBy }) => (
          <li key={body.key}>
            <a href={boardPlaces.body(body.key)}>{body.name}</a>
            {body.until === undefined ? '' : `, until ${sayDay(body.until)}`}
            {followedBy ? (
              <>
                {'. It went over into '}
                <a href={boardPlaces.body(followedBy.key)}>{followedBy.name}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
