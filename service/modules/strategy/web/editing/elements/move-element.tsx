import { z } from 'zod';
import { many, text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { asSeen } from '../../../actions/edit-own-framework.ts';
import { moveElement, whereabouts } from '../../../actions/elements/move-element.ts';
import type { Place } from '../../../domain/edit.ts';
import type { ElementDocument, FrameworkDocument } from '../../../domain/framework-document.ts';
import type { FrameworkView } from '../../../queries/framework.ts';
import { places } from '../../places.ts';
import { bothShown } from '../conflict.tsx';
import {
  About,
  editContent,
  EditForm,
  editRoutes,
  mend,
  mendField,
  SeenField,
  type Saved,
  type Showing,
} from '../edit-page.tsx';
import { PickField, TicksField, type Option, Wrong } from '#platform/forms/inputs.tsx';
import { mendEdit } from '../refusal-words.ts';
import { Serves } from './serves.tsx';

/** Where an element stands: its tier, its place in it, what it serves. */
export const moveElementRoutes: readonly Route[] = editRoutes('/frameworks/:slug/elements/:key/move', {
  show,
  save,
});

const form = z.object({
  tier: text('a tier'),
  place: text('a place', 100),
  serves: many(),
  servesTiers: many(),
});

async function show(
  request: PageRequest,
  view: FrameworkView,
  showing: Showing,
): Promise<PageContent | undefined> {
  const element = elementOf(view.document, request);
  if (!element) return undefined;
  const { document, stored } = view;
  return editContent(view, {
    title: `Move “${element.label}”`,
    element,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Where does this stand?</h1>
        <About element={element} />
        {showing.conflict?.panel}
        <EditForm request={request} submit="Move it" back={places.element(stored.slug, element.key)}>
          <SeenField showing={showing} seen={asSeen(whereabouts(element))} />
          <TierAndPlace showing={showing} document={document} element={element} />
          <Serves answers={showing} document={document} before={element.serves} without={element.key} />
          <ServesTiers showing={showing} document={document} element={element} />
        </EditForm>
      </>
    ),
  });
}

type PartProps = { showing: Showing; document: FrameworkDocument; element: ElementDocument };

function TierAndPlace({ showing, document, element }: PartProps) {
  return (
    <>
      <PickField
        answers={showing}
        name="tier"
        label="What is it?"
        options={document.tiers.map(({ key, name }) => ({ value: key, text: name }))}
        before={element.tier}
      />
      <PickField
        answers={showing}
        name="place"
        label="Where among the others?"
        options={placesIn(document, element)}
        before="stay"
      />
    </>
  );
}

function ServesTiers({ showing, document, element }: PartProps) {
  const others = document.tiers.filter(({ key }) => key !== element.tier);
  return (
    <TicksField
      answers={showing}
      name="servesTiers"
      label="Does it run through everything?"
      hint="Something cross-cutting serves all of one kind, whatever is added later."
      options={others.map(({ key, plural }) => ({ value: key, text: `It serves all of these: ${plural}` }))}
      before={element.servesTiers}
    />
  );
}

function placesIn(document: FrameworkDocument, element: ElementDocument): Option[] {
  const others = document.elements.filter(({ key, tier }) => tier === element.tier && key !== element.key);
  return [
    { value: 'stay', text: 'Where it is now (last, in another tier)' },
    { value: 'first', text: 'First' },
    { value: 'last', text: 'Last' },
    ...others.map(({ key, label }) => ({ value: `after ${key}`, text: `After “${label}”` })),
  ];
}

async function save(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const element = elementOf(view.document, request);
  if (!element) return 'not-here';
  const { slug } = view.stored;
  const { key } = element;
  const read = readForm(form, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { place: chosen, ...rest } = read.value;
  const place = placeOf(chosen);
  if (typeof place === 'object' && rest.tier !== element.tier)
    return mendField(
      'place',
      'In another tier it can stand first or last. Move it there, then give it its place',
    );
  const seen = request.posted['seen']?.[0] ?? '';
  const moved = await request.write((ctx) =>
    moveElement(ctx, { slug, seen, arrangement: { key, place, ...rest } }),
  );
  if (moved.done) return { to: places.element(slug, key), notice: `“${element.label}” is where you put it.` };
  const { refusal } = moved;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'changed-meanwhile')
    return bothShown(refusal, [stands(view.document, refusal.theirs, { ...element, ...rest })], 'tier');
  const fields = refusal.reason === 'would-ring' || refusal.reason === 'element-missing' ? 'serves' : 'tier';
  return mendEdit(refusal, [fields, 'serves', 'servesTiers']);
}

function stands(document: FrameworkDocument, theirs: ElementDocument, mine: ElementDocument) {
  const label = (key: string) => document.elements.find((element) => element.key === key)?.label ?? key;
  const tier = (key: string) => document.tiers.find((one) => one.key === key)?.name ?? key;
  const say = (element: ElementDocument) =>
    [`As: ${tier(element.tier)}`, ...element.serves.map((key) => `Serves “${label(key)}”`)].join('\n');
  return { name: 'Where it stands', theirs: say(theirs), mine: say(mine) };
}

function placeOf(chosen: string): Place | undefined {
  if (chosen === 'first' || chosen === 'last') return chosen;
  return chosen.startsWith('after ') ? { after: chosen.slice(6) } : undefined;
}

function elementOf(document: FrameworkDocument, request: PageRequest): ElementDocument | undefined {
  return document.elements.find(({ key }) => key === request.params['key']);
}
