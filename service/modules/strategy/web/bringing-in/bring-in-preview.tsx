import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { optionalText, version } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { bringInFramework } from '../../actions/bringing-in/bring-in-framework.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { childrenByTier, graphOf, tierWords, tiersInOrder } from '../../domain/graph.ts';
import { editStrategy } from '../../domain/permissions.ts';
import { bringIn, bringInPreview, type BringIn, type BringInPreview } from '../../queries/bring-in.ts';

import { ChoiceField, Wrong } from '#platform/forms/inputs.tsx';
import { Changes } from '../editing/publish.tsx';
import { sayStanding } from '../framework-around.tsx';
import { places } from '../places.ts';

const path = places.broughtIn(':id');

/** What a file or marked text would make, before anything is kept; then keeping it. */
export const bringInPreviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: editStrategy,
    answer: async (request) => {
      const content = await previewPage(request, request.query.get('as') ?? undefined, []);
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path, policy: editStrategy, answer: confirm },
];

const form = z.object({ replace: optionalText(100), seen: version() });

async function confirm(request: PageRequest): Promise<Answer> {
  const found = await request.read((ctx) => bringIn(ctx, request.params['id'] ?? ''));
  const read = readForm(form, request.posted);
  if (!found || !read.done) return notFound();
  const { replace, seen } = read.value;
  const replaces = replace === undefined ? {} : { replaces: { slug: replace, seen } };
  const brought = await request.write((ctx) => bringInFramework(ctx, { id: found.id, ...replaces }));
  if (brought.done) {
    const notice = replace
      ? 'It is brought in. What stood here before is kept under Versions. Nothing is public until you publish.'
      : 'It is brought in, and nobody else sees it until you publish. These are its loose ends.';
    return redirectTo(places.looseEnds(brought.value.slug), notice);
  }
  const words = refusalWords[brought.refusal.reason];
  if (!words) return notFound();
  const content = await previewPage(request, replace, [{ field: 'main', message: words }]);
  return content ? pageToMend(content) : notFound();
}

const refusalWords: Readonly<Record<string, string | undefined>> = {
  'changed-since-read':
    'Somebody changed that strategy after you opened this page. Read what would change now',
  'framework-closed': 'That strategy is closed. Bring this in as a new one',
  'framework-missing': 'That strategy is not here any more. Bring this in as a new one',
};

async function previewPage(
  request: PageRequest,
  choice: string | undefined,
  errors: readonly FieldError[],
): Promise<PageContent | undefined> {
  const found = await request.read(async (ctx) => {
    const held = await bringIn(ctx, request.params['id'] ?? '');
    const document = held?.content.document;
    return held && document ? { held, preview: await bringInPreview(ctx, document, choice) } : undefined;
  });
  if (!found) return undefined;
  const { held, preview } = found;
  return {
    title: `Bring in “${preview.document.name}”?`,
    breadcrumbs: [
      { text: 'All strategies', href: places.library },
      held.content.kind === 'file'
        ? { text: 'Bring in a file', href: places.bringIn }
        : { text: 'Mark its lines', href: places.markLines(held.id) },
    ],
    body: <Preview request={request} held={held} preview={preview} errors={errors} />,
  };
}

type Parts = { request: PageRequest; held: BringIn; preview: BringInPreview };

function Preview({ request, held, preview, errors }: Parts & { errors: readonly FieldError[] }) {
  const { document, own, replaces } = preview;
  return (
    <>
      <Wrong errors={errors} />
      <h1>Bring in “{document.name}”?</h1>
      <p class="lead">{sayCounts(document)} Nothing is kept yet.</p>
      <p class="quiet">
        {document.partnership}. {sayStanding(document)}.
      </p>
      {held.content.kind === 'file' ? <Lost sentences={held.content.lost} /> : null}
      {own.length > 0 ? <AsWhat request={request} preview={preview} /> : null}
      {replaces ? (
        <section aria-labelledby="changes">
          <h2 id="changes">What would change in “{replaces.name}”</h2>
          <Changes changes={replaces.changes} />
        </section>
      ) : null}
      <form method="post" action={request.path} class="edit">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="replace" value={replaces?.slug ?? ''} />
        <input type="hidden" name="seen" value={String(replaces?.version ?? 0)} />
        <div class="actions">
          <Button
            text={replaces ? `Put it in place of “${replaces.name}”` : 'Bring it in'}
            preventDoubleClick
          />
          {held.content.kind === 'pasted' ? (
            <a href={places.markLines(held.id)}>Change what the lines are</a>
          ) : null}
          <a href={places.library}>Do not bring it in</a>
        </div>
      </form>
      <Contents document={document} />
    </>
  );
}

function Lost({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="lost">
      <h2 id="lost">What of the file has no place here</h2>
      <ul class="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function AsWhat({ request, preview }: { request: PageRequest; preview: BringInPreview }) {
  return (
    <form method="get" action={request.path} class="edit">
      <ChoiceField
        answers={{ errors: [] }}
        name="as"
        label="As what?"
        options={[
          { value: 'new', text: 'A new strategy' },
          ...preview.own.map(({ slug, name }) => ({
            value: slug,
            text: `In place of “${name}”`,
            hint: 'What stands there now is kept as a version first.',
          })),
        ]}
        before={preview.replaces?.slug ?? 'new'}
        small
      />
      <Button text="Show what would change" classes="govuk-button--secondary" />
    </form>
  );
}

/** What it holds, in the document's own words: "It holds: Vision (1), Outcomes (6)." */
function sayCounts(document: FrameworkDocument): string {
  const counts = tiersInOrder(graphOf(document))
    .filter(({ elements }) => elements.length > 0)
    .map(({ tier, elements }) => `${tierWords(tier, elements.length)} (${elements.length})`);
  return counts.length === 0 ? 'It holds no lines yet.' : `It holds: ${counts.join(', ')}.`;
}

function Contents({ document }: { document: FrameworkDocument }) {
  const graph = graphOf(document);
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">What it holds</h2>
      {tiersInOrder(graph)
        .filter(({ elements }) => elements.length > 0)
        .map(({ tier, elements }) => (
          <details key={tier.key} class="govuk-details" open={elements.length <= 12}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                {tierWords(tier, elements.length)} ({elements.length})
              </span>
            </summary>
            <ul class="sentences">
              {elements.map(({ key, label }) => (
                <li key={key}>
                  <span dir="auto">
                    {label} <Below graph={graph} of={key} />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}

function Below({ graph, of }: { graph: ReturnType<typeof graphOf>; of: string }) {
  const groups = childrenByTier(graph, of);
  if (groups.length === 0) return null;
  const said = groups.map(({ tier, elements }) => `${tierWords(tier, elements.length)}: ${elements.length}`);
  return <span class="quiet">{said.join(', ')}</span>;
}
