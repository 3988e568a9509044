import { z } from 'zod';
import type { Identity } from '#platform/identity/single-sign-on.ts';
import { page, redirectTo, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { openCarried, sealCarried } from '../../actions/sign-in/carried.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { calmPage, ownOrigin } from './around.tsx';

/** What a session by single sign-on holds until it ends: where else its person may want to sign out. */
const leaving = z.object({ provider: z.string(), idToken: z.string().optional() });

/** Seals what is wanted again at the way out. */
export function carriedBy(keys: SignInTools['keys'], { provider, idToken }: Identity): string {
  return sealCarried(keys, JSON.stringify({ provider, idToken }));
}

/** The way out: here, and at the single sign-on too for whoever wants that. */
export function signingOutRoutes(tools: SignInTools): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/sign-out',
      policy: 'signed-in',
      eachTime: true,
      answer: (request) => signOut(request),
    },
    {
      method: 'GET',
      path: '/signed-out',
      policy: 'everyone',
      answer: (request) => signedOut(request, tools),
    },
  ];
}

async function signOut(request: PageRequest): Promise<Answer> {
  const { own } = request.session;
  await request.session.end();
  if (own?.carried === undefined) return redirectTo('/', 'You have signed out.');
  request.session.holdOnTheWay(own.carried);
  return redirectTo('/signed-out');
}

async function signedOut(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const text = openCarried(tools.keys, request.session.onTheWay);
  const read = text === undefined ? undefined : leaving.safeParse(JSON.parse(text));
  const origin = ownOrigin(request, tools);
  if (!read?.success || origin === undefined) return redirectTo('/');
  const { provider, idToken } = read.data;
  const there = await tools.sso.endOf(provider, { idToken, back: `${origin}/` });
  const name = tools.sso.providers.find(({ key }) => key === provider)?.name ?? 'the other side';
  if (there === undefined) return redirectTo('/');
  return page(
    calmPage(
      'You have signed out here',
      <>
        <p class="lead">{`You may still be signed in with ${name}.`}</p>
        <p>If others use this computer, sign out there as well.</p>
        <p>
          <a href={there} class="govuk-button" rel="noreferrer">
            {`Sign out of ${name} too`}
          </a>
        </p>
        <p>
          <a href="/">No, only here</a>
        </p>
      </>,
    ),
  );
}
