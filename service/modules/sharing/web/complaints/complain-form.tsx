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
import type { Complaint } from '../../domain/complaints/complaint.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import { safeToWrite } from '../../domain/rights/rights-request.ts';
import { InOwnAccount } from '../rights/own/in-own-account.tsx';
import { rightsPlaces } from '../rights/places.ts';
import { complainWords } from './complaint-words.ts';
import { complaintPlaces } from './places.ts';

type Voice = 'young' | 'adult' | 'officer';

/** How anybody tells us that they are unhappy: the same questions in three voices. */
export const complainRoutes: readonly Route[] = [
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
  own: many(1),
  came: optionalChoice(['letter', 'in-person', 'telephone']),
});

async function take(request: PageRequest, voice: Voice): Promise<Answer> {
  const again = async (errors: readonly FieldError[]) =>
    pageToMend(await contentOf(request, voice, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  const received = readDay(request.posted, 'received', 'The day on which it came');
  if (!read.done || !received.done)
    return again([read, received].flatMap((one) => (one.done ? [] : one.refusal.errors)));
  const {
    words,
    wish = '',
    name = '',
    email = '',
    otherWay = '',
    safe = 'not-said',
    about,
    own,
  } = read.value;
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
      ...(own.length > 0 ? ({ fromOwnAccount: true } as const) : {}),
    }),
  );
  if (made.done) return sentTo(made.value, voice);
  if (made.refusal.reason === 'not-allowed') return notFound();
  const field = made.refusal.reason === 'received-later' ? 'received' : 'email';
  return again([{ field, message: wordsOf(complainWords, made.refusal) }]);
}

function sentTo({ reference, madeBy }: Complaint, voice: Voice): Answer {
  if (voice === 'officer') return redirectTo(complaintPlaces.desk, `Written down as ${reference}.`);
  const place = madeBy === undefined ? complaintPlaces.sent : rightsPlaces.own;
  return redirectTo(place, `Your reference is ${reference}.`);
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
          {voice === 'officer' ? null : <InOwnAccount actor={request.actor} answers={answers} />}
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
      <IsItSafe voice={voice} answers={answers} />
      {officer ? <HowItCame answers={answers} /> : null}
    </>
  );
}

function IsItSafe({ voice, answers }: Fields) {
  return (
    <ChoiceField
      answers={answers}
      name="safe"
      label="Is it safe to write there?"
      options={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No, somebody could see it who should not' },
        { value: 'not-said', text: voice === 'young' ? 'I do not know' : 'Not known' },
      ]}
    />
  );
}

function HowItCame({ answers }: { answers: Answers }) {
  return (
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
  );
}
