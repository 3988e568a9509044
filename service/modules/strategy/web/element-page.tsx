import type { Ctx } from '#platform/db/database.ts';
import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import type { PassageDocument } from '../domain/framework-document.ts';
import type { ElementThread, SubjectGroup, SubjectRegistry } from '../domain/thread.ts';
import { elementThread } from '../queries/element-thread.ts';
import { framework, type FrameworkView } from '../queries/framework.ts';
import { FrameworkAround, frameworkPage, SourceLine } from './framework-around.tsx';
import { places } from './places.ts';

/** One element: the walk up to the vision and down to everything that answers it. */
export function elementRoute(registry: SubjectRegistry<Ctx>): Route {
  return {
    method: 'GET',
    path: '/frameworks/:slug/elements/:key',
    policy: 'everyone',
    answer: async (request) => {
      const { slug = '', key = '' } = request.params;
      const found = await request.read(async (ctx) => {
        const view = await framework(ctx, slug);
        const thread = view && (await elementThread(ctx, { view, key, registry }));
        return view && thread ? { view, thread } : undefined;
      });
      if (!found) return notFound();
      const { view, thread } = found;
      return page(
        frameworkPage(view, {
          title: thread.element.label,
          under: [{ text: view.document.name, href: places.framework(view.stored.slug) }],
          body: <ElementPage view={view} thread={thread} request={request} />,
        }),
      );
    },
  };
}

function ElementPage(props: { view: FrameworkView; thread: ElementThread; request: PageRequest }) {
  const { view, thread } = props;
  const { element } = thread;
  return (
    <FrameworkAround view={view} path={props.request.path}>
      <ol class="thread" aria-label="From the vision to here">
        {thread.up.map((step) => (
          <li key={step.element.key}>
            <span class="thread-kind">{step.tier.name}</span>
            <a class="thread-title" href={places.element(view.stored.slug, step.element.key)}>
              {step.element.label}
            </a>
          </li>
        ))}
        <li class="thread-here">
          <span class="thread-kind">
            {thread.tier.name}
            {element.audience ? ` for ${element.audience}` : ''}
          </span>
          <h1 class="thread-title">{element.label}</h1>
          <Statement thread={thread} />
          <Standing view={view} thread={thread} />
          <SourceLine document={view.document} line={element.line} />
        </li>
        {thread.down.map((group) => (
          <li key={group.tier.key}>
            <h2 class="thread-title">{group.tier.plural}</h2>
            <ul class="plain-list">
              {group.elements.map((below) => (
                <li key={below.key}>
                  <a href={places.element(view.stored.slug, below.key)}>{below.label}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {thread.subjects.map((group) => (
          <li key={group.kind}>
            <Subjects group={group} />
          </li>
        ))}
        <Missing view={view} thread={thread} />
      </ol>
      <Needs view={view} thread={thread} />
      {view.mayEdit ? <Edits view={view} thread={thread} /> : null}
    </FrameworkAround>
  );
}

function Statement({ thread }: { thread: ElementThread }) {
  const { statement, statementWording } = thread.element;
  if (!statement) return null;
  return (
    <>
      <p class="lead own-words">{statement}</p>
      {statementWording === 'ours' ? <p class="quiet">In our words.</p> : null}
    </>
  );
}

/** Which way an element should move, for people. */
export const directionWords = {
  increase: 'Should go up',
  decrease: 'Should go down',
  improve: 'Should get better',
  'close-gap': 'The gap should close',
} as const;

function Standing({ view, thread }: { view: FrameworkView; thread: ElementThread }) {
  const names = (keys: readonly string[], all: readonly { key: string; name: string }[]) =>
    keys.flatMap((key) => all.find((one) => one.key === key)?.name ?? []).join(', ');
  const { element } = thread;
  const onThread = new Set(
    thread.subjects
      .filter(({ kind }) => kind === 'organisation')
      .flatMap(({ subjects }) => subjects.map(({ id }) => id)),
  );
  const byNameOnly = element.organisations.filter((key) => !onThread.has(key));
  const rows = [
    ['Owned by', names(element.owners, view.document.owners)],
    [onThread.size > 0 ? 'Also done by' : 'Done by', names(byNameOnly, view.document.organisations)],
    ['Which way', element.direction ? directionWords[element.direction] : ''],
  ].filter(([, value]) => value);
  if (rows.length === 0) return null;
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

/** How something tied answers an element, for people. */
export const roleWords: Readonly<Record<string, string>> = {
  headline: 'Says most about it',
  supporting: 'Says something about it',
  'gap-target': 'One side of a gap: those it should close for',
  'gap-reference': 'One side of a gap: their peers',
  'published-gap': 'The gap, as published',
  proxy: 'Stands in for it',
  context: 'For context',
};

function Subjects({ group }: { group: SubjectGroup }) {
  return (
    <>
      <h2 class="thread-title">{group.name}</h2>
      <ul class="subjects">
        {group.subjects.map((subject) => (
          <li key={`${subject.id} ${subject.role}`}>
            <a href={subject.link}>{subject.title}</a>
            <span class="thread-state">{subject.state}</span>
            <span class="quiet">{[roleWords[subject.role], subject.note].filter(Boolean).join('. ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What should hang on the thread here and does not, said plainly. */
function Missing({ view, thread }: { view: FrameworkView; thread: ElementThread }) {
  const unanswered = view.document.unanswered.find(({ element }) => element === thread.element.key);
  if (unanswered)
    return (
      <li class="thread-loose">
        <h2 class="thread-title">Nothing published answers this</h2>
        <p>{unanswered.why}</p>
        <p>What would answer it: {unanswered.wouldAnswer}</p>
      </li>
    );
  const asksForNumber =
    thread.tier.role === 'outcome' || thread.tier.role === 'priority' || thread.tier.role === 'indicator';
  if (!asksForNumber || thread.subjects.some(({ kind }) => kind === 'measure')) return null;
  return (
    <li class="thread-loose">
      <h2 class="thread-title">No number is tied here yet</h2>
      <p>
        A measure tied here would show whether this promise is kept.
        {view.mayEdit ? (
          <>
            {' '}
            <a href={places.ties(view.stored.slug, thread.element.key)}>Tie one</a>
          </>
        ) : null}
      </p>
    </li>
  );
}

function Needs({ view, thread }: { view: FrameworkView; thread: ElementThread }) {
  const told = view.document.passages.filter(({ about }) => about.includes(thread.element.key));
  if (told.length === 0) return null;
  return (
    <section>
      <h2>Why it matters here</h2>
      {told.map((passage: PassageDocument) => (
        <div key={passage.key}>
          <h3>{passage.title}</h3>
          <p class="own-words">{passage.text}</p>
          <SourceLine document={view.document} line={passage.line} />
        </div>
      ))}
    </section>
  );
}

function Edits({ view, thread }: { view: FrameworkView; thread: ElementThread }) {
  const { slug } = view.stored;
  const { key } = thread.element;
  return (
    <div class="actions">
      <a class="govuk-button" href={places.editElement(slug, key)}>
        Change these words
      </a>
      <a href={places.ties(slug, key)}>Tie or untie</a>
      <a href={places.moveElement(slug, key)}>Move</a>
      <a href={places.removeElement(slug, key)}>Take away</a>
    </div>
  );
}
