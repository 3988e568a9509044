import { Button } from '#packages/govuk-jsx';
import { LineField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { addressFrom } from '#platform/links/link.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { askForLetter } from '../../actions/sign-in/ask-for-letter.ts';
import { comeInByLetter, type LetterRefusal } from '../../actions/sign-in/come-in-by-letter.ts';
import { openJourney, sealJourney } from '../../actions/sign-in/journey.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { ownPath } from '../../domain/sign-in/own-path.ts';
import { letterOfToken } from '../../queries/sign-in/on-the-way.ts';
import { calmPage, nextOf, withNext } from './around.tsx';
import { cameIn } from './came-in.ts';

const crumbs = [{ text: 'Sign in', href: '/sign-in' }];

/** Signing in by a link in a letter and a code: neither opens anything without the other. */
export function letterRoutes(tools: SignInTools): readonly Route[] {
  const open = { policy: 'everyone', eachTime: true } as const;
  return [
    { method: 'GET', path: '/sign-in/letter', ...open, answer: async (request) => page(askPage(request)) },
    {
      method: 'POST',
      path: '/sign-in/letter',
      ...open,
      guessable: true,
      answer: (request) => ask(request, tools),
    },
    {
      method: 'GET',
      path: '/sign-in/letter/:token',
      ...open,
      secretAddress: true,
      answer: (request) => follow(request, tools),
    },
    {
      method: 'GET',
      path: '/sign-in/code',
      ...open,
      answer: async (request) => {
        const letterId = letterOnTheWay(request, tools);
        return letterId === undefined ? page(overPage(), 404) : page(codePage(request));
      },
    },
    {
      method: 'POST',
      path: '/sign-in/code',
      ...open,
      guessable: true,
      answer: (request) => give(request, tools),
    },
  ];
}

async function ask(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const address = addressFrom(request.posted['email']?.[0] ?? '');
  if (address === undefined) {
    const errors = [{ field: 'email', message: 'Enter an e-mail address, such as name@example.org' }];
    return pageToMend(askPage(request, { posted: request.posted, errors }));
  }
  const next = ownPath(nextOf(request)) ?? '';
  await request.write((ctx) => askForLetter(ctx, { keys: tools.keys, address, next }));
  return page(sentPage());
}

/** The token leaves the address at once: the browser keeps which letter it was, and goes on. */
async function follow(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const letter = await request.read((ctx) => letterOfToken(ctx, request.params['token'] ?? ''));
  if (!letter) return page(overPage(), 404);
  const journey = { kind: 'letter' as const, letterId: letter.id, at: request.now.getTime() };
  request.session.holdOnTheWay(sealJourney(tools.keys, request.browser, journey));
  return redirectTo('/sign-in/code');
}

async function give(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const letterId = letterOnTheWay(request, tools);
  if (letterId === undefined) return page(overPage(), 404);
  const kind = request.posted['kind']?.[0] === 'recovery' ? 'recovery' : 'app';
  const code = (request.posted[kind === 'app' ? 'code' : 'recovery']?.[0] ?? '').slice(0, 100);
  const given = { keys: tools.keys, letterId, code, kind } as const;
  const came = await request.write((ctx) => comeInByLetter(ctx, given));
  if (!came.done) {
    if (came.refusal.reason === 'letter-over') return page(overPage(), 404);
    const field = kind === 'app' ? 'code' : 'recovery';
    return pageToMend(codePage(request, [{ field, message: wordsOf(codeWords, came.refusal) }]));
  }
  request.session.letGoOfWay();
  return cameIn(request, { ...came.value, way: 'letter-and-code' });
}

function letterOnTheWay(request: PageRequest, tools: SignInTools): string | undefined {
  const { browser, now } = request;
  const journey = openJourney(tools.keys, { browser, sealed: request.session.onTheWay, now });
  return journey?.kind === 'letter' ? journey.letterId : undefined;
}

/** Why a code was not taken. */
export const codeWords: WordsFor<LetterRefusal> = {
  'code-wrong': ({ left }) =>
    left === 0
      ? 'That code was not taken. Look at it again.'
      : `That is not the code, or it was used before. Wait for the next one. ${left === 1 ? 'One try is' : `${left} tries are`} left before we ask you to wait.`,
  'codes-wait': ({ minutes }) =>
    `Too many wrong codes. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then give the one that your app shows then.`,
  'no-app': () => 'No app is set up for you. Use one of your codes for a bad day.',
  'letter-over': () => 'This letter opens nothing any more.',
};

function askPage(request: PageRequest, answers: Answers = { errors: [] }): PageContent {
  const next = nextOf(request);
  return {
    title: 'Sign in with a letter and a code',
    breadcrumbs: crumbs,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Sign in with a letter and a code</h1>
        <p class="lead">We send a link to your e-mail address. You open it, and give the code of your app.</p>
        <form method="post" action="/sign-in/letter" noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="next" value={next} />
          <LineField answers={answers} name="email" label="Your e-mail address" fills="email" />
          <Button text="Send me the link" preventDoubleClick />
        </form>
        <p>
          <a href={withNext('/sign-in', next)}>Choose another way</a>
        </p>
      </>
    ),
  };
}

/** The same words whether anybody is known under the address or not. */
function sentPage(): PageContent {
  return {
    ...calmPage(
      'Look into your letters',
      <>
        <p class="lead">If somebody here has that address, a letter is on its way to it.</p>
        <p>
          Open its link within ten minutes, in this browser or on your phone. It can take a minute or two to
          come; look among unwanted letters too.
        </p>
        <p>
          Nothing came? Look whether the address is spelt right and is the one you were invited at, then{' '}
          <a href="/sign-in/letter">ask again</a>, or <a href="/sign-in">choose another way</a>.
        </p>
      </>,
    ),
    breadcrumbs: crumbs,
  };
}

function overPage(): PageContent {
  return {
    ...calmPage(
      'This link opens nothing any more',
      <>
        <p class="lead">A link to sign in works once, for ten minutes, in the browser that opened it.</p>
        <p>
          <a href="/sign-in/letter">Have a new one sent</a>, or <a href="/sign-in">choose another way</a>.
        </p>
      </>,
    ),
    breadcrumbs: crumbs,
  };
}

function codePage(request: PageRequest, errors: Answers['errors'] = []): PageContent {
  const ofApp = { errors: errors.filter(({ field }) => field === 'code') };
  const ofDay = { errors: errors.filter(({ field }) => field === 'recovery') };
  return {
    title: 'Your code',
    breadcrumbs: crumbs,
    body: (
      <>
        <Wrong errors={errors} />
        <h1>Your code</h1>
        <p class="lead">Open the app on your phone that shows codes, and look for Golden Thread.</p>
        <form method="post" action="/sign-in/code" noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <LineField
            answers={ofApp}
            name="code"
            label="The six figures that it shows"
            short
            fills="one-time-code"
          />
          <Button text="Sign in" preventDoubleClick />
        </form>
        <WithoutPhone csrf={request.csrf} answers={ofDay} />
      </>
    ),
  };
}

function WithoutPhone({ csrf, answers }: { csrf: string; answers: Answers }) {
  return (
    <details class="govuk-details" open={answers.errors.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">I do not have my phone</span>
      </summary>
      <div class="govuk-details__text">
        <p>Use one of the ten codes for a bad day that you were given. Each works once.</p>
        <form method="post" action="/sign-in/code" noValidate class="edit">
          <CsrfField csrf={csrf} />
          <input type="hidden" name="kind" value="recovery" />
          <LineField answers={answers} name="recovery" label="A code for a bad day" />
          <Button text="Sign in with this code" preventDoubleClick classes="govuk-button--secondary" />
        </form>
        <p>You have none left? Ask whoever invited you to let you in anew.</p>
      </div>
    </details>
  );
}
