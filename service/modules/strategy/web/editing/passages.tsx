import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, many, optionalText, text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { asSeen } from '../../actions/edit-own-framework.ts';
import { keepPassage } from '../../actions/parts/keep-passage.ts';
import { removePassage } from '../../actions/parts/remove-passage.ts';
import {
  passageKinds,
  type FrameworkDocument,
  type PassageDocument,
} from '../../domain/framework-document.ts';
import { graphOf, tiersInOrder } from '../../domain/graph.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { places } from '../places.ts';
import { bothShown } from './conflict.tsx';
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
import { LineField, PickField, TicksField, WordsField, Wrong } from '#platform/forms/inputs.tsx';
import { mendEdit } from './refusal-words.ts';

/** The background: forewords, needs, evidence, looks back. */
export const passagesRoutes: readonly Route[] = [
  ...editRoutes('/frameworks/:slug/background/add', {
    show: async (request, view, showing) => passagePage({ request, view, showing }),
    save: (request, view) => save(request, view),
  }),
  ...editRoutes('/frameworks/:slug/background/:key/edit', {
    show: async (request, view, showing) => {
      const passage = view.document.passages.find(({ key }) => key === request.params['key']);
      return passage && passagePage({ request, view, showing, passage });
    },
    save: (request, view) => save(request, view, request.params['key'] ?? ''),
  }),
];

const kindWords: Readonly<Record<PassageDocument['kind'], string>> = {
  need: 'What matters locally, and why',
  foreword: 'A foreword, or what leaders commit to',
  'going-well': 'Looking back: what has gone well',
  'to-improve': 'Looking back: what should be better',
  evidence: 'A piece of evidence',
  caution: 'A caution about cause and effect',
  'sister-strategy': 'Another strategy that goes with this one',
  note: 'A note',
};

type Parts = { request: PageRequest; view: FrameworkView; showing: Showing; passage?: PassageDocument };

function passagePage({ request, view, showing, passage }: Parts): PageContent {
  const title = passage ? `Change “${passage.title}”` : 'Add to the background';
  return editContent(view, {
    title,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>{title}</h1>
        {showing.conflict?.panel}
        <EditForm
          request={request}
          submit={passage ? 'Save' : 'Add it'}
          back={places.background(view.stored.slug)}
        >
          {passage ? <SeenField showing={showing} seen={asSeen(passage)} /> : null}
          <PassageFields
            showing={showing}
            document={view.document}
            request={request}
            {...(passage ? { passage } : {})}
          />
        </EditForm>
        {passage ? (
          <form method="post" action={request.path}>
            <CsrfField csrf={request.csrf} />
            <input type="hidden" name="act" value="remove" />
            <Button text="Take it out" classes="govuk-button--secondary" />
          </form>
        ) : null}
      </>
    ),
  });
}

type FieldsProps = {
  showing: Showing;
  document: FrameworkDocument;
  request: PageRequest;
  passage?: PassageDocument;
};

function PassageFields({ showing, document, request, passage }: FieldsProps) {
  const about = request.query.get('about');
  return (
    <>
      <PickField
        answers={showing}
        name="kind"
        label="What is it?"
        options={passageKinds.map((kind) => ({ value: kind, text: kindWords[kind] })).toSorted(needFirst)}
        before={passage?.kind ?? 'need'}
      />
      <LineField answers={showing} name="title" label="In a few words" before={passage?.title} />
      <WordsField
        answers={showing}
        name="text"
        label="The words themselves"
        rows={10}
        before={passage?.text}
      />
      <LineField
        answers={showing}
        name="link"
        label="Where it can be read, if it stands somewhere else"
        hint="A full address, beginning with https://"
        before={passage?.link}
      />
      <AboutWhat showing={showing} document={document} before={passage?.about ?? (about ? [about] : [])} />
    </>
  );
}

/** What it speaks of, tier by tier; the vision is spoken of by all of it. */
function AboutWhat(props: { showing: Showing; document: FrameworkDocument; before: readonly string[] }) {
  return (
    <>
      {tiersInOrder(graphOf(props.document))
        .filter(({ tier, elements }) => elements.length > 0 && tier.role !== 'vision')
        .map(({ tier, elements }) => (
          <TicksField
            key={tier.key}
            answers={props.showing}
            name="about"
            idPrefix={`about-${tier.key}`}
            label={`What is it about? ${tier.plural}`}
            options={elements.map(({ key, label }) => ({ value: key, text: label }))}
            before={props.before}
          />
        ))}
    </>
  );
}

function needFirst(a: { value: string }, b: { value: string }): number {
  const order = Object.keys(kindWords);
  return order.indexOf(a.value) - order.indexOf(b.value);
}

const form = z.object({
  kind: choice('what it is', passageKinds),
  title: text('a few words that say what it is'),
  text: text('its words', 8000),
  link: optionalText(2000),
  about: many(2000),
});

async function save(request: PageRequest, view: FrameworkView, key?: string): Promise<Saved> {
  const { slug } = view.stored;
  if (key !== undefined && request.posted['act']?.[0] === 'remove') {
    const removed = await request.write((ctx) => removePassage(ctx, { slug, key }));
    return removed.done ? { to: places.background(slug), notice: 'Taken out.' } : 'not-here';
  }
  const read = readForm(form, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { link, ...rest } = read.value;
  if (link !== undefined && !/^https?:\/\/\S+$/.test(link))
    return mendField('link', 'Enter a full address, such as https://www.example.org/report');
  const passage = { ...rest, wording: 'published' as const, ...(link === undefined ? {} : { link }) };
  const seen = request.posted['seen']?.[0] ?? '';
  const replaces = key === undefined ? {} : { replaces: { key, seen } };
  const kept = await request.write((ctx) => keepPassage(ctx, { slug, passage, ...replaces }));
  if (kept.done) return { to: places.background(slug), notice: `“${passage.title}” is in the background.` };
  const { refusal } = kept;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'passage-missing') return takenOut(request, view);
  if (refusal.reason === 'changed-meanwhile')
    return bothShown(refusal, both(view.document, refusal.theirs, passage), 'title');
  return mendEdit(refusal, ['title', 'text', 'link', 'about']);
}

/** Nobody's words are lost with a passage that went: they stand in the form that adds one. */
function takenOut(request: PageRequest, view: FrameworkView): Saved {
  const message =
    'Somebody took this out while you were writing. Your words are kept here: add them again if they should stand';
  const showing = { posted: request.posted, errors: [{ field: 'title', message }] };
  const adding = { ...request, path: places.addPassage(view.stored.slug) };
  return { instead: passagePage({ request: adding, view, showing }) };
}

type Words = Pick<PassageDocument, 'kind' | 'title' | 'text' | 'link' | 'about'>;

function both(document: FrameworkDocument, theirs: Words, mine: Words) {
  const labels = (keys: readonly string[]) =>
    keys.map((key) => document.elements.find((element) => element.key === key)?.label ?? key).join('\n');
  const row = (name: string, say: (words: Words) => string) => ({
    name,
    theirs: say(theirs),
    mine: say(mine),
  });
  return [
    row('What it is', ({ kind }) => kindWords[kind]),
    row('In a few words', ({ title }) => title),
    row('The words', ({ text }) => text),
    row('Where to read it', ({ link }) => link ?? ''),
    row('What it is about', ({ about }) => labels(about)),
  ];
}
