import { DayField, dayPosted, readDay, TicksField, WordsField } from '#platform/forms/inputs.tsx';
import { redirectTo, type PageRequest } from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { agreeTerms, standFor } from '../../actions/boards/keep-terms.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { boardView } from '../../queries/boards/board-view.ts';
import { ownersChoice } from '../../queries/boards/owners-choice.ts';
import { boardRefusals } from './board-words.ts';
import { formContent, formRoutes, said, wrong, type Handled, type ShowForm } from './form-page.tsx';
import { boardPlaces } from './places.ts';

const showTerms: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
  if (!view) return undefined;
  const back = boardPlaces.body(view.body.key);
  return formContent({
    title: 'New terms of reference',
    lead: `${view.body.name}. The terms before these stay to be read.`,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'Write them down', back },
    fields: (
      <>
        <WordsField
          answers={answers}
          name="words"
          label="What was agreed"
          rows={12}
          before={view.terms[0]?.words}
        />
        <DayField answers={answers} name="agreed" label="Agreed on" before={dayInEngland(request.now)} />
        <DayField answers={answers} name="review" label="To be read again by" hint="It may stay empty." />
      </>
    ),
  });
};

async function agree(request: PageRequest): Promise<Handled> {
  const key = request.params['body'] ?? '';
  const agreedOn = dayPosted(request.posted, 'agreed');
  if (agreedOn === 'empty' || agreedOn === 'no-such-day')
    return wrong('agreed', 'Enter a day that exists, such as 1 9 2026');
  const review = readDay(request.posted, 'review', 'The day to read it again');
  if (!review.done) return { errors: review.refusal.errors };
  const words = said(request, 'words').slice(0, 20_000);
  const agreed = await request.write((ctx) =>
    agreeTerms(ctx, { key, words, agreedOn, reviewOn: review.value }),
  );
  if (agreed.done) return redirectTo(boardPlaces.body(key), 'The new terms stand.');
  const field = agreed.refusal.reason === 'review-before-agreed' ? 'review' : 'words';
  return wrong(field, wordsOf(boardRefusals, agreed.refusal));
}

const showOwners: ShowForm = async (request, answers) => {
  const choice = await request.read((ctx) => ownersChoice(ctx, request.params['body'] ?? ''));
  if (!choice) return undefined;
  const back = boardPlaces.body(choice.body.key);
  return formContent({
    title: 'What it answers for',
    lead: `${choice.body.name} answers for whatever the strategies give to the owners that it stands for.`,
    above: [{ text: choice.body.name, href: back }],
    ...{ request, answers, submit: 'Save it', back },
    fields: (
      <TicksField
        answers={answers}
        name="owners"
        label="It stands for"
        options={choice.owners}
        before={choice.chosen}
      />
    ),
  });
};

async function keepOwners(request: PageRequest): Promise<Handled> {
  const key = request.params['body'] ?? '';
  const choice = await request.read((ctx) => ownersChoice(ctx, key));
  const owners = (choice?.owners ?? [])
    .filter(({ value }) => request.posted['owners']?.includes(value))
    .map(({ frameworkSlug, ownerKey }) => ({ frameworkSlug, ownerKey }));
  const kept = await request.write((ctx) => standFor(ctx, { key, owners }));
  if (!kept.done) return wrong('owners', wordsOf(boardRefusals, kept.refusal));
  return redirectTo(boardPlaces.body(key), 'Saved.');
}

/** Terms are agreed, and it is said for which owners a body stands. */
export const termsForms = [
  ...formRoutes({ path: boardPlaces.terms(':body'), policy: keepBoards, show: showTerms, handle: agree }),
  ...formRoutes({
    path: boardPlaces.owners(':body'),
    policy: keepBoards,
    show: showOwners,
    handle: keepOwners,
  }),
];
