import { notFound, page, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { Button, Select } from '#packages/govuk-jsx';
import { framework, type FrameworkView } from '../queries/framework.ts';
import {
  changesBetween,
  keptVersions,
  type VersionChanges,
  type VersionLine,
} from '../queries/framework-versions.ts';
import { FrameworkAround, frameworkPage } from './framework-around.tsx';
import { places } from './places.ts';

/** The kept versions of a strategy, and what changed between any two. */
export const versionsRoute: Route = {
  method: 'GET',
  path: '/frameworks/:slug/versions',
  policy: 'everyone',
  answer: async (request) => {
    const before = Number.parseInt(request.query.get('before') ?? '', 10);
    const wanted = request.query.get('after') ?? 'now';
    const after = wanted === 'now' ? 'now' : Number.parseInt(wanted, 10);
    const found = await request.read(async (ctx) => {
      const view = await framework(ctx, request.params['slug'] ?? '');
      if (!view) return undefined;
      const changes =
        Number.isInteger(before) && (after === 'now' || Number.isInteger(after))
          ? await changesBetween(ctx, view, { before, after })
          : undefined;
      return { view, lines: await keptVersions(ctx, view), changes };
    });
    if (!found) return notFound();
    return page(
      frameworkPage(found.view, {
        title: 'Versions',
        under: [{ text: found.view.document.name, href: places.framework(found.view.stored.slug) }],
        body: <Versions {...found} path={request.path} />,
      }),
    );
  },
};

function Versions(props: {
  view: FrameworkView;
  lines: readonly VersionLine[];
  changes: VersionChanges | undefined;
  path: string;
}) {
  const { view, lines, changes, path } = props;
  return (
    <FrameworkAround view={view} path={path}>
      <h1>Versions</h1>
      <p class="lead">
        {lines.length === 0
          ? 'No earlier version is kept.'
          : lines.length === 1
            ? 'One version is kept.'
            : `${lines.length} versions are kept.`}
      </p>
      {view.mayEdit ? (
        <p>
          <a href={places.keepVersion(view.stored.slug)}>Keep a version now</a>
        </p>
      ) : null}
      {lines.length === 0 ? (
        <p class="empty">
          Each time this strategy is published, how it stood is kept here, and what changed can be read.
        </p>
      ) : (
        <>
          <ol class="plain-list" reversed>
            {lines.map((line) => (
              <li key={line.number}>
                <strong>{line.name}</strong>{' '}
                <span class="quiet">
                  version {line.number}, {sayDay(dayInEngland(line.madeAt))}
                </span>
              </li>
            ))}
          </ol>
          <Compare lines={lines} slug={view.stored.slug} />
        </>
      )}
      {changes ? <Changes changes={changes} /> : null}
    </FrameworkAround>
  );
}

function Compare({ lines, slug }: { lines: readonly VersionLine[]; slug: string }) {
  const items = lines.map((line) => ({ value: line.number, text: `${line.number}: ${line.name}` }));
  return (
    <section>
      <h2>What changed</h2>
      <form method="get" action={places.versions(slug)}>
        <Select id="before" name="before" label={{ text: 'From' }} items={items} />
        <Select
          id="after"
          name="after"
          label={{ text: 'To' }}
          items={[{ value: 'now', text: 'How it stands now' }, ...items]}
        />
        <Button text="Show what changed" />
      </form>
    </section>
  );
}

function Changes({ changes }: { changes: VersionChanges }) {
  return (
    <section aria-live="polite">
      <h2>
        From {changes.before} to {changes.after}
      </h2>
      {changes.sentences.length === 0 ? (
        <p>Nothing changed.</p>
      ) : (
        <ul>
          {changes.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
