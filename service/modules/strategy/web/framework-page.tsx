import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import type { ElementDocument } from '../domain/framework-document.ts';
import { graphOf, tiersInOrder, type FrameworkGraph, type TierGroup } from '../domain/graph.ts';
import { framework, type FrameworkView } from '../queries/framework.ts';
import { FrameworkAround, frameworkPage, sayStanding } from './framework-around.tsx';
import { places } from './places.ts';

/** A whole strategy, from the vision down: the first page of a framework. */
export const frameworkRoute: Route = {
  method: 'GET',
  path: '/frameworks/:slug',
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => framework(ctx, request.params['slug'] ?? ''));
    if (!view) return notFound();
    return page(
      frameworkPage(view, {
        title: view.document.name,
        body: <WholeFramework view={view} request={request} />,
      }),
    );
  },
};

function WholeFramework({ view, request }: { view: FrameworkView; request: PageRequest }) {
  const { document } = view;
  const graph = graphOf(document);
  const groups = tiersInOrder(graph).filter(({ elements }) => elements.length > 0);
  const top = groups.filter(({ tier }) => tier.role === 'vision');
  const promises = groups.filter(
    ({ tier }) => tier.role === 'outcome' || tier.role === 'priority' || tier.role === 'ask',
  );
  const first = promises[0];
  const rest = groups.filter((group) => !top.includes(group) && group !== first);
  return (
    <FrameworkAround view={view} path={request.path}>
      <h1>{document.name}</h1>
      <p class="quiet">
        {document.partnership}. {sayStanding(document)}.
      </p>
      {top.map((group) => (
        <Vision key={group.tier.key} group={group} slug={document.slug} />
      ))}
      {groups.length === 0 ? <NothingYet view={view} /> : null}
      {first ? <Promises group={first} graph={graph} /> : null}
      {rest.map((group) => (
        <Tier key={group.tier.key} group={group} slug={document.slug} />
      ))}
      <Downloads slug={document.slug} />
      {view.mayEdit ? <Edits slug={document.slug} /> : null}
    </FrameworkAround>
  );
}

function Vision({ group, slug }: { group: TierGroup; slug: string }) {
  return (
    <section aria-label={group.tier.name}>
      {group.elements.map((element) => (
        <div class="vision" key={element.key}>
          <p class="vision-words">
            <a href={places.element(slug, element.key)}>{element.label}</a>
          </p>
          {element.statement ? <p>{element.statement}</p> : null}
        </div>
      ))}
    </section>
  );
}

/** The tier that people came for, each element with what serves it, on the thread. */
function Promises({ group, graph }: { group: TierGroup; graph: FrameworkGraph }) {
  const { slug } = graph.document;
  return (
    <section>
      <h2>{group.tier.plural}</h2>
      <ul class="thread">
        {group.elements.map((element) => (
          <li key={element.key}>
            <a class="thread-title" href={places.element(slug, element.key)}>
              {element.label}
            </a>
            {element.statement ? <p class="thread-words">{element.statement}</p> : null}
            <Below element={element} graph={graph} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const mostShownBelow = 6;

function Below({ element, graph }: { element: ElementDocument; graph: FrameworkGraph }) {
  const below = (graph.below.get(element.key) ?? [])
    .filter(({ through }) => through === 'element')
    .flatMap(({ key }) => graph.elements.get(key) ?? []);
  if (below.length === 0) return null;
  const more = below.length - mostShownBelow;
  return (
    <ul class="below">
      {below.slice(0, mostShownBelow).map((child) => (
        <li key={child.key}>
          <a href={places.element(graph.document.slug, child.key)}>{child.label}</a>
        </li>
      ))}
      {more > 0 ? (
        <li>
          <a href={places.element(graph.document.slug, element.key)}>
            and {more} more<span class="visually-hidden"> under {element.label}</span>
          </a>
        </li>
      ) : null}
    </ul>
  );
}

function Tier({ group, slug }: { group: TierGroup; slug: string }) {
  return (
    <section>
      <h2>{group.tier.plural}</h2>
      {group.tier.note ? <p class="quiet">{group.tier.note}</p> : null}
      <ul class="plain-list">
        {group.elements.map((element) => (
          <li key={element.key}>
            <a href={places.element(slug, element.key)}>{element.label}</a>
            {element.audience ? <span class="quiet"> ({element.audience})</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingYet({ view }: { view: FrameworkView }) {
  return (
    <div class="empty">
      <p>Nothing stands here yet. A strategy begins with what you want for every child.</p>
      {view.mayEdit ? (
        <p>
          <a href={places.addElement(view.stored.slug)}>Write the first line</a>
        </p>
      ) : null}
    </div>
  );
}

function Edits({ slug }: { slug: string }) {
  return (
    <div class="actions">
      <a class="govuk-button" href={places.addElement(slug)}>
        Add to this strategy
      </a>
      <a href={places.editFramework(slug)}>Change its name, period and tiers</a>
      <a href={places.publish(slug)}>Publish</a>
    </div>
  );
}

function Downloads({ slug }: { slug: string }) {
  return (
    <p class="quiet">
      Take it with you: <a href={places.download(slug, 'yaml')}>YAML</a>,{' '}
      <a href={places.download(slug, 'json')}>JSON</a>,{' '}
      <a href={places.download(slug, 'csv')}>spreadsheet (CSV)</a>,{' '}
      <a href={places.download(slug, 'xml')}>StratML</a>.
    </p>
  );
}
