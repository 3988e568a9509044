import { page, type Route } from '#platform/http/route.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { accountChangeRoutes } from './account-changes.tsx';
import { accountRoutes } from './account-page.tsx';
import { choosingRoutes } from './choosing.ts';
import { enrolRoutes } from './enrol-pages.tsx';
import { letterRoutes } from './letter-pages.tsx';
import { passkeyRoutes } from './passkey-page.tsx';
import { proveRoutes } from './prove-page.tsx';
import { signInPage } from './sign-in-page.tsx';
import { signingOutRoutes } from './signing-out.tsx';
import { singleSignOnRoutes } from './single-sign-on-pages.tsx';

/** Everything about coming in, and about one's own account. There are no passwords. */
export function signInRoutes(tools: SignInTools): readonly Route[] {
  return [
    ...(tools.demonstration ? choosingRoutes(tools) : [inEarnest(tools)]),
    ...passkeyRoutes(tools),
    ...letterRoutes(tools),
    ...singleSignOnRoutes(tools),
    ...signingOutRoutes(tools),
    ...proveRoutes(tools),
    ...accountRoutes(tools),
    ...accountChangeRoutes(tools),
    ...enrolRoutes(tools),
  ];
}

function inEarnest(tools: SignInTools): Route {
  return {
    method: 'GET',
    path: '/sign-in',
    policy: 'everyone',
    answer: async (request) => page(signInPage(request, tools)),
  };
}
