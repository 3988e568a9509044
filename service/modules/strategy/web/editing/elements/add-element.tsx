import { z } from 'zod';
import { many } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { addElement } from '../../../actions/elements/add-element.ts';
import type { FrameworkView } from '../../../queries/framework.ts';
import { places } from '../../places.ts';
import { editContent, EditForm, editRoutes, mend, type Saved, type Showing } from '../edit-page.tsx';
import { PickField, Wrong } from '#platform/forms/inputs.tsx';
import { mendEdit } from '../refusal-words.ts';
import { elementFields, ElementFields, readElement } from './element-form.tsx';
import { Serves } from './serves.tsx';

/** Something new in a strategy. */
export const addElementRoutes: readonly Route[] = editRoutes('/frameworks/:slug/add-element', {
  show: async (request, view, showing) => addElementPage(request, view, showing),
  save,
});

const place = z.object({
  tier: many()
    .transform((keys) => keys[0] ?? '')
    .pipe(z.string().min(1, 'Choose what it is').max(60)),
  serves: many(),
});

async function save(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const { slug } = view.stored;
  const at = readForm(place, request.posted);
  const read = readElement(request.posted);
  if (!at.done || !read.done)
    return mend([...(at.done ? [] : at.refusal.errors), ...(read.done ? [] : read.refusal.errors)]);
  const { words, people } = read.value;
  const element = { ...words, tier: at.value.tier, serves: at.value.serves.filter((key) => key !== '') };
  const added = await request.write((ctx) => addElement(ctx, { slug, element, people }));
  if (added.done)
    return { to: places.element(slug, added.value.key), notice: `“${words.label}” is in the strategy.` };
  const { refusal } = added;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  const fields =
    refusal.reason === 'element-missing'
      ? (['serves'] as const)
      : (['label', ...elementFields, 'tier'] as const);
  return mendEdit(refusal, fields);
}

/** The page, for something new; also for words whose element somebody took away while they were being written. */
export function addElementPage(request: PageRequest, view: FrameworkView, showing: Showing): PageContent {
  const { document, stored } = view;
  const tier = request.query.get('tier') ?? '';
  return editContent(view, {
    title: 'Add to the strategy',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Add to the strategy</h1>
        <EditForm
          request={request}
          action={places.addElement(stored.slug)}
          submit="Add it"
          back={places.framework(stored.slug)}
        >
          <PickField
            answers={showing}
            name="tier"
            label="What is it?"
            options={[
              { value: '', text: 'Choose' },
              ...document.tiers.map(({ key, name }) => ({ value: key, text: name })),
            ]}
            before={tier}
          />
          <ElementFields answers={showing} document={document}>
            <Serves answers={showing} document={document} before={[request.query.get('serves') ?? '']} />
          </ElementFields>
        </EditForm>
      </>
    ),
  });
}
