import { Button, Input } from '#packages/govuk-jsx';
import { page, type Route } from '#platform/http/route.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { organisationPath, organisationsPath } from '../domain/organisation-path.ts';
import {
  organisationsFound,
  sayKind,
  sayStanding,
  type OfKind,
  type Organisation,
} from '../queries/organisations.ts';

/** Every organisation of the partnership, kind by kind, and a search through their names and kinds. */
export const organisationsRoute: Route = {
  method: 'GET',
  path: organisationsPath,
  policy: 'everyone',
  answer: async (request) => {
    const words = request.query.get('words')?.trim().slice(0, 100) ?? '';
    const found = await request.read((ctx) => organisationsFound(ctx, words));
    return page({
      title: 'Organisations',
      body: <Organisations {...found} words={words} today={dayInEngland(request.now)} />,
    });
  },
};

type Shown = { kinds: readonly OfKind[]; closed: readonly Organisation[]; words: string; today: Day };

function Organisations({ kinds, closed, words, today }: Shown) {
  const count = kinds.reduce((sum, { organisations }) => sum + organisations.length, closed.length);
  return (
    <>
      <h1>Organisations</h1>
      <p class="lead">Who keeps our promise together, and which part of it each carries.</p>
      {count === 0 && words === '' ? (
        <p class="empty">
          No organisation is kept here yet. Those that a strategy names stand beside its lines.
        </p>
      ) : (
        <Search words={words} count={count} />
      )}
      {kinds.map(({ kind, organisations }) => (
        <section key={kind}>
          <h2>{sayKind(kind)}</h2>
          <ul class="measure-list">
            {organisations.map((organisation) => (
              <Listed key={organisation.key} organisation={organisation} today={today} />
            ))}
          </ul>
        </section>
      ))}
      {closed.length === 0 ? null : (
        <section>
          <h2>No longer there</h2>
          <ul class="measure-list">
            {closed.map((organisation) => (
              <Listed key={organisation.key} organisation={organisation} today={today} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Search({ words, count }: { words: string; count: number }) {
  return (
    <>
      <form method="get" action={organisationsPath} class="filters" role="search">
        <Input name="words" label={{ text: 'Find an organisation' }} value={words} type="search" />
        <Button text="Find" />
      </form>
      {words === '' ? null : (
        <p>
          {count === 0
            ? `No organisation is called “${words}”.`
            : `${count} ${count === 1 ? 'organisation' : 'organisations'} found.`}{' '}
          <a href={organisationsPath}>Show all</a>
        </p>
      )}
    </>
  );
}

/** Its kind stands above it already, so its dates are told only where there is something to tell. */
function Listed({ organisation, today }: { organisation: Organisation; today: Day }) {
  const standing = sayStanding(organisation, today);
  return (
    <li>
      <a href={organisationPath(organisation)}>{organisation.name}</a>
      {standing === sayKind(organisation.kind) ? null : <span class="beneath">{standing}</span>}
    </li>
  );
}
