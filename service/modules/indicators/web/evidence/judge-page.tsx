import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import {
  ChoiceField,
  DayField,
  dayPosted,
  LineField,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
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
import { CsrfField } from '#platform/page/frame.tsx';
import { judge } from '../../actions/evidence/judge.ts';
import { audiences } from '../../domain/audience.ts';
import { subjectFrom, subjectText } from '../../domain/evidence/about.ts';
import { judges, verdicts } from '../../domain/evidence/judgement.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { evidenceOf } from '../../queries/evidence/evidence-of.ts';
import { namedSubject, type NamedSubject } from '../../queries/evidence/named-subjects.ts';
import { AudienceField } from '../money/audience-field.tsx';

import { JudgementsSideBySide } from './evidence-cards.tsx';
import { judgesWords, sayJudgementProblem, verdictWords } from './evidence-words.ts';
import { evidencePlaces } from './places.ts';

/** A named group judges one success criterion; what was judged before stays. */
export const judgeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: evidencePlaces.judgePath,
    policy: keepEvidence,
    answer: async (request) => {
      const content = await judgePage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path: evidencePlaces.judgePath, policy: keepEvidence, answer: keep },
];

const form = z.object({
  who: choice('who judged', judges),
  group: text('the name of the board or group', 200),
  verdict: choice('how they judged', verdicts),
  reasons: text('their reasons', 4000),
  evidence: optionalText(4000),
  audience: choice('who may see it', audiences),
});

async function keep(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const subject = subjectFrom(request.query.get('about') ?? '');
  if (!subject) return notFound();
  const again = async (errors: Answers['errors']) => {
    const content = await judgePage(request, { posted, errors });
    return content ? pageToMend(content) : notFound();
  };
  const read = readForm(form, posted);
  const day = dayPosted(posted, 'day');
  const dayError =
    day === 'empty' || day === 'no-such-day'
      ? [{ field: 'day', message: 'Enter the day on which they judged, such as 1 9 2026' }]
      : [];
  if (!read.done) return again([...read.refusal.errors, ...dayError]);
  if (day === 'empty' || day === 'no-such-day') return again(dayError);
  const { evidence = '', ...words } = read.value;
  const judged = await request.write((ctx) => judge(ctx, { ...words, evidence, day, subject }));
  if (judged.done)
    return redirectTo(evidencePlaces.about(subject), 'Written down. What was judged before stays.');
  const { refusal } = judged;
  if (refusal.reason === 'no-such-subject' || refusal.reason === 'not-allowed') return notFound();
  return again(
    refusal.problems.map((problem) => ({
      field: problem.field,
      message: sayJudgementProblem(problem),
    })),
  );
}

async function judgePage(request: PageRequest, answers: Answers): Promise<PageContent | undefined> {
  const subject = subjectFrom(request.query.get('about') ?? '');
  if (!subject) return undefined;
  const found = await request.read(async (ctx) => {
    const named = await namedSubject(ctx, subject);
    return named && { named, known: (await evidenceOf(ctx, [subject])).get(subjectText(subject)) };
  });
  if (!found) return undefined;
  const { named, known } = found;
  const title = 'Write down a judgement';
  return {
    title: `${title}: ${named.title}`,
    breadcrumbs: [
      { text: 'Evidence', href: evidencePlaces.all },
      { text: named.title, href: evidencePlaces.about(subject) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{named.title}</p>
        {named.statement ? <p class="own-words">{named.statement}</p> : null}
        {known && known.judgements.adults.length + known.judgements['young-people'].length > 0 ? (
          <>
            <h2>What stands now</h2>
            <JudgementsSideBySide judgements={known.judgements} level={3} />
          </>
        ) : null}
        <JudgeForm answers={answers} named={named} csrf={request.csrf} />
      </>
    ),
  };
}

function JudgeForm({ answers, named, csrf }: { answers: Answers; named: NamedSubject; csrf: string }) {
  return (
    <form method="post" action={evidencePlaces.judge(named.subject)} noValidate class="edit">
      <CsrfField csrf={csrf} />
      <WhoAndWhen answers={answers} />
      <WordsField
        answers={answers}
        name="reasons"
        label="Why do they judge so?"
        hint="In their own words. Never of one child, family or worker."
      />
      <WordsField
        answers={answers}
        name="evidence"
        label="What does it rest on?"
        hint="The numbers, findings and voices they looked at, and where these can be read."
        rows={3}
      />
      <AudienceField answers={answers} before={'public'} />
      <div class="actions">
        <Button text="Write it down" preventDoubleClick />
        <a href={evidencePlaces.about(named.subject)}>Leave it as it was</a>
      </div>
    </form>
  );
}

function WhoAndWhen({ answers }: { answers: Answers }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="who"
        label="Who judged?"
        options={judges.map((value) => ({ value, text: judgesWords[value].name }))}
      />
      <LineField
        answers={answers}
        name="group"
        label="Which board or group?"
        hint="Its name, never one person’s: Young Brackens, Growing Group."
      />
      <DayField answers={answers} name="day" label="On which day?" />
      <ChoiceField
        answers={answers}
        name="verdict"
        label="Is it met?"
        options={verdicts.map((value) => ({ value, text: verdictWords[value].name }))}
      />
    </>
  );
}
