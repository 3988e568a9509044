import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { many, optionalChoice, optionalText, text } from '#platform/forms/fields.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  readDay,
  TicksField,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { complain, whoAnswers } from '../../actions/complaints/complain.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import { safeToWrite } from '../../domain/rights/rights-request.ts';
import { complainWords } from './complaint-words.ts';
import { complaintPlaces } from './places.ts';

type Voice = 'young' | 'adult' | 'officer';

/** How anybody tells us that they are unhappy, the young first. */
export const complaintsPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: complaintPlaces.all,
    policy: 'everyone',
    answer: async () => page({ title: 'Unhappy with something?', body: <Unhappy /> }),
  },
  {
    method: 'GET',
    path: complaintPlaces.sent,
    policy: 'everyone',
    answer: async () => page({ title: 'We have it', body: <Sent /> }),
  },
  ...formAt(complaintPlaces.young, 'young'),
  ...formAt(complaintPlaces.tell, 'adult'),
  ...formAt(complaintPlaces.add, 'officer'),
];

function formAt(path: string, voice: Voice): Route[] {
  const policy = voice === 'officer' ? answerComplaints : 'everyone';
  return [
    {
      method: 'GET',
      path,
      policy,
      answer: async (request) => page(await contentOf(request, voice, { errors: [] })),
    },
    { method: 'POST', path, policy, answer: (request) => take(request, voice) },
  ];
}

const form = z.object({
  words: text('what happened', 5000),
  wish: optionalText(2000),
  name: optionalText(200),
  email: optionalText(254),
  otherWay: optionalText(500),
  safe: optionalChoice(safeToWrite),
  about: many(20),
  came: optionalChoice(['letter', 'in-person', 'telephone']),
});

async function take(request: PageRequest, voice: Voice): Promise<Answer> {
  const again = async (errors: readonly FieldError[]) =>
    pageToMend(await contentOf(request, voice, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  const received = readDay(request.posted, 'received', 'The day on which it came');
  if (!read.done || !received.done)
    return again([read, received].flatMap((one) => (one.done ? [] : one.refusal.errors)));
  const { words, wish = '', name = '', email = '', otherWay = '', safe = 'not-said', about } = read.value;
  const came = voice === 'young' ? 'young-form' : voice === 'adult' ? 'form' : (read.value.came ?? 'letter');
  const made = await request.write((ctx) =>
    complain(ctx, {
      came,
      name,
      email,
      otherWay,
      safeToWrite: safe,
      words,
      wish,
      about,
      receivedOn: received.value,
    }),
  );
  if (made.done)
    return voice === 'officer'
      ? redirectTo(complaintPlaces.desk, `Written down as ${made.value.reference}.`)
      : redirectTo(complaintPlaces.sent, `Your reference is ${made.value.reference}.`);
  if (made.refusal.reason === 'not-allowed') return notFound();
  const field = made.refusal.reason === 'received-later' ? 'received' : 'email';
  return again([{ field, message: wordsOf(complainWords, made.refusal) }]);
}

function Unhappy() {
  return (
    <>
      <h1>Unhappy with something?</h1>
      <p class="lead">Tell us. We want to know, and we answer.</p>
      <section class="rights-young" aria-labelledby="young">
        <h2 id="young">If you are a child or a young person</h2>
        <p>
          Did somebody not listen to you? Did they write something that is not true, or tell others what they
          should not have told? You can complain. You are not in trouble, and whoever it is about does not see
          it here.
        </p>
        <p>You need not give your name. You can ask somebody to help you.</p>
        <p class="actions">
          <a class="govuk-button" href={complaintPlaces.young}>
            Tell us, as a young person
          </a>
        </p>
        <p>
          Is somebody hurting you, or are you in danger? Do not wait for us: ring 999, or Childline on 0800
          1111.
        </p>
      </section>
      <section>
        <h2>Everybody else</h2>
        <p class="actions">
          <a class="govuk-button" href={complaintPlaces.tell}>
            Make a complaint
          </a>
        </p>
        <h3>What happens then</h3>
        <ol class="rights-steps">
          <li>Within 30 days, and mostly much sooner, you hear that it came and who looks into it.</li>
          <li>Somebody looks into it whom it is not about. They tell you how it goes.</li>
          <li>
            You get an answer: what we found, what we do about it, and what you can do if you do not agree.
          </li>
        </ol>
        <h3>Others who look at complaints</h3>
        <ul>
          <li>How your information is used: the Information Commissioner, ico.org.uk, 0303 123 1113.</li>
          <li>
            How a council treated you: the Local Government and Social Care Ombudsman, lgo.org.uk, 0300 061
            0614.
          </li>
        </ul>
      </section>
    </>
  );
}

function Sent() {
  return (
    <>
      <h1>We have it</h1>
      <p class="lead">Thank you for telling us. That can take courage.</p>
      <ol class="rights-steps">
        <li>Somebody reads it whom it is not about.</li>
        <li>Within 30 days, and mostly sooner, they tell you that it came: in the way you said is safe.</li>
        <li>Then they look into it, and answer you.</li>
      </ol>
      <p>In danger now? Ring 999. Everybody under 19 can ring Childline on 0800 1111.</p>
    </>
  );
}

const voices: Readonly<Record<Voice, { title: string; lead: string }>> = {
  young: { title: 'Tell us what is wrong', lead: 'Write as much or as little as you like.' },
  adult: {
    title: 'Make a complaint',
    lead: 'In your own words. Nothing but what happened has to be filled in.',
  },
  officer: {
    title: 'Write down a complaint that came',
    lead: 'By letter, by telephone or face to face, in their words.',
  },
};

async function contentOf(request: PageRequest, voice: Voice, answers: Answers): Promise<PageContent> {
  const answerers = await request.read(whoAnswers);
  const { title, lead } = voices[voice];
  return {
    title,
    breadcrumbs:
      voice === 'officer'
        ? [{ text: 'Complaints', href: complaintPlaces.desk }]
        : [{ text: 'Unhappy with something?', href: complaintPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <WhatHappened voice={voice} answers={answers} answerers={answerers} />
          <WhoAndHow voice={voice} answers={answers} />
          <Button text={voice === 'officer' ? 'Write it down' : 'Send it'} preventDoubleClick />
        </form>
      </>
    ),
  };
}

type Fields = { voice: Voice; answers: Answers };

function WhatHappened({
  voice,
  answers,
  answerers,
}: Fields & { answerers: readonly { id: string; name: string }[] }) {
  const young = voice === 'young';
  return (
    <>
      <WordsField
        answers={answers}
        name="words"
        label="What happened?"
        hint={
          young
            ? 'Who did what, and when. A few words are enough.'
            : 'Who did what, when, and what came of it.'
        }
        rows={7}
      />
      <WordsField
        answers={answers}
        name="wish"
        label={young ? 'What should happen now?' : 'What would put it right?'}
        hint="You can leave it empty."
        rows={3}
      />
      <TicksField
        answers={answers}
        name="about"
        label="Is it about one of these people?"
        hint="They answer complaints. Whoever you choose does not see yours."
        options={answerers.map(({ id, name }) => ({ value: id, text: name }))}
      />
    </>
  );
}

function WhoAndHow({ voice, answers }: Fields) {
  const young = voice === 'young';
  const officer = voice === 'officer';
  return (
    <>
      <LineField
        answers={answers}
        name="name"
        label={officer ? 'Who complains?' : 'What is your name?'}
        hint="You can leave it empty. Then we look into it, but cannot tell you what we found."
      />
      <LineField
        answers={answers}
        name="email"
        label={young ? 'Do you have an e-mail address that only you read?' : 'E-mail address'}
        hint="You can leave it empty."
      />
      <LineField
        answers={answers}
        name="otherWay"
        label={young ? 'Is there another way to reach you?' : 'Another way to reach them'}
        hint="A person you trust, a number and a good time."
      />
      <ChoiceField
        answers={answers}
        name="safe"
        label="Is it safe to write there?"
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, somebody could see it who should not' },
          { value: 'not-said', text: young ? 'I do not know' : 'Not known' },
        ]}
      />
      {officer ? (
        <>
          <ChoiceField
            answers={answers}
            name="came"
            label="How did it come?"
            before="letter"
            options={[
              { value: 'letter', text: 'By letter or e-mail' },
              { value: 'in-person', text: 'Face to face' },
              { value: 'telephone', text: 'By telephone' },
            ]}
          />
          <DayField
            answers={answers}
            name="received"
            label="On which day did it come?"
            hint="Empty means today."
          />
        </>
      ) : null}
    </>
  );
}
