import { notFound, page, type Route } from '#platform/http/route.ts';
import { coverage, type Cover, type Coverage } from '../domain/coverage.ts';
import { framework, type FrameworkView } from '../queries/framework.ts';
import { FrameworkAround, frameworkPage } from './framework-around.tsx';
import { places } from './places.ts';

/** Which organisations and boards carry which parts of a strategy, and where nobody does. */
export const coverageRoute: Route = {
  method: 'GET',
  path: '/frameworks/:slug/coverage',
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => framework(ctx, request.params['slug'] ?? ''));
    if (!view) return notFound();
    const asked = request.query.get('by');
    const nobodyNamed = view.document.elements.every(({ organisations }) => organisations.length === 0);
    const by = asked === 'owners' || (asked === null && nobodyNamed) ? 'owners' : 'organisations';
    return page(
      frameworkPage(view, {
        title: 'Who does what',
        wide: true,
        under: [{ text: view.document.name, href: places.framework(view.stored.slug) }],
        body: <WhoDoesWhat view={view} by={by} path={request.path} />,
      }),
    );
  },
};

function WhoDoesWhat(props: { view: FrameworkView; by: 'organisations' | 'owners'; path: string }) {
  const { view, by, path } = props;
  const found = coverage({ document: view.document, by });
  const others = by === 'owners' ? 'organisations' : 'owners';
  return (
    <FrameworkAround view={view} path={path}>
      <h1>Who does what</h1>
      <p class="lead">{sayGaps(found, by)}</p>
      <p>
        <a href={`${places.coverage(view.stored.slug)}?by=${others}`}>
          {by === 'owners' ? 'See the organisations that do it' : 'See the boards that own it'}
        </a>
      </p>
      {by === 'owners' || view.stored.isLibrary ? null : (
        <p>
          <a href="/organisations">Each organisation, and what it carries</a>
        </p>
      )}
      {found.columns.length === 0 || found.rows.length === 0 ? (
        <p class="empty">
          Once {by === 'owners' ? 'boards and subgroups own' : 'organisations are named beside'} the lines of
          this strategy, a grid here shows who carries what, and what nobody does.
        </p>
      ) : (
        <Grid found={found} view={view} by={by} />
      )}
    </FrameworkAround>
  );
}

function sayGaps({ uncovered, rows, columns }: Coverage, by: 'organisations' | 'owners'): string {
  const who = by === 'owners' ? 'owner' : 'organisation';
  if (columns.length === 0) return `No ${who} is named in this strategy.`;
  if (uncovered.length === 0) return `Every line has at least one ${who}.`;
  return `${uncovered.length} of ${rows.length} lines have no ${who}.`;
}

const coverWords: Readonly<Record<Cover, { mark: string; words: string }>> = {
  direct: { mark: '●', words: 'Yes' },
  below: { mark: '○', words: 'Through what serves it' },
  none: { mark: '', words: 'No' },
};

function Grid(props: { found: Coverage; view: FrameworkView; by: 'organisations' | 'owners' }) {
  const { found, view } = props;
  return (
    <>
      <p class="quiet">
        <span aria-hidden="true">●</span> named on the line itself. <span aria-hidden="true">○</span> named on
        something that serves it.
      </p>
      <div class="table-scroll" role="region" aria-label="Who does what" tabIndex={0}>
        <table class="table grid-table">
          <caption>
            {props.by === 'owners' ? 'Boards and subgroups' : 'Organisations'} against the lines of the
            strategy
          </caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {found.columns.map((column) => (
                <th scope="col" key={column.key}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row) => (
              <tr key={row.element.key} class={row.count === 0 ? 'gap' : undefined}>
                <th scope="row">
                  <a href={places.element(view.stored.slug, row.element.key)}>{row.element.label}</a>
                  {row.count === 0 ? <span class="quiet"> – nobody yet</span> : null}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={index} class="grid-cell">
                    <span aria-hidden="true">{coverWords[cell].mark}</span>
                    <span class="visually-hidden">{coverWords[cell].words}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
