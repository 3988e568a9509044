import { Button } from '#packages/govuk-jsx';
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
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { makeRecoveryCodes } from '../../actions/sign-in/recovery-codes.ts';
import { removeWayIn } from '../../actions/sign-in/remove-way-in.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import type { KindOfWay } from '../../domain/sign-in/ways-in.ts';
import { ownAccount } from '../../queries/sign-in/own-account.ts';
import { calmPage } from './around.tsx';
import { addNewApp, addNewPasskey, newAppPage, newPasskeyPage, type Adding } from './new-way-forms.tsx';

const crumbs = [{ text: 'Your account', href: '/account' }];
/** Whatever opens an account is changed only by whoever has just shown that it is theirs. */
const careful = { policy: 'signed-in', freshProof: true } as const;

/** Adding and removing ways in. */
export function accountChangeRoutes(tools: SignInTools): readonly Route[] {
  const at = (method: 'GET' | 'POST', path: string, answer: Answering): Route => ({
    method,
    path,
    ...careful,
    async answer(request) {
      const account = await request.read(ownAccount);
      return account
        ? answer({ request, tools, person: account.person, action: path, back: '/account' })
        : notFound();
    },
  });
  return [
    at('GET', '/account/passkeys/new', showPasskey),
    at('POST', '/account/passkeys/new', addPasskey),
    at('GET', '/account/app', async (adding) =>
      adding.person.email ? page(withCrumbs(newAppPage(adding))) : notFound(),
    ),
    at('POST', '/account/app', addApp),
    at('GET', '/account/recovery-codes', async ({ request }) => page(codesPage(request))),
    at('POST', '/account/recovery-codes', makeCodes),
    at('GET', '/account/ways/:kind/:id/remove', askToRemove),
    at('POST', '/account/ways/:kind/:id/remove', remove),
  ];
}

type Answering = (adding: Adding) => Promise<Answer>;

async function showPasskey(adding: Adding): Promise<Answer> {
  const content = await newPasskeyPage(adding);
  return content ? page(withCrumbs(content)) : notFound();
}

async function addPasskey(adding: Adding): Promise<Answer> {
  const added = await addNewPasskey(adding);
  if (added.done)
    return redirectTo('/account', 'Your passkey was added. You can sign in with it from now on.');
  const content = await newPasskeyPage(adding, added.refusal.error);
  return content ? pageToMend(withCrumbs(content)) : notFound();
}

async function addApp(adding: Adding): Promise<Answer> {
  if (!adding.person.email) return notFound();
  const added = await addNewApp(adding);
  if (added.done)
    return redirectTo('/account/recovery-codes', 'Your app was added. Now make codes for a bad day.');
  return pageToMend(withCrumbs(newAppPage(adding, added.refusal.error)));
}

function withCrumbs(content: PageContent): PageContent {
  return { ...content, breadcrumbs: crumbs };
}

function codesPage(request: PageRequest): PageContent {
  return {
    title: 'Codes for a bad day',
    breadcrumbs: crumbs,
    body: (
      <>
        <h1>Codes for a bad day</h1>
        <p class="lead">
          For the day on which your phone is lost or broken: ten codes on paper, each of which stands in once
          for the code of your app.
        </p>
        <p>They are shown once. Print them, or write them down, and keep them where you keep your papers.</p>
        <p>Making new ones ends those that you had before.</p>
        <form method="post" action="/account/recovery-codes">
          <CsrfField csrf={request.csrf} />
          <div class="actions">
            <Button text="Make my ten codes" preventDoubleClick />
            <a href="/account">Not now</a>
          </div>
        </form>
      </>
    ),
  };
}

async function makeCodes({ request, person }: Adding): Promise<Answer> {
  if (!person.email) return notFound();
  const codes = await request.write((ctx) => makeRecoveryCodes(ctx, person.id));
  return page({
    ...calmPage(
      'Your ten codes',
      <>
        <p class="lead">Write them down or print this page now: we cannot show them again.</p>
        <ul class="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          Each works once, together with a letter to your e-mail address. <a href="/account">I have them</a>
        </p>
      </>,
    ),
    breadcrumbs: crumbs,
  });
}

type Named = { kind: KindOfWay; id: string; title: string };

async function wayNamed({ request }: Adding): Promise<Named | undefined> {
  const { kind, id: given = '' } = request.params;
  const id = idFrom<'way-in'>(given);
  const account = await request.read(ownAccount);
  if (!account || id === undefined) return undefined;
  const { ways, person } = account;
  if (kind === 'passkey') {
    const passkey = ways.passkeys.find((one) => one.id === id);
    return passkey && { kind, id, title: `the passkey “${passkey.name}”` };
  }
  if (kind === 'app-code')
    return ways.appCode && id === person.id.toString()
      ? { kind, id, title: 'the app that shows codes' }
      : undefined;
  return kind === 'identity' && ways.identities.some((one) => one.id === id)
    ? { kind, id, title: 'this single sign-on' }
    : undefined;
}

async function askToRemove(adding: Adding): Promise<Answer> {
  const way = await wayNamed(adding);
  return way ? page(removePage(adding.request, way)) : notFound();
}

async function remove(adding: Adding): Promise<Answer> {
  const way = await wayNamed(adding);
  if (!way) return notFound();
  const gone = await adding.request.write((ctx) => removeWayIn(ctx, way));
  if (gone.done)
    return redirectTo(
      '/account',
      'It was removed, and opens nothing any more. You may want to sign out everywhere else.',
    );
  if (gone.refusal.reason === 'no-such-way') return notFound();
  return redirectTo('/account', 'It is your only way in, so it stays until you add another.');
}

function removePage(request: PageRequest, { kind, id, title }: Named): PageContent {
  return {
    ...calmPage(
      `Remove ${title}?`,
      <>
        <p class="lead">It opens nothing here any more. We tell you by letter that it was removed.</p>
        <form method="post" action={`/account/ways/${kind}/${id}/remove`}>
          <CsrfField csrf={request.csrf} />
          <div class="actions">
            <Button text="Remove it" preventDoubleClick classes="govuk-button--warning" />
            <a href="/account">Keep it</a>
          </div>
        </form>
      </>,
    ),
    breadcrumbs: crumbs,
  };
}
