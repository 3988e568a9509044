import { Button } from '#packages/govuk-jsx';
import { WordsField, type Answers } from '#platform/forms/inputs.tsx';
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
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { askAgain } from '../../actions/supply/ask-for-figures.ts';
import { takeFigures } from '../../actions/supply/give-figures.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { givenView } from '../../queries/supply/asked-view.ts';
import { ownPage } from '../own/own-around.tsx';
import { ownPlaces } from '../own/places.ts';
import { GivenTable } from './given-table.tsx';
import { supplyPlaces } from './places.ts';
import { againWords, sayAsked, takeWords } from './supply-words.ts';

const path = `${ownPlaces.all}/:code/given/:id`;

/** What a partner gave, before it is taken in. */
export const givenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepOwnMeasures,
    answer: async (request) => {
      const view = await viewOf(request);
      return view ? page(givenPage(request, view, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path: `${path}/take`, policy: keepOwnMeasures, answer: take },
  { method: 'POST', path: `${path}/again`, policy: keepOwnMeasures, answer: again },
];

type View = NonNullable<Awaited<ReturnType<typeof givenView>>>;

/** Whoever opens this page sees figures as they were counted, and is written down for it. */
async function viewOf(request: PageRequest): Promise<View | undefined> {
  const view = await request.write((ctx) => givenView(ctx, request.params['id'] ?? ''));
  return view?.own.code === request.params['code'] ? view : undefined;
}

async function take(request: PageRequest): Promise<Answer> {
  const view = await viewOf(request);
  if (!view) return notFound();
  const seen = request.posted['seen']?.[0] ?? '';
  const taken = await request.write((ctx) => takeFigures(ctx, { id: view.ask.id, seen }));
  if (taken.done)
    return redirectTo(
      ownPlaces.measure(view.own.code),
      `Taken in: ${sayPeriod(view.period)}. Release it when you are ready.`,
    );
  const errors = [{ field: 'main', message: wordsOf(takeWords, taken.refusal) }];
  return pageToMend(givenPage(request, view, { errors }));
}

async function again(request: PageRequest): Promise<Answer> {
  const view = await viewOf(request);
  if (!view) return notFound();
  const words = (request.posted['words']?.[0] ?? '').slice(0, 1_000);
  const asked = await request.write((ctx) => askAgain(ctx, { id: view.ask.id, words }));
  if (asked.done)
    return redirectTo(supplyPlaces.all(view.own.code), 'A letter with your words is on its way.');
  const errors = [{ field: 'words', message: wordsOf(againWords, asked.refusal) }];
  return pageToMend(givenPage(request, view, { posted: request.posted, errors }));
}

function givenPage(request: PageRequest, view: View, answers: Answers): PageContent {
  const { own, ask, period, supplier } = view;
  return ownPage(`${supplier.organisation}, ${sayPeriod(period)}`, {
    own,
    answers,
    body: (
      <>
        <p class="lead">{sayAsked(ask, supplier.organisation, request.now)}.</p>
        {ask.given && ask.given.length > 0 ? <Counts view={view} given={ask.given} /> : null}
        {ask.note === '' ? null : (
          <p>{ask.given?.length === 0 ? 'They gave no figure, and said why:' : 'They added:'}</p>
        )}
        {ask.note === '' ? null : (
          <blockquote class="own-words" dir="auto">
            {ask.note}
          </blockquote>
        )}
        {ask.state === 'given' && ask.given && ask.given.length > 0 ? (
          <Take request={request} view={view} />
        ) : null}
        {supplier.stoppedAt ? null : <Again request={request} view={view} answers={answers} />}
        <p>
          <a href={supplyPlaces.all(own.code)}>Everybody who sends it</a>
        </p>
      </>
    ),
  });
}

function Counts({ view, given }: { view: View; given: NonNullable<View['ask']['given']> }) {
  const { own, places, standing, before, period } = view;
  return (
    <GivenTable
      own={own}
      places={places}
      columns={[
        { head: `${sayPeriod(period)}, given`, lines: given },
        ...(standing.length > 0 ? [{ head: 'What stands', lines: standing }] : []),
        ...before.map(({ period: then, ask }) => ({ head: sayPeriod(then), lines: ask.given ?? [] })),
      ]}
    />
  );
}

function Take({ request, view }: { request: PageRequest; view: View }) {
  const { own, ask } = view;
  return (
    <form method="post" action={supplyPlaces.take(own.code, ask.id)}>
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={ask.givenAt?.toISOString() ?? ''} />
      <p>
        Taken in, they stand among the figures as they were counted. Nobody else sees them until you release
        them.
      </p>
      <Button text="Take them in" preventDoubleClick />
    </form>
  );
}

function Again({ request, view, answers }: { request: PageRequest; view: View; answers: Answers }) {
  const { own, ask, supplier } = view;
  return (
    <>
      <h2>Ask again</h2>
      <form method="post" action={supplyPlaces.again(own.code, ask.id)} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        <WordsField
          answers={answers}
          name="words"
          label={`What should ${supplier.organisation} look at?`}
          hint="Your words stand in the letter, above a new link."
          rows={3}
        />
        <Button text="Send the letter" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </>
  );
}
