import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, many, optionalChoice, optionalText, text } from '#platform/forms/fields.ts';
import { readDay, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { ask, type Asked, type AskRefusal } from '../../actions/rights/ask.ts';
import { answerRights } from '../../domain/permissions.ts';
import {
  askersFor,
  requestKinds,
  safeToWrite,
  type RightsRequest,
  type WayToCome,
} from '../../domain/rights/rights-request.ts';
import { InOwnAccount } from './own/in-own-account.tsx';
import { HowToReach, MoreToSay, WhatAndWho, type Voice } from './ask-fields.tsx';
import { rightsPlaces } from './places.ts';
import { askWords } from './rights-words.ts';

/** How anybody asks: the same questions in three voices. */
export const askRoutes: readonly Route[] = [
  ...formAt(rightsPlaces.askYoung, 'young'),
  ...formAt(rightsPlaces.ask, 'adult'),
  ...formAt(rightsPlaces.add, 'officer'),
];

function formAt(path: string, voice: Voice): Route[] {
  const policy = voice === 'officer' ? answerRights : 'everyone';
  return [
    {
      method: 'GET',
      path,
      policy,
      answer: async (request) => page(contentOf(request, voice, { errors: [] })),
    },
    { method: 'POST', path, policy, answer: (request) => take(request, voice) },
  ];
}

const form = z.object({
  kind: choice('what you would like', requestKinds),
  name: text('your name', 200),
  asksFor: optionalChoice(askersFor),
  aboutName: optionalText(200),
  email: optionalText(254),
  otherWay: optionalText(500),
  safe: optionalChoice(safeToWrite),
  support: optionalText(1000),
  words: optionalText(4000),
  own: many(1),
  came: optionalChoice(['letter', 'in-person', 'telephone']),
});

async function take(request: PageRequest, voice: Voice): Promise<Answer> {
  const again = (errors: readonly FieldError[]) =>
    pageToMend(contentOf(request, voice, { posted: request.posted, errors }));
  const read = readAsked(request, voice);
  if (!('asked' in read)) return again(read.errors);
  const asked = await request.write((ctx) => ask(ctx, read.asked));
  if (asked.done)
    return voice === 'officer'
      ? redirectTo(rightsPlaces.one(asked.value.id), 'It is written down. Its month has begun.')
      : redirectTo(askedPlace(asked.value), `Your reference is ${asked.value.reference}.`);
  if (asked.refusal.reason === 'not-allowed') return notFound();
  return again([{ field: fieldOf(asked.refusal), message: wordsOf(askWords, asked.refusal) }]);
}

/** Where somebody goes who has asked: to their own account, where they wanted the answer there. */
function askedPlace({ kind, askedBy }: RightsRequest): string {
  if (askedBy !== undefined) return rightsPlaces.own;
  return kind === 'correct' ? `${rightsPlaces.asked}?kind=correct` : rightsPlaces.asked;
}

function fieldOf({ reason }: AskRefusal): string {
  return reason === 'received-later' ? 'received' : 'email';
}

type Read = { asked: Asked } | { errors: readonly FieldError[] };

function readAsked({ posted }: PageRequest, voice: Voice): Read {
  const read = readForm(form, posted);
  const born = readDay(posted, 'born', 'The birthday');
  const received = readDay(posted, 'received', 'The day on which it came');
  const errors = [read, born, received].flatMap((one) => (one.done ? [] : one.refusal.errors));
  if (!read.done || !born.done || !received.done) return { errors };
  const { kind, name, email = '', otherWay = '', support = '', words = '', safe = 'not-said' } = read.value;
  const asksFor = voice === 'young' ? 'me' : (read.value.asksFor ?? 'me');
  const aboutName = asksFor === 'me' ? name : read.value.aboutName;
  if (aboutName === undefined)
    return { errors: [{ field: 'aboutName', message: 'Enter the name of whom it is about' }] };
  const came: WayToCome =
    voice === 'young' ? 'young-form' : voice === 'adult' ? 'form' : (read.value.came ?? 'letter');
  const who = { name, asksFor, aboutName, bornOn: born.value, email, otherWay, safeToWrite: safe, support };
  const fromOwnAccount = read.value.own.length > 0 ? ({ fromOwnAccount: true } as const) : {};
  return { asked: { kind, came, receivedOn: received.value, who, words, ...fromOwnAccount } };
}

function contentOf(request: PageRequest, voice: Voice, answers: Answers): PageContent {
  const { title, lead } = voices[voice];
  return {
    title,
    breadcrumbs:
      voice === 'officer'
        ? [{ text: 'Requests', href: rightsPlaces.desk }]
        : [{ text: 'What we hold about you', href: rightsPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <WhatAndWho voice={voice} answers={answers} />
          {voice === 'officer' ? null : <InOwnAccount actor={request.actor} answers={answers} />}
          <HowToReach voice={voice} answers={answers} />
          <MoreToSay voice={voice} answers={answers} />
          <Button text={voices[voice].button} preventDoubleClick />
        </form>
      </>
    ),
  };
}

const voices: Readonly<Record<Voice, { title: string; lead: string; button: string }>> = {
  young: {
    title: 'Ask about yourself',
    lead: 'A few short questions. You can leave out what you do not want to say.',
    button: 'Send it',
  },
  adult: {
    title: 'Ask what is held',
    lead: 'For yourself, for your child, or for somebody who asked you to.',
    button: 'Send it',
  },
  officer: {
    title: 'Write down a request that came',
    lead: 'By letter, by telephone or face to face. Its month runs from the day on which it came.',
    button: 'Write it down',
  },
};
