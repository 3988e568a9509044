import { notFound, page, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { organisationPath, organisationsPath } from '../domain/organisation-path.ts';
import {
  isClosed,
  organisationView,
  sayKind,
  type OrganisationView,
  type ThreadAbove,
} from '../queries/organisations.ts';

/** One organisation: what it is, since when, and every line of our strategies that it carries, up to the vision. */
export const organisationRoute: Route = {
  method: 'GET',
  path: `${organisationsPath}/:key`,
  policy: 'everyone',
  answer: async (request) => {
    const { key = '' } = request.params;
    const view = await request.read((ctx) => organisationView(ctx, key));
    if (!view) return notFound();
    return page({
      title: view.organisation.name,
      breadcrumbs: [{ text: 'Organisations', href: organisationsPath }],
      body: <OrganisationPage view={view} today={dayInEngland(request.now)} />,
    });
  },
};

function OrganisationPage({ view, today }: { view: OrganisationView; today: Day }) {
  const { organisation, threads } = view;
  return (
    <>
      <h1>{organisation.name}</h1>
      <Facts view={view} today={today} />
      <section>
        <h2>What it carries</h2>
        {threads.length === 0 ? (
          <p class="empty">
            No line of a strategy names it yet. Once one does, the way from there up to the vision stands
            here.
          </p>
        ) : (
          [...Map.groupBy(threads, ({ frameworkSlug }) => frameworkSlug)].map(([slug, lines]) => (
            <div key={slug} class="answers">
              <h3>
                <a href={`/frameworks/${slug}`}>{lines[0]?.frameworkName}</a>
              </h3>
              {lines.map((thread) => (
                <Line key={thread.line.at(-1)?.key} thread={thread} />
              ))}
            </div>
          ))
        )}
      </section>
    </>
  );
}

function Facts({ view, today }: { view: OrganisationView; today: Day }) {
  const { kind, from, until, mergedInto } = view.organisation;
  const rows = [
    ['What it is', sayKind(kind)],
    ['Since', from && sayDay(from)],
    [isClosed(view.organisation, today) ? 'Closed on' : 'Closes on', until && sayDay(until)],
    ['Its work goes on with', mergedInto && <a href={organisationPath(mergedInto)}>{mergedInto.name}</a>],
    ...namesBesides(view).map(({ says, name }) => [says, name] as const),
  ].filter(([, value]) => value);
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name} class="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What it was called before, and what it will be called. */
function namesBesides({ names, organisation }: OrganisationView): { says: string; name: string }[] {
  return names.flatMap(({ name, from }, at) => {
    if (name === organisation.name) return [];
    const next = names[at + 1]?.from;
    const now = names.findLastIndex((one) => one.name === organisation.name);
    if (at > now) return from ? [{ says: `Its name from ${sayDay(from)}`, name }] : [];
    return next ? [{ says: `Its name until ${sayDay(next)}`, name }] : [];
  });
}

function Line({ thread }: { thread: ThreadAbove }) {
  return (
    <ol class="thread-line">
      {thread.line.map(({ key, label, tierName }) => (
        <li key={key}>
          <span class="visually-hidden">{tierName}: </span>
          <a href={`/frameworks/${thread.frameworkSlug}/elements/${key}`}>{label}</a>
        </li>
      ))}
    </ol>
  );
}
