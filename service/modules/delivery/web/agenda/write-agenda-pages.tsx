import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, optionalText, text, version } from '#platform/forms/fields.ts';
import { ChoiceField, LineField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
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
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  addItem,
  changeItem,
  moveItem,
  removeItem,
  takeSuggestions,
  type ItemRefusal,
  type ItemWords,
} from '../../actions/agenda/write-agenda.ts';
import { asks, type AgendaItem } from '../../domain/meeting.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { agendaFor, type AgendaFor } from '../../queries/meetings/agenda-for.ts';
import { agendaPlaces } from './agenda-places.ts';
import { asksWords, itemRefusals } from './agenda-words.ts';

const newPath = '/meetings/:meeting/agenda/items/new';
const itemPath = '/meetings/:meeting/agenda/items/:item';

/** Suggestions are taken in; items are added, changed, moved and taken off. */
export const writeAgendaRoutes: readonly Route[] = [
  { method: 'POST', path: '/meetings/:meeting/agenda/take', policy: keepBoards, answer: take },
  { method: 'GET', path: newPath, policy: keepBoards, answer: (request) => show(request, undefined) },
  { method: 'POST', path: newPath, policy: keepBoards, answer: add },
  { method: 'GET', path: itemPath, policy: keepBoards, answer: showOne },
  { method: 'POST', path: itemPath, policy: keepBoards, answer: change },
  { method: 'POST', path: `${itemPath}/move`, policy: keepBoards, answer: move },
  { method: 'POST', path: `${itemPath}/remove`, policy: keepBoards, answer: remove },
];

const keyOf = ({ params }: PageRequest) => params['meeting'] ?? '';
const itemIdOf = ({ params }: PageRequest) => idFrom<'agenda-item'>(params['item'] ?? '');

async function take(request: PageRequest): Promise<Answer> {
  const asked = request.posted['take']?.[0] ?? '';
  const [origin = '', kind = '', ...id] = asked.split(' ');
  const which = asked === 'all' ? 'all' : { origin, kind, id: id.join(' ') };
  const taken = await request.write((ctx) => takeSuggestions(ctx, { meetingKey: keyOf(request), which }));
  if (!taken.done) return back(request, taken.refusal);
  const notice =
    taken.value === 0
      ? 'It was on the agenda already.'
      : `${taken.value === 1 ? 'One item' : `${taken.value} items`} put on the agenda.`;
  return redirectTo(agendaPlaces.agenda(keyOf(request)), notice);
}

async function move(request: PageRequest): Promise<Answer> {
  const itemId = itemIdOf(request);
  if (!itemId) return notFound();
  const way = request.posted['way']?.[0] === 'up' ? 'up' : 'down';
  const came = await request.write((ctx) => moveItem(ctx, { meetingKey: keyOf(request), itemId, way }));
  if (!came.done) return back(request, came.refusal);
  return redirectTo(agendaPlaces.onAgenda(keyOf(request), itemId));
}

async function remove(request: PageRequest): Promise<Answer> {
  const itemId = itemIdOf(request);
  if (!itemId) return notFound();
  const came = await request.write((ctx) => removeItem(ctx, { meetingKey: keyOf(request), itemId }));
  return came.done
    ? redirectTo(agendaPlaces.agenda(keyOf(request)), `“${came.value.title}” is off the agenda.`)
    : back(request, came.refusal);
}

/** Back to the agenda, which shows how it stands now, with what hindered. */
function back(request: PageRequest, refusal: ItemRefusal): Answer {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'meeting-missing') return notFound();
  return redirectTo(agendaPlaces.agenda(keyOf(request)), wordsOf(itemRefusals, refusal));
}

const form = z.object({
  title: text('what the item is called', 200),
  words: optionalText(4000),
  asks: choice('what is asked', asks),
  minutes: text('how many minutes it takes', 3).pipe(
    z
      .string()
      .regex(/^\d+$/, 'Enter a whole number')
      .transform(Number)
      .pipe(z.number().max(600, 'Enter 600 or fewer')),
  ),
  leadName: optionalText(120),
  publish: choice('whether it is published', ['publish', 'exempt']),
  ground: optionalText(300),
});

function wordsIn(request: PageRequest) {
  const read = readForm(form, request.posted);
  if (!read.done) return { errors: read.refusal.errors };
  const { words = '', leadName = '', ground = '', publish, ...rest } = read.value;
  const said: ItemWords = { ...rest, words, leadName, publishing: { publish, ground } };
  return { said };
}

async function add(request: PageRequest): Promise<Answer> {
  const again = (errors: Answers['errors']) => show(request, undefined, { posted: request.posted, errors });
  const read = wordsIn(request);
  if (!read.said) return again(read.errors);
  const { said } = read;
  const added = await request.write((ctx) => addItem(ctx, { meetingKey: keyOf(request), words: said }));
  if (added.done) return redirectTo(agendaPlaces.agenda(keyOf(request)), 'Added at the end of the agenda.');
  return mend(request, added.refusal, again);
}

async function showOne(request: PageRequest): Promise<Answer> {
  const item = itemIn(await agendaOfRequest(request), request);
  return item ? show(request, item) : notFound();
}

async function change(request: PageRequest): Promise<Answer> {
  const item = itemIn(await agendaOfRequest(request), request);
  if (!item) return notFound();
  const again = (errors: Answers['errors']) => show(request, item, { posted: request.posted, errors });
  const read = wordsIn(request);
  if (!read.said) return again(read.errors);
  const seen = readForm(z.object({ seen: version() }), request.posted);
  if (!seen.done) return again(seen.refusal.errors);
  const { said } = read;
  const given = { meetingKey: keyOf(request), itemId: item.id, seen: seen.value.seen, words: said };
  const changed = await request.write((ctx) => changeItem(ctx, given));
  if (changed.done) return redirectTo(agendaPlaces.agenda(keyOf(request)), 'Saved.');
  return mend(request, changed.refusal, again);
}

function mend(
  request: PageRequest,
  refusal: ItemRefusal,
  again: (errors: Answers['errors']) => Promise<Answer>,
): Answer | Promise<Answer> {
  if (refusal.reason === 'item-title-missing' || refusal.reason === 'changed-meanwhile')
    return again([{ field: 'title', message: wordsOf(itemRefusals, refusal) }]);
  if (refusal.reason === 'ground-missing')
    return again([{ field: 'ground', message: wordsOf(itemRefusals, refusal) }]);
  return back(request, refusal);
}

function agendaOfRequest(request: PageRequest): Promise<AgendaFor | undefined> {
  return request.read((ctx) => agendaFor(ctx, keyOf(request)));
}

function itemIn(agenda: AgendaFor | undefined, request: PageRequest): AgendaItem | undefined {
  return agenda?.items.find(({ item }) => item.id === request.params['item'])?.item;
}

async function show(
  request: PageRequest,
  item: AgendaItem | undefined,
  answers: Answers = { errors: [] },
): Promise<Answer> {
  const agenda = await agendaOfRequest(request);
  if (!agenda) return notFound();
  const content = itemPage({ request, agenda, item, answers });
  return answers.errors.length > 0 ? pageToMend(content) : page(content);
}

type ItemPage = { request: PageRequest; agenda: AgendaFor; item: AgendaItem | undefined; answers: Answers };

function itemPage({ request, agenda, item, answers }: ItemPage): PageContent {
  const { key, title } = agenda.meeting;
  const name = item ? 'Change an item' : 'Add an item';
  return {
    title: `${name}: ${title}`,
    breadcrumbs: [
      { text: title, href: agendaPlaces.meeting(key) },
      { text: 'Agenda', href: agendaPlaces.agenda(key) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{name}</h1>
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={String(item?.version ?? 0)} />
          <ItemFields answers={answers} item={item} />
          <div class="actions">
            <Button text={item ? 'Save' : 'Add it'} preventDoubleClick />
            <a href={agendaPlaces.agenda(key)}>Leave it as it was</a>
          </div>
        </form>
        {item ? (
          <form method="post" action={agendaPlaces.removeItem(key, item.id)}>
            <CsrfField csrf={request.csrf} />
            <Button text="Take it off the agenda" classes="govuk-button--secondary" preventDoubleClick />
          </form>
        ) : null}
      </>
    ),
  };
}

function ItemFields({ answers, item }: { answers: Answers; item: AgendaItem | undefined }) {
  return (
    <>
      <LineField answers={answers} name="title" label="What is it called?" before={item?.title} />
      <WordsField answers={answers} name="words" label="In a few words" rows={4} before={item?.words} />
      <ChoiceField
        answers={answers}
        name="asks"
        label="What is asked of those who come?"
        options={asks.map((value) => ({ value, text: asksWords[value] }))}
        before={item?.asks ?? 'to-talk'}
      />
      <LineField
        answers={answers}
        name="minutes"
        label="How many minutes?"
        short
        number
        before={String(item?.minutes ?? 10)}
      />
      <LineField answers={answers} name="leadName" label="Who leads it?" before={item?.leadName} />
      <Published answers={answers} item={item} />
    </>
  );
}

function Published({ answers, item }: { answers: Answers; item: AgendaItem | undefined }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="publish"
        label="May everybody read it?"
        options={[
          { value: 'publish', text: 'Yes, it is published' },
          { value: 'exempt', text: 'No, it is exempt' },
        ]}
        before={item?.publishing.publish ?? 'publish'}
      />
      <LineField
        answers={answers}
        name="ground"
        label="If not: on which ground?"
        hint="As the law or the constitution words it."
        before={item?.publishing.ground}
      />
    </>
  );
}
