import { Button } from '#packages/govuk-jsx';
import { ChoiceField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
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
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { endGlassOfChild } from '../../actions/glass/end-glass.ts';
import { openGlass, type OpenGlassRefusal } from '../../actions/glass/open-glass.ts';
import { glassCategories, type GlassCategory } from '../../domain/glass/glass.ts';
import { askBeyond } from '../../domain/permissions.ts';
import { familyPlaces } from '../places.ts';

const path = familyPlaces.openGlass(':id');

/** A protected record is opened in an emergency. The page is the same for every address, so that it tells nothing. */
export const openGlassRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: askBeyond,
    freshProof: true,
    answer: async (request) => page(glassPage(request, { errors: [] })),
  },
  { method: 'POST', path, policy: askBeyond, freshProof: true, answer: open },
  { method: 'POST', path: familyPlaces.endGlass(':id'), policy: askBeyond, answer: end },
];

export const categoryWords: Readonly<Record<GlassCategory, string>> = {
  'danger-now': 'A child may be in danger now',
  missing: 'A child is missing',
  'urgent-health': 'A child’s health cannot wait',
  'lead-unreachable': 'It cannot wait, and nobody who leads can be reached',
};

const words: WordsFor<OpenGlassRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'proof-missing': () => 'Show once more that it is you: open this page again',
  'category-missing': () => 'Choose why it cannot wait',
  'reason-missing': ({ least }) => `Say what happened, in ${least} letters or more`,
  'own-body-unknown': () =>
    'Nobody knows from which body you come: ask your administrator. In danger ring 999.',
  'nobody-to-tell': () => 'Nobody looks after governance here, so it stays closed. In danger ring 999.',
};

async function open(request: PageRequest): Promise<Answer> {
  const childId = request.params['id'] ?? '';
  const { posted } = request;
  const category = glassCategories.find((one) => one === kept(posted, 'category'));
  const reason = kept(posted, 'reason').slice(0, 2000);
  const opened = await request.write((ctx) => openGlass(ctx, { childId, category, reason }));
  if (opened.done) return redirectTo(familyPlaces.one(childId), 'Open for three hours, to read only.');
  const message = wordsOf(words, opened.refusal);
  if (message === '') return notFound();
  const field = opened.refusal.reason === 'reason-missing' ? 'reason' : 'category';
  const errors: readonly FieldError[] = [{ field, message }];
  return pageToMend(glassPage(request, { posted, errors }));
}

async function end(request: PageRequest): Promise<Answer> {
  const ended = await request.write((ctx) => endGlassOfChild(ctx, request.params['id'] ?? ''));
  if (!ended.done) return notFound();
  return redirectTo(familyPlaces.all, 'It is closed again.');
}

function glassPage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Open a record in an emergency',
    breadcrumbs: [{ text: 'Children you help', href: familyPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Open a record in an emergency</h1>
        <p class="lead">
          Only where a child may come to harm before whoever leads can be asked. If a child is in danger now,
          ring 999 first.
        </p>
        <ul>
          <li>It opens for three hours at most, to read and not to change.</li>
          <li>The lead worker and the governance lead are told at once, with your name and your reason.</li>
          <li>Somebody else looks within two working days whether it was right. The family can see it.</li>
        </ul>
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <ChoiceField
            answers={answers}
            name="category"
            label="Why can it not wait?"
            options={glassCategories.map((one) => ({ value: one, text: categoryWords[one] }))}
          />
          <WordsField
            answers={answers}
            name="reason"
            label="What happened?"
            hint="So that somebody who was not there understands it."
          />
          <Button text="Open the record" classes="govuk-button--warning" preventDoubleClick />
        </form>
      </>
    ),
  };
}
