import { Button } from '#packages/govuk-jsx';
import { kept } from '#platform/forms/read-form.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { ElementDocument } from '../../../domain/framework-document.ts';
import type { SubjectRegistry } from '../../../domain/thread.ts';
import type { FrameworkView } from '../../../queries/framework.ts';
import { tieable, tiesHeld, type Tieable, type TieHeld } from '../../../queries/ties-to-choose.ts';
import { roleWords } from '../../element-page.tsx';
import { places } from '../../places.ts';
import { About, editContent, type Showing } from '../edit-page.tsx';
import { ChoiceField, LineField, PickField, TicksField, WordsField, Wrong } from '#platform/forms/inputs.tsx';

export const measureSources = ['lait', 'fingertips', 'ees', 'other', 'local'] as const;

const sourceOptions = [
  { value: 'local', text: 'We count it ourselves' },
  { value: 'lait', text: 'Local Authority Interactive Tool' },
  { value: 'fingertips', text: 'Fingertips' },
  { value: 'ees', text: 'Explore Education Statistics' },
  { value: 'other', text: 'Another publisher' },
];

const roleOptions = Object.entries(roleWords).map(([value, text]) => ({ value, text }));

type Parts = { request: PageRequest; view: FrameworkView; showing: Showing; registry: SubjectRegistry<Ctx> };
type Shown = Parts & { element: ElementDocument };

/** What is tied to an element, what could be, and the honest way to say that nothing answers it. */
export async function tiesPage(parts: Parts): Promise<PageContent | undefined> {
  const { request, view, showing, registry } = parts;
  const element = view.document.elements.find(({ key }) => key === request.params['key']);
  if (!element) return undefined;
  const words = request.query.get('words') ?? kept(showing.posted, 'words');
  const [held, found] = await request.read(async (ctx) => [
    await tiesHeld(ctx, { view, key: element.key, registry }),
    await tieable(ctx, { words, registry }),
  ]);
  const shown = { ...parts, element };
  return editContent(view, {
    title: `Ties of “${element.label}”`,
    element,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>What answers this?</h1>
        <About element={element} />
        <Held shown={shown} held={held} />
        <Search shown={shown} words={words} found={found} />
        <ByName shown={shown} />
        {view.document.measures.some((measure) => measure.element === element.key) ? null : (
          <Nothing shown={shown} />
        )}
        <p>
          <a href={places.element(view.stored.slug, element.key)}>Back to its thread</a>
        </p>
      </>
    ),
  });
}

function Held({ shown, held }: { shown: Shown; held: readonly TieHeld[] }) {
  if (held.length === 0) return <p class="lead">Nothing is tied to it yet.</p>;
  return (
    <ul class="rows">
      {held.map((tie) => (
        <li key={tie.value}>
          <div>
            <strong>{tie.title}</strong>
            <span class="thread-state">{tie.state}</span>
            <span class="quiet">{roleWords[tie.role]}</span>
          </div>
          <form method="post" action={shown.request.path}>
            <CsrfField csrf={shown.request.csrf} />
            <input type="hidden" name="act" value="untie" />
            <input type="hidden" name="tied" value={tie.value} />
            <Button
              html={
                <>
                  Untie<span class="visually-hidden">: {tie.title}</span>
                </>
              }
              classes="govuk-button--secondary"
            />
          </form>
        </li>
      ))}
    </ul>
  );
}

function Search({ shown, words, found }: { shown: Shown; words: string; found: readonly Tieable[] }) {
  const { request, registry } = shown;
  if (registry.length === 0) return null;
  return (
    <section aria-labelledby="find">
      <h2 id="find">Find something to tie</h2>
      <form method="get" action={request.path} class="edit find-form" role="search">
        <LineField
          answers={{ errors: [], posted: { words: [words] } }}
          name="words"
          label="Words from its name"
          hint={`Among these: ${registry.map(({ name }) => name.toLowerCase()).join(', ')}.`}
        />
        <Button text="Search" classes="govuk-button--secondary" />
      </form>
      {words.trim() === '' ? null : <Found shown={shown} words={words} found={found} />}
    </section>
  );
}

function Found({ shown, words, found }: { shown: Shown; words: string; found: readonly Tieable[] }) {
  const { request, showing } = shown;
  if (found.length === 0)
    return <p>Nothing here is called “{words}”. Try one word of it, or name it below.</p>;
  const options = found.flatMap(({ kind, subjects }) =>
    subjects.map(({ id, title, state }) => ({ value: `${kind} ${id}`, text: title, hint: state })),
  );
  return (
    <form method="post" action={request.path} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="act" value="tie" />
      <input type="hidden" name="words" value={words} />
      <TicksField answers={showing} name="subject" label="Found" options={options} />
      <ChoiceField
        answers={showing}
        name="role"
        label="How does it answer?"
        options={roleOptions}
        before="supporting"
        small
      />
      <Button text="Tie what is ticked" preventDoubleClick />
    </form>
  );
}

function ByName({ shown: { request, showing, registry } }: { shown: Shown }) {
  const open =
    registry.length === 0 ||
    showing.errors.some(({ field }) => ['source', 'code', 'namedRole'].includes(field));
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          Tie a measure by its name, before its figures are here
        </span>
      </summary>
      <form method="post" action={request.path} noValidate class="edit govuk-details__text">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="act" value="name" />
        <PickField
          answers={showing}
          name="source"
          label="Who publishes it?"
          options={sourceOptions}
          before="local"
        />
        <LineField
          answers={showing}
          name="code"
          label="Its name or code"
          hint="As its publisher writes it. Of your own counting: what you call it."
        />
        <ChoiceField
          answers={showing}
          name="namedRole"
          label="How does it answer?"
          options={roleOptions}
          before="headline"
          small
        />
        <Button text="Tie it" preventDoubleClick />
      </form>
    </details>
  );
}

function Nothing({ shown: { request, showing, view, element } }: { shown: Shown }) {
  const said = view.document.unanswered.find((one) => one.element === element.key);
  const open = showing.errors.some(({ field }) => ['why', 'wouldAnswer'].includes(field));
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Say plainly that nothing published answers it</span>
      </summary>
      <form method="post" action={request.path} noValidate class="edit govuk-details__text">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="act" value="nothing" />
        <WordsField answers={showing} name="why" label="Why is there nothing?" rows={3} before={said?.why} />
        <WordsField
          answers={showing}
          name="wouldAnswer"
          label="What would answer it?"
          hint="For example a question in a yearly survey of pupils."
          rows={3}
          before={said?.wouldAnswer}
        />
        <Button text="Say so" preventDoubleClick />
      </form>
    </details>
  );
}
