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
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { answerContest, type AnswerContestRefusal } from '../../actions/record/answer-contest.ts';
import { contestFindings, workingDaysToAnswer } from '../../domain/record/contest.ts';
import { helpChildren } from '../../domain/permissions.ts';
import { isToChangeBy } from '../../domain/record/entry.ts';
import { contestToAnswer, type ContestToAnswer } from '../../queries/record/contest-to-answer.ts';
import { aboveRecord, familyPlaces } from '../places.ts';
import { AnswerOrClock, WhatIsSaid, WhoSaid } from './entry-cards.tsx';
import { findingWords } from './entry-words.ts';

const path = familyPlaces.answer(':id', ':contest');

/** Somebody who helps answers what a child, a parent or a colleague says is not right. */
export const answerContestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: helpChildren,
    answer: async (request) => {
      const shown = await shownTo(request);
      return shown ? page(answerPage(request, shown, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: helpChildren, answer },
];

const words: WordsFor<AnswerContestRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'contest-missing': () => '',
  'finding-missing': () => 'Choose what came of it',
  'words-missing': () => 'Say what you answer, in plain words',
  'answered-already': ({ byName }) => `${byName} has answered it meanwhile`,
};

function idsOf({ params }: PageRequest) {
  return { childId: params['id'] ?? '', contestId: params['contest'] ?? '' };
}

function shownTo(request: PageRequest): Promise<ContestToAnswer | undefined> {
  return request.look((ctx) => contestToAnswer(ctx, idsOf(request)));
}

async function answer(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const ids = idsOf(request);
  const given = {
    ...ids,
    finding: contestFindings.find((one) => one === kept(posted, 'finding')),
    words: kept(posted, 'words').slice(0, 4000),
  };
  const came = await request.write((ctx) => answerContest(ctx, given));
  if (came.done)
    return redirectTo(
      `${familyPlaces.one(ids.childId)}#contest-${ids.contestId}`,
      'Your answer stands beside it, wherever it is read.',
    );
  const message = wordsOf(words, came.refusal);
  const shown = message === '' ? undefined : await shownTo(request);
  if (!shown) return notFound();
  const errors: FieldError[] = [
    { field: came.refusal.reason === 'finding-missing' ? 'finding' : 'words', message },
  ];
  return pageToMend(answerPage(request, shown, { posted, errors }));
}

function answerPage(request: PageRequest, shown: ContestToAnswer, answers: Answers): PageContent {
  const { entry, contest, reach, title } = shown;
  return {
    title: 'Answer what is seen differently',
    breadcrumbs: [aboveRecord(reach), { text: title, href: familyPlaces.one(reach.childId) }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Answer what is seen differently</h1>
        <blockquote class="entry">
          <p class="entry-body" dir="auto">
            {entry.body}
          </p>
          <WhoSaid entry={entry} />
          <div class="entry-against">
            <WhatIsSaid contest={contest} />
            <AnswerOrClock contest={contest} today={dayInEngland(request.now)} />
          </div>
        </blockquote>
        {contest.answer ? (
          <p>
            <a href={familyPlaces.one(reach.childId)}>Back to the record</a>
          </p>
        ) : (
          <AnswerForm request={request} shown={shown} answers={answers} />
        )}
      </>
    ),
  };
}

type FormProps = { request: PageRequest; shown: ContestToAnswer; answers: Answers };

function AnswerForm({ request, shown: { entry, contest, reach }, answers }: FormProps) {
  const { actor } = request;
  const changes =
    actor.kind === 'person' &&
    reach.access[entry.fieldGroup] === 'write' &&
    isToChangeBy(entry, { relationship: reach.relationship, personId: actor.personId });
  return (
    <>
      <p>
        Talk with them first, if you can. An answer is due within {workingDaysToAnswer} working days of the
        day on which it was said: by {sayDay(contest.answerDueOn)}. They read it word for word, and it stays
        with the entry.
      </p>
      {changes ? (
        <p>
          <a href={familyPlaces.entry(reach.childId, entry.id)}>Change the entry</a>
        </p>
      ) : null}
      <form method="post" action={familyPlaces.answer(reach.childId, contest.id)} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        <ChoiceField
          answers={answers}
          name="finding"
          label="What came of it?"
          options={contestFindings.map((one) => ({
            value: one,
            text: findingWords[one].choice,
            hint: findingWords[one].hint,
          }))}
        />
        <WordsField answers={answers} name="words" label="What do you answer?" rows={6} />
        <Button text="Answer" preventDoubleClick />
      </form>
    </>
  );
}
