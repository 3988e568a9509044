import { z } from 'zod';
import { choice, optionalText, text, version } from '#platform/forms/fields.ts';
import type { Answers } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { refuse, wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import {
  actOnConcern,
  handConcern,
  linkConcern,
  openConcern,
  type WorkRefusal,
} from '../../../actions/danger/work-on-concern.ts';
import { acts } from '../../../domain/danger/concern.ts';
import { kindAnswers } from '../../../domain/danger/kind-answers.ts';
import { readConcerns } from '../../../domain/permissions.ts';
import { concernToRead } from '../../../queries/danger/concern-to-read.ts';
import { childrenOf } from '../../../queries/record/children-of.ts';
import { ConcernWhole, NotOpenedYet } from './concern-view.tsx';
import { workRefusals, type Work } from './desk-words.ts';
import { dangerPlaces } from '../places.ts';

const one = dangerPlaces.one(':concernId');
const seen = { seen: version() };

const toAct = z.object({
  ...seen,
  act: choice('what was done', acts),
  words: text('what was done, and why', 5000),
  said: choice('what the sender may read', ['0', '1', '2', '3', '4', 'own', 'none']),
  answer: optionalText(1000).transform((value) => value ?? ''),
});

/** The words that the sender reads: a kind sentence, the reader's own, or nothing yet; undefined where own words are missing. */
function answerFor({ said, answer }: { said: string; answer: string }): string | undefined {
  if (said === 'none') return '';
  if (said === 'own') return answer === '' ? undefined : answer;
  return kindAnswers[Number(said)];
}

const toHand = z.object({ ...seen, toPerson: text('who takes it', 40), why: optionalText(1000) });
const toLink = z.object({ ...seen, childId: text('whose record it belongs to', 40) });

/** One concern: opened with a button, worked on, handed on, linked. */
export const concernRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: one,
    policy: readConcerns,
    answer: (request) => shown(request, 'none', { errors: [] }),
  },
  {
    method: 'POST',
    path: `${one}/open`,
    policy: readConcerns,
    answer: async (request) => {
      const id = idOf(request);
      const outcome = await request.write((ctx) => openConcern(ctx, id));
      return outcome.done ? redirectTo(dangerPlaces.one(id)) : notFound();
    },
  },
  worked('act', async (request) => {
    const read = readForm(toAct, request.posted);
    if (!read.done) return read;
    const { said: _said, ...rest } = read.value;
    const answer = answerFor(read.value);
    if (answer === undefined)
      return refuse({
        reason: 'not-valid',
        errors: [{ field: 'answer', message: 'Enter your words for the sender, or choose another answer' }],
      });
    const given = { id: idOf(request), ...rest, answer };
    return request.write((ctx) => actOnConcern(ctx, given));
  }),
  worked('hand', async (request) => {
    const read = readForm(toHand, request.posted);
    if (!read.done) return read;
    const { why, ...rest } = read.value;
    const given = { id: idOf(request), ...rest, words: why ?? '' };
    return request.write((ctx) => handConcern(ctx, given));
  }),
  worked('link', async (request) => {
    const read = readForm(toLink, request.posted);
    if (!read.done) return read;
    const given = { id: idOf(request), ...read.value };
    return request.write((ctx) => linkConcern(ctx, given));
  }),
];

type Worked = Outcome<unknown, WorkRefusal | { reason: 'not-valid'; errors: readonly FieldError[] }>;

const notices: Readonly<Record<Work, string>> = {
  act: 'It is written down. The sender sees that something was done, and what you wrote for them.',
  hand: 'It is handed on. They get a letter that says only that something waits.',
  link: 'It is linked to the record. Who may read it has not changed.',
};

/** Which field a refusal is shown at. */
const fieldOf: Readonly<Record<Work, string>> = { act: 'words', hand: 'toPerson', link: 'childId' };

function worked(work: Work, act: (request: PageRequest) => Promise<Worked>): Route {
  return {
    method: 'POST',
    path: `${one}/${work}`,
    policy: readConcerns,
    answer: async (request) => {
      const outcome = await act(request);
      if (outcome.done) return redirectTo(dangerPlaces.one(idOf(request)), notices[work]);
      const { refusal } = outcome;
      if (refusal.reason === 'not-valid')
        return shown(request, work, { posted: request.posted, errors: refusal.errors });
      if (refusal.reason === 'not-allowed' || refusal.reason === 'concern-missing') return notFound();
      const errors = [{ field: fieldOf[work], message: wordsOf(workRefusals, refusal) }];
      return shown(request, work, { posted: request.posted, errors });
    },
  };
}

async function shown(request: PageRequest, work: Work | 'none', answers: Answers): Promise<Answer> {
  const found = await request.look(async (ctx) => {
    const concern = await concernToRead(ctx, idOf(request));
    return concern && { concern, children: concern.isOpen ? await childrenOf(ctx) : [] };
  });
  if (!found) return notFound();
  const { concern, children } = found;
  const breadcrumbs = [{ text: 'What people told us', href: dangerPlaces.desk }];
  if (!concern.isOpen)
    return page({
      title: 'Not opened yet',
      body: <NotOpenedYet request={request} concern={concern} />,
      breadcrumbs,
    });
  const content = {
    title: 'What somebody told us',
    body: (
      <ConcernWhole request={request} found={concern} childrenOfReader={children} form={{ work, answers }} />
    ),
    breadcrumbs,
  };
  return answers.errors.length > 0 ? pageToMend(content) : page(content);
}

function idOf({ params }: PageRequest): string {
  return params['concernId'] ?? '';
}
