import { z } from 'zod';
import { choice, optionalChoice, version } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { publishFramework, type PublishRefusal } from '../../actions/publish-framework.ts';
import { sayChange } from '../../domain/change-sentences.ts';
import { compareVersions, type Change } from '../../domain/compare-versions.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { looseEnds, type LooseEnds } from '../../queries/loose-ends.ts';
import { FrameworkAround } from '../framework-around.tsx';
import { places } from '../places.ts';
import {
  editContent,
  EditForm,
  editRoutes,
  mend,
  mendField,
  SeenField,
  type Saved,
  type Showing,
} from './edit-page.tsx';
import { ChoiceField, Wrong } from '#platform/forms/inputs.tsx';

/** What would become public, said in sentences; then making it so. */
export const publishRoutes: readonly Route[] = editRoutes('/frameworks/:slug/publish', { show, save });

async function show(request: PageRequest, view: FrameworkView, showing: Showing): Promise<PageContent> {
  const ends = await request.read(async (ctx) => looseEnds(ctx, view));
  return editContent(view, {
    title: 'Publish',
    body: (
      <FrameworkAround view={{ ...view, hasUnpublishedChanges: false }} path={request.path}>
        <Wrong errors={showing.errors} />
        <h1>Publish</h1>
        {view.hasUnpublishedChanges ? (
          <ToPublish request={request} view={view} showing={showing} ends={ends} />
        ) : (
          <NothingNew view={view} showing={showing} request={request} />
        )}
      </FrameworkAround>
    ),
  });
}

type Parts = { request: PageRequest; view: FrameworkView; showing: Showing };

function ToPublish({ request, view, showing, ends }: Parts & { ends: LooseEnds }) {
  const { stored, document } = view;
  return (
    <>
      {stored.published ? (
        <Changes changes={compareVersions(stored.published, document)} />
      ) : (
        <p class="lead">Nobody outside has seen this strategy yet. Publishing shows all of it to everyone.</p>
      )}
      <EndsThatRemain ends={ends} slug={stored.slug} />
      <EditForm
        request={request}
        submit={stored.published ? 'Publish these changes' : 'Publish this strategy'}
        back={places.framework(stored.slug)}
      >
        <SeenField showing={{ ...showing, posted: {} }} seen={String(stored.version)} />
        {document.status === 'draft' ? <AsWhat showing={showing} /> : null}
      </EditForm>
    </>
  );
}

function AsWhat({ showing }: { showing: Showing }) {
  return (
    <ChoiceField
      answers={showing}
      name="as"
      label="As what?"
      options={[
        {
          value: 'adopted',
          text: 'As our strategy',
          hint: 'The board has agreed it. It is adopted from today.',
        },
        {
          value: 'it-stands',
          text: 'As a draft',
          hint: 'Everyone can read it and say what they think. “Draft” stands on it.',
        },
      ]}
    />
  );
}

function NothingNew({ view, showing, request }: Parts) {
  if (view.document.status !== 'draft')
    return (
      <p class="lead">
        Everything is public already. <a href={places.framework(view.stored.slug)}>Go back to the strategy</a>
      </p>
    );
  return (
    <>
      <p class="lead">Everything is public already, as a draft.</p>
      <EditForm request={request} submit="Adopt it as our strategy" back={places.framework(view.stored.slug)}>
        <SeenField showing={{ ...showing, posted: {} }} seen={String(view.stored.version)} />
        <input type="hidden" name="as" value="adopted" />
      </EditForm>
    </>
  );
}

const shownAtOnce = 12;

/** Changes as sentences; of many, the first at once and the rest behind one line. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const sentences = changes.map(sayChange);
  if (sentences.length === 0) return <p class="lead">The words are the same as those that are public now.</p>;
  const rest = sentences.slice(shownAtOnce);
  return (
    <>
      <p class="lead">
        {sentences.length === 1 ? 'One thing would change:' : `${sentences.length} things would change:`}
      </p>
      <Sentences sentences={sentences.slice(0, shownAtOnce)} />
      {rest.length > 0 ? (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{rest.length} more</span>
          </summary>
          <Sentences sentences={rest} />
        </details>
      ) : null}
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul class="sentences">
      {sentences.map((sentence, index) => (
        <li key={index}>
          <span dir="auto">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

function EndsThatRemain({ ends, slug }: { ends: LooseEnds; slug: string }) {
  if (ends.count === 0) return <p>No loose ends remain.</p>;
  return (
    <>
      <h2>{ends.count === 1 ? 'One loose end remains' : `${ends.count} loose ends remain`}</h2>
      <p>
        They do not stop you: an honest strategy may have some.{' '}
        <a href={places.looseEnds(slug)}>Read them all</a>
      </p>
      <ul class="below">
        {ends.groups.map(({ rule, name, findings }) => (
          <li key={rule}>
            {name} <span class="quiet">({findings.length})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const form = z.object({ seen: version(), as: optionalChoice(['adopted', 'it-stands']) });
const draftForm = form.extend({
  as: choice('whether this is the strategy or a draft', ['adopted', 'it-stands']),
});

async function save(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const isDraft = view.document.status === 'draft';
  const read = readForm(isDraft ? draftForm : form, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { slug } = view.stored;
  const as = isDraft && read.value.as ? read.value.as : 'it-stands';
  const published = await request.write((ctx) => publishFramework(ctx, { slug, seen: read.value.seen, as }));
  if (published.done)
    return { to: places.framework(slug), notice: 'Published. This is what everyone sees now.' };
  const { refusal } = published;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  return mendField(isDraft && view.hasUnpublishedChanges ? 'as' : 'main', wordsOf(words, refusal));
}

const words: WordsFor<Exclude<PublishRefusal, { reason: 'not-allowed' | 'framework-missing' }>> = {
  'nothing-new': () => 'Everything is public already',
  'changed-since-read': () =>
    'Somebody changed the strategy after you opened this page. Read what would change now, then publish',
  'already-adopted': () => 'It is adopted already',
  'framework-closed': () => 'This strategy is closed',
  'nothing-in-it': () => 'There is nothing in it yet. Add at least a vision, then adopt it',
  'period-over': ({ endedOn }) =>
    `Its period ended on ${sayDay(endedOn)}. Change the period, or publish it as a draft`,
};
