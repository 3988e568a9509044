import { notFound, page, type Route } from '#platform/http/route.ts';
import type { Finding, FindingGroup } from '../domain/check/check-framework.ts';
import { framework, type FrameworkView } from '../queries/framework.ts';
import { looseEnds, type LooseEnds } from '../queries/loose-ends.ts';
import { FrameworkAround, frameworkPage, SourceLine } from './framework-around.tsx';
import { mendPlace } from './editing/mend-place.ts';
import { places } from './places.ts';

/** What hangs loose in a strategy: each in a sentence, with a way to mend it. */
export const looseEndsRoute: Route = {
  method: 'GET',
  path: '/frameworks/:slug/loose-ends',
  policy: 'everyone',
  answer: async (request) => {
    const found = await request.read(async (ctx) => {
      const view = await framework(ctx, request.params['slug'] ?? '');
      return view && { view, ends: looseEnds(ctx, view) };
    });
    if (!found) return notFound();
    const { view, ends } = found;
    return page(
      frameworkPage(view, {
        title: 'Loose ends',
        under: [{ text: view.document.name, href: places.framework(view.stored.slug) }],
        body: <LooseEndsPage view={view} ends={ends} path={request.path} />,
      }),
    );
  },
};

function LooseEndsPage({ view, ends, path }: { view: FrameworkView; ends: LooseEnds; path: string }) {
  return (
    <FrameworkAround view={view} path={path}>
      <h1>Loose ends</h1>
      <p class="lead">{sayCount(ends)}</p>
      {ends.groups.length > 1 ? (
        <nav aria-label="Kinds of loose ends">
          <ul class="below">
            {ends.groups.map((group) => (
              <li key={group.rule}>
                <a href={`#${group.rule}`}>{group.name}</a>{' '}
                <span class="quiet">({group.findings.length})</span>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {ends.groups.map((group) => (
        <Group key={group.rule} group={group} view={view} />
      ))}
    </FrameworkAround>
  );
}

function sayCount({ count, looks }: LooseEnds): string {
  if (count + looks === 0)
    return 'None. Every promise here leads to a number, to people and to something being done.';
  const ends = count === 1 ? 'One loose end' : `${count} loose ends`;
  const more =
    looks === 0 ? '' : looks === 1 ? ', and one thing worth a look' : `, and ${looks} things worth a look`;
  return `${ends}${more}. Each says what would mend it.`;
}

function Group({ group, view }: { group: FindingGroup; view: FrameworkView }) {
  const mends = new Set(group.findings.map(({ mend }) => mend));
  const [shared] = mends.size === 1 && group.findings.length > 1 ? mends : [];
  return (
    <section>
      <h2 id={group.rule}>{group.name}</h2>
      {shared ? <Mend words={shared} /> : null}
      <ul class="findings">
        {group.findings.map((finding, index) => (
          <li key={index}>
            <FindingWords finding={finding} view={view} mendSaid={shared !== undefined} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mend({ words }: { words: string }) {
  return (
    <p>
      <strong>To mend it:</strong> {words}
    </p>
  );
}

function FindingWords(props: { finding: Finding; view: FrameworkView; mendSaid: boolean }) {
  const { finding, view } = props;
  const { slug } = view.stored;
  const mend = view.mayEdit ? mendPlace(slug, finding) : undefined;
  return (
    <>
      <p>{finding.sentence}</p>
      {props.mendSaid ? null : <Mend words={finding.mend} />}
      <div class="finding-ways">
        {mend ? (
          <a href={mend}>
            Mend it
            <span class="visually-hidden">: {finding.sentence}</span>
          </a>
        ) : null}
        {finding.element ? (
          <a href={places.element(slug, finding.element)}>
            See it on the thread<span class="visually-hidden">: {labelOf(view, finding.element)}</span>
          </a>
        ) : null}
        <SourceLine document={view.document} line={finding.line} />
      </div>
    </>
  );
}

function labelOf(view: FrameworkView, key: string): string {
  return view.document.elements.find((element) => element.key === key)?.label ?? key;
}
