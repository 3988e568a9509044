import { notFound, page, type Route } from '#platform/http/route.ts';
import type { PassageDocument } from '../domain/framework-document.ts';
import { framework, type FrameworkView } from '../queries/framework.ts';
import { FrameworkAround, frameworkPage, SourceLine } from './framework-around.tsx';
import { places } from './places.ts';

/** What stands behind a strategy: forewords, the look back, needs, evidence, the caution about simple models. */
export const backgroundRoute: Route = {
  method: 'GET',
  path: '/frameworks/:slug/background',
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => framework(ctx, request.params['slug'] ?? ''));
    if (!view) return notFound();
    return page(
      frameworkPage(view, {
        title: 'Background',
        under: [{ text: view.document.name, href: places.framework(view.stored.slug) }],
        body: <Background view={view} path={request.path} />,
      }),
    );
  },
};

/** Each kind of passage under its heading, in the order in which a reader wants them. */
const headings: Readonly<Record<PassageDocument['kind'], string>> = {
  foreword: 'Foreword',
  need: 'What matters locally, and why',
  'going-well': 'Looking back: what has gone well',
  'to-improve': 'Looking back: what should be better',
  evidence: 'Evidence',
  caution: 'A caution about cause and effect',
  'sister-strategy': 'Other strategies this one goes with',
  note: 'Notes',
};

function Background({ view, path }: { view: FrameworkView; path: string }) {
  const { document } = view;
  const kinds = Object.entries(headings)
    .map(([kind, heading]) => ({
      heading,
      passages: document.passages.filter((passage) => passage.kind === kind),
    }))
    .filter(({ passages }) => passages.length > 0);
  return (
    <FrameworkAround view={view} path={path}>
      <h1>Background</h1>
      <p class="lead">
        {kinds.length === 0
          ? 'Nothing stands behind this strategy yet.'
          : 'What this strategy was built on, in short.'}
      </p>
      {kinds.length === 0 ? (
        <p class="empty">
          Forewords, a look back at the last plan, needs and evidence will stand here, each tied to the
          promise it supports.
        </p>
      ) : null}
      {view.mayEdit ? (
        <p>
          <a href={places.addPassage(view.stored.slug)}>Add to the background</a>
        </p>
      ) : null}
      <LogicModel view={view} />
      {kinds.map(({ heading, passages }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {passages.map((passage) => (
            <Passage key={passage.key} passage={passage} view={view} />
          ))}
        </section>
      ))}
      <About view={view} />
    </FrameworkAround>
  );
}

function Passage({ passage, view }: { passage: PassageDocument; view: FrameworkView }) {
  const about = view.document.elements.filter(({ key }) => passage.about.includes(key));
  return (
    <article>
      <h3>{passage.title}</h3>
      <p class="own-words">{passage.text}</p>
      {passage.link ? (
        <p>
          <a href={passage.link} rel="noreferrer">
            Read the source
          </a>
        </p>
      ) : null}
      {about.length > 0 ? (
        <p class="quiet">
          About{' '}
          {about.map((element, index) => (
            <span key={element.key}>
              {index > 0 ? ', ' : ''}
              <a href={places.element(view.stored.slug, element.key)}>{element.label}</a>
            </span>
          ))}
        </p>
      ) : null}
      <SourceLine document={view.document} line={passage.line} />
      {view.mayEdit ? (
        <p>
          <a href={places.editPassage(view.stored.slug, passage.key)}>
            Change<span class="visually-hidden"> “{passage.title}”</span>
          </a>
        </p>
      ) : null}
    </article>
  );
}

const modelSteps = [
  { role: 'need', title: 'What we saw' },
  { role: 'action', title: 'What we do' },
  { role: 'programme', title: 'What people are offered' },
  { role: 'priority', title: 'What should change first' },
  { role: 'outcome', title: 'What should be true for every child' },
] as const;

/** The strategy read from left to right, with its caution: such a picture is simpler than any child's life. */
function LogicModel({ view }: { view: FrameworkView }) {
  const { document } = view;
  const tierKeys = (role: string) =>
    document.tiers.filter((tier) => tier.role === role).map(({ key }) => key);
  const steps = modelSteps
    .map(({ role, title }) => ({
      title,
      words:
        role === 'need'
          ? document.passages
              .filter(({ kind }) => kind === 'need')
              .map(({ key, title: label }) => ({ key, label }))
          : document.elements.filter(({ tier }) => tierKeys(role).includes(tier)),
    }))
    .filter(({ words }) => words.length > 0);
  if (steps.length < 2) return null;
  return (
    <section>
      <h2>How it is meant to work</h2>
      <p>
        Read from what we saw to what should be true. It is a picture, not a machine: lives are not simple,
        and one thing rarely causes another alone.
      </p>
      <ol class="model">
        {steps.map((step) => (
          <li key={step.title}>
            <h3>{step.title}</h3>
            <ul>
              {step.words.slice(0, 8).map((word) => (
                <li key={word.key}>{word.label}</li>
              ))}
              {step.words.length > 8 ? <li class="quiet">and {step.words.length - 8} more</li> : null}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function About({ view }: { view: FrameworkView }) {
  const { source, footprint } = view.document;
  if (!source && !footprint) return null;
  return (
    <section>
      <h2>About this text</h2>
      {source ? <p>{source.title}</p> : null}
      {source?.note ? <p>{source.note}</p> : null}
      {footprint ? <p>{footprint}</p> : null}
    </section>
  );
}
