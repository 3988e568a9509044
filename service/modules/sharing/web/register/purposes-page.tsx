import { Button } from '#packages/govuk-jsx';
import { purposes, type Purpose } from '#platform/access/purposes.ts';
import { ChoiceField, PickField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  decideCompatibility,
  type DecideCompatibilityRefusal,
} from '../../actions/register/decide-compatibility.ts';
import { compatibleByLaw, isCompatible } from '../../domain/disclosures/compatibility.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { purposePairs, type PurposePair } from '../../queries/register/purposes-view.ts';
import { purposeTitles } from '../disclosures/disclosure-words.ts';
import { sharingPlaces } from '../places.ts';

/** Whether what was gathered for one purpose may be used for another. */
export const purposesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: sharingPlaces.purposes,
    policy: keepSharing,
    answer: async (request) => page(await contentOf(request, { errors: [] })),
  },
  {
    method: 'POST',
    path: sharingPlaces.purposes,
    policy: keepSharing,
    answer: async (request) => {
      const { posted } = request;
      const one = (name: string): Purpose | undefined =>
        purposes.find((purpose) => purpose === kept(posted, name));
      const gatheredFor = one('gathered-for');
      const usedFor = one('used-for');
      const answer = (['may', 'may-not'] as const).find((each) => each === kept(posted, 'answer'));
      if (!gatheredFor || !usedFor || !answer)
        return pageToMend(
          await contentOf(request, {
            posted,
            errors: [{ field: 'gathered-for', message: 'Choose both purposes, and the answer' }],
          }),
        );
      const words = kept(posted, 'words').slice(0, 4000);
      const came = await request.write((ctx) =>
        decideCompatibility(ctx, { gatheredFor, usedFor, answer, words }),
      );
      if (came.done) return redirectTo(sharingPlaces.purposes, 'Your decision stands. It holds from now on.');
      if (came.refusal.reason === 'not-allowed') return notFound();
      const field = came.refusal.reason === 'nothing-to-decide' ? 'used-for' : 'words';
      return pageToMend(
        await contentOf(request, { posted, errors: [{ field, message: wordsOf(said, came.refusal) }] }),
      );
    },
  },
];

const said: WordsFor<DecideCompatibilityRefusal> = {
  'not-allowed': () => 'You may not decide this.',
  'decision-words-missing': () => 'Enter why you decide so',
  'nothing-to-decide': () =>
    'There is nothing to decide here: it is the same purpose, or the law has decided',
};

async function contentOf(request: PageRequest, answers: Answers): Promise<PageContent> {
  const pairs = await request.read(purposePairs);
  return {
    title: 'Purposes that fit together',
    breadcrumbs: [{ text: 'Agreements', href: sharingPlaces.agreements }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Purposes that fit together</h1>
        <p class="lead">
          What was gathered for one purpose is used for another only where somebody decided that it may. What
          nobody decided is refused.
        </p>
        <Decided pairs={pairs} />
        <ByLaw />
        <DecideForm answers={answers} csrf={request.csrf} />
      </>
    ),
  };
}

function Decided({ pairs }: { pairs: readonly PurposePair[] }) {
  const decided = pairs.flatMap((pair) =>
    pair.found.kind === 'decided' ? [{ ...pair, ...pair.found }] : [],
  );
  if (decided.length === 0)
    return (
      <p class="empty">
        Nothing is decided yet. Until it is, what was gathered for one purpose stays with it, but for what the
        law itself allows.
      </p>
    );
  return (
    <ul class="rows">
      {decided.map(({ gatheredFor, usedFor, decision, found }) => (
        <li key={`${gatheredFor} ${usedFor}`}>
          <div>
            <p>
              <span class={isCompatible(found) ? 'tag' : 'tag tag-late'}>
                {isCompatible(found) ? 'May be used' : 'May not be used'}
              </span>
            </p>
            <p>
              Gathered {lower(gatheredFor)}; used {lower(usedFor)}.
            </p>
            <p dir="auto">{decision.words}</p>
            <p class="quiet">
              {decision.decidedByName}, {sayDay(dayInEngland(decision.decidedAt))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ByLaw() {
  return (
    <details>
      <summary>What the law has decided</summary>
      <p>To be checked with your data protection officer.</p>
      <ul>
        {compatibleByLaw.map(({ usedFor, because, source }) => (
          <li key={usedFor}>
            <strong>{purposeTitles[usedFor]}.</strong> {because} <span class="quiet">{source}.</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function DecideForm({ answers, csrf }: { answers: Answers; csrf: string }) {
  const options = [
    { value: '', text: 'Choose one' },
    ...purposes.map((value) => ({ value, text: purposeTitles[value] })),
  ];
  return (
    <form method="post" action={sharingPlaces.purposes} class="edit" noValidate>
      <CsrfField csrf={csrf} />
      <h2>Decide</h2>
      <PickField answers={answers} name="gathered-for" label="Gathered" options={options} />
      <PickField answers={answers} name="used-for" label="To be used" options={options} />
      <ChoiceField
        answers={answers}
        name="answer"
        label="May it?"
        options={[
          { value: 'may', text: 'Yes' },
          { value: 'may-not', text: 'No' },
        ]}
      />
      <WordsField
        answers={answers}
        name="words"
        label="Why?"
        hint="How the two hang together, what families expect, what it could do to them, what keeps it safe."
        rows={4}
      />
      <Button text="Decide" preventDoubleClick />
    </form>
  );
}

function lower(purpose: Purpose): string {
  const words = purposeTitles[purpose];
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
