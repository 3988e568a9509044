import { newChallenge } from '#platform/identity/challenge.ts';
import { showOptions, siteOf } from '#platform/identity/passkeys.ts';
import { Wrong } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { comeInByPasskey } from '../../actions/sign-in/passkeys.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import {
  nextOf,
  ownOrigin,
  PasskeyForm,
  passkeyMissing,
  passkeyScript,
  passkeyWords,
  withNext,
} from './around.tsx';
import { cameIn } from './came-in.ts';

/** Signing in with a passkey: the device finds it, so nobody types who they are. */
export function passkeyRoutes(tools: SignInTools): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sign-in/passkey',
      policy: 'everyone',
      answer: async (request) => {
        const content = passkeyPage(request, tools);
        return content ? page(content) : notFound();
      },
    },
    {
      method: 'POST',
      path: '/sign-in/passkey',
      policy: 'everyone',
      eachTime: true,
      guessable: true,
      answer: (request) => signIn(request, tools),
    },
  ];
}

async function signIn(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const origin = ownOrigin(request, tools);
  const site = origin === undefined ? undefined : siteOf(origin);
  if (!site) return notFound();
  const answer = request.posted['answer']?.[0] ?? '';
  const given = { keys: tools.keys, site, browser: request.browser, answer, purpose: 'sign-in' as const };
  const came = answer === '' ? undefined : await request.write((ctx) => comeInByPasskey(ctx, given));
  if (came?.done) return cameIn(request, { personId: came.value, way: 'passkey', next: nextOf(request) });
  const words = came ? passkeyWords[came.refusal.reason] : passkeyMissing;
  const content = passkeyPage(request, tools, words);
  return content ? pageToMend(content) : notFound();
}

function passkeyPage(request: PageRequest, tools: SignInTools, wrong?: string): PageContent | undefined {
  const origin = ownOrigin(request, tools);
  const site = origin === undefined ? undefined : siteOf(origin);
  if (!site) return undefined;
  const challenge = newChallenge(tools.keys, request.now, { purpose: 'sign-in', browser: request.browser });
  const next = nextOf(request);
  return {
    title: 'Sign in with a passkey',
    scripts: [passkeyScript],
    breadcrumbs: [{ text: 'Sign in', href: withNext('/sign-in', next) }],
    body: (
      <>
        <Wrong errors={wrong === undefined ? [] : [{ field: 'use-passkey', message: wrong }]} />
        <h1>Sign in with a passkey</h1>
        <p class="lead">Have your phone, your computer or your key at hand: it checks that it is you.</p>
        <div id="use-passkey">
          <PasskeyForm
            request={request}
            action="/sign-in/passkey"
            asks="show"
            options={showOptions({ site, challenge })}
            button="Use my passkey"
            next={next}
          />
        </div>
        <p>
          <a href={withNext('/sign-in', next)}>Choose another way</a>
        </p>
      </>
    ),
  };
}
