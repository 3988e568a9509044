import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { Wrong } from '#platform/forms/inputs.tsx';
import { changeElement } from '../../../actions/elements/change-element.ts';
import type { ElementDocument, FrameworkDocument } from '../../../domain/framework-document.ts';
import { elementSeen } from '../../../queries/element-seen.ts';
import type { FrameworkView } from '../../../queries/framework.ts';
import { directionWords } from '../../element-page.tsx';
import { places } from '../../places.ts';
import { bothShown, type BothWords } from '../conflict.tsx';
import {
  editContent,
  EditForm,
  editRoutes,
  mend,
  SeenField,
  type Saved,
  type Showing,
} from '../edit-page.tsx';
import { mendEdit } from '../refusal-words.ts';
import { addElementPage } from './add-element.tsx';
import { elementFields, ElementFields, readElement, type ElementAnswers } from './element-form.tsx';

/** An element's words, its direction and who has it in hand. */
export const editElementRoutes: readonly Route[] = editRoutes('/frameworks/:slug/elements/:key/edit', {
  show,
  save,
});

async function show(
  request: PageRequest,
  view: FrameworkView,
  showing: Showing,
): Promise<PageContent | undefined> {
  const key = request.params['key'] ?? '';
  const found = await request.read((ctx) => elementSeen(ctx, view, key));
  if (!found) return undefined;
  const { element, version } = found;
  const { slug } = view.stored;
  return editContent(view, {
    title: `Change “${element.label}”`,
    element,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Change these words</h1>
        {showing.conflict?.panel}
        <EditForm request={request} submit="Save" back={places.element(slug, key)}>
          <SeenField showing={showing} seen={String(version)} />
          <ElementFields answers={showing} document={view.document} element={element} />
        </EditForm>
        <p class="quiet">
          Elsewhere: <a href={places.ties(slug, key)}>tie a measure or something else</a>,{' '}
          <a href={places.moveElement(slug, key)}>move it</a>,{' '}
          <a href={places.removeElement(slug, key)}>take it away</a>.
        </p>
      </>
    ),
  });
}

async function save(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const key = request.params['key'] ?? '';
  const { slug } = view.stored;
  if (!view.document.elements.some((element) => element.key === key)) return takenAway(request, view);
  const read = readElement(request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const version = Number(request.posted['seen']?.[0] ?? '0');
  const changed = await request.write((ctx) => changeElement(ctx, { slug, key, version, ...read.value }));
  if (changed.done) return { to: places.element(slug, key), notice: `“${read.value.words.label}” is saved.` };
  const { refusal } = changed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'element-missing') return takenAway(request, view);
  if (refusal.reason === 'changed-meanwhile')
    return bothShown(refusal, bothWords(view.document, refusal.theirs, read.value), 'label');
  return mendEdit(refusal, elementFields);
}

/** Nobody's words are lost with an element that went: they stand in the form that adds one. */
function takenAway(request: PageRequest, view: FrameworkView): Saved {
  if (!request.posted['label']) return 'not-here';
  const message =
    'Somebody took this away while you were writing. Your words are kept here: add them again if they should stand';
  return {
    instead: addElementPage(request, view, { posted: request.posted, errors: [{ field: 'label', message }] }),
  };
}

function bothWords(document: FrameworkDocument, theirs: ElementDocument, mine: ElementAnswers): BothWords[] {
  const names = (keys: readonly string[], of: readonly { key: string; name: string }[], extra?: string) =>
    [...keys.map((key) => of.find((one) => one.key === key)?.name ?? key), ...(extra ? [extra] : [])].join(
      ', ',
    );
  const way = (direction: ElementDocument['direction']) => (direction ? directionWords[direction] : '');
  const { words, people } = mine;
  return [
    { name: 'What it says', theirs: theirs.label, mine: words.label },
    { name: 'More words', theirs: theirs.statement ?? '', mine: words.statement ?? '' },
    { name: 'Which way', theirs: way(theirs.direction), mine: way(words.direction) },
    {
      name: 'Owned by',
      theirs: names(theirs.owners, document.owners),
      mine: names(people.owners, document.owners, people.newOwner),
    },
    {
      name: 'Worked on by',
      theirs: names(theirs.organisations, document.organisations),
      mine: names(people.organisations, document.organisations, people.newOrganisation),
    },
    { name: 'Whom it speaks of', theirs: theirs.audience ?? '', mine: words.audience ?? '' },
    { name: 'When', theirs: theirs.due ?? '', mine: words.due ?? '' },
  ];
}
