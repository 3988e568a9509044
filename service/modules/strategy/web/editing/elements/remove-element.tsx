import { z } from 'zod';
import { optionalText } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { removeElement } from '../../../actions/elements/remove-element.ts';
import type { Removal } from '../../../domain/edit.ts';
import type { ElementDocument, FrameworkDocument } from '../../../domain/framework-document.ts';
import { elementSeen } from '../../../queries/element-seen.ts';
import type { FrameworkView } from '../../../queries/framework.ts';
import { places } from '../../places.ts';
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
import { ChoiceField, PickField, type Option, Wrong } from '#platform/forms/inputs.tsx';
import { mendEdit } from '../refusal-words.ts';

/** Taking an element away, with a home for what serves it. */
export const removeElementRoutes: readonly Route[] = editRoutes('/frameworks/:slug/elements/:key/remove', {
  show,
  save,
});

const form = z.object({ rehome: optionalText(20), home: optionalText(100) });

async function show(
  request: PageRequest,
  view: FrameworkView,
  showing: Showing,
): Promise<PageContent | undefined> {
  const found = await request.read((ctx) => elementSeen(ctx, view, request.params['key'] ?? ''));
  if (!found) return undefined;
  const { element, version } = found;
  const children = childrenOf(view.document, element.key);
  return editContent(view, {
    title: `Take away “${element.label}”`,
    element,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Take this away?</h1>
        <About element={element} />
        {showing.conflict?.panel}
        <p>{whatGoes(view, element)}</p>
        <EditForm
          request={request}
          submit="Take it away"
          back={places.element(view.stored.slug, element.key)}
          warning="destroys"
        >
          <SeenField showing={showing} seen={String(version)} />
          {children.length > 0 ? (
            <Homes showing={showing} document={view.document} element={element} below={children} />
          ) : null}
        </EditForm>
      </>
    ),
  });
}

type HomesProps = {
  showing: Showing;
  document: FrameworkDocument;
  element: ElementDocument;
  below: readonly ElementDocument[];
};

function Homes({ showing, document, element, below }: HomesProps) {
  const others = document.elements.filter((one) => one.key !== element.key && !below.includes(one));
  return (
    <>
      <p>{below.length === 1 ? 'One thing serves it' : `${below.length} things serve it`}:</p>
      <ul>
        {below.map(({ key, label }) => (
          <li key={key}>{label}</li>
        ))}
      </ul>
      <ChoiceField
        answers={showing}
        name="rehome"
        label="What becomes of what serves it?"
        options={waysOn(document, element)}
      />
      <PickField
        answers={showing}
        name="home"
        label="If something else: what?"
        options={[
          { value: '', text: 'Choose' },
          ...others.map(({ key, label }) => ({ value: key, text: label })),
        ]}
      />
    </>
  );
}

function waysOn(document: FrameworkDocument, element: ElementDocument): Option[] {
  const parents = document.elements.filter(({ key }) => element.serves.includes(key));
  const other = { value: 'other', text: 'It serves something else instead' };
  if (parents.length === 0) return [other];
  const names = parents.map(({ label }) => `“${label}”`).join(' and ');
  return [{ value: 'parents', text: `It serves ${names} instead` }, other];
}

function whatGoes({ document, stored }: FrameworkView, { key }: ElementDocument): string {
  const measures = document.measures.filter(({ element }) => element === key).length;
  const ties =
    measures === 0
      ? ''
      : ` ${measures === 1 ? 'The measure' : `The ${measures} measures`} tied to it will be untied.`;
  const seen = stored.published ? ' The public page keeps it until you publish.' : '';
  return `It goes from the strategy.${ties}${seen}`;
}

async function save(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const key = request.params['key'] ?? '';
  const element = view.document.elements.find((one) => one.key === key);
  if (!element) return 'not-here';
  const read = readForm(form, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { rehome, home } = read.value;
  if (rehome === 'other' && !home) return mendField('home', 'Choose what it should serve instead');
  const { slug } = view.stored;
  const version = Number(request.posted['seen']?.[0] ?? '0');
  const homed: Removal['rehome'] =
    rehome === 'parents' ? 'to-its-parents' : rehome === 'other' && home ? { to: home } : undefined;
  const removal: Removal = homed === undefined ? { key } : { key, rehome: homed };
  const removed = await request.write((ctx) => removeElement(ctx, { slug, version, removal }));
  if (removed.done) return { to: places.framework(slug), notice: `“${element.label}” is taken away.` };
  const { refusal } = removed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'changed-meanwhile') {
    const message = `${refusal.by ?? 'Somebody'} changed it while you were deciding. Read it again before it goes`;
    const panel = <Theirs element={refusal.theirs} />;
    return { again: { errors: [{ field: 'main', message }], conflict: { panel, seen: refusal.seen } } };
  }
  return mendEdit(refusal, [refusal.reason === 'others-serve-it' ? 'rehome' : 'home']);
}

function Theirs({ element }: { element: ElementDocument }) {
  return (
    <div class="both-versions">
      <section>
        <h2 class="thread-title">It now says</h2>
        <p dir="auto">
          <strong>{element.label}</strong>
        </p>
        {element.statement ? (
          <p class="own-words" dir="auto">
            {element.statement}
          </p>
        ) : null}
      </section>
    </div>
  );
}

function childrenOf(document: FrameworkDocument, key: string): ElementDocument[] {
  return document.elements.filter(({ serves }) => serves.includes(key));
}
