import { z } from 'zod';
import { text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageRequest, Route } from '#platform/http/route.ts';
import { sayDay, dayInEngland } from '#platform/kernel/day.ts';
import { closeFramework } from '../../actions/close-framework.ts';
import { deleteDraft } from '../../actions/delete-draft.ts';
import { nameVersion } from '../../actions/name-version.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { places } from '../places.ts';
import {
  editContent,
  EditForm,
  editRoutes,
  mend,
  mendField,
  type Saved,
  type Showing,
} from './edit-page.tsx';
import { LineField, Wrong } from '#platform/forms/inputs.tsx';

/** A version kept now; a strategy closed when its time is over; a draft thrown away. */
export const endFrameworkRoutes: readonly Route[] = [
  ...editRoutes('/frameworks/:slug/keep-version', {
    show: async (...given) => keepPage(...given),
    save: keep,
  }),
  ...editRoutes('/frameworks/:slug/close', { show: async (...given) => closePage(...given), save: close }),
  ...editRoutes('/frameworks/:slug/delete', {
    show: async (...given) => deletePage(...given),
    save: throwAway,
  }),
];

function keepPage(request: PageRequest, view: FrameworkView, showing: Showing) {
  return editContent(view, {
    title: 'Keep a version now',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Keep a version now</h1>
        <p class="lead">
          The strategy as it stands now is kept, to be read and compared later. Publishing keeps one by
          itself.
        </p>
        <EditForm request={request} submit="Keep it" back={places.versions(view.stored.slug)}>
          <LineField
            answers={showing}
            name="name"
            label="What should it be called?"
            hint="For example: As sent to the board."
            before={`As it stood on ${sayDay(dayInEngland(request.now))}`}
          />
        </EditForm>
      </>
    ),
  });
}

async function keep(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const { slug } = view.stored;
  const read = readForm(z.object({ name: text('a name', 120) }), request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const kept = await request.write((ctx) => nameVersion(ctx, { slug, name: read.value.name }));
  if (!kept.done) return 'not-here';
  return { to: places.versions(slug), notice: `Kept as version ${kept.value.number}.` };
}

function closePage(request: PageRequest, view: FrameworkView, showing: Showing) {
  if (view.document.status === 'closed') return undefined;
  return editContent(view, {
    title: 'Close this strategy',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Close this strategy?</h1>
        <p class="lead">
          Its time is over. Everyone can still read it and look back on it, and nobody can change it any more.
          This cannot be undone.
        </p>
        <EditForm
          request={request}
          submit="Close it for good"
          back={places.framework(view.stored.slug)}
          warning="destroys"
        />
      </>
    ),
  });
}

async function close(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const { slug } = view.stored;
  const closed = await request.write((ctx) => closeFramework(ctx, { slug }));
  if (closed.done) return { to: places.framework(slug), notice: 'Closed. It stays to be read.' };
  switch (closed.refusal.reason) {
    case 'still-a-draft':
      return mendField('main', 'It is a draft: it was never adopted, so there is nothing to close');
    case 'unpublished-changes':
      return mendField(
        'main',
        'Some changes are not public yet. Publish them first, so that what closes is what people read',
      );
    case 'framework-closed':
      return mendField('main', 'It is closed already');
    default:
      return 'not-here';
  }
}

function deletePage(request: PageRequest, view: FrameworkView, showing: Showing) {
  if (view.stored.published) return undefined;
  const count = view.document.elements.length;
  return editContent(view, {
    title: 'Throw this draft away',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Throw this draft away?</h1>
        <p class="lead">
          “{view.document.name}”, {count === 0 ? 'empty' : `with ${count} ${count === 1 ? 'line' : 'lines'}`}.
          It was never published. It goes for good, with its kept versions.
        </p>
        <EditForm
          request={request}
          submit="Throw it away"
          back={places.framework(view.stored.slug)}
          warning="destroys"
        />
      </>
    ),
  });
}

async function throwAway(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const gone = await request.write((ctx) => deleteDraft(ctx, { slug: view.stored.slug }));
  if (gone.done) return { to: places.library, notice: `“${view.document.name}” is gone.` };
  if (gone.refusal.reason === 'was-published')
    return mendField('main', 'It was published meanwhile, so people may have read it. Close it instead');
  return 'not-here';
}
